"""What a person does with seasons: begins one, has one checked, compares two."""
