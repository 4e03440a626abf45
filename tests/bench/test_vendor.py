"""Phones that are guests at another simulation's platform: one clock, one record, and nothing of the platform's own here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import urllib3

from conformance.benchcheck import checking
from conformance.benchcheck.asking import Asking
from simulators.bench.bodies import CandidateWish, WorldWish
from simulators.door.errors import BenchError
from simulators.serve import PORTS, Simulation
from simulators.serve.vendor import Vendor

THEIRS, OURS = "the vendor's token", "a token of ours"
WISH: dict[str, Any] = {
    "season": "zjcm-2023",
    "seed": 7,
    "stage": "waiting",
    "session": "formal",
    "candidates": [{"name": "王芳"}],
}


@pytest.fixture(scope="module")
def vendor() -> Iterator[Simulation]:
    running = Simulation("driven", dict.fromkeys(PORTS, 0), THEIRS)
    try:
        running.open(WorldWish(candidates=(CandidateWish(name="李静"),)))
        yield running
    finally:
        running.close()


@pytest.fixture(scope="module")
def guest(vendor: Simulation) -> Iterator[Simulation]:
    there = Vendor(f"{vendor.bench.url}/bench/v1", THEIRS)
    running = Simulation("driven", dict.fromkeys(PORTS, 0), OURS, vendor=there)
    try:
        running.visit(WorldWish())
        yield running
    finally:
        running.close()
        there.http.clear()


@pytest.fixture
def ask(guest: Simulation) -> Iterator[Asking]:
    asking = Asking(f"{guest.bench.url}/bench/v1", OURS)
    yield asking
    asking.close()


def told(asking: Asking, method: str, path: str, body: Any = None) -> Any:
    answer = asking.ask(method, path, body)
    assert answer.status in (200, 201), answer.content
    return json.loads(answer.content)


def test_the_world_that_stands_is_the_vendors_with_phones_here(
    ask: Asking, guest: Simulation, vendor: Simulation
) -> None:
    world = told(ask, "GET", "/worlds/current")
    assert [one["name"] for one in world["candidates"]] == ["李静"]
    assert {one["udid"] for one in world["phones"]} == set(guest.stand.world.handsets)
    assert world["platform_url"] == vendor.platform.url


def test_a_fresh_world_is_made_there_and_its_phones_here(ask: Asking, vendor: Simulation) -> None:
    world = told(ask, "POST", "/worlds", WISH)
    assert world["stage"] == "registered", "phones that know nothing stand no further"
    (one,) = world["candidates"]
    assert one["name"] == "王芳"
    assert one["account"] in vendor.stand.world.seats
    more = told(ask, "POST", "/candidates", {"name": "陈刚"})
    assert more["account"] in vendor.stand.world.seats
    assert len(told(ask, "GET", "/worlds/current")["phones"]) == 4


def test_there_is_one_exam_time(ask: Asking, guest: Simulation, vendor: Simulation) -> None:
    told(ask, "POST", "/worlds", WISH)
    before = datetime.fromisoformat(told(ask, "GET", "/clock")["now"])
    due: list[datetime] = []
    clock = guest.stand.world.clock
    clock.call_at(before + timedelta(minutes=3), "test", lambda: due.append(vendor.stand.world.clock.now()))
    after = datetime.fromisoformat(told(ask, "POST", "/clock", {"by_ms": 600_000})["now"])
    assert after - before == timedelta(minutes=10)
    assert due == [before + timedelta(minutes=3)], "what is due here is done when it is that time there"
    assert vendor.stand.world.clock.now() == clock.now() == after
    vendor.stand.world.clock.advance(after + timedelta(minutes=1))  # type: ignore[attr-defined]
    assert (
        datetime.fromisoformat(told(ask, "GET", "/clock")["now"])
        == clock.now()
        == after + timedelta(minutes=1)
    )


def test_what_the_phones_ask_is_asked_of_the_vendors_platform(
    ask: Asking, guest: Simulation, vendor: Simulation
) -> None:
    told(ask, "POST", "/worlds", WISH)
    with urllib3.PoolManager(retries=False) as http:
        here = http.request("GET", f"{guest.platform.url}/openapi.json")
        there = http.request("GET", f"{vendor.platform.url}/openapi.json")
    assert (here.status, here.data) == (there.status, there.data)


def test_it_keeps_the_benchs_contract_and_says_what_nobody_offers(ask: Asking) -> None:
    found = checking.check(ask, {**WISH, "stage": "registered"})
    assert found.sound, [one for one in found.findings if one.state == "faulty"]
    absent = {one.control for one in found.findings if one.state == "absent"}
    assert {one.split("/")[0] for one in absent} == {"probes", "platform", "releases"}
    assert not found.controls.simulated


def test_a_vendor_that_does_not_answer_is_told(guest: Simulation) -> None:
    nobody = Simulation(
        "driven", dict.fromkeys(PORTS, 0), OURS, vendor=Vendor("http://127.0.0.1:9/bench/v1", THEIRS)
    )
    try:
        with pytest.raises(BenchError, match="does not answer"):
            nobody.visit(WorldWish())
    finally:
        nobody.close()
    assert guest.stand.peek() is not None
