"""Further ways into a phone: plugged in when somebody asks, and taken away with the world."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulators.bench.bodies import CandidateWish, WorldWish
from simulators.bench.cables import Ends
from simulators.phone.phone import Phone
from simulators.serve import PORTS, Simulation
from tests.bench.client import Client


class Recorded:
    """A plug for the phones of one system, which remembers what was done to it."""

    def __init__(self, system: str) -> None:
        self.system, self.plugged, self.closed = system, list[str](), False

    def plug(self, phone: Phone) -> Ends:
        if phone.model.os != self.system:
            return {}
        self.plugged.append(phone.udid)
        return {self.system.lower(): f"here:{len(self.plugged)}"}

    def unplug(self, udid: str) -> None:
        if udid in self.plugged:
            self.plugged.remove(udid)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def plug() -> Recorded:
    return Recorded("Android")


@pytest.fixture
def plugged(plug: Recorded) -> Iterator[Simulation]:
    running = Simulation("driven", dict.fromkeys(PORTS, 0), "a token", lambda _: [plug, Recorded("none")])
    try:
        yield running
    finally:
        running.close()


def test_a_cable_leads_to_the_phone_from_the_first_question_to_the_end_of_its_world(
    plugged: Simulation, plug: Recorded
) -> None:
    told = plugged.open(
        WorldWish(season="zjcm-2023", seed=1, stage="registered", candidates=(CandidateWish(),))
    )
    mine = told["phones"][0]
    assert mine["cables"] == {"android": "here:1"}
    assert plug.plugged == [phone["udid"] for phone in told["phones"]]
    client = Client(plugged)
    try:
        assert client.ask("GET", f"/phones/{mine['udid']}")[1]["cables"] == mine["cables"]
        further = client.ask("POST", "/phones", role="aux", model="iphone-13")[1]
        assert "cables" not in client.ask("GET", f"/phones/{further['udid']}")[1]
        client.ask("DELETE", "/worlds/current")
        assert plug.plugged == []
    finally:
        client.close()


def test_plugs_end_with_the_simulation(plug: Recorded) -> None:
    Simulation("driven", dict.fromkeys(PORTS, 0), "a token", lambda _: [plug]).close()
    assert plug.closed
