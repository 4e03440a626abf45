"""What answers do to readings: the one we go by is confirmed, or replaced, or still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from conformance import document
from conformance.catalogue import Catalogue, Row
from conformance.faults import Fault, did_you_mean, one_of, quoted
from conformance.season import Answer, Season, SeasonError
from conformance.sentences.scenes import Case
from reports.form import NOTHING, Basis, Text

Standing = Literal["open", "confirmed", "replaced"]


def standing(reading: str, season: Season) -> Standing:
    """How a reading stands in a season: nobody has answered, or the answer is ours, or it is another."""
    if reading not in season.answers:
        return "open"
    ours = document.question(reading).ours
    return "confirmed" if season.answers[reading].which == ours else "replaced"


def readings(case: Case, catalogue: Catalogue) -> tuple[str, ...]:
    """The readings on which a case rests: those that its row of examples names, else those of its rules."""
    if case.row.get("reading"):
        return tuple(case.row["reading"].split())
    rules = (catalogue.row(rule) for rule in case.scene.rules)
    return tuple(dict.fromkeys(reading for row in rules for reading in row.reading_ids))


def basis(said: Basis, found: Iterable[str], season: Season) -> Basis:
    """The basis of what rests on some readings: an answer, once every one of them is confirmed."""
    standings = [standing(reading, season) for reading in found]
    settled = standings and set(standings) == {"confirmed"}
    return "answer" if said == "reading" and settled else said


def replaced(said: Basis, found: Iterable[str], season: Season) -> Text:
    """Why what rests on some readings can no longer be judged by them; empty where it can."""
    others = [reading for reading in found if standing(reading, season) == "replaced"]
    if said != "reading" or not others:
        return NOTHING
    told = [told_of(season.answers[reading]) for reading in others]
    return Text(
        f"this holds a reading that an answer has replaced: {'; '.join(one.en for one in told)}",
        f"所依据的解读已由答复取代：{'；'.join(one.zh for one in told)}",
    )


def told_of(answer: Answer) -> Text:
    """What was answered, by whom and when."""
    return Text(
        f"{answer.reading}, {answer.by}, {answer.on}: {answer.en}",
        f"{answer.reading}（{answer.by}，{answer.on}）{answer.zh}",
    )


def accepted(row: Row, season: Season) -> Mapping[str, Text]:
    """The behaviours of which a row takes any: once an answer names one of them, that one alone."""
    for reading in row.reading_ids:
        named = season.answers[reading].behaviour if reading in season.answers else ""
        if named in row.accepts:
            return {named: row.accepts[named]}
    return row.accepts


def check(season: Season, catalogue: Catalogue) -> None:
    """Raise SeasonError for an answer to what nobody asked, or with a behaviour that no rule knows."""
    faults = list(_faults(season, catalogue))
    if faults:
        raise SeasonError(faults)


def _faults(season: Season, catalogue: Catalogue) -> Iterator[Fault]:
    known = [question.id for question in document.questions()]
    for name, answer in season.answers.items():
        if name not in known:
            yield Fault(season.path, f"answers.{name}", quoted(name), did_you_mean(name, known))
        rows = [row for row in catalogue.rows if name in row.reading_ids]
        there = [behaviour for row in rows for behaviour in row.accepts]
        if answer.behaviour and answer.behaviour not in there:
            yield Fault(season.path, f"answers.{name}.behaviour", quoted(answer.behaviour), one_of(there))
