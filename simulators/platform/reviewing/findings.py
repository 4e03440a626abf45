"""What reviewers found in a sitting, as a fold over append-only events: who, when, and what has become of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from simulators.core.instants import iso
from simulators.platform.events import Event
from simulators.platform.reviewing.classes import gravest_first
from simulators.platform.reviewing.machine import EVENTS, FINDING
from simulators.platform.views import maybe


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `proposes` are the classes of its rule, `classes` those that were ruled. `history` has every step."""

    id: int
    item: str
    rule: str
    note: str
    place: Mapping[str, Any]
    proposes: tuple[str, ...]
    state: str = FINDING.initial
    classes: tuple[str, ...] = ()
    history: tuple[Mapping[str, str], ...] = ()

    def told(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "item": self.item,
            "rule": self.rule,
            "note": self.note,
            **self.place,
            "proposes": list(self.proposes),
            "state": self.state,
            "classes": list(self.classes),
            "history": [dict(step) for step in self.history],
        }


@dataclass(frozen=True, slots=True)
class Ruling:
    """The school's ruling of one subject: the classes of all that is settled, the gravest first, with who ruled them."""

    classes: tuple[str, ...]
    by: tuple[Mapping[str, str], ...]

    def told(self) -> dict[str, Any]:
        gravest = self.classes[0] if self.classes else None
        return {"classes": list(self.classes), "gravest": gravest, "by": [dict(one) for one in self.by]}


def fold(events: Iterable[Event]) -> dict[int, Finding]:
    """The findings of a sitting by the numbers of the records that made them."""
    found: dict[int, Finding] = {}
    for event in events:
        if event.what == "finding_made":
            found[event.seq] = _made(event)
        elif event.what in EVENTS:
            number = int(event.detail["finding"])
            found[number] = _moved(found[number], event)
    return found


def ruling(findings: Sequence[Finding]) -> Ruling:
    """What has been ruled so far; nothing that was withdrawn counts."""
    settled = [one for one in findings if one.state == "settled"]
    classes = gravest_first(name for one in settled for name in one.classes)
    return Ruling(classes, tuple(one.history[-1] for one in settled))


def _made(event: Event) -> Finding:
    detail = event.detail
    place = {key: detail[key] for key in ("phone", "begins", "ends")}
    step = _step("made", event)
    return Finding(
        id=event.seq,
        item=detail["item"],
        rule=detail["rule"],
        note=detail["note"],
        place=place,
        proposes=tuple(detail["proposes"]),
        history=(step,),
    )


def _moved(finding: Finding, event: Event) -> Finding:
    state = FINDING.next(finding.state, EVENTS[event.what])
    classes = tuple(event.detail.get("classes", ()))
    return replace(finding, state=state, classes=classes, history=(*finding.history, _step(state, event)))


def _step(state: str, event: Event) -> dict[str, str]:
    return {"state": state, "by": event.detail["reviewer"], "at": iso(event.at), "note": event.detail["note"]}


def span(begins: datetime | None, ends: datetime | None) -> dict[str, str | None]:
    """Where in exam time a finding lies. ValueError where it ends before it begins."""
    if begins is not None and ends is not None and ends < begins:
        raise ValueError(f"a finding that begins at {iso(begins)} cannot end at {iso(ends)}")
    return {"begins": maybe(begins), "ends": maybe(ends)}
