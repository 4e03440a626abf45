"""Every limit just before, at and just after, by the platform's clock."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from simulators.core.instants import iso, parse
from tests.platform.exam import MS, Reply, World, portrait

ZERO = timedelta(0)
AROUND = (-MS, ZERO, MS)


@pytest.mark.parametrize(("offset", "cause"), [(-MS, "too_early"), (ZERO, None), (MS, None)])
def test_waiting_room_opens(world: World, offset: timedelta, cause: str | None) -> None:
    world.to_paired().at(offset, "opens_at")
    assert world.main("enter").cause == cause


@pytest.mark.parametrize(("offset", "cause"), [(-MS, None), (ZERO, "too_late"), (MS, "too_late")])
def test_entry_closes_at_the_start(world: World, offset: timedelta, cause: str | None) -> None:
    world.to_paired().at(offset)
    assert world.main("enter").cause == cause


@pytest.mark.parametrize(
    ("offset", "cause", "state"),
    [(-MS, None, "waiting"), (ZERO, "too_late", "forfeited"), (MS, "too_late", "forfeited")],
)
def test_face_check_must_pass_before_the_start(
    world: World, offset: timedelta, cause: str | None, state: str
) -> None:
    world.to_face_check().at(offset)
    assert world.main("face", body=portrait()).cause == cause
    assert world.state == state


@pytest.mark.parametrize(
    ("offset", "state", "paper"),
    [(-MS, "waiting", False), (ZERO, "answering", True), (MS, "answering", True)],
)
def test_the_paper_is_shown_from_the_start_on(
    world: World, offset: timedelta, state: str, paper: bool
) -> None:
    world.to_waiting().beat_until(timedelta(seconds=-1))
    world.at(offset)
    view = world.view()
    assert (view["state"], view["paper"] is not None) == (state, paper)


@pytest.mark.parametrize(("offset", "state"), [(-MS, "answering"), (ZERO, "display"), (MS, "display")])
def test_answering_ends(world: World, offset: timedelta, state: str) -> None:
    world.to_answering().beat_until(timedelta(seconds=-1), "end")
    world.at(offset, "end")
    assert world.state == state


@pytest.mark.parametrize(("offset", "state"), [(-MS, "answering"), (ZERO, "ready"), (MS, "ready")])
def test_answering_without_sheet_ends_ready(sheetless: World, offset: timedelta, state: str) -> None:
    sheetless.to_answering().beat_until(timedelta(seconds=-1), "end")
    sheetless.at(offset, "end")
    assert sheetless.state == state


@pytest.mark.parametrize(("offset", "cause"), [(-MS, None), (ZERO, "too_late"), (MS, "too_late")])
def test_typed_answers_end_with_the_exam(sheetless: World, offset: timedelta, cause: str | None) -> None:
    sheetless.to_answering().beat_until(timedelta(seconds=-1), "end")
    sheetless.at(offset, "end")
    assert sheetless.main("answers", {"text": "a fugue"}).cause == cause


@pytest.mark.parametrize(("offset", "cause"), [(-MS, "not_yet"), (ZERO, None), (MS, None)])
def test_photos_begin_after_the_display(world: World, offset: timedelta, cause: str | None) -> None:
    world.to_answering().beat_until(ZERO, "end")
    world.at(offset, "display_ends")
    assert world.photo(1).cause == cause


@pytest.mark.parametrize(("offset", "cause"), [(-MS, None), (ZERO, "too_late"), (MS, "too_late")])
@pytest.mark.parametrize(
    "last", [lambda world: world.photo(2), lambda world: world.submit()], ids=["photo", "submit"]
)
def test_the_photo_countdown_ends(
    world: World, offset: timedelta, cause: str | None, last: Callable[[World], Reply]
) -> None:
    world.to_ready().at(offset, "photo_ends")
    assert last(world).cause == cause
    assert world.state == ("not_submitted" if cause else world.state)


@pytest.mark.parametrize(("offset", "cause"), [(-MS, None), (ZERO, "too_late"), (MS, "too_late")])
def test_submission_without_sheets_has_its_own_time(
    sheetless: World, offset: timedelta, cause: str | None
) -> None:
    sheetless.to_ready().at(offset, "photo_ends")
    assert sheetless.submit().cause == cause


@pytest.mark.parametrize(("offset", "state"), [(-MS, "answering"), (ZERO, "answering"), (MS, "failed")])
def test_an_interruption_lasts_two_minutes(world: World, offset: timedelta, state: str) -> None:
    world.to_answering()
    world.clock.advance(world.clock.now() + timedelta(seconds=120) + offset)
    assert world.main("return").json["state"] == state


@pytest.mark.parametrize(("offset", "state"), [(-MS, "recording"), (ZERO, "stopped"), (MS, "stopped")])
def test_the_auxiliary_recording_ends_by_itself(world: World, offset: timedelta, state: str) -> None:
    world.to_paired().at(offset, "auto_end")
    assert world.aux("", method="GET").json["state"] == state


@pytest.mark.parametrize("offset", AROUND)
def test_silence_is_noticed_after_five_seconds(world: World, offset: timedelta) -> None:
    world.to_answering()
    world.clock.advance(world.clock.now() + timedelta(seconds=5) + offset)
    assert world.state == ("interrupted" if offset > ZERO else "answering")


@pytest.mark.parametrize(("offset", "status"), [(-MS, "未开始"), (ZERO, "进行中")], ids=["before", "open"])
def test_status_before_and_in_the_exam(world: World, offset: timedelta, status: str) -> None:
    world.at(offset, "opens_at")
    assert world.view()["status"] == status


def test_status_is_over_at_the_end_while_photos_are_still_taken(world: World) -> None:
    world.to_photos()
    view = world.view()
    assert (view["status"], view["state"]) == ("已结束", "photos")
    assert world.photo(1).status == 200


@pytest.mark.parametrize("phase", ["opens_at", "start", "end", "photo_ends"])
def test_next_change_is_the_instant_at_which_the_state_changes(world: World, phase: str) -> None:
    world.to_ready() if phase == "photo_ends" else world.to_waiting()
    if phase == "end":
        world.beat_until(timedelta(minutes=1))
    view = world.view()
    change = parse(view["next_change"])
    world.clock.advance(change - MS)
    if view["state"] in ("waiting", "answering"):
        world.main("heartbeat", {"beats": 10_000})
    assert world.state == view["state"]
    world.clock.advance(change)
    assert world.state != view["state"]


def test_derived_facts_have_their_limits_instant(world: World) -> None:
    plan = world.seat.schedule
    world.to_answering()
    heard = world.clock.now()
    world.at(timedelta(hours=3), "end")
    told = [(row["what"], row["at"]) for row in world.records("started", "interrupted", "failed")]
    assert told == [
        ("started", iso(plan.start)),
        ("interrupted", iso(heard)),
        ("failed", iso(heard + timedelta(seconds=120))),
    ]
