"""What every simulated part stands on: time, turns, transition tables, seeded chance, the start of a process."""
