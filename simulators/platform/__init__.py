"""The exam platform: every limit of an exam is decided here, by its clock."""
