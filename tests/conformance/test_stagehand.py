"""The stagehand: time by setting or by waiting, worlds by the bench or as they stand, names of phones."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from conformance import season, target
from conformance.bench import Bench
from conformance.bench.forms import Candidate, Controls, Pair, Phone, Product, Record, SittingName, World
from conformance.instants import Instants
from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, PrecisionMissing

START = datetime.fromisoformat("2023-01-12T09:30:00+08:00")
OPENS = START + timedelta(minutes=15)


def candidate(name: str) -> Candidate:
    return Candidate(
        name, "", name, "", "", Pair(f"{name}-m", f"{name}-a"), (SittingName("s", "song", "formal"),)
    )


class FakeBench:
    """A bench in memory; `missing` are the controls that it lacks."""

    def __init__(self, *missing: str, tick: timedelta = timedelta(0)) -> None:
        self.missing, self.tick, self.at = missing, tick, START
        self.opened: list[dict[str, Any]] = []

    def _offer(self, control: str) -> None:
        if control in self.missing:
            raise ControlMissing(control)

    def world(self) -> World:
        self._offer("worlds")
        return World("w", "registered", self.at, "", "", "song", "formal", (candidate("王芳"),), ())

    def open_world(self, **wish: Any) -> World:
        self.opened.append(wish)
        people = tuple(candidate(one.get("name", "王芳")) for one in wish["candidates"])
        return World("w", wish["stage"], self.at, "", wish["season"], "song", "formal", people, ())

    def add_candidate(self, **wish: Any) -> Candidate:
        return candidate(wish["name"])

    def add_phone(self, role: str, **_wish: Any) -> Phone:
        return Phone(f"new-{len(self.opened)}", None, cast(Any, role), "m")

    def phone(self, udid: str) -> Phone:
        return Phone(udid, None, "main", "m", os="iOS" if udid.startswith("i") else "HarmonyOS")

    def now(self) -> datetime:
        self.at += self.tick
        return self.at

    def move_to(self, instant: datetime) -> datetime:
        self._offer("clock")
        self.at = instant
        return instant

    def records(self, since: int = 0) -> list[Record]:
        rows = [("opened", "1", "s"), ("paired", "1", "s"), ("opened", "2", "t")]
        made = [
            Record(seq, START, what, sitting, account) for seq, (what, account, sitting) in enumerate(rows, 1)
        ]
        return [record for record in made if record.seq > since]


def stagehand(
    bench: FakeBench, resolution_ms: int = 1, max_wait_s: float = 0, controls: tuple[str, ...] = ("worlds",)
) -> Stagehand:
    made = replace(target.load("simulated"), max_wait_s=max_wait_s)
    offered = Controls(controls, resolution_ms, "driven", Product("p", "1"))
    return Stagehand(
        cast(Bench, bench), offered, made, Instants(season.load("zjcm-2023")), 7, cast(Any, None)
    )


def test_a_world_is_made_with_season_seed_and_people() -> None:
    bench = FakeBench()
    stage = stagehand(bench)
    world = stage.open("waiting", candidates=["王芳", {"name": "李静", "stage": "paired"}])
    assert world.stage == "waiting"
    (wish,) = bench.opened
    assert (wish["seed"], wish["subject"], wish["session"]) == (7, "", "formal")
    assert wish["candidates"] == [{"name": "王芳"}, {"name": "李静", "stage": "paired"}]
    assert stage.times.waiting_opens == OPENS


def test_without_the_control_the_world_is_the_one_there_is() -> None:
    assert stagehand(FakeBench(), controls=("clock",)).open("waiting").stage == "registered"
    with pytest.raises(ControlMissing, match="'worlds'"):
        stagehand(FakeBench("worlds"), controls=()).open("waiting")


def test_phones_have_the_names_of_the_report() -> None:
    stage = stagehand(FakeBench())
    stage.open(candidates=["王芳", "李静"])
    stage.candidate("张伟")
    extra = stage.new_phone("aux")
    names = [stage.phone(udid).name for udid in ("王芳-m", "王芳-a", "李静-a", "张伟-m", extra.udid)]
    assert names == ["main", "aux", "李静 aux", "张伟 main", "aux 2"]
    assert stage.phone("王芳-m") is stage.phone("王芳-m")
    assert stage.handsets() == [], "a phone that was not looked at has no session"


@pytest.mark.parametrize(("udid", "driver"), [("i-1", "ios"), ("h-1", "android")])
def test_a_phones_driver_follows_from_its_system(udid: str, driver: str) -> None:
    assert stagehand(FakeBench()).phone(udid).kind == driver


def test_a_kind_of_phone_that_the_target_does_not_offer_is_named() -> None:
    with pytest.raises(ControlMissing, match="'typewriter'"):
        stagehand(FakeBench()).model("typewriter")


def test_time_is_set_where_it_can_be() -> None:
    stage = stagehand(FakeBench())
    stage.open()
    assert stage.move_to(OPENS) == OPENS
    assert stage.move_by(timedelta(seconds=1)) == OPENS + timedelta(seconds=1)


def test_time_is_waited_for_where_it_cannot_be_set() -> None:
    bench = FakeBench("clock", tick=timedelta(milliseconds=10))
    stage = stagehand(bench, max_wait_s=1)
    stage.open()
    wanted = START + timedelta(milliseconds=100)
    assert stage.move_to(wanted) >= wanted
    with pytest.raises(ControlMissing, match="'clock'"):
        stage.move_to(OPENS)


@pytest.mark.parametrize(
    ("resolution_ms", "away_ms", "precise"),
    [
        (1, 0, True),
        (1, 1, True),
        (1000, 999, True),
        (1000, 998, False),
        (1000, 0, False),
        (1000, -998, False),
    ],
)
def test_an_example_nearer_to_a_limit_than_time_is_kept_is_not_run(
    resolution_ms: int, away_ms: int, precise: bool
) -> None:
    stage = stagehand(FakeBench(), resolution_ms)
    stage.open()
    instant = OPENS + timedelta(milliseconds=away_ms)
    if precise:
        assert stage.move_to(instant) == instant
    else:
        with pytest.raises(PrecisionMissing, match="waiting_opens"):
            stage.move_to(instant)


def test_an_example_nearer_to_a_limit_that_counts_from_now_is_not_run_either() -> None:
    lasts = timedelta(seconds=120)
    exact, coarse = stagehand(FakeBench()), stagehand(FakeBench(), 1000)
    exact.open()
    coarse.open()
    assert exact.move_by(lasts, "interruption_seconds") - lasts == coarse.now()
    assert coarse.move_by(lasts / 2, "interruption_seconds") < exact.now()
    with pytest.raises(PrecisionMissing, match="interruption_seconds"):
        coarse.move_by(lasts + timedelta(milliseconds=1), "interruption_seconds")


def test_records_are_sifted() -> None:
    stage = stagehand(FakeBench())
    assert [record.seq for record in stage.records("opened")] == [1, 3]
    assert [record.seq for record in stage.records(account="1", sitting="s")] == [1, 2]
    assert [record.seq for record in stage.records(since=2)] == [3]


def test_a_scenario_without_a_world_is_told_so() -> None:
    with pytest.raises(LookupError, match=r"stage\.open"):
        _ = stagehand(FakeBench()).world
