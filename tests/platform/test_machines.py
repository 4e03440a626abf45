"""Every table by its complement: what is not listed is refused and changes nothing."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from conformance.season import Season, load
from simulators.core.machine import Machine, Move, Refused, Timed
from simulators.platform import account_machine
from simulators.platform.aux_machine import AUX, code_machine
from simulators.platform.registration_machine import REGISTRATION
from simulators.platform.sitting_machine import READING, SITTING
from simulators.platform.upload_machine import UPLOAD
from tests.platform.exam import ACCOUNT, World, picture, portrait

MACHINES = (account_machine.ACCOUNT, REGISTRATION, SITTING, AUX, code_machine(3), UPLOAD)
UNLISTED = [
    pytest.param(machine, state, event, id=f"{machine.name}: {state} {event}")
    for machine in MACHINES
    for state in machine.states
    for event in machine.events
    if event not in machine.allows(state)
]


@pytest.mark.parametrize(("machine", "state", "event"), UNLISTED)
def test_unlisted_event_is_refused(machine: Machine, state: str, event: str) -> None:
    with pytest.raises(Refused):
        machine.next(state, event)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_can_be_reached(machine: Machine) -> None:
    reached, fresh = {machine.initial}, {machine.initial}
    rows: tuple[Move | Timed, ...] = (*machine.moves, *machine.timed)
    while fresh:
        fresh = {row.target for row in rows if row.source in fresh} - reached
        reached |= fresh
    assert reached == set(machine.states)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_row_has_a_basis(machine: Machine) -> None:
    rows: tuple[Move | Timed, ...] = (*machine.moves, *machine.timed)
    assert all(row.basis.strip() for row in rows)


def to_face_review(world: World) -> None:
    world.to_face_check()
    world.platform.script_faces(ACCOUNT, [False] * 3)
    for _ in range(3):
        world.main("face", body=portrait())


def to_interrupted(world: World) -> None:
    world.to_answering()
    world.clock.advance(world.clock.now() + timedelta(seconds=60))


def to_forfeited(world: World) -> None:
    world.to_exam_page().at(timedelta(0))


def to_terminated(world: World) -> None:
    world.to_answering().main("left", {"cause": "exit"})


def to_failed(world: World) -> None:
    world.to_answering()
    world.clock.advance(world.clock.now() + timedelta(seconds=121))


def to_display(world: World) -> None:
    world.to_answering().beat_until(timedelta(seconds=5), "end")


def to_not_submitted(world: World) -> None:
    world.to_ready().at(timedelta(0), "photo_ends")


def to_reading(world: World) -> None:
    world.to_waiting().beat_until(timedelta(minutes=1))


def to_reading_interrupted(world: World) -> None:
    to_reading(world)
    world.clock.advance(world.clock.now() + timedelta(seconds=60))


REACH: dict[str, Callable[[World], object]] = {
    "listed": lambda world: None,
    "exam_page": World.to_exam_page,
    "face_check": World.to_face_check,
    "face_review": to_face_review,
    "waiting": World.to_waiting,
    "reading": to_reading,
    "reading_interrupted": to_reading_interrupted,
    "answering": World.to_answering,
    "interrupted": to_interrupted,
    "display": to_display,
    "photos": World.to_photos,
    "ready": World.to_ready,
    "submitted": World.to_submitted,
    "forfeited": to_forfeited,
    "terminated": to_terminated,
    "failed": to_failed,
    "not_submitted": to_not_submitted,
}
SUBMISSION = {"idempotency_key": "another", "files": []}
OPERATIONS: dict[str, tuple[str, str, bytes]] = {
    "open": ("POST", "open", b""),
    "enter": ("POST", "enter", b""),
    "face": ("POST", "face", portrait()),
    "face_review": ("POST", "face-review", b""),
    "left": ("POST", "left", b'{"cause": "exit"}'),
    "photo": ("PUT", "photos/1", picture(shade=9)),
    "photo_2": ("PUT", "photos/2", picture(shade=9)),
    "answers": ("POST", "answers", b'{"text": "C major"}'),
    "show": ("POST", "show", b'{"item": "face"}'),
    "begin": ("POST", "begin", b""),
    "finish": ("POST", "finish", b""),
    "record_again": ("POST", "record-again", b""),
    "submit": ("POST", "submit", json.dumps(SUBMISSION).encode()),
}
ACCEPTED = {
    ("listed", "open"),
    *(
        (state, "open")
        for state in REACH
        if state not in ("submitted", "forfeited", "terminated", "failed", "not_submitted")
    ),
    ("exam_page", "enter"),
    ("face_check", "enter"),
    ("waiting", "enter"),
    ("face_check", "face"),
    ("face_review", "face_review"),
    *((state, "left") for state in ("exam_page", "face_check", "face_review", "waiting", "submitted")),
    *((state, "left") for state in ("answering", "interrupted", "display", "photos", "ready")),
    *((state, "left") for state in READING),
    ("photos", "photo"),
    ("ready", "photo"),
    ("ready", "photo_2"),
    ("ready", "submit"),
}
"""What the platform takes in each state, said a second time and by hand; all else is refused."""
GUIDED = load(Path(__file__).parents[2] / "conformance" / "mutants" / "seasons" / "guided.toml")
"""A season with a reading time, and with things that are shown in the waiting room."""


def facts(world: World) -> list[tuple[Any, ...]]:
    return [(row["what"], row["at"], row["detail"]) for row in world.records() if row["what"] != "refused"]


def exam(root: Path, season: Season, state: str) -> World:
    """A sitting of a season that has this state."""
    return World(root, GUIDED, "essay", "mock-1") if state in READING else World(root, season)


@pytest.mark.parametrize("state", REACH)
def test_state_takes_only_what_is_listed(state: str, tmp_path: Path, season: Season) -> None:
    for operation, (method, path, body) in OPERATIONS.items():
        world = exam(tmp_path / operation, season, state)
        REACH[state](world)
        if state == "exam_page":
            world.pair()
            world.aux("record")
            world.at(timedelta(minutes=-15))
        before, shown = facts(world), world.view()
        assert shown["state"] == state
        reply = world.main(path, method=method, body=body)
        if (state, operation) in ACCEPTED:
            assert reply.status == 200, (operation, reply.json)
        else:
            assert reply.status == 409, (operation, reply.json)
            assert (facts(world), world.view()) == (before, shown)
            assert world.records("refused")[-1]["detail"] == {
                "operation": operation.removesuffix("_2"),
                "cause": reply.cause,
            }
        world.close()


def test_every_state_of_the_table_is_visited() -> None:
    assert set(REACH) == set(SITTING.states)
