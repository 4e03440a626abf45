"""The simulation of the bench's tests: what stands around the apps is reached through the same door."""

from tests.bench.conftest import bench, simulation

__all__ = ["bench", "simulation"]
