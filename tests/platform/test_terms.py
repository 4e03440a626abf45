"""What other notices add to a sitting, each enforced by the platform's own clock, to the millisecond."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from conformance.season import load
from simulators.core.instants import iso
from tests.platform.conftest import SEASONS
from tests.platform.exam import ACCOUNT, MS, PASSWORD, Reply, World, portrait
from tests.platform.own_time import beat, facts, let_in

MINUTE, ITEMS = timedelta(minutes=1), ("room", "desk", "blank_sheets", "draft_paper", "face")


# --- the reading time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offset", "state"), [(-MS, "reading"), (timedelta(0), "answering"), (MS, "answering")]
)
def test_reading_gives_way_to_answering_at_its_instant(guided: World, offset: timedelta, state: str) -> None:
    guided.to_waiting().beat_until(timedelta(0))
    assert guided.state == "reading"
    assert guided.view()["paper"] is not None
    guided.beat_until(offset, "answering_from")
    assert guided.state == state
    reached = facts(guided, "answering_opened")
    assert reached == (
        [("answering_opened", iso(guided.seat.schedule.answering_from))] * (offset >= timedelta(0))
    )


def test_nothing_is_answered_while_reading(tmp_path: Path) -> None:
    world = World(tmp_path, load(SEASONS / "guided.toml"), "theory", "mock-1")
    world.to_waiting().beat_until(-MS, "answering_from")
    assert world.main("answers", {"text": "early"}).cause == "still_reading"
    world.beat_until(timedelta(0), "answering_from")
    assert world.main("answers", {"text": "in time"}).status == 200
    world.close()


def test_an_interruption_goes_on_when_reading_ends(guided: World) -> None:
    guided.to_waiting().beat_until(4 * MINUTE)
    guided.at(4 * MINUTE + timedelta(seconds=30))
    assert guided.state == "reading_interrupted"
    guided.at(5 * MINUTE + timedelta(seconds=29))
    assert guided.state == "interrupted"
    assert guided.main("return").json["state"] == "answering"
    assert facts(guided, "interrupted", "answering_opened", "returned") == [
        ("interrupted", iso(guided.seat.schedule.start + 4 * MINUTE)),
        ("answering_opened", iso(guided.seat.schedule.answering_from)),
        ("returned", iso(guided.clock.now())),
    ]


def test_back_while_reading_is_reading_on(guided: World) -> None:
    guided.to_waiting().beat_until(MINUTE)
    guided.at(MINUTE + timedelta(seconds=30))
    assert guided.main("return").json["state"] == "reading"


# --- what is shown in the waiting room -------------------------------------------------------------------------------


def test_what_is_shown_is_recorded_once_and_the_rest_is_flagged(guided: World) -> None:
    guided.to_waiting()
    assert guided.aux("show", {"item": "desk"}).status == 200
    for _ in range(2):
        assert guided.main("show", {"item": "face"}).status == 200
    shown = {row["item"]: row["shown"] for row in guided.view()["shows"]}
    assert shown == {item: item in ("desk", "face") for item in ITEMS}
    assert [row["detail"]["item"] for row in guided.records("shown")] == ["desk", "face"]
    guided.beat_until(timedelta(0))
    (flag,) = guided.records("flagged")
    assert flag["at"] == iso(guided.seat.schedule.start)
    assert flag["detail"] == {"cause": "not_shown", "items": ["room", "blank_sheets", "draft_paper"]}
    guided.beat_until(MINUTE)
    assert len(guided.records("flagged")) == 1
    (case,) = guided.platform.reviews()
    assert case["kind"] == "flag"


def test_who_shows_everything_is_not_flagged(guided: World) -> None:
    guided.to_waiting()
    for item in ITEMS:
        show = guided.aux if item in ("room", "desk") else guided.main
        assert show("show", {"item": item}).status == 200
    guided.beat_until(MINUTE)
    assert guided.state == "reading"
    assert guided.records("flagged") == []


@pytest.mark.parametrize(("phone", "item"), [("aux", "face"), ("main", "room")])
def test_each_camera_is_shown_its_own(guided: World, phone: str, item: str) -> None:
    guided.to_waiting()
    assert getattr(guided, phone)("show", {"item": item}).cause == "other_camera"


def test_nothing_is_shown_before_or_after_waiting(guided: World, free: World) -> None:
    guided.to_face_check()
    assert guided.main("show", {"item": "face"}).cause == "not_possible"
    guided.main("face", body=portrait())
    guided.beat_until(timedelta(0))
    assert guided.main("show", {"item": "face"}).cause == "too_late"
    assert let_in(free).main("show", {"item": "face"}).cause == "not_asked_for"


# --- interruptions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("longer", "state"), [(-MS, "answering"), (timedelta(0), "answering"), (MS, "forfeited")]
)
def test_too_long_an_interruption_forfeits(guided: World, longer: timedelta, state: str) -> None:
    guided.to_waiting().beat_until(10 * MINUTE)
    guided.clock.advance(guided.clock.now() + guided.seat.schedule.interruption + longer)
    assert guided.main("return").json["state"] == state
    view = guided.view()
    assert view["ended_by"] == ("interruption" if state == "forfeited" else None)
    if state == "forfeited":
        assert [row["what"] for row in guided.records("forfeited", "failed")] == ["forfeited"]


def test_one_interruption_too_many_forfeits(guided: World) -> None:
    guided.to_waiting().beat_until(10 * MINUTE)
    for _ in range(guided.seat.schedule.interruptions_allowed):
        guided.clock.advance(guided.clock.now() + timedelta(seconds=30))
        assert guided.main("return").json["state"] == "answering"
        beat(guided, timedelta(seconds=5))
    guided.clock.advance(guided.clock.now() + timedelta(seconds=30))
    assert guided.main("return").json["state"] == "forfeited"
    assert guided.records("forfeited")[0]["detail"] == {"cause": "too_many_interruptions"}
    assert guided.view()["ended_by"] == "too_many_interruptions"


def test_the_aux_phone_makes_nothing_good_where_the_main_phone_does(guided: World) -> None:
    guided.to_waiting()
    assert guided.aux("stop", {"cause": "interrupted"}).status == 200
    for operation in ("resume", "record"):
        assert guided.aux(operation).cause == "repaired_on_main"


@pytest.mark.parametrize("reach", ["to_waiting", "to_answering"])
def test_a_login_on_another_phone_fails_the_exam(guided: World, reach: str) -> None:
    getattr(guided, reach)()
    assert login(guided, "main-1").status == 200
    assert guided.state in ("waiting", "reading")
    assert login(guided, "another").status == 200
    (failed,) = guided.records("failed")
    assert failed["at"] == iso(guided.clock.now())
    assert failed["detail"] == {"cause": "second_device"}


def test_a_login_on_another_phone_before_the_exam_fails_nothing(guided: World) -> None:
    guided.to_face_check()
    assert login(guided, "another").status == 200
    assert guided.records("failed") == []


def login(world: World, device: str) -> Reply:
    body = json.dumps({"account": ACCOUNT, "password": PASSWORD}).encode()
    return world.http("POST", "/login", body, {"X-Device": device})
