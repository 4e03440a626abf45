"""Laws of the fold: it depends on what happened and when, never on who looked or how often."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.season import Season, load
from simulators.platform.events import Event
from simulators.platform.fold import fold
from simulators.platform.plan import schedule
from simulators.platform.sitting_machine import OVER
from simulators.platform.sitting_moves import Sitting
from tests.platform.exam import ACCOUNT, World, portrait

SEASON = load("zjcm-2023")
SONG = SEASON.subject("song")
PLAN = schedule(SEASON, SONG, "formal")

STEPS: dict[str, Callable[[World], object]] = {
    "open": lambda world: world.main("open"),
    "enter": lambda world: world.main("enter"),
    "face": lambda world: world.main("face", body=portrait()),
    "face_fails": lambda world: face_fails(world),
    "review": lambda world: world.main("face-review"),
    "beat": lambda world: world.main("heartbeat"),
    "beats": lambda world: world.main("heartbeat", {"beats": 4000}),
    "return": lambda world: world.main("return"),
    "leave": lambda world: world.main("left", {"cause": "exit"}),
    "photo 1": lambda world: world.photo(1),
    "photo 2": lambda world: world.photo(2),
    "submit": lambda world: world.submit(),
    "pair": lambda world: world.pair(),
    "record": lambda world: world.aux("record") if world.bindings else None,
    "stop": lambda world: world.aux("stop", {"cause": "accident"}) if world.bindings else None,
    "reopen": lambda world: world.reopen(),
}


def face_fails(world: World) -> None:
    world.platform.script_faces(ACCOUNT, [False])
    world.main("face", body=portrait())


LIKELY = ["open", "pair", "record", "enter", "face", "beats", "beats", "photo 1", "photo 2", "submit"]
GAPS = st.one_of(
    st.integers(0, 4000),
    st.sampled_from([60_000, 120_000, 120_001, 300_000, 599_999, 600_000, 900_000, 1_800_000, 3_600_000]),
)
HISTORY = st.lists(
    st.tuples(GAPS, st.one_of(st.sampled_from(LIKELY), st.sampled_from(sorted(STEPS)))),
    min_size=5,
    max_size=25,
)


def live(steps: list[tuple[int, str]], looks: int) -> tuple[list[Any], Any]:
    """Live through the steps, looking at everything `looks` times before each; the facts and the last view."""
    with TemporaryDirectory() as root:
        world = World(Path(root), SEASON)
        for gap, step in steps:
            world.clock.advance(world.clock.now() + timedelta(milliseconds=gap))
            for _ in range(looks):
                world.view(), world.records(), world.main("submission", method="GET")
            STEPS[step](world)
        told = sorted((row["at"], row["what"], str(row["detail"])) for row in world.records())
        view = world.view()
        world.close()
    return told, view


@settings(max_examples=25, deadline=None)
@given(HISTORY)
def test_how_often_it_is_read_changes_nothing(steps: list[tuple[int, str]]) -> None:
    steps = [step for step in steps if step[1] != "reopen"]
    assert live(steps, 0) == live(steps, 3)


@settings(max_examples=25, deadline=None)
@given(HISTORY)
def test_nothing_told_is_ever_taken_back(steps: list[tuple[int, str]]) -> None:
    with TemporaryDirectory() as root:
        world, before = World(Path(root), SEASON), list[Any]()
        for gap, step in steps:
            world.clock.advance(world.clock.now() + timedelta(milliseconds=gap))
            was = world.state
            STEPS[step](world)
            assert was not in OVER or world.state == was
            after = world.platform.records()
            assert after[: len(before)] == before
            before = after
        shown = world.view()
        world.reopen()
        assert world.platform.records() == before
        assert world.view() | {"next_change": None} == shown | {"next_change": None}
        world.close()


def answering(*more: Event) -> list[Event]:
    early = PLAN.start - timedelta(minutes=5)
    return [Event(early, "opened"), Event(early, "entered"), Event(early, "face_passed"), *more]


@given(st.integers(-600_000, 8_000_000), st.integers(0, 8_000_000), st.integers(0, 8_000_000))
def test_the_fold_is_a_function(contact: int, first: int, second: int) -> None:
    heard = PLAN.start + timedelta(milliseconds=contact)
    first, second = sorted((first, second))
    soon, later = (PLAN.start + timedelta(milliseconds=ms) for ms in (first, second))
    events = answering()
    assert fold(PLAN, events, heard, later) == fold(PLAN, events, heard, later)
    if heard > soon:
        return
    # What was derived earlier and written down meanwhile leads to the same state and is not derived again.
    halfway = fold(PLAN, events, heard, soon)
    whole, resumed = fold(PLAN, events, heard, later), fold(PLAN, [*events, *halfway.derived], heard, later)
    assert replace(whole, derived=()) == replace(resumed, derived=())
    assert {*_facts(halfway), *_facts(resumed)} == set(_facts(whole))
    assert not set(_facts(halfway)) & set(_facts(resumed))


def _facts(sitting: Sitting) -> list[tuple[str, Any]]:
    return [(fact.what, fact.at) for fact in sitting.derived]


@given(st.integers(0, 24 * 3600_000))
def test_time_alone_never_leads_back(ms: int) -> None:
    order = ["waiting", "answering", "display", "photos", "not_submitted"]
    opening = PLAN.start - timedelta(minutes=5)
    states = [
        fold(PLAN, answering(), None, opening + timedelta(milliseconds=at)).state for at in (ms // 2, ms)
    ]
    assert order.index(states[0]) <= order.index(states[1])


def test_a_season_of_other_limits_is_followed(season: Season) -> None:
    assert PLAN.opens_at == PLAN.start - timedelta(minutes=season.limit("waiting_minutes"))
    assert PLAN.display_ends == PLAN.end + timedelta(seconds=season.limit("display_seconds"))
    assert PLAN.auto_end > PLAN.photo_ends > PLAN.display_ends
