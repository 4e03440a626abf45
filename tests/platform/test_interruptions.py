"""Interruptions: three of two minutes each, counted once, only while answering (C03 C04 C53 C62)."""

from datetime import timedelta

import pytest

from simulators.core.instants import iso
from tests.platform.exam import World

SECOND = timedelta(seconds=1)


def away(world: World, seconds: float) -> str:
    """The phone falls silent for so long and comes back; the state after it."""
    world.clock.advance(world.clock.now() + timedelta(seconds=seconds))
    return str(world.main("return").json["state"])


def test_three_are_allowed_and_the_fourth_fails(world: World) -> None:
    world.to_answering()
    assert [away(world, 60) for _ in range(4)] == ["answering", "answering", "answering", "failed"]
    view = world.view()
    assert (view["state"], view["interruptions"]["count"]) == ("failed", 4)
    assert [row["what"] for row in world.records("interrupted", "returned", "failed")] == [
        *("interrupted", "returned") * 3,
        "interrupted",
        "failed",
    ]


def test_they_are_not_summed(world: World) -> None:
    world.to_answering()
    assert [away(world, 120) for _ in range(3)] == ["answering"] * 3


def test_one_that_nobody_noticed_counts_when_the_phone_says_so(world: World) -> None:
    world.to_answering()
    assert away(world, 2) == "answering"
    assert world.view()["interruptions"]["count"] == 1


def test_the_same_return_twice_counts_once(world: World) -> None:
    world.to_answering()
    away(world, 30)
    assert world.main("return").status == world.main("return").status == 200
    assert world.view()["interruptions"]["count"] == 1


KEY = {"idempotency_key": "back from the first"}


def test_a_return_that_is_told_again_after_a_heartbeat_counts_once(world: World) -> None:
    """Its answer was lost, and the phone went on before it asked again."""
    world.to_answering().at(90 * SECOND)
    for operation, body in (("return", KEY), ("heartbeat", {}), ("return", KEY)):
        assert world.main(operation, body).status == 200
        world.clock.advance(world.clock.now() + SECOND)
    assert world.view()["interruptions"]["count"] == 1
    assert (
        world.main("return", {"idempotency_key": "back from the second"}).json["interruptions"]["count"] == 2
    )


def test_a_return_that_is_told_again_ends_no_later_interruption(world: World) -> None:
    world.to_answering().at(90 * SECOND)
    assert world.main("return", KEY).json["state"] == "answering"
    world.at(150 * SECOND)
    assert world.main("return", KEY).json["state"] == "interrupted"


def test_a_heartbeat_does_not_end_an_interruption(world: World) -> None:
    world.to_answering()
    since = world.clock.now()
    world.clock.advance(since + timedelta(seconds=60))
    view = world.main("heartbeat").json["view"]
    until = iso(since + timedelta(seconds=120))
    told = {"count": 1, "since": iso(since), "until": until}
    assert (view["state"], view["interruptions"]) == ("interrupted", told)
    world.clock.advance(since + timedelta(seconds=120, milliseconds=1))
    assert world.main("heartbeat").json["view"]["state"] == "failed"


def test_a_heartbeat_that_stands_for_many_leaves_no_gap(world: World) -> None:
    world.to_answering()
    world.clock.advance(world.clock.now() + timedelta(minutes=20))
    view = world.main("heartbeat", {"beats": 20 * 60}).json["view"]
    assert (view["state"], view["interruptions"]["count"]) == ("answering", 0)


def test_heartbeats_merged_or_not_record_the_same(world: World, sheetless: World) -> None:
    for one in (world, sheetless):
        one.to_waiting()
    for _ in range(15 * 60):
        sheetless.clock.advance(sheetless.clock.now() + SECOND)
        sheetless.main("heartbeat")
    world.beat_until(sheetless.clock.now() - world.seat.schedule.start)
    assert world.words() == sheetless.words()


def test_the_real_platform_believes_no_merged_beats(world: World) -> None:
    world.platform._house.takes_merged_beats = False
    world.to_waiting()
    world.at(timedelta(minutes=10))
    assert world.main("heartbeat", {"beats": 100_000}).json["view"]["state"] == "forfeited"


def test_one_that_spans_the_end_leads_to_the_display(world: World) -> None:
    world.to_answering().beat_until(-60 * SECOND, "end")
    world.at(5 * SECOND, "end")
    assert world.main("return").json["state"] == "display"
    assert world.words().count("failed") == 0


@pytest.mark.parametrize("seconds", [10, 300])
def test_silence_in_photos_counts_for_nothing(world: World, seconds: int) -> None:
    world.to_photos()
    assert away(world, seconds) == "photos"
    assert world.view()["interruptions"]["count"] == 0


def test_who_is_silent_in_the_waiting_room_at_the_start_is_locked_out(world: World) -> None:
    world.to_waiting().at(SECOND)
    assert world.main("heartbeat").json["view"]["state"] == "forfeited"
    assert world.records("forfeited")[0]["at"] == iso(world.seat.schedule.start)


def test_who_comes_back_to_the_waiting_room_before_the_start_is_in(world: World) -> None:
    world.to_waiting().at(-3 * SECOND)
    assert world.main("heartbeat").json["view"]["state"] == "waiting"
    world.at(timedelta(0))
    assert world.state == "answering"


def test_leaving_the_waiting_room_asks_for_the_face_again(world: World) -> None:
    world.to_waiting()
    assert world.main("left", {"cause": "other_app"}).json["state"] == "exam_page"
    assert world.main("enter").json["state"] == "face_check"


@pytest.mark.parametrize("cause", ["exit", "other_app", "call_answered", "screen_lock"])
def test_leaving_the_exam_on_purpose_ends_it(world: World, cause: str) -> None:
    world.to_answering()
    assert world.main("left", {"cause": cause}).json["state"] == "terminated"
    assert world.records("terminated")[0]["detail"] == {"cause": cause}
    assert world.main("return").json["state"] == "terminated"


def test_the_platforms_own_outage_is_charged_to_nobody(world: World) -> None:
    world.to_answering()
    world.reopen()
    world.clock.advance(world.clock.now() + timedelta(minutes=10))
    assert world.main("return").json["state"] == "answering"
    assert world.view()["interruptions"]["count"] == 0


def test_the_auxiliary_phone_decides_nothing_about_the_main_one(world: World) -> None:
    world.to_answering()
    world.clock.advance(world.clock.now() + timedelta(minutes=5))
    assert world.aux("heartbeat", {"beats": 300}).status == 200
    token = {"Authorization": f"Bearer {world.bindings['aux-1'][1]}"}
    assert world.http("GET", f"/sittings/{world.seat.sitting}/submission", b"", token).status == 200
    assert world.main("heartbeat", {"beats": 300}).json["view"]["state"] == "answering"
