"""The script: a sheet for each case, its sentences with their places and with what their relative words come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from conformance.declaring.controls import offered
from conformance.hand import whose
from conformance.instants import SittingInstants
from conformance.lab.timekeeping import must_be_precise
from conformance.outcome import ControlMissing, Outcome
from conformance.plan import Plan
from conformance.season import Season
from conformance.sentences import stepbook
from conformance.sentences.scenes import Case
from conformance.target.hand import HandForm, Place
from reports.form import Text

Resolve = Callable[[Mapping[str, object], SittingInstants | None, Season], Mapping[str, str]]
"""What the relative words among a sentence's arguments come to, as the report shows it."""
REHEARSED, FORMAL, NO_SHEET, PROBED = "模拟考试", "正式考试", "无须答题纸", "绕过应用"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: `number` is its place among the sentences, from 0; `kind` is given, when or then."""

    number: int
    kind: str
    keyword: str
    text: Text
    places: tuple[Place, ...]
    values: Mapping[str, str]
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One case as people carry it out, by the instants of one sitting of the season."""

    case: Case
    lines: tuple[Line, ...]
    subject: str
    session: str
    times: SittingInstants


def sheet(case: Case, plan: Plan, resolve: Resolve) -> Sheet:
    """The sheet of a case."""
    told = [sentence.filled(case.row) for sentence in case.scene.sentences]
    chinese = [stepbook.translate(text) or text for text in told]
    subject, session = _sitting("".join(chinese), plan.season)
    times = plan.instants.of(subject, session)
    lines = [
        Line(
            number,
            one.kind,
            one.keyword,
            Text(text, zh),
            whose.places(zh),
            resolve(found, times, plan.season),
            found,
        )
        for number, (one, text, zh) in enumerate(zip(case.scene.sentences, told, chinese, strict=True))
        for found in [stepbook.meaning(text)]
    ]
    return Sheet(case, tuple(lines), subject, session, times)


def hindrance(sheet: Sheet, plan: Plan) -> tuple[int, Outcome] | None:
    """Why people cannot carry a sheet out, and at which line that shows; None where they can."""
    return next(_hindrances(sheet, plan), None)


def _hindrances(sheet: Sheet, plan: Plan) -> Iterator[tuple[int, Outcome]]:
    hand = plan.target.hand or HandForm()
    for need in sheet.case.scene.needs:
        if not offered(need, plan.target.features.controls):
            yield 0, ControlMissing(need)
    for line in sheet.lines:
        yield from ((line.number, why) for why in _of_line(line, sheet, plan, hand))


def _of_line(line: Line, sheet: Sheet, plan: Plan, hand: HandForm) -> Iterator[Outcome]:
    if PROBED in line.text.zh:
        yield ControlMissing("probes")
    for place in line.places:
        if place not in hand.operators:
            yield ControlMissing(f"operators/{place}")
    for argument in line.arguments.values():
        try:
            _precise(argument, sheet, plan, hand.resolution_ms)
        except Outcome as coarse:
            yield coarse


def _precise(argument: object, sheet: Sheet, plan: Plan, resolution_ms: int) -> None:
    anchor, offset = getattr(argument, "anchor", ""), getattr(argument, "offset", None)
    at = getattr(sheet.times, anchor, None) if isinstance(anchor, str) and anchor else None
    if isinstance(at, datetime) and isinstance(offset, timedelta) and offset:
        limits = {**sheet.times.named(), **sheet.times.hours(), **plan.instants.dates()}
        must_be_precise(at + offset, limits, resolution_ms)


def _sitting(told: str, season: Season) -> tuple[str, str]:
    """The subject and the session that a story is about: as it says, else an exam with answer sheets, and the formal one."""
    with_sheet = NO_SHEET not in told
    fitting = [one for one in season.subjects if one.has_sheet is with_sheet] or list(season.subjects)
    subject = fitting[0]
    mocks = [window.session for window in subject.windows if not window.formal]
    rehearsed = REHEARSED in told and FORMAL not in told and mocks
    return subject.id, mocks[0] if rehearsed else next(w.session for w in subject.windows if w.formal)
