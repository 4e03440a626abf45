"""Whether a bench keeps its contract, control by control, and how many rules each control gains."""
