"""Scenarios as they are read: each sentence in both languages, with what an outline's rows put into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conformance.sentences.scenes import Scene, Sentence
from reports.form import Text

Translate = Callable[[str], str]
"""The Chinese for a sentence; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence, and the rows of the examples for which it is so (`1–3, 7`); empty where it is so for all."""

    rows: str
    text: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A step: its keyword, and its sentence, once for all rows or in its variants."""

    keyword: str
    said: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario or an outline; `cases` is the number of its rows, `place` its file and line."""

    name: Text
    place: str
    cases: int
    lines: tuple[Line, ...]


def story(scene: Scene, translate: Translate) -> Story:
    """The story of a scene."""
    lines = tuple(_line(sentence, scene, translate) for sentence in scene.sentences)
    return Story(scene.name, f"{scene.short}:{scene.line}", len(list(scene.cases())), lines)


def _line(sentence: Sentence, scene: Scene, translate: Translate) -> Line:
    filled: dict[str, list[int]] = {}
    for case in scene.cases():
        filled.setdefault(sentence.filled(case.row), []).append(case.number)
    alone = len(filled) == 1
    said = (
        Variant("" if alone else spans(rows), Text(text, translate(text))) for text, rows in filled.items()
    )
    return Line(sentence.keyword, tuple(said))


def spans(numbers: Sequence[int]) -> str:
    """Rising numbers, neighbours drawn together: `1–3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
