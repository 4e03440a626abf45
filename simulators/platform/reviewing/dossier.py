"""All that the desk has of one sitting: checklist, recordings, photos, the platform's record, findings, effect, ruling."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from simulators.core.instants import iso
from simulators.platform import views
from simulators.platform.desk import Case
from simulators.platform.house import House
from simulators.platform.reviewing import checklist, films, findings
from simulators.platform.reviewing.classes import effect
from simulators.platform.seats import Seat
from simulators.platform.submission import progress

Told = dict[str, Any]


def dossier(house: House, seat: Seat, at: datetime) -> Told:
    """The sitting as it lies on the desk at `at`."""
    case = house.desk.look(seat, at)
    found = findings.fold(house.store.of_sitting(seat.sitting))
    return {
        "sitting": seat.sitting,
        "account": seat.account,
        "candidate": views.candidate(seat, house.name(seat)),
        "major": views.major(seat),
        "subject": views.subject(seat),
        "session": seat.session,
        "now": iso(at),
        "plan": _plan(seat),
        "effect": effect(case.sitting.state),
        "ruling": findings.ruling(list(found.values())).told(),
        "findings": [one.told() for one in found.values()],
        "checklist": [_item(item) for item in checklist.current(house.store).values()],
        "recordings": list(_recordings(house, case)),
        "photos": list(_photos(case)),
        "timeline": list(_timeline(house, seat)),
        "page": f"{root(house)}/sittings/{seat.sitting}",
    }


def key(house: House) -> str:
    """What a reviewer's address holds, so that no candidate can guess it."""
    return house.chance.child("review desk").token(24).lower()


def root(house: House) -> str:
    return f"/desk/{key(house)}"


def _plan(seat: Seat) -> Told:
    plan = seat.schedule
    return {
        "opens": iso(plan.opens_at),
        "start": iso(plan.start),
        "end": iso(plan.end),
        "display_ends": views.maybe(plan.display_ends),
        "photo_ends": iso(plan.photo_ends),
    }


def _item(item: checklist.Item) -> Told:
    return {"id": item.id, "rule": item.rule, "en": item.en, "zh": item.zh, "classes": list(item.classes)}


def _recordings(house: House, case: Case) -> Iterator[Told]:
    """Every film that was announced, arrived or not."""
    for phone in ("main", "aux"):
        for file in progress(house, case, phone):
            if file["kind"] == "video":
                yield _recording(house, file, phone)


def _recording(house: House, file: Told, phone: str) -> Told:
    film = films.read(house.uploads.content(file["sha256"])) if file["state"] == "done" else films.UNREADABLE
    shown = {name: file[name] for name in ("name", "sha256", "bytes", "received", "state")}
    return {"phone": phone, **shown, **film.told(), "href": f"{root(house)}/films/{file['sha256']}"}


def _photos(case: Case) -> Iterator[Told]:
    for page, digest in sorted(case.sitting.photos.items()):
        quality = case.sitting.quality.get(page) or {}
        yield {"page": page, "sha256": digest, "quality": dict(quality)}


def _timeline(house: House, seat: Seat) -> Iterator[Told]:
    """What the platform recorded of this sitting, refusals and flags among it; what the desk did stands elsewhere."""
    for event in house.store.told_of(seat.sitting):
        if not event.what.startswith("finding_"):
            flag = event.what == "flagged" or "flag" in event.detail
            yield {"seq": event.seq, "at": iso(event.at), "what": event.what, "device": event.device,
                   "flag": flag, "detail": dict(event.detail)}  # fmt: skip
