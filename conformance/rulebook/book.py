"""Everything that the rulebook shows, gathered: chapters, and for each rule its atoms, readings, values and stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conformance import answers, catalogue, document
from conformance.answers import Standing
from conformance.catalogue import Catalogue, Row
from conformance.document import Atom, Question
from conformance.rulebook import listing, standing, stories, values
from conformance.rulebook.stories import Story, Translate
from conformance.rulebook.values import Value
from conformance.season import Answer, Season
from conformance.sentences.suite import Suite
from reports.form import Basis, Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that a rule rests on, with what was answered, if anything was."""

    question: Question
    standing: Standing
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as the book shows it; `why_not` says why it does not apply to the season, empty where it does."""

    row: Row
    basis: Basis
    atoms: tuple[Atom, ...]
    readings: tuple[Reading, ...]
    values: tuple[Value, ...]
    stories: tuple[Story, ...]
    why_not: Text


@dataclass(frozen=True, slots=True)
class Chapter:
    id: str
    title: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The catalogue for one season."""

    season: Season
    chapters: tuple[Chapter, ...]
    values: tuple[Value, ...]
    summary: Text


def book(rules: Catalogue, features: Suite, season: Season, translate: Translate) -> Book:
    """Gather it. `translate` gives the Chinese of a sentence."""
    known = values.values(season)
    told: dict[str, list[Story]] = {}
    for scene in features.scenes:
        for rule in scene.rules:
            told.setdefault(rule, []).append(stories.story(scene, translate))
    chapters = tuple(
        Chapter(
            name,
            listing.title(rules, features, name),
            tuple(_entry(row, season, known, told.get(row.id, ())) for row in rows),
        )
        for name, rows in listing.by_chapter(rules)
    )
    return Book(season, chapters, tuple(known), standing.standing(rules, features).summary)


def _entry(row: Row, season: Season, known: list[Value], told: Sequence[Story]) -> Entry:
    atoms = tuple(atom for atom in document.atoms() if atom.id in row.atoms)
    return Entry(
        row=row,
        basis=answers.basis(row.basis, row.reading_ids, season),
        atoms=atoms,
        readings=tuple(
            Reading(document.question(name), answers.standing(name, season), season.answers.get(name))
            for name in row.reading_ids
        ),
        values=tuple(values.of_atoms(known, row.atoms)),
        stories=tuple(told),
        why_not=catalogue.why_not(row, season),
    )
