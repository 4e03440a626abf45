"""The reports room: the form of a result (``reports.form``) and what prints it."""
