"""A run: which scenarios are chosen, run and written down, and how their results come together."""
