"""Where a season lets the candidate choose: when she begins and ends, how often she records; and what she must have done."""

from datetime import timedelta
from pathlib import Path

import pytest

from conformance.season import load
from simulators.core.instants import iso
from tests.platform.conftest import SEASONS
from tests.platform.exam import MS, World, portrait
from tests.platform.own_time import beat, begin, facts, let_in
from tests.platform.test_openapi import conforms

MINUTE = timedelta(minutes=1)


# --- the candidate's own time ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "cause"),
    [
        (("start", -MS), "too_early"),
        (("start", timedelta(0)), None),
        (("closes", -MS), None),
        (("closes", timedelta(0)), "too_late"),
    ],
)
def test_one_comes_in_at_any_time_inside_the_window(
    free: World, when: tuple[str, timedelta], cause: str | None
) -> None:
    free.to_paired().at(when[1], when[0])
    reply = free.main("enter")
    assert (reply.cause if reply.status >= 400 else None) == cause


@pytest.mark.parametrize("after", [timedelta(0), 70 * MINUTE, 180 * MINUTE - MS])
def test_answering_lasts_its_minutes_from_the_own_start(free: World, after: timedelta) -> None:
    begin(free, after)
    began = free.clock.now()
    assert facts(free, "begun", "started") == [("begun", iso(began)), ("started", iso(began))]
    ends = began + 30 * MINUTE
    assert free.view()["end"] == iso(ends)
    beat(free, 30 * MINUTE - MS)
    assert free.state == "answering"
    beat(free, MS)
    assert free.state == "ready"
    free.clock.advance(ends + 25 * MINUTE - MS)
    assert free.state == "ready"
    free.clock.advance(ends + 25 * MINUTE)
    assert free.state == "not_submitted"
    assert facts(free, "not_submitted") == [("not_submitted", iso(ends + 25 * MINUTE))]


def test_who_has_not_begun_when_the_window_closes_has_given_up(free: World) -> None:
    let_in(free, 170 * MINUTE).at(-MS, "closes")
    assert free.state == "waiting"
    free.at(timedelta(0), "closes")
    assert free.main("begin").cause == "already_over" or free.state == "forfeited"
    assert facts(free, "forfeited") == [("forfeited", iso(free.seat.schedule.closes))]


def test_the_aux_recording_follows_the_own_time(free: World) -> None:
    begin(free, 170 * MINUTE)
    assert free.aux("", method="GET").json["auto_end"] == iso(free.clock.now() + (30 + 25 + 4) * MINUTE)
    beat(free, 30 * MINUTE)
    free.clock.advance(free.clock.now() + 29 * MINUTE - MS)
    assert free.aux("", method="GET").json["state"] == "recording"
    free.clock.advance(free.clock.now() + MS)
    assert free.aux("", method="GET").json["state"] == "stopped"


def test_an_early_end_is_the_end(free: World) -> None:
    begin(free)
    beat(free, 10 * MINUTE)
    assert free.main("finish").json["state"] == "ready"
    ended = free.clock.now()
    assert free.view()["end"] == iso(ended)
    assert free.main("answers", {"text": "late"}).cause == "too_late"
    free.clock.advance(ended + 25 * MINUTE)
    assert free.state == "not_submitted"


def test_a_season_without_early_end_refuses_it(guided: World) -> None:
    guided.to_waiting().beat_until(10 * MINUTE)
    assert guided.main("finish").cause == "no_early_end"
    assert guided.state == "answering"


def test_without_display_the_photos_follow_at_once(sketch: World) -> None:
    begin(sketch)
    beat(sketch, 30 * MINUTE)
    assert sketch.state == "photos"
    assert sketch.view()["display_ends"] is None
    assert [word for word in sketch.words() if word in ("displayed", "photos_opened")] == ["photos_opened"]
    assert facts(sketch, "photos_opened") == [("photos_opened", iso(sketch.clock.now()))]


# --- chances to record -----------------------------------------------------------------------------------------------


def test_there_are_so_many_recordings_and_no_more(free: World) -> None:
    begin(free)
    for left in (2, 1):
        beat(free, MINUTE)
        assert free.main("finish").status == 200
        assert free.view()["chances"] == {"allowed": 3, "left": left}
        assert free.main("record-again").json["state"] == "exam_page"
        enter_again(free)
    beat(free, MINUTE)
    assert free.main("finish").json["state"] == "ready"
    assert free.main("record-again").cause == "no_chances"
    assert free.submit().status == 200


def enter_again(world: World) -> None:
    assert world.main("enter").status == 200
    assert world.main("face", body=portrait()).json["passed"] is True
    assert world.main("begin").status == 200


def test_an_interrupted_recording_is_lost_and_costs_a_chance(free: World) -> None:
    begin(free)
    for left in (2, 1, 0):
        beat(free, MINUTE)
        free.clock.advance(free.clock.now() + timedelta(seconds=30))
        state = free.main("return").json["state"]
        assert free.records("recording_lost")[-1]["detail"] == {"chances_left": left}
        assert state == ("exam_page" if left else "failed")
        if left:
            enter_again(free)
    assert free.view()["ended_by"] == "no_chances"


def test_every_view_conforms(guided: World, free: World, sketch: World) -> None:
    for world in (begin(free), begin(sketch)):
        conforms("Sitting", world.view())
    guided.to_waiting()
    conforms("Aux", guided.aux("", method="GET").json)
    for offset in (timedelta(0), 6 * MINUTE):
        guided.beat_until(offset)
        conforms("Sitting", guided.view())


# --- mock exams ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("handed_in", [1, 2])
def test_the_formal_exam_needs_its_mocks(tmp_path: Path, handed_in: int) -> None:
    world = World(tmp_path, load(SEASONS / "guided.toml"), "theory", "mock-1")
    formal, mocks = world.seat_of("theory", "formal"), ["mock-1", "mock-2"][:handed_in]
    for session in mocks:
        world.seat = world.seat_of("theory", session)
        world.clock.advance(world.seat.schedule.start - 30 * MINUTE)
        world.to_ready()
        assert world.submit().status == 200
    world.seat = formal
    world.clock.advance(formal.schedule.start - 30 * MINUTE)
    reply = world.main("open")
    assert (reply.status, reply.cause if reply.status >= 400 else None) == (
        (200, None) if handed_in == 2 else (409, "mocks_missing")
    )
    world.close()
