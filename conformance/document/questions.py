"""What the document leaves open: both readings, what each does to a candidate, ours, and the wording that would settle it.

One entry for each reading that atoms and rules point to (`C05`); the files lie in `questions/` beside this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from conformance import tomlfile
from reports.form import NOTHING, Text

Party = Literal["school", "vendor"]
Which = Literal["a", "b"]
PARTIES: tuple[Party, ...] = get_args(Party)


@dataclass(frozen=True, slots=True)
class Clause:
    """A place in the document."""

    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way to read the clauses, and what it does to a candidate."""

    text: Text
    effect: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One open place, in a part of the exam's life. `to` is empty where nobody need answer; `settled` then says why, and
    `b` and `wording` are empty."""

    id: str
    part: Text
    to: tuple[Party, ...]
    clauses: tuple[Clause, ...]
    topic: Text
    conflict: Text
    a: Meaning
    b: Meaning
    ours: Which
    why: Text
    wording: Text
    settled: Text

    @property
    def reading(self) -> Text:
        """Ours for the time being."""
        return self.meaning(self.ours).text

    def meaning(self, which: Which) -> Meaning:
        return self.a if which == "a" else self.b


@cache
def questions() -> tuple[Question, ...]:
    """Every question, by its number; FileError lists the faults of a file."""
    return tuple(sorted(by_part(), key=lambda question: question.id))


@cache
def by_part() -> tuple[Question, ...]:
    """Every question, part by part in the order of the exam's life."""
    folder = Path(str(files("conformance") / "document" / "questions"))
    read = (tomlfile.read(path, "questions") for path in sorted(folder.glob("*.toml")))
    return tuple(_question(row, _both(raw["part"])) for raw in read for row in raw["questions"])


def question(reading: str) -> Question:
    """The question with this id; KeyError where there is none."""
    return {one.id: one for one in questions()}[reading]


_TO: Mapping[str, tuple[Party, ...]] = {
    "school": ("school",),
    "vendor": ("vendor",),
    "both": ("school", "vendor"),
    "none": (),
}


def _question(row: Mapping[str, Any], part: Text) -> Question:
    return Question(
        id=row["id"],
        part=part,
        to=_TO[row["to"]],
        clauses=tuple(Clause(one["section"], one["line"]) for one in row["clauses"]),
        topic=_both(row["topic"]),
        conflict=_both(row["conflict"]),
        a=_meaning(row["a"]),
        b=_meaning(row.get("b", {})),
        ours="b" if row.get("ours") == "b" else "a",
        why=_both(row["why"]),
        wording=_both(row.get("wording", {})),
        settled=_both(row.get("settled", {})),
    )


def _meaning(row: Mapping[str, Any]) -> Meaning:
    return Meaning(_both(row), _both(row.get("effect", {})))


def _both(row: Mapping[str, Any]) -> Text:
    return Text(row["en"], row["zh"]) if row else NOTHING
