"""The features as data: read, held against the step definitions and the catalogue."""
