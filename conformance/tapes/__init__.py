"""What goes through the two doors of a scenario, kept on a tape, played back to a client, and held against another tape."""
