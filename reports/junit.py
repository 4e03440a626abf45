"""``junit.xml``: the verdicts in the one format that every CI reads.

A scenario is a test case whose name begins with its rules' ids. A rule that no scenario stands for, or whose own
verdict is graver than its scenarios', is a test case too: nothing that matters is missing from the file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reports import listed
from reports.declaring import contradictions, sentence
from reports.form import Results, Rule, Said, Scenario, Text, Verdict
from reports.visible import one_line, visible
from reports.wording import banner, word

NAME_LIMIT = 300
# What a verdict is to a CI, on a row that counts and on one that does not; a missing entry is a passed test.
COUNTED: dict[Verdict, str] = {
    "FAIL": "failure",
    "INCONCLUSIVE": "error",
    "REVIEW": "error",
    "ERROR": "error",
    "NOT_APPLICABLE": "skipped",
    "WAIVED": "skipped",
}
UNCOUNTED: dict[Verdict, str] = {"FAIL": "failure", "NOT_APPLICABLE": "skipped", "WAIVED": "skipped"}
ORDER: tuple[Verdict, ...] = ("FAIL", "REVIEW", "PASS")
GRAVITY = ("", "skipped", "error", "failure")


@dataclass(frozen=True, slots=True)
class Case:
    """One test case as it will be written."""

    suite: str
    name: str
    place: str
    verdict: Verdict
    counted: bool
    reason: str
    seconds: float = 0.0
    body: str = ""
    properties: tuple[tuple[str, str], ...] = ()

    @property
    def outcome(self) -> str:
        """``failure``, ``error``, ``skipped``, or nothing."""
        return (COUNTED if self.counted else UNCOUNTED).get(self.verdict, "")


def junit(results: Results) -> bytes:
    """The whole file; equal results give equal bytes."""
    cases = [*scenario_cases(results), *rule_cases(results), *declared_cases(results)]
    root = ET.Element("testsuites", {"name": "examgate", **_totals(cases)})
    for suite in sorted({case.suite for case in cases}) or ["examgate"]:
        _write_suite(root, results, suite, [case for case in cases if case.suite == suite])
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def scenario_cases(results: Results) -> list[Case]:
    """One case a scenario."""
    rules = {rule.id: rule for rule in results.rules}
    settled = {one.rule: one.verdict for one in results.reviews}
    return [
        _scenario_case(results, s, [rules[name] for name in s.rules if name in rules], settled)
        for s in results.scenarios
    ]


def _scenario_case(
    results: Results, scenario: Scenario, rules: list[Rule], settled: Mapping[str, Verdict]
) -> Case:
    waived = bool(rules) and all(rule.verdict == "WAIVED" for rule in rules)
    return Case(
        suite=chapter_of(scenario),
        name=one_line(" ".join([*scenario.rules, both(scenario.name)]), NAME_LIMIT),
        place=one_line(scenario.id.partition("#")[0] or scenario.file, NAME_LIMIT),
        verdict="WAIVED" if waived else _after_review(scenario, settled),
        counted=not rules or any(rule.counted for rule in rules),
        reason=both(rules[0].reason) if waived else _reason(scenario),
        seconds=scenario.duration_s,
        body="\n".join([*(both(said) for said in _listed(results, scenario, rules)), story(scenario)]),
        properties=_of_the_lab(scenario),
    )


def _listed(results: Results, scenario: Scenario, rules: list[Rule]) -> list[Text]:
    """What the lists say of a scenario and of its rules, each thing once."""
    of_rules = [said for rule in rules for said in listed.of(results, rule)]
    return list(dict.fromkeys([*listed.of(results, scenario), *of_rules]))


def _of_the_lab(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Whose fault an error was, how often the scenario was run because of the lab's, and through which drivers."""
    tries = (("tries", str(scenario.tries)),) if scenario.tries > 1 else ()
    drivers = ((f"driver of {phone}", both(said)) for phone, said in scenario.drivers.items())
    return (*((("fault", scenario.fault),) if scenario.fault else ()), *tries, *drivers)


def _after_review(scenario: Scenario, settled: Mapping[str, Verdict]) -> Verdict:
    """What people made of a scenario that one had to look at: the gravest of what they said of its rules."""
    if scenario.verdict != "REVIEW":
        return scenario.verdict
    said = {settled.get(rule, "REVIEW") for rule in scenario.rules} or {"REVIEW"}
    return next(one for one in ORDER if one in said)


def rule_cases(results: Results) -> list[Case]:
    """One case for each of those rules."""
    return [_rule_case(results, rule) for rule in rule_rows(results)]


def rule_rows(results: Results) -> list[Rule]:
    """The rules that no scenario of this run speaks for as gravely as their verdict does."""
    heard: dict[str, int] = {}
    for scenario, case in zip(results.scenarios, scenario_cases(results), strict=True):
        for name in scenario.rules:
            heard[name] = max(heard.get(name, -1), GRAVITY.index(case.outcome))
    return [
        rule
        for rule in results.rules
        if heard.get(rule.id, -1) < GRAVITY.index(_rule_case(results, rule).outcome)
    ]


def _rule_case(results: Results, rule: Rule) -> Case:
    said = listed.known(results, rule)
    reason = " · ".join(filter(None, (both(rule.reason), both(said)))) or both(word("ui", "not_exercised"))
    name = one_line(f"{rule.id} {both(rule.title)}", NAME_LIMIT)
    return Case(rule.chapter, name, "rules", rule.verdict, rule.counted, reason)


def declared_cases(results: Results) -> list[Case]:
    """One case for each declaration of the target file that the run found otherwise."""
    return [
        Case(
            "declared",
            one_line(f"{one.of} {one.feature} {both(one.says)}", NAME_LIMIT),
            "declared",
            one.verdict,
            True,
            both(sentence(one)),
        )
        for one in contradictions(results)
    ]


def chapter_of(scenario: Scenario) -> str:
    """The chapter of a feature file ``features/<chapter>/<name>.feature``."""
    parts = scenario.file.split("/")
    return parts[-2] if len(parts) > 1 else "examgate"


def story(scenario: Scenario) -> str:
    """The steps, one a line, with what was expected and seen where they differ, and how to run it again."""
    lines = [scenario.id]
    for step in scenario.steps:
        lines.append(f"{step.status:>18}  {step.at}  {step.keyword} {both(step.text)}")
        facts = {"expected": step.expected, "seen": step.seen, "error": step.error}
        lines += [f"{name:>20}: {both(said)}" for name, said in facts.items() if said]
    return "\n".join([*lines, scenario.rerun])


def both(said: Said) -> str:
    """A sentence in both languages, or the foreign string as it is."""
    if not isinstance(said, Text):
        return said
    return " · ".join(dict.fromkeys(part for part in (said.en, said.zh) if part))


def _reason(scenario: Scenario) -> str:
    if scenario.reason:
        return both(scenario.reason)
    broken = next((step for step in scenario.steps if step.status not in {"passed", "not_run"}), None)
    if broken is None:
        return both(word("verdict", scenario.verdict))
    return (
        f"expected {both(broken.expected)}; seen {both(broken.seen)}" if broken.seen else both(broken.error)
    )


def _totals(cases: Iterable[Case]) -> dict[str, str]:
    rows = list(cases)
    outcomes = [case.outcome for case in rows]
    return {
        "tests": str(len(rows)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": str(outcomes.count("skipped")),
        "time": f"{sum(case.seconds for case in rows):.3f}",
    }


def _write_suite(root: ET.Element, results: Results, suite: str, cases: list[Case]) -> None:
    element = ET.SubElement(root, "testsuite", {"name": visible(suite), **_totals(cases)})
    element.set("timestamp", visible(results.started))
    properties = ET.SubElement(element, "properties")
    for name, value in _properties(results):
        ET.SubElement(properties, "property", {"name": name, "value": visible(value)})
    for case in cases:
        _write_case(element, case)


def _properties(results: Results) -> list[tuple[str, str]]:
    said = banner(results)
    head = [("banner", both(said))] if said else []
    return [
        *head,
        *(("notice", both(notice)) for notice in results.notices),
        ("verdict", results.verdict),
        ("target", results.target.name),
        ("target.kind", results.target.kind),
        ("under_test", both(results.target.under_test)),
        ("season", results.season.id),
        ("edition", results.edition),
        ("kit", f"{results.kit.name} {results.kit.version}"),
        ("seed", str(results.seed)),
    ]


def _write_case(suite: ET.Element, case: Case) -> None:
    attributes = {"classname": case.place, "name": case.name, "time": f"{case.seconds:.3f}"}
    element = ET.SubElement(suite, "testcase", attributes)
    if case.properties:
        properties = ET.SubElement(element, "properties")
        for name, value in case.properties:
            ET.SubElement(properties, "property", {"name": name, "value": value})
    if case.outcome:
        reason = one_line(f"{case.verdict}: {case.reason}", 2000)
        ET.SubElement(element, case.outcome, {"message": reason, "type": case.verdict}).text = visible(
            case.body
        )
    else:
        ET.SubElement(element, "system-out").text = f"{case.verdict}\n{visible(case.body)}"
