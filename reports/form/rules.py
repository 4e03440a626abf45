"""The rows of the catalogue as a result shows them."""

from dataclasses import dataclass
from typing import Literal

from reports.form.words import NOTHING, Answerer, Basis, Level, Text, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of the catalogue, in the order of the report."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One statement of the document (Rnnn), paraphrased. ``level`` is the document's own; ``restates`` names the atom
    that says the same. Which rule it belongs to is said by the rules' sources."""

    id: str
    section: str
    line: int
    level: Level
    text: Text
    restates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the document says it: section label, line numbers, atoms (Rnnn); or by name, another notice."""

    section: str
    lines: tuple[int, ...] = ()
    atoms: tuple[str, ...] = ()
    notice: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How an ambiguous place was read (Cnn); where it was answered: by whom, when (ISO date), what, and whether the
    answer has replaced the reading."""

    id: str
    text: Text
    answered_by: str = ""
    answered_on: str = ""
    answer: Text = NOTHING
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row of the catalogue with its verdict.

    ``harm``: 1 may lose the exam, 2 the result may suffer, 3 inconvenience. ``waived``: the verdict that a waiver excuses.
    """

    id: str
    chapter: str
    title: Text
    level: Level
    answers_for: Answerer
    harm: Literal[1, 2, 3]
    basis: Basis
    binds: tuple[str, ...] = ()
    source: tuple[Source, ...] = ()
    readings: tuple[Reading, ...] = ()
    digest: str = ""
    method: str = ""
    verdict: Verdict
    waived: Literal["", "FAIL", "WARN"] = ""
    reason: Text = NOTHING
    scenarios: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """The run counts what the vendor must and must not do."""
        return self.answers_for == "vendor" and self.level in {"MUST", "MUST NOT"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What a named person decided of a row that a person had to look at; REVIEW leaves it open. ``at`` is a wall instant."""

    rule: str
    verdict: Literal["PASS", "FAIL", "REVIEW"]
    by: str
    at: str
    note: str = ""
