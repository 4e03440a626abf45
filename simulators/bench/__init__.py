"""The bench of the simulated world: contracts/bench.openapi.yaml, control by control."""
