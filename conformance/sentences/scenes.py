"""What a feature file holds, as data: sentences, scenes (a scenario or an outline), and the cases that are run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.form import Text

NEEDS, WHEN = "@needs.", "@when."
HOLE = re.compile(r"<(?P<name>[^<>]+)>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A step as it is written; `kind` is given, when or then (And and But take the kind before them)."""

    kind: str
    keyword: str
    text: str
    line: int

    def filled(self, row: Mapping[str, str]) -> str:
        """The sentence with the holes filled from a row of examples."""
        return HOLE.sub(lambda hole: row.get(hole["name"], hole[0]), self.text)


@dataclass(frozen=True, slots=True)
class Scene:
    """A scenario or an outline; `rows` holds the examples, `outline` tells an outline without any from a scenario.

    `row_tags` are the tags of the table that each row stands in. `prose` is what stands between the title and the first
    step: often a step whose keyword is mistyped.
    """

    file: Path
    short: str
    line: int
    name: Text
    tags: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    rows: tuple[Mapping[str, str], ...]
    outline: bool
    feature: Text
    prose: str = ""
    row_tags: tuple[tuple[str, ...], ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        return tuple(tag[1:] for tag in self.tags if not tag.startswith((NEEDS, WHEN)))

    @property
    def needs(self) -> tuple[str, ...]:
        """The controls that the scenario presupposes."""
        return tuple(tag.removeprefix(NEEDS) for tag in self.tags if tag.startswith(NEEDS))

    def cases(self) -> Iterator[Case]:
        """One case, or one for each row of examples."""
        stem, when = f"{self.short}#{slug(self.name.en)}", _features(self.tags)
        if not self.outline:
            yield Case(stem, self, 0, {}, when)
        for number, row in enumerate(self.rows, start=1):
            tags = self.row_tags[number - 1] if self.row_tags else ()
            yield Case(f"{stem}[{number}]", self, number, row, (*when, *_features(tags)))


@dataclass(frozen=True, slots=True)
class Case:
    """What is run and judged once. `number` is the row's, from 1; 0 where there are no examples. `when` names the
    features of a season without which there is no such case."""

    id: str
    scene: Scene
    number: int
    row: Mapping[str, str]
    when: tuple[str, ...] = ()

    @property
    def name(self) -> Text:
        if not self.number:
            return self.scene.name
        return Text(f"{self.scene.name.en} [{self.number}]", f"{self.scene.name.zh} [{self.number}]")

    @property
    def key(self) -> tuple[str, str, int]:
        """By which pytest's own item is recognised."""
        return str(self.scene.file), self.scene.name.en, self.number


def _features(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(tag.removeprefix(WHEN) for tag in tags if tag.startswith(WHEN))


def slug(name: str) -> str:
    """A name as a part of an id: words with hyphens, Chinese kept."""
    return "-".join(re.findall(r"\w+", name.lower()))
