"""Handing in: once for each phone, and what has arrived of it since."""

from collections.abc import Iterator
from typing import Any

import msgspec

from simulators.platform import bodies, views
from simulators.platform.call import Answer, Call
from simulators.platform.desk import Case
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.sittings import view


def answers(house: House, call: Call) -> Answer:
    """The typed answer of a subject without sheets; the last one counts."""
    text = bodies.read(bodies.Typed, call.body).text
    case = house.acting(call)
    check("answers", case.moment())
    house.desk.heard(case)
    if text != case.sitting.answer:
        case = house.desk.record(case, Event(call.at, "answer", device=call.device, detail={"text": text}))
    return Answer(view(house, case))


def submit(house: House, call: Call) -> Answer:
    body = parsed(call)
    case = house.acting(call)
    if not same_again(case.sitting.submission, body):
        check("submit", case.moment())
        must_have_content(body)
        case = house.desk.record(case, Event(call.at, "submitted", device=call.device, detail=detail(body)))
    done = case.sitting.submission
    shown = {"submitted_at": views.maybe(done.at if done else None), "view": view(house, case)}
    return Answer({**shown, "uploads": list(progress(house, case, "main"))})


def status(house: House, call: Call) -> Answer:
    """Every file of both phones and how far it has come (R473). Either phone may ask."""
    case = house.desk.look(house.seat(call), call.at, from_main=call.known.binding is None)
    done = case.sitting.submission
    files = [*progress(house, case, "main"), *progress(house, case, "aux")]
    return Answer({"submitted_at": views.maybe(done.at if done else None), "files": files})


def parsed(call: Call) -> bodies.Submit:
    """The body; Refusal where two files bear one name."""
    body = bodies.read(bodies.Submit, call.body)
    if len({file.name for file in body.files}) != len(body.files):
        raise Refusal("bad_request", "files: two of them have the same name")
    return body


def must_have_content(body: bodies.Submit) -> None:
    """Refusal where a file is empty: nothing was recorded or photographed that could be judged."""
    if not all(file.bytes for file in body.files):
        raise Refusal("empty_file")


def detail(body: bodies.Submit) -> dict[str, Any]:
    files = [msgspec.to_builtins(file) for file in body.files]
    return {"idempotency_key": body.idempotency_key, "files": files}


def same_again(done: Event | None, body: bodies.Submit) -> bool:
    """Whether this submission has been accepted before, key and content (C36)."""
    asked = detail(body)
    return done is not None and {key: done.detail.get(key) for key in asked} == asked


def announced(case: Case, binding: str | None) -> list[dict[str, Any]] | None:
    """The files that this phone's submission names, None before it."""
    row = case.aux.find(binding) if binding else None
    done = (row.submission if row else None) if binding else case.sitting.submission
    return None if done is None else list(done.detail.get("files", ()))


def progress(house: House, case: Case, phone: str, binding: str | None = None) -> Iterator[dict[str, Any]]:
    """How far each file of a phone has come: the main phone's, one auxiliary phone's or all of theirs."""
    owners = [row.id for row in case.aux.bindings if binding in (None, row.id)] if phone == "aux" else [None]
    for owner in owners:
        for file in announced(case, owner) or ():
            received, state = house.uploads.progress(case.seat.sitting, owner, file["name"], case.at)
            shown = {key: file.get(key) for key in ("name", "kind", "sha256", "bytes")}
            yield {**shown, "received": received, "state": state, "phone": phone}
