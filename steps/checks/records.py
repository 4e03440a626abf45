"""What the platform's record says about a sitting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from conformance.bench.forms import Probed, Record
from conformance.season import Subject
from reports.form import Text
from steps.findings import Finding, join, quoted

SUCCESS = {
    "enter": "entered",
    "photo": "photo",
    "upload_create": "upload_started",
    "answers": "answer",
    "submit": "submitted",
    "aux_submit": "aux_submitted",
    "pair": "paired",
    "finish": "finished",
}
"""What the record says when an operation is accepted."""

STAGES = ("opened", "entered", "face_passed", "started", "displayed", "photos_opened", "photo", "submitted")
"""The stages of a sitting with answer sheets, in the record's words and in their order (R404)."""
ON_THE_SCREEN = ("opened", "entered", "face_passed", "started", "answer", "submitted")
"""The stages of a sitting that is answered on the phone (C24)."""


def events(records: Iterable[Record], *what: str) -> list[Record]:
    """The records with one of these words, in order."""
    return [record for record in records if record.what in what]


def tell(records: Iterable[Record]) -> Text:
    """Records in one line: word, cause of a refusal, and instant."""
    return quoted(
        f"{_words(record)} {record.at:%m-%d %H:%M:%S}.{record.at.microsecond // 1000:03}"
        for record in records
    )


def _words(record: Record) -> str:
    detail = [str(record.detail[key]) for key in ("operation", "cause") if key in record.detail]
    return " ".join([record.what, *detail])


def refused(operation: str, cause: str, sitting: str, records: Sequence[Record]) -> Finding:
    """The operation was refused for this cause alone, and was not accepted."""
    about = [record for record in records if record.sitting == sitting]
    causes = {
        r.detail.get("cause") for r in events(about, "refused") if r.detail.get("operation") == operation
    }
    accepted_too = events(about, SUCCESS[operation])
    return Finding(
        causes == {cause} and not accepted_too,
        Text(f"a refusal of “{operation}” with the cause “{cause}”", f"拒绝“{operation}”，原因为“{cause}”"),
        tell(events(about, "refused", SUCCESS[operation])),
    )


def let_in(sitting: str, records: Sequence[Record]) -> Finding:
    """The platform let the main phone into the waiting room, and refused it nothing on the way."""
    about = [record for record in records if record.sitting == sitting]
    return Finding(
        len(events(about, "entered")) >= 1 and not events(about, "refused"),
        Text("a record of the entry into the waiting room", "有进入候考的记录"),
        tell(events(about, "entered", "refused")),
    )


def accepted(answer: Probed) -> Finding:
    """A probe was accepted."""
    return Finding(
        answer.accepted,
        Text("acceptance", "接受"),
        Text(
            f"the answer {answer.status} {answer.cause or ''}".strip(),
            f"答复 {answer.status} {answer.cause or ''}".strip(),
        ),
    )


def recorded_at(event: str, instant: datetime, records: Sequence[Record]) -> Finding:
    """The record has this event once, at this very instant."""
    found = events(records, event)
    return Finding(
        [record.at for record in found] == [instant],
        Text(
            f"one record “{event}” at {instant.isoformat()}",
            f"仅有一条“{event}”记录，时间为 {instant.isoformat()}",
        ),
        tell(found),
    )


def kept_its_course(records: Sequence[Record], has_sheet: bool = True, *, displays: bool = True) -> Finding:
    """No refusal, and the stages of a sitting one after another; the display is one where the season has it."""
    stages = [one for one in (STAGES if has_sheet else ON_THE_SCREEN) if displays or one != "displayed"]
    every = {*STAGES, *ON_THE_SCREEN}
    refusals = events(records, "refused")
    course = list(dict.fromkeys(record.what for record in events(records, *every)))
    return Finding(
        not refusals and course == stages,
        Text(
            f"no refusal, and in this order: {', '.join(stages)}",
            f"无拒绝记录，且依次为：{'、'.join(stages)}",
        ),
        tell([*refusals, *events(records, *every)]),
    )


def each_subject(
    sat: Sequence[tuple[Subject, Sequence[Record]]], check: Callable[[Sequence[Record], bool], Finding]
) -> Finding:
    """The check holds of every subject's exam; else the finding is that of the first of which it does not."""
    found = [(subject, check(records, subject.has_sheet)) for subject, records in sat]
    failing = [(subject, finding) for subject, finding in found if not finding.holds]
    for subject, finding in failing[:1]:
        named = Text(f"{subject.name}:", f"{subject.name}：")
        return Finding(False, join(named, finding.expected), join(named, finding.seen))
    names = quoted(f"{subject.major}: {subject.name}" for subject, _ in found)
    return Finding(bool(found), Text("the same of every subject", "各科目均应如此"), names)
