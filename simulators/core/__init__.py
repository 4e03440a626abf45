"""What every simulated part stands on: time, turns, transition tables, journals and seeded chance."""
