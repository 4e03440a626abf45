"""What a phone says on its own ports: lockdown, and the services that it starts."""
