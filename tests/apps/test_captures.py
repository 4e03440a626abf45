"""Who takes away what the screen shows is told of: on the main phone that ends the exam, on the aux phone it is flagged."""

from typing import Any

import pytest

from simulators.phone.app import Capture
from simulators.phone.faults import Fault
from tests.apps.stand import START, Stand

KINDS: tuple[Capture, ...] = ("screenshot", "screen_recording", "screen_cast")


def told(exam: Stand, what: str) -> list[dict[str, Any]]:
    return [record for record in exam.platform.records(0) if record["what"] == what]


@pytest.mark.parametrize("kind", KINDS)
def test_on_the_main_phone_it_ends_the_exam(exam: Stand, kind: Capture) -> None:
    exam.to_waiting()
    exam.at(START)
    exam.main.phone.capture(kind)
    assert exam.main.screen == "terminated"
    assert [record["detail"]["cause"] for record in told(exam, "terminated")] == [kind]
    assert exam.main.phone.recorder.active is None


@pytest.mark.parametrize("kind", KINDS)
def test_on_the_aux_phone_it_is_flagged_and_the_recording_goes_on(exam: Stand, kind: Capture) -> None:
    exam.to_waiting()
    exam.at(START)
    exam.aux.phone.capture(kind)
    assert exam.aux.screen == "recording"
    assert [record["detail"]["cause"] for record in told(exam, "flagged")] == [kind]
    assert told(exam, "terminated") == []


@pytest.mark.parametrize(("automatic", "flags"), [(False, ["screen_lock"]), (True, [])])
def test_on_the_aux_phone_a_lock_is_flagged_where_the_person_did_it(
    exam: Stand, automatic: bool, flags: list[str]
) -> None:
    exam.to_waiting()
    exam.at(START)
    exam.aux.phone.lock(automatic=automatic)
    assert exam.aux.phone.recorder.active is None
    assert [record["detail"]["cause"] for record in told(exam, "flagged")] == flags
    assert told(exam, "terminated") == []


@pytest.mark.parametrize("automatic", [False, True])
def test_on_the_main_phone_only_a_lock_by_the_person_ends_the_exam(exam: Stand, automatic: bool) -> None:
    exam.to_waiting()
    exam.at(START)
    exam.main.phone.lock(automatic=automatic)
    assert [record["detail"]["cause"] for record in told(exam, "terminated")] == (
        [] if automatic else ["screen_lock"]
    )


def test_in_the_waiting_room_it_is_for_the_review_desk(exam: Stand) -> None:
    exam.to_waiting()
    exam.main.phone.capture("screenshot")
    assert exam.main.screen == "waiting"
    assert len(told(exam, "flagged")) == 1


def test_outside_an_exam_nobody_is_told(exam: Stand) -> None:
    exam.log_in()
    before = len(exam.platform.records(0))
    exam.main.phone.capture("screenshot")
    assert len(exam.platform.records(0)) == before


def test_what_could_not_be_told_is_told_later(exam: Stand) -> None:
    exam.to_waiting()
    exam.at(START)
    exam.aux.phone.network.faults.append(Fault("answer", status=503))
    exam.aux.phone.capture("screen_cast")
    exam.pass_time(3)
    assert [record["detail"]["cause"] for record in told(exam, "flagged")] == ["screen_cast"]
