"""What every simulated part stands on: time, turns, transition tables and seeded chance."""
