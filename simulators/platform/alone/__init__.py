"""The platform as a process of its own: its command line, its people, a clock that it keeps, and a small bench."""
