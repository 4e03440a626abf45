from collections.abc import Iterator

import pytest

from simulators.serve import PORTS, Simulation
from tests.bench.conftest import bench

__all__ = ["bench", "simulation"]


@pytest.fixture(scope="module")
def simulation() -> Iterator[Simulation]:
    running = Simulation("driven", dict.fromkeys(PORTS, 0), "a token for tests")
    try:
        yield running
    finally:
        running.close()
