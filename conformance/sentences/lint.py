"""Guards what pytest-bdd lets slip: each check is a function of the suite and the catalogue that yields faults."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from conformance import document
from conformance.catalogue import Catalogue
from conformance.faults import Fault, Words, did_you_mean, one_of, quoted, times
from conformance.sentences.scenes import WHEN, Scene
from conformance.sentences.suite import Suite
from conformance.traits import FEATURES
from reports.form import Basis

CONTROLS = (
    "candidates",
    "clock",
    "face-checks",
    "faults",
    "files",
    "official-site",
    "phones",
    *(f"phones/{what}" for what in ("app", "battery", "call", "camera", "capture", "clock", "lock")),
    *(f"phones/{what}" for what in ("network", "permissions", "power", "scan", "settings", "storage")),
    *(f"post/{what}" for what in ("mail-room", "parcels")),
    *(f"school/{what}" for what in ("contacts", "downloads")),
    "support/queries",
    "platform/restart",
    "releases",
    "reviews",
    "probes",
    *(
        f"probes/{what}"
        for what in (
            "answer",
            "aux-submit",
            "confirm",
            "enter",
            "pair",
            "photo",
            "return",
            "submit",
            "together",
            "upload",
        )
    ),
    "records",
    "uploads",
    "worlds",
)
"""What `@needs.` may name: a control of the bench, or the first word of several."""

BANNED = re.compile(
    r"\b(click|tap|press|button|xpath|widget|element|textbox|scroll|swipe)\w*\b|点击|按钮|滑动|控件|文本框",
    re.IGNORECASE,
)
"""The talk of buttons: would the sentence change if the screen did?"""

ONE_NAME = Words(
    "each name once in a file, or the second scenario takes the first one's place",
    "同一文件内场景名称不得重复，否则后一场景会取代前一场景",
)
ONE_ID = Words("names that differ by more than punctuation", "场景名称之间的差别不得仅在于标点")
NO_ROW = Words("no row", "没有示例行")
A_ROW = Words("at least one row, or nothing is run", "至少有一行示例，否则不会运行")
NO_THEN = Words("no Then", "没有 Then 步骤")
A_THEN = Words("at least one Then, or nothing is checked", "至少有一个 Then 步骤，否则不作任何核验")
STEPS_ONLY = Words("steps only; is a keyword mistyped?", "此处只写步骤，请核对关键字是否有误")
NO_TITLE = Words("no Chinese title", "没有中文标题")
TITLE_ABOVE_TAGS = Words(
    "a line `# zh: ...` right above the scenario's tags", "在场景标签的上一行写明 `# zh: ...`"
)
TITLE_ABOVE_FEATURE = Words(
    "a line `# zh: ...` right above the feature", "在 Feature 的上一行写明 `# zh: ...`"
)
NO_RULE = Words("no rule", "未标明规则")
A_RULE = Words("the tag of the rule that the scenario exercises", "场景所测规则的标签")
NO_SUCH_RULE = Words("no such rule", "无此规则")
NO_FEATURE = Words("no feature of a season", "招考年度无此特征")
WHEN_ONLY = Words("no tag but @when. above examples", "示例表上方只可使用 @when. 标签")
NO_CONTROL = Words("no such control", "测试台无此控制项")
WHAT_NOT_HOW = Words(
    "what the candidate does, not how the screen takes it", "写明考生做什么，而不是如何操作屏幕"
)
NEITHER = Words("neither", "两者均无")
SCENARIO_OR_REASON = Words(
    "a scenario with its tag, or `untested` saying why there is none and who settles it",
    "有带该规则标签的场景，或以 `untested` 说明无场景的原因及由谁核定",
)

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


def pairing_faults(suite: Suite, catalogue: Catalogue) -> list[Fault]:
    """Where rows and scenarios do not find each other: an unknown tag, a scenario without a rule, a silent row."""
    reading = Reading(suite, catalogue, lambda _text, _kind: 1)
    return [fault for check in (_tags, _no_silent_row) for fault in check(reading)]


def _unique_names(reading: Reading) -> Iterator[Fault]:
    for (file, name), count in Counter((s.file, s.name.en) for s in reading.suite.scenes).items():
        if count > 1:
            yield Fault(file, f"scenario {name!r}", times(count), ONE_NAME)


def _unique_ids(reading: Reading) -> Iterator[Fault]:
    for ident, count in Counter(case.id for case in reading.suite.cases()).items():
        if count > 1:
            yield Fault(reading.suite.folder, ident, times(count), ONE_ID)


def _examples(reading: Reading) -> Iterator[Fault]:
    known = [question.id for question in document.questions()]
    for scene in reading.suite.scenes:
        if scene.outline and not scene.rows:
            yield _fault(scene, "examples", NO_ROW, A_ROW)
        for row in scene.rows:
            basis = row.get("basis", "text")
            if basis not in get_args(Basis):
                yield _fault(scene, "examples.basis", quoted(basis), one_of(get_args(Basis)))
            for named in row.get("reading", "").split():
                if named not in known:
                    yield _fault(scene, "examples.reading", quoted(named), did_you_mean(named, known))


def _a_then(reading: Reading) -> Iterator[Fault]:
    for scene in reading.suite.scenes:
        if not any(sentence.kind == "then" for sentence in scene.sentences):
            yield _fault(scene, "steps", NO_THEN, A_THEN)


def _no_prose(reading: Reading) -> Iterator[Fault]:
    """Gherkin takes a line with a mistyped keyword for a description, and nobody misses the step."""
    for scene in reading.suite.scenes:
        if scene.prose:
            yield _fault(scene, "description", quoted(scene.prose), STEPS_ONLY)


def _chinese_titles(reading: Reading) -> Iterator[Fault]:
    seen = set()
    for scene in reading.suite.scenes:
        if not scene.name.zh:
            yield _fault(scene, "title", NO_TITLE, TITLE_ABOVE_TAGS)
        if not scene.feature.zh and scene.file not in seen:
            yield Fault(scene.file, "Feature", NO_TITLE, TITLE_ABOVE_FEATURE)
        seen.add(scene.file)


def _tags(reading: Reading) -> Iterator[Fault]:
    known = reading.catalogue.ids
    for scene in reading.suite.scenes:
        if not scene.rules:
            yield _fault(scene, "tags", NO_RULE, A_RULE)
        for rule in scene.rules:
            if rule not in known:
                yield _fault(scene, f"@{rule}", NO_SUCH_RULE, did_you_mean(rule, known))
        for need in scene.needs:
            if need not in CONTROLS:
                yield _fault(scene, f"@needs.{need}", NO_CONTROL, did_you_mean(need, CONTROLS))


def _features(reading: Reading) -> Iterator[Fault]:
    """What cases presuppose of a season is known, and examples are tagged with nothing else."""
    for scene in reading.suite.scenes:
        for name in dict.fromkeys(name for case in scene.cases() for name in case.when):
            if name not in FEATURES:
                yield _fault(scene, f"@when.{name}", NO_FEATURE, did_you_mean(name, sorted(FEATURES)))
        for tag in dict.fromkeys(tag for tags in scene.row_tags for tag in tags):
            if not tag.startswith(WHEN):
                yield _fault(scene, f"examples.{tag}", quoted(tag), WHEN_ONLY)


def _no_button_talk(reading: Reading) -> Iterator[Fault]:
    for scene in reading.suite.scenes:
        sentences = [(scene.line, scene.name.en), *((s.line, s.text) for s in scene.sentences)]
        for line, text in sentences:
            for word in BANNED.finditer(text):
                yield Fault(scene.file, "", quoted(word[0]), WHAT_NOT_HOW, line)


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
                found = Words(f"{text!r}, which {count} definitions fit", f"“{text}”有 {count} 个步骤定义")
                expected = Words(
                    f"exactly one {sentence.kind} that fits", f"有且仅有一个 {sentence.kind} 步骤定义"
                )
                yield Fault(case.scene.file, "", found, expected, sentence.line)


def _no_silent_row(reading: Reading) -> Iterator[Fault]:
    exercised = {rule for scene in reading.suite.scenes for rule in scene.rules}
    for row in reading.catalogue.rows:
        if row.id not in exercised and not row.untested:
            yield Fault(reading.catalogue.path, row.id, NEITHER, SCENARIO_OR_REASON)


CHECKS: Sequence[Callable[[Reading], Iterator[Fault]]] = (
    _unique_names,
    _unique_ids,
    _examples,
    _a_then,
    _no_prose,
    _chinese_titles,
    _tags,
    _features,
    _no_button_talk,
    _one_definition,
    _no_silent_row,
)


def _fault(scene: Scene, key: str, found: Words, expected: Words) -> Fault:
    return Fault(scene.file, key, found, expected, scene.line)
