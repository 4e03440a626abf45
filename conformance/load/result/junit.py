"""``junit.xml`` of a load run: a test case for each rule that was checked and for each objective, and one for the run itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from conformance.load.result import records
from conformance.load.result.form import Load, Objective, Violation
from conformance.load.result.words import word
from reports.junit import both
from reports.visible import one_line, visible
from reports.wording import banner_of

Outcome = Literal["", "failure", "error"]
LONGEST = 2000
SHOWN = 20
"""So many violations of a rule are written out; load.json has all."""


@dataclass(frozen=True, slots=True)
class Case:
    """One test case; an empty outcome is a passed one."""

    suite: str
    name: str
    outcome: Outcome = ""
    message: str = ""
    body: str = ""


def junit(result: Load) -> bytes:
    """The whole file; equal results give equal bytes."""
    cases = [*_rules(result), *map(_objective, result.objectives), _whole(result)]
    root = ET.Element("testsuites", {"name": "examgate load", **_totals(cases)})
    for suite in dict.fromkeys(case.suite for case in cases):
        of_it = [case for case in cases if case.suite == suite]
        element = ET.SubElement(
            root, "testsuite", {"name": suite, "timestamp": visible(result.started), **_totals(of_it)}
        )
        properties = ET.SubElement(element, "properties")
        for name, value in _properties(result).items():
            ET.SubElement(properties, "property", {"name": name, "value": one_line(value, LONGEST)})
        for case in of_it:
            _write(element, case)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def lines(one: Violation) -> list[str]:
    """A violation with the lines of both journals."""
    return [
        f"{one.sitting} {both(one.says)}".strip(),
        *(f"  platform: {records.of_platform(record)}" for record in one.platform),
        *(f"  user: {records.of_user(record)}" for record in one.user),
    ]


def _rules(result: Load) -> list[Case]:
    found: dict[str, list[Violation]] = {rule: [] for rule in result.audit.checked}
    for one in result.audit.violations:
        found.setdefault(one.rule, []).append(one)
    return [_rule(rule, broken) for rule, broken in found.items()]


def _rule(rule: str, broken: list[Violation]) -> Case:
    if not broken:
        return Case("audit", rule)
    body = "\n".join(line for one in broken[:SHOWN] for line in lines(one))
    return Case("audit", rule, "failure", f"{len(broken)}: {both(broken[0].says)}", body)


def _objective(one: Objective) -> Case:
    said = f"{both(one.says)}: {one.wanted}, {one.seen}"
    outcome: Outcome = "error" if one.met is None else "" if one.met else "failure"
    return Case("objectives", one.id, outcome, said if outcome else "", said)


def _whole(result: Load) -> Case:
    """A run that could not be judged to its end is an error, whatever else it found."""
    if not result.unfinished:
        return Case("run", "finished")
    return Case("run", "finished", "error", both(result.reason))


def _properties(result: Load) -> dict[str, str]:
    said = banner_of("simulated") if result.platform.own else None
    head = {"banner": both(said)} if said else {}
    return {
        **head,
        "verdict": both(word("verdict", result.verdict)),
        "plan": result.name,
        "season": result.season.id,
        "candidates": str(result.candidates),
        "seed": str(result.seed),
        "platform": result.platform.url,
        "kit": f"{result.kit.name} {result.kit.version}",
    }


def _totals(cases: Iterable[Case]) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    return {
        "tests": str(len(outcomes)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": "0",
    }


def _write(suite: ET.Element, case: Case) -> None:
    element = ET.SubElement(
        suite, "testcase", {"classname": f"load.{case.suite}", "name": one_line(case.name)}
    )
    if case.outcome:
        ET.SubElement(element, case.outcome, {"message": one_line(case.message, LONGEST)}).text = visible(
            case.body
        )
    elif case.body:
        ET.SubElement(element, "system-out").text = visible(case.body)
