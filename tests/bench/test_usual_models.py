"""The model of a phone for which none is named is that of the whole process, not of its first world."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulators.bench.bodies import CandidateWish, WorldWish
from simulators.serve import PORTS, Simulation
from tests.bench.client import Client

USUAL = {"main": "huawei-mate-50", "aux": "iphone-15"}


@pytest.fixture
def client() -> Iterator[Client]:
    running = Simulation(
        "driven", dict.fromkeys(PORTS, 0), "a token", models={"main": USUAL["main"], "aux": USUAL["aux"]}
    )
    running.open(WorldWish(season="zjcm-2023", seed=1, stage="registered", candidates=(CandidateWish(),)))
    made = Client(running)
    try:
        yield made
    finally:
        made.close()
        running.close()


def test_every_world_and_every_further_phone_has_them(client: Client) -> None:
    told = client.ask(
        "POST", "/worlds", season="zjcm-2023", candidates=[{}, {"models": {"aux": "xiaomi-13"}}]
    )[1]
    models = [phone["model_id"] for phone in told["phones"]]
    assert models == [USUAL["main"], USUAL["aux"], USUAL["main"], "xiaomi-13"]
    assert client.ask("POST", "/phones", role="aux")[1]["model_id"] == USUAL["aux"]
