"""How a candidate stands in a subject, from the roster to the end of the formal exam, and what of it is shown."""

from datetime import timedelta

import pytest

from simulators.platform.plan import schedule
from simulators.platform.registration_fold import Facts, registration
from simulators.platform.registration_machine import REGISTRATION
from simulators.platform.sitting_moves import Sitting
from tests.platform.exam import MS, World
from tests.platform.signing import Office, entry
from tests.platform.test_account_states import SEASON

SONG = SEASON.subject("song")
MOCK, FORMAL = schedule(SEASON, SONG, "mock-1"), schedule(SEASON, SONG, "formal")
EARLY = MOCK.opens_at - timedelta(hours=1)


@pytest.mark.parametrize(
    ("visible", "trouble", "state"),
    [
        (False, None, "hidden"),
        (False, "no_record", "hidden"),
        (True, "no_record", "mismatch"),
        (True, None, "pending"),
    ],
)
def test_before_the_confirmation(visible: bool, trouble: str | None, state: str) -> None:
    assert registration(Facts(visible, trouble, False, False), EARLY) == state


@pytest.mark.parametrize(
    ("prepared", "mock", "state"),
    [
        (False, "listed", "preparing"),
        (True, "listed", "ready_for_mock"),
        (True, "photos", "mock_done"),
        (False, "photos", "mock_done"),
        (True, "terminated", "ready_for_mock"),
        (True, "forfeited", "ready_for_mock"),
    ],
)
def test_between_confirmation_and_formal_exam(prepared: bool, mock: str, state: str) -> None:
    facts = Facts(True, None, True, prepared, ((MOCK, Sitting(mock)),), (FORMAL, Sitting()))
    assert registration(facts, MOCK.end) == state


@pytest.mark.parametrize("prepared", [False, True])
@pytest.mark.parametrize(("offset", "opens"), [(-MS, False), (timedelta(0), True), (MS, True)])
def test_the_formal_exam_opens_whether_a_mock_was_taken_or_not(
    prepared: bool, offset: timedelta, opens: bool
) -> None:
    facts = Facts(True, None, True, prepared, (), (FORMAL, Sitting()))
    assert (registration(facts, FORMAL.opens_at + offset) == "formal_open") is opens


ENDS = {
    "listed": "formal_open", "exam_page": "formal_open", "face_check": "formal_open", "face_review": "formal_open",
    "waiting": "formal_open", "answering": "formal_running", "interrupted": "formal_running",
    "display": "formal_running", "photos": "formal_running", "ready": "formal_running", "submitted": "submitted",
    "forfeited": "forfeited", "terminated": "terminated", "failed": "failed", "not_submitted": "not_submitted",
}  # fmt: skip


@pytest.mark.parametrize("sitting", ENDS)
def test_each_state_of_the_formal_sitting_leads_to_one_of_the_registration(sitting: str) -> None:
    facts = Facts(True, None, True, True, (), (FORMAL, Sitting(sitting)))
    assert registration(facts, FORMAL.end) == ENDS[sitting]


def test_every_state_but_one_can_be_come_to() -> None:
    shown = {*ENDS.values(), "hidden", "mismatch", "pending", "preparing", "ready_for_mock", "mock_done"}
    assert shown == set(REGISTRATION.states)


def states(world: World) -> dict[str, str]:
    headers = {"Authorization": f"Bearer {world.token}"}
    (exam,) = world.http("GET", "/exams", b"", headers).json["exams"]
    return {row["subject"]: row["state"] for row in exam["registrations"]}


def test_the_exam_list_tells_how_each_subject_stands(world: World) -> None:
    assert states(world) == {"song": "ready_for_mock", "harmony": "ready_for_mock"}
    world.to_answering()
    assert states(world) == {"song": "formal_running", "harmony": "ready_for_mock"}
    world.main("left", {"cause": "exit"})
    assert states(world)["song"] == "terminated"


def test_a_mock_that_reached_its_end_was_taken(world: World) -> None:
    rehearsal = World(world.root / "mock", world.season, session="mock-1")
    assert states(rehearsal.to_answering())["song"] == "ready_for_mock"
    rehearsal.beat_until(timedelta(seconds=1), "end")
    assert states(rehearsal)["song"] == "mock_done"
    rehearsal.close()


def test_a_mock_counts_from_its_end_on_and_not_when_it_was_broken_off(world: World) -> None:
    def counted(one: World) -> int:
        headers = {"Authorization": f"Bearer {one.token}"}
        (exam,) = one.http("GET", "/exams", b"", headers).json["exams"]
        assert exam["title"] == one.season.title["zh"]
        return int(next(row["mocks"] for row in exam["registrations"] if row["subject"] == "song"))

    taken = World(world.root / "taken", world.season, session="mock-1").to_answering()
    taken.beat_until(-timedelta(milliseconds=1), "end")
    assert counted(taken) == 0
    taken.beat_until(timedelta(0), "end")
    assert counted(taken) == 1
    taken.close()
    broken = World(world.root / "broken", world.season, session="mock-1").to_answering()
    broken.main("left", {"cause": "exit"})
    broken.beat_until(timedelta(seconds=1), "end")
    assert counted(broken) == 0
    broken.close()


def test_a_confirmed_exam_is_being_prepared(place: Office) -> None:
    place.platform.enrol(entry())
    person = place.person().confirmed()
    (exam,) = person.ask("GET", "/exams").json["exams"]
    assert {row["state"] for row in exam["registrations"]} == {"preparing"}
