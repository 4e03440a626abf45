"""The scenarios in here are run by examgate, not by pytest itself."""

collect_ignore = ["faults", "labsteps"]
