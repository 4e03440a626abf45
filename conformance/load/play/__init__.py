"""The process that plays phones. Only here is locust, whose gevent patches the whole process."""
