"""One definition, two sentences: every step can be written, and is reported, in English and in Chinese.

A parameter is written `{name}` (a person) or `{name:Kind}`; its kind says how it looks in each language and
what it means, so a Chinese feature calls the same step with the same values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

import pytest_bdd
from pytest_bdd import parsers

from steps.kinds import KINDS, Kind

Step = TypeVar("Step", bound=Callable[..., object])
HOLE = re.compile(r"\{(?P<name>\w+)(?::(?P<kind>\w+))?\}")


class Decorator(Protocol):
    """What pytest-bdd's given, when and then have in common."""

    def __call__(
        self,
        name: str | parsers.StepParser,
        converters: dict[str, Callable[[str], object]] | None = None,
        target_fixture: str | None = None,
        stacklevel: int = 1,
    ) -> Callable[[Callable[..., object]], Callable[..., object]]: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """A step's two wordings; `keyword` is given, when or then."""

    keyword: str
    english: str
    chinese: str
    where: str

    @cache  # noqa: B019 - sentences are defined once and live as long as their process
    def pattern(self, language: str) -> str:
        """The regular expression that a sentence of this step matches as a whole."""
        template = {"english": self.english, "chinese": self.chinese}[language]
        ends = [0, *(hole.end() for hole in HOLE.finditer(template))]
        holes = [(hole.start(), hole["name"], self.kinds[hole["name"]]) for hole in HOLE.finditer(template)]
        parts = [
            re.escape(template[begin:start]) + f"(?P<{name}>{kind.pattern(language)})"
            for begin, (start, name, kind) in zip(ends, holes, strict=False)
        ]
        return "".join(parts) + re.escape(template[ends[-1] :])

    @property
    def kinds(self) -> Mapping[str, Kind]:
        return {hole["name"]: KINDS[hole["kind"] or "Person"] for hole in HOLE.finditer(self.english)}

    def parse(self, language: str, text: str) -> dict[str, str] | None:
        """The parameters in a sentence as they are written there; None if it is another sentence."""
        match = self._compiled(language).fullmatch(text)
        return match and match.groupdict()

    @cache  # noqa: B019 - as above; `re` itself keeps fewer patterns than there are sentences
    def _compiled(self, language: str) -> re.Pattern[str]:
        return re.compile(self.pattern(language))

    def meaning(self, language: str, text: str) -> dict[str, Any] | None:
        """The parameters in a sentence as the step receives them; None if it is another sentence."""
        written = self.parse(language, text)
        return written and {name: self.kinds[name].read(value) for name, value in written.items()}

    def translate(self, written: Mapping[str, str]) -> str:
        """The Chinese sentence for parameters written in English."""
        return HOLE.sub(lambda hole: self.kinds[hole["name"]].translate(written[hole["name"]]), self.chinese)


SENTENCES: list[Sentence] = []


class UntranslatedError(LookupError):
    """A sentence that no step, or more than one, defines."""


def matching(text: str, language: str = "english", keyword: str | None = None) -> Iterator[Sentence]:
    """The definitions that a sentence matches; a sound sentence has exactly one for its keyword."""
    for sentence in SENTENCES:
        if keyword in (None, sentence.keyword) and sentence.parse(language, text) is not None:
            yield sentence


def chinese(text: str) -> str:
    """The Chinese sentence of a step given in English, parameters included; raises UntranslatedError."""
    translations = {sentence.translate(sentence.parse("english", text) or {}) for sentence in matching(text)}
    if len(translations) != 1:
        found = " / ".join(sorted(translations)) or "none"
        raise UntranslatedError(f"{text!r}: expected one Chinese sentence in steps/, found {found}")
    return translations.pop()


def _bilingual(register: Decorator, keyword: str) -> Callable[..., Callable[[Step], Step]]:
    def define(english: str, chinese: str, **options: Any) -> Callable[[Step], Step]:
        def decorate(function: Step) -> Step:
            sentence = Sentence(keyword, english, chinese, function.__module__)
            SENTENCES.append(sentence)
            for language in ("english", "chinese"):
                parser = parsers.re(sentence.pattern(language))
                readers = {name: kind.read for name, kind in sentence.kinds.items()}
                register(parser, converters=readers, stacklevel=2, **options)(function)
            return function

        return decorate

    return define


given = _bilingual(pytest_bdd.given, "given")
when = _bilingual(pytest_bdd.when, "when")
then = _bilingual(pytest_bdd.then, "then")
