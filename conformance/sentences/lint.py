"""Guards what pytest-bdd lets slip: each check is a function of the suite and the catalogue that yields faults."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from conformance.catalogue import Catalogue
from conformance.sentences.scenes import Scene
from conformance.sentences.suite import Suite
from conformance.tomlfile import Fault, did_you_mean
from reports.form import Basis

CONTROLS = (
    "candidates",
    "clock",
    "face-checks",
    "faults",
    "phones",
    *(f"phones/{what}" for what in ("app", "battery", "call", "camera", "clock", "lock")),
    *(f"phones/{what}" for what in ("network", "power", "settings", "storage")),
    "probes",
    *(f"probes/{what}" for what in ("aux-submit", "enter", "pair", "photo", "submit", "together", "upload")),
    "records",
    "worlds",
)
"""What `@needs.` may name: a control of the bench, or the first word of several."""

BANNED = re.compile(
    r"\b(click|tap|press|button|xpath|widget|element|textbox|scroll|swipe)\w*\b|点击|按钮|滑动|控件|文本框",
    re.IGNORECASE,
)
"""The talk of buttons: would the sentence change if the screen did?"""

Matches = Callable[[str, str], int]
"""How many step definitions a sentence of a kind (given, when, then) has."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the checks look at."""

    suite: Suite
    catalogue: Catalogue
    matches: Matches


def faults(suite: Suite, catalogue: Catalogue, matches: Matches) -> list[Fault]:
    """Everything that is wrong with the features, in the order of the checks."""
    reading = Reading(suite, catalogue, matches)
    return [fault for check in CHECKS for fault in check(reading)]


def _unique_names(reading: Reading) -> Iterator[Fault]:
    for (file, name), count in Counter((s.file, s.name.en) for s in reading.suite.scenes).items():
        if count > 1:
            expected = "each name once in a file, or the second scenario takes the first one's place"
            yield Fault(file, f"scenario {name!r}", f"{count} times", expected)


def _unique_ids(reading: Reading) -> Iterator[Fault]:
    for ident, count in Counter(case.id for case in reading.suite.cases()).items():
        if count > 1:
            yield Fault(
                reading.suite.folder, ident, f"{count} times", "names that differ by more than punctuation"
            )


def _examples(reading: Reading) -> Iterator[Fault]:
    for scene in reading.suite.scenes:
        if scene.outline and not scene.rows:
            yield _fault(scene, "examples", "no row", "at least one row, or nothing is run")
        for row in scene.rows:
            basis = row.get("basis", "text")
            if basis not in get_args(Basis):
                yield _fault(scene, "examples.basis", repr(basis), f"one of {', '.join(get_args(Basis))}")


def _a_then(reading: Reading) -> Iterator[Fault]:
    for scene in reading.suite.scenes:
        if not any(sentence.kind == "then" for sentence in scene.sentences):
            yield _fault(scene, "steps", "no Then", "at least one Then, or nothing is checked")


def _no_prose(reading: Reading) -> Iterator[Fault]:
    """Gherkin takes a line with a mistyped keyword for a description, and nobody misses the step."""
    for scene in reading.suite.scenes:
        if scene.prose:
            yield _fault(scene, "description", repr(scene.prose), "steps only; is a keyword mistyped?")


def _chinese_titles(reading: Reading) -> Iterator[Fault]:
    seen = set()
    for scene in reading.suite.scenes:
        if not scene.name.zh:
            yield _fault(
                scene, "title", "no Chinese title", "a line `# zh: ...` right above the scenario's tags"
            )
        if not scene.feature.zh and scene.file not in seen:
            yield Fault(
                scene.file, "Feature", "no Chinese title", "a line `# zh: ...` right above the feature"
            )
        seen.add(scene.file)


def _tags(reading: Reading) -> Iterator[Fault]:
    known = reading.catalogue.ids
    for scene in reading.suite.scenes:
        if not scene.rules:
            yield _fault(scene, "tags", "no rule", "the tag of the rule that the scenario exercises")
        for rule in scene.rules:
            if rule not in known:
                yield _fault(scene, f"@{rule}", "no such rule", did_you_mean(rule, known, "one of"))
        for need in scene.needs:
            if need not in CONTROLS:
                yield _fault(
                    scene, f"@needs.{need}", "no such control", did_you_mean(need, CONTROLS, "one of")
                )


def _no_button_talk(reading: Reading) -> Iterator[Fault]:
    for scene in reading.suite.scenes:
        sentences = [(scene.line, scene.name.en), *((s.line, s.text) for s in scene.sentences)]
        for line, text in sentences:
            for word in BANNED.finditer(text):
                yield Fault(
                    scene.file,
                    f"line {line}",
                    repr(word[0]),
                    "what the candidate does, not how the screen takes it",
                )


def _one_definition(reading: Reading) -> Iterator[Fault]:
    said: set[tuple[str, str]] = set()
    for case in reading.suite.cases():
        for sentence in case.scene.sentences:
            text = sentence.filled(case.row)
            if (sentence.kind, text) in said:
                continue
            said.add((sentence.kind, text))
            count = reading.matches(text, sentence.kind)
            if count != 1:
                found = f"{text!r}, which {count} definitions fit"
                yield Fault(
                    case.scene.file, f"line {sentence.line}", found, f"exactly one {sentence.kind} that fits"
                )


def _no_silent_row(reading: Reading) -> Iterator[Fault]:
    exercised = {rule for scene in reading.suite.scenes for rule in scene.rules}
    for row in reading.catalogue.rows:
        if row.id not in exercised and not row.unexercised:
            expected = "a scenario with its tag, or `unexercised` saying why there is none and who settles it"
            yield Fault(reading.catalogue.path, row.id, "neither", expected)


CHECKS: Sequence[Callable[[Reading], Iterator[Fault]]] = (
    _unique_names,
    _unique_ids,
    _examples,
    _a_then,
    _no_prose,
    _chinese_titles,
    _tags,
    _no_button_talk,
    _one_definition,
    _no_silent_row,
)


def _fault(scene: Scene, key: str, found: str, expected: str) -> Fault:
    return Fault(scene.file, f"line {scene.line}: {key}", found, expected)
