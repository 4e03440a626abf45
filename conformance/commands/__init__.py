"""The commands, one a module: `FORM` says what it takes, `run` does it and returns the exit code."""
