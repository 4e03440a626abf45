"""One result of Allure's: a scenario, or what a rule says beyond its scenarios.

When a scenario began is not in the results: each begins with the run and lasts as long as it did.
"""

import hashlib
import uuid
from collections.abc import Mapping
from datetime import datetime

from allure_commons.model2 import Label, Link, Parameter, Status, StatusDetails, TestResult
from allure_commons.types import LabelType, LinkType, Severity

from reports import listed
from reports.declaring import sentence
from reports.form import Declared, Language, Results, Rule, Scenario, Text, Verdict
from reports.junit import chapter_of, story
from reports.visible import one_line
from reports.wording import banner, word

STATUS: Mapping[Verdict, str] = {
    "PASS": Status.PASSED,
    "WARN": Status.PASSED,
    "FAIL": Status.FAILED,
    "ERROR": Status.BROKEN,
    "INCONCLUSIVE": Status.UNKNOWN,
    "REVIEW": Status.UNKNOWN,
    "NOT_APPLICABLE": Status.SKIPPED,
    "WAIVED": Status.SKIPPED,
}
"""Allure has four words, and one for none: what is open is `unknown` there, never passed."""
SEVERITY = {1: Severity.BLOCKER, 2: Severity.CRITICAL, 3: Severity.MINOR}
SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "examgate-results/1")
LONGEST = 300


def of_scenario(results: Results, scenario: Scenario, verdict: Verdict, language: Language) -> TestResult:
    """A scenario with this verdict; its steps are added by whoever has its evidence."""
    rules = [rule for rule in results.rules if rule.id in scenario.rules]
    file, _, slug = scenario.id.partition("#")
    made = _result(results, scenario.id, scenario.name.within(language), verdict, rules, language)
    made.statusDetails = _details(verdict, scenario.reason, language)
    made.statusDetails.trace = story(scenario)
    made.statusDetails.known = bool(
        listed.known(results, scenario) or any(listed.known(results, one) for one in rules)
    )
    made.statusDetails.flaky = bool(listed.flaky(results, scenario))
    made.description = "\n\n".join(
        [made.description, *(one.within(language) for one in _listed(results, scenario, rules))]
    )
    made.fullName = f"{scenario.file or file}:{slug or scenario.id}"
    made.stop = made.start + round(scenario.duration_s * 1000)
    chapter = rules[0].chapter if rules else chapter_of(scenario)
    made.labels += _places(results, chapter, scenario.file, language)
    made.titlePath = [results.season.id, _chapter(results, chapter, language), scenario.file]
    return made


def of_rule(results: Results, rule: Rule, language: Language) -> TestResult:
    """A rule that says more than its scenarios, or has none."""
    title = f"{rule.id} {rule.title.within(language)}"
    made = _result(results, rule.id, title, rule.verdict, [rule], language)
    made.statusDetails = _details(rule.verdict, rule.reason or word("ui", "not_exercised"), language)
    made.fullName = f"rules:{rule.id}"
    made.labels += _places(results, rule.chapter, "", language)
    made.titlePath = [results.season.id, _chapter(results, rule.chapter, language)]
    return made


def of_declared(results: Results, one: Declared, language: Language) -> TestResult:
    """What the target file declares and the run found otherwise."""
    title = f"{one.of} {one.feature}"
    made = _result(results, f"declared {title}", title, one.verdict, [], language)
    made.statusDetails = _details(one.verdict, sentence(one), language)
    made.fullName = f"declared:{one.of} {one.feature}"
    made.titlePath = [results.season.id, "declared"]
    return made


def _listed(results: Results, scenario: Scenario, rules: list[Rule]) -> list[Text]:
    """What the lists say of a scenario and of its rules, each thing once."""
    every = [*listed.of(results, scenario), *(one for rule in rules for one in listed.of(results, rule))]
    return list(dict.fromkeys(every))


def _result(
    results: Results, name: str, title: str, verdict: Verdict, rules: list[Rule], language: Language
) -> TestResult:
    """What every result has: ids that follow from names, and the labels by which Allure sorts."""
    began = _milliseconds(results.started)
    outline, _, rest = name.partition("[")
    row, case = rest.rstrip("]"), _mark(f"{results.season.id} {results.target.name} {outline}")
    harm = min((rule.harm for rule in rules), default=3)
    tags = [*(rule.id for rule in rules), verdict]
    told = [one.within(language) for one in (banner(results),) if one]
    return TestResult(
        uuid=str(uuid.uuid5(SPACE, f"{results.started} {results.season.id} {_plain(name)}")),
        historyId=f"{case}.{_mark(row)}",
        testCaseId=case,
        # Allure tells the rows of an outline apart by their parameters, and takes what it cannot for repeats.
        parameters=[Parameter(name=word("ui", "row").within(language), value=row)] if row else [],
        name=one_line(title, LONGEST),
        status=STATUS[verdict],
        stage="finished",
        start=began,
        stop=began,
        description="\n\n".join([*told, *(_sentence(rule, language) for rule in rules)]),
        labels=[
            *(Label(name=LabelType.TAG, value=one) for one in tags),
            Label(name=LabelType.SEVERITY, value=SEVERITY[harm].value),
            Label(name=LabelType.FRAMEWORK, value="examgate"),
        ],
        # Without a pattern for links, Allure's adapters give an id as its own address.
        links=[Link(type=LinkType.TEST_CASE, url=rule.id, name=rule.id) for rule in rules],
    )


def _sentence(rule: Rule, language: Language) -> str:
    level = word("level", rule.level).within(language)
    return f"{rule.id} ({level}) {rule.title.within(language)}"


def _places(results: Results, chapter: str, file: str, language: Language) -> list[Label]:
    """Where a result stands in Allure's trees: by chapter in one, by season and file in the other."""
    title = _chapter(results, chapter, language)
    rows = {
        LabelType.EPIC: title,
        LabelType.FEATURE: file,
        LabelType.PARENT_SUITE: results.season.id,
        LabelType.SUITE: title,
        LabelType.SUB_SUITE: file,
    }
    return [Label(name=name, value=value) for name, value in rows.items() if value]


def _chapter(results: Results, name: str, language: Language) -> str:
    return next((one.title.within(language) for one in results.chapters if one.id == name), name)


def _details(verdict: Verdict, reason: Text, language: Language) -> StatusDetails:
    why = reason.within(language)
    return StatusDetails(message=f"{verdict}: {why}" if why else verdict)


def _mark(name: str) -> str:
    return hashlib.md5(_plain(name).encode(), usedforsecurity=False).hexdigest()


def _plain(name: str) -> str:
    """A name that can be digested: half of a surrogate pair is spelt out."""
    return name.encode("utf-8", "backslashreplace").decode()


def _milliseconds(instant: str) -> int:
    return round(datetime.fromisoformat(instant).timestamp() * 1000)
