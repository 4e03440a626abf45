"""Scenarios as they are read: each sentence in both languages, with what an outline's rows put into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conformance.sentences.scenes import Scene, Sentence
from reports.form import Text

Translate = Callable[[str], str]
"""The Chinese for a sentence; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A step: its keyword, and its sentence, once for all rows or once for each."""

    keyword: str
    said: tuple[Text, ...]


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
    filled = [sentence.filled(case.row) for case in scene.cases()] or [sentence.text]
    once = filled[:1] if len(set(filled)) == 1 else filled
    return Line(sentence.keyword, tuple(Text(text, translate(text)) for text in once))
