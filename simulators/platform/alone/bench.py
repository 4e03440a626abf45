"""The small bench of a platform that runs alone: its clock, its records, its people. Contract: contracts/alone.openapi.yaml."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

from msgspec import Meta, Struct
from starlette.applications import Starlette
from starlette.requests import Request

from conformance.season import Season
from simulators.core.clock import ClockError
from simulators.core.instants import iso
from simulators.defects.release import product
from simulators.door import reading
from simulators.door.doorway import Doorway, no_room
from simulators.door.errors import BadBody, BenchError, NoRoom, TryAgain
from simulators.platform import recorded
from simulators.platform.alone.keeping import KeptClock
from simulators.platform.alone.people import UnknownMajor, known_majors
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.seats import Seat
from simulators.platform.transactions import NotKept


class Enrolment(Struct, frozen=True, forbid_unknown_fields=True):
    """A candidate to be registered; without an ID number one is drawn, and who has not confirmed may do so."""

    account: Annotated[str, Meta(pattern=r"^[0-9A-Za-z@._-]{3,40}$")]
    password: Annotated[str, Meta(min_length=1, max_length=80)]
    name: Annotated[str, Meta(min_length=1, max_length=80)]
    majors: Annotated[tuple[str, ...], Meta(min_length=1, max_length=20)]
    id_number: Annotated[str, Meta(max_length=80)] = ""
    confirmed: bool = True


class Rate(Struct, frozen=True, forbid_unknown_fields=True):
    """Exam seconds a second."""

    rate: Annotated[float, Meta(gt=0)]


Enrolments = Annotated[tuple[Enrolment, ...], Meta(min_length=1, max_length=20_000)]


@dataclass(frozen=True)
class Alone:
    """What the bench is about."""

    platform: Platform
    season: Season
    clock: KeptClock
    heartbeat: timedelta


@dataclass(frozen=True, slots=True)
class Ask:
    """The query, and the body as the control's shape."""

    query: Mapping[str, str]
    body: Any


@dataclass(frozen=True, slots=True)
class Control:
    """A request of the contract."""

    name: str
    method: str
    path: str
    handler: Callable[[Alone, Ask], Any]
    body: Any = None
    status: int = 200


def bench(alone: Alone, token: str) -> Starlette:
    """The ASGI side; `token` is the only one that is let in."""

    def run(control: Control, request: Request, raw: bytes) -> Any:
        body = None if control.body is None else reading.read(raw, control.body)
        try:
            return control.handler(alone, Ask(request.query_params, body))
        except NotKept as error:
            raise (
                NoRoom(no_room(error)) if error.full else TryAgain(f"nothing was changed: {error}")
            ) from error

    return Doorway(CONTROLS, token, run).asgi


def _controls(alone: Alone, _: Ask) -> Any:
    """What is offered; no app is driven here, so nothing of any rests on a document."""
    return {
        "controls": list(dict.fromkeys(row.name for row in CONTROLS)),
        "resolution_ms": 1,
        "clock": f"x{alone.clock.clock.rate:g}",
        "product": product(),
        "basis": dict.fromkeys(("screens", "transitions", "text", "assumed"), 0),
        "stages": [],
        "simulated": True,
        "season": alone.season.id,
        "heartbeat_seconds": alone.heartbeat.total_seconds(),
    }


def _now(alone: Alone, _: Ask) -> Any:
    clock = alone.clock.clock
    return {"now": iso(alone.platform.now()), "rate": clock.rate, "since": iso(clock.since)}


def _pace(alone: Alone, ask: Ask) -> Any:
    try:
        alone.clock.set_rate(ask.body.rate)
    except ClockError as error:
        raise BadBody("rate", ask.body.rate, str(error)) from error
    return _now(alone, ask)


def _records(alone: Alone, ask: Ask) -> Any:
    return recorded.page(alone.platform, ask.query)


def _register(alone: Alone, ask: Ask) -> Any:
    people = [Candidate(**{name: getattr(one, name) for name in one.__struct_fields__}) for one in ask.body]
    try:
        known_majors(alone.season, people)
    except UnknownMajor as error:
        raise BenchError(str(error)) from error
    try:
        seats = alone.platform.register_all(people)
    except ValueError as error:
        raise BenchError(str(error)) from error
    return {"candidates": [_registered(one, its) for one, its in seats.items()]}


def _registered(one: Candidate, seats: Sequence[Seat]) -> dict[str, Any]:
    sittings = [
        {
            "sitting": seat.sitting,
            "subject": seat.subject.id,
            "session": seat.session,
            "admission_number": seat.admission_number,
            "code": seat.code,
            "exam_code": seat.exam_code,
        }
        for seat in seats
    ]
    return {"account": one.account, "name": one.name, "id_number": one.id_number, "sittings": sittings}


CONTROLS = (
    Control("controls", "GET", "/controls", _controls),
    Control("clock", "GET", "/clock", _now),
    Control("clock", "POST", "/clock", _pace, Rate),
    Control("records", "GET", "/records", _records),
    Control("candidates", "POST", "/candidates", _register, Enrolments, 201),
)
