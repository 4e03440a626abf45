"""Proves detection: every seeded defect of a target is run, and must be caught by the rules that it breaks, and by no other."""
