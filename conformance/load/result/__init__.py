"""What became of an exam day under load: the form of its result, how it is measured, and how it is shown."""
