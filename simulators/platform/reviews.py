"""The review desk: what waits for a person, and what the person decides (R327, R363, R423, C18, C59).

A case is named by the number of the record that opened it. It is open until somebody has decided it, or time has.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from simulators.core.instants import iso
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House


@dataclass(frozen=True, slots=True)
class Review:
    """One case: what it is about, and the event that opened it."""

    kind: str
    opened: Event

    def told(self) -> dict[str, Any]:
        one = self.opened
        return {
            "id": str(one.seq),
            "kind": self.kind,
            "account": one.account,
            "sitting": one.sitting,
            "since": iso(one.at),
            "detail": dict(one.detail),
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided, and when."""

    decision: str
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Kind:
    """`opens` is the record that opens a case; `waits` whether it still does; `decide` carries the decision out."""

    name: str
    opens: str
    waits: Callable[[House, Event, datetime], bool]
    decide: Callable[[House, Event, Verdict], None]


def waiting(house: House, at: datetime) -> list[Review]:
    """The open cases, in the order in which they were opened."""
    return list(_waiting(house, at))


def decide(house: House, name: str, verdict: Verdict) -> None:
    """KeyError where no such case is open."""
    found = next((one for one in _waiting(house, verdict.at) if str(one.opened.seq) == name), None)
    if found is None:
        raise KeyError(name)
    kind = next(one for one in KINDS if one.name == found.kind)
    kind.decide(house, found.opened, verdict)


def _waiting(house: House, at: datetime) -> Iterator[Review]:
    by_word = {kind.opens: kind for kind in KINDS}
    for event in house.store.of_words((*by_word, "paired")):
        kind = by_word.get(event.what, FLAGS)
        if kind.waits(house, event, at):
            yield Review(kind.name, event)


def _last(house: House, event: Event) -> bool:
    """Whether this is the account's last request of its kind."""
    facts = house.store.of_account(event.account or "")
    return [one.seq for one in facts if one.what == event.what][-1:] == [event.seq]


def _appealing(house: House, event: Event, at: datetime) -> bool:
    return house.clerk.look(event.account or "", at).account.state == "appeal_pending" and _last(house, event)


def _face_asked(house: House, event: Event, at: datetime) -> bool:
    return house.clerk.look(event.account or "", at).account.review == "requested" and _last(house, event)


def _sitting_asked(house: House, event: Event, at: datetime) -> bool:
    seat = house.seats.find(event.sitting or "")
    if seat is None or seat.account is None:
        return False
    sitting = house.desk.look(seat, at).sitting
    facts = house.store.of_sitting(seat.sitting)
    last = [one.seq for one in facts if one.what == event.what][-1]
    return sitting.state == "face_review" and sitting.review == "requested" and last == event.seq


def _unseen(house: House, event: Event, _: datetime) -> bool:
    if event.what == "paired" and "flag" not in event.detail:
        return False
    facts = house.store.of_sitting(event.sitting or "")
    return not any(one.what == "flag_seen" and one.detail["review"] == event.seq for one in facts)


def _files_missing(house: House, event: Event, at: datetime) -> bool:
    """Whether a file that was announced has not arrived although the phones need not keep it any longer (R270-R273)."""
    seat = house.seats.find(event.sitting or "")
    until = seat.schedule.kept_until if seat is not None else None
    if until is None or at <= until or not _unseen(house, event, at):
        return False
    return any(
        house.uploads.progress(event.sitting or "", event.detail.get("binding"), file["name"], at)[1]
        != "done"
        for file in event.detail.get("files", ())
    )


def _signed(event: Event, verdict: Verdict, what: str) -> Event:
    detail = {"review": event.seq, "decision": verdict.decision, "reviewer": verdict.reviewer}
    return Event(verdict.at, what, event.sitting, event.account, detail=detail)


def _word(stem: str, verdict: Verdict) -> str:
    return f"{stem}_{'approved' if verdict.decision == 'approve' else 'rejected'}"


def _appeal(house: House, event: Event, verdict: Verdict) -> None:
    """Where it is granted, the identity is taken from the account that had it, with all that rested on it."""
    decision = _signed(event, verdict, _word("appeal", verdict))
    claimed = house.clerk.look(event.account or "", verdict.at).account.claimed
    owner = house.accounts.of_identity(claimed.id_number) if claimed else None
    if verdict.decision == "approve" and owner is not None:
        released = replace(decision, what="identity_released", account=owner)
        house.clerk.keep([decision, released])
    else:
        house.clerk.keep([decision])


def _account_face(house: House, event: Event, verdict: Verdict) -> None:
    house.clerk.keep([_signed(event, verdict, _word("account_face_review", verdict))])


def _sitting_face(house: House, event: Event, verdict: Verdict) -> None:
    seat = house.seats.find(event.sitting or "")
    assert seat is not None
    case = house.desk.look(seat, verdict.at)
    check("face_review", case.moment())
    house.desk.record(case, _signed(event, verdict, _word("face_review", verdict)))


def _flag(house: House, event: Event, verdict: Verdict) -> None:
    house.store.append([_signed(event, verdict, "flag_seen")])


FLAGS = Kind("flag", "flagged", _unseen, _flag)
KINDS = (
    Kind("identity_appeal", "appeal_requested", _appealing, _appeal),
    Kind("account_face", "account_face_review_requested", _face_asked, _account_face),
    Kind("sitting_face", "face_review_requested", _sitting_asked, _sitting_face),
    Kind("files_missing", "submitted", _files_missing, _flag),
    Kind("files_missing", "aux_submitted", _files_missing, _flag),
    FLAGS,
)
