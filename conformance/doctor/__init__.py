"""`examgate doctor`: is this phone ready for the exam? Both phones of a candidate, simulated or real, in seconds."""
