"""What must hold of a load plan beyond its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from conformance import season
from conformance.faults import Words, one_of, quoted, value
from conformance.load.toxics import Toxic, forms
from conformance.tomlfile import Found

LIMITS = ("most", "least")
ONE_LIMIT = Words("exactly one of most and least", "most 与 least 只填一项")
OPENS = Words("a season that says when the confirmation opens", "载明考试确认开放时间的招考年度")
FIXED = Words("a season in which all begin at the same time", "统一时刻开考的招考年度")


def broken(raw: Mapping[str, Any]) -> Iterator[Found]:
    """The faults: the sitting is there, toxics have their attributes, a limit says in which direction."""
    day = raw.get("day")
    if isinstance(day, dict) and isinstance(day.get("season"), str):
        yield from _sitting(day)
    yield from _toxics(raw.get("network"))
    yield from _storm(raw)
    for number, one in enumerate(raw.get("objectives", ())):
        if isinstance(one, dict) and sum(name in one for name in LIMITS) != 1:
            yield f"objectives[{number}]", value(", ".join(sorted(one))), ONE_LIMIT


class _Spoilt(msgspec.Struct):
    """Of a cohort what is looked at here."""

    toxics: tuple[Toxic, ...] = ()


def _toxics(network: Any) -> Iterator[Found]:
    """What the types of toxics ask of their attributes; what is no toxic at all is the schema's to say."""
    for name, cohort in network.items() if isinstance(network, dict) else ():
        with suppress(msgspec.ValidationError):
            for number, toxic in enumerate(msgspec.convert(cohort, _Spoilt).toxics):
                yield from forms.faults(f"network.{name}.toxics[{number}]", toxic)


def _sitting(day: Mapping[str, Any]) -> Iterator[Found]:
    if day["season"] not in season.names() and not Path(day["season"]).is_file():
        yield "day.season", quoted(day["season"]), one_of(season.names())
        return
    board = season.load(day["season"])
    if board.exam.start == "free":
        yield "day.season", quoted(day["season"]), FIXED
    subjects = {subject.id: [window.session for window in subject.windows] for subject in board.subjects}
    if day.get("subject") not in subjects:
        yield "day.subject", quoted(day.get("subject")), one_of(subjects)
    elif day.get("session") not in subjects[day["subject"]]:
        yield "day.session", quoted(day.get("session")), one_of(subjects[day["subject"]])


def _storm(raw: Mapping[str, Any]) -> Iterator[Found]:
    """The schools of a storm are majors of a season that says when its confirmation opens."""
    day, storm = raw.get("day"), raw.get("storm")
    if not isinstance(day, dict) or not isinstance(storm, dict) or day.get("season") not in season.names():
        return
    board = season.load(str(day["season"]))
    if board.date("confirmation_opens") is None:
        yield "day.season", quoted(day["season"]), OPENS
    majors = [major.id for major in board.majors]
    for number, school in enumerate(storm.get("schools", ())):
        if school.get("major") not in majors:
            yield f"storm.schools[{number}].major", quoted(school.get("major")), one_of(majors)
