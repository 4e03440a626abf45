"""What an exam day needs before it is held: bandwidth, storage and processes for N candidates, and when the last upload ends."""
