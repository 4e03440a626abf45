from collections.abc import Iterator

import pytest

from simulators.serve import PORTS, Simulation
from tests.bench.client import Client


@pytest.fixture(scope="package")
def simulation() -> Iterator[Simulation]:
    running = Simulation("driven", dict.fromkeys(PORTS, 0), "a token for tests")
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
def bench(simulation: Simulation) -> Iterator[Client]:
    """A client; the world that a test made ends with it."""
    client = Client(simulation)
    try:
        yield client
    finally:
        client.ask("DELETE", "/worlds/current")
        client.close()
