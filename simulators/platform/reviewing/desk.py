"""The desk's own deeds: a list is adopted, a finding is made, settled, withdrawn. Each is one more event by a named person."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.reviewing import checklist, findings
from simulators.platform.reviewing.checklist import Item
from simulators.platform.reviewing.classes import gravest_first
from simulators.platform.reviewing.findings import Finding
from simulators.platform.reviewing.machine import FINDING
from simulators.platform.seats import Seat

LONGEST_NAME, LONGEST_NOTE = 80, 2000
PHONES = ("main", "aux", "")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reviewer says: of which item, in which recording, from when to when; `phone` is empty for a photo."""

    item: str
    reviewer: str
    note: str = ""
    phone: str = ""
    begins: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """`move` is settle or withdraw; without `classes` a finding is settled with those that it proposes."""

    move: str
    reviewer: str
    note: str = ""
    classes: tuple[str, ...] | None = field(default=None)


def adopt(house: House, items: Iterable[Item], at: datetime) -> None:
    """What reviewers look for from now on."""
    house.store.append([Event(at, "checklist_adopted", detail=checklist.adopted(items))])


def make(house: House, seat: Seat, remark: Remark, at: datetime) -> int:
    """The finding's number. ValueError for nobody's finding, an unknown item, or what cannot be."""
    items = checklist.current(house.store)
    if remark.item not in items:
        raise ValueError(f"no item {remark.item!r} on the checklist; there are {', '.join(items)}")
    if remark.phone not in PHONES:
        raise ValueError(f"a finding is in the recording of main or aux, not of {remark.phone!r}")
    item = items[remark.item]
    detail = {
        "item": item.id, "rule": item.rule, "text": {"en": item.en, "zh": item.zh}, "proposes": list(item.classes),
        "reviewer": named(remark.reviewer), "note": short(remark.note), "phone": remark.phone or None,
        **findings.span(remark.begins, remark.ends),
    }  # fmt: skip
    (kept,) = house.store.append([Event(at, "finding_made", seat.sitting, seat.account, detail=detail)])
    return kept.seq


def decide(house: House, number: int, decision: Decision, at: datetime) -> None:
    """KeyError for an unknown finding, Refused where it cannot move so, ValueError for nobody's decision."""
    seat, finding = find(house, number)
    FINDING.next(finding.state, decision.move)
    classes = finding.proposes if decision.classes is None else decision.classes
    said = {"finding": number, "reviewer": named(decision.reviewer), "note": short(decision.note)}
    ruled = {"classes": list(gravest_first(classes))} if decision.move == "settle" else {}
    what = {"settle": "finding_settled", "withdraw": "finding_withdrawn"}[decision.move]
    house.store.append([Event(at, what, seat.sitting, seat.account, detail=said | ruled)])


def find(house: House, number: int) -> tuple[Seat, Finding]:
    """A finding with the seat that it is about; KeyError where there is none."""
    for event in house.store.of_words(("finding_made",)):
        seat = house.seats.find(event.sitting or "") if event.seq == number else None
        if seat is not None:
            return seat, findings.fold(house.store.of_sitting(seat.sitting))[number]
    raise KeyError(number)


def named(reviewer: str) -> str:
    """The person's name. ValueError where there is none: no finding and no ruling is nobody's."""
    name = reviewer.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError(f"the reviewer must be named in 1 to {LONGEST_NAME} characters")
    return name


def short(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise ValueError(f"a note of {len(note)} characters; at most {LONGEST_NOTE}")
    return note
