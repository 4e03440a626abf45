"""Which rules and which scenarios a run is about: the whole edition, or what it was narrowed to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from conformance import catalogue, coreset, traits
from conformance.catalogue import Row
from conformance.hand import covering
from conformance.naming import UnknownName
from conformance.plan import Plan
from conformance.running import resolving
from conformance.sentences import stepbook
from conformance.sentences.scenes import Case
from conformance.traits import season_features
from reports.form import Text

SCENARIO = Text("scenario", "场景")
NOT_ASKED = Text(
    "people are asked for the vendor's rules only, and this duty is not the vendor's",
    "人工执行仅针对厂商应遵守的规则，该义务不由厂商承担",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that the run answers for, and every case that must have a result."""

    rows: tuple[Row, ...]
    cases: tuple[Case, ...]


def chosen(plan: Plan) -> Chosen:
    """What a plan's request asks for; UnknownName where it asks for what is not there."""
    names = coreset.scenarios() if plan.request.core else plan.request.scenarios
    cases = _named(plan, names) if names else plan.suite.cases()
    rows = plan.catalogue.matching(plan.request.rules)
    if plan.request.harm:
        rows = [row for row in rows if row.harm in plan.request.harm]
    if names:
        exercised = {rule for case in cases for rule in case.scene.rules}
        rows = [row for row in rows if row.id in exercised]
    apply = {row.id for row in rows if catalogue.applies(row, plan.season)}
    there = season_features(plan.season)
    fitting = [case for case in cases if all(there[name] for name in case.when)]
    ours = [case for case in fitting if apply & set(case.scene.rules)]
    if plan.target.hand and not plan.request.scenarios:
        stepbook.book(
            plan.request.steps
        )  # whose sentence it is, and what its words come to, is told by its step
        ours = list(covering.covering(ours, [row for row in rows if row.id in apply], plan, resolving.values))
    return Chosen(tuple(rows), tuple(ours))


def left_out(row: Row, plan: Plan) -> Text:
    """Why the season has none of the cases that exercise a row; empty where no case does."""
    if plan.target.hand and row.answers_for != "vendor" and not row.untested:
        return NOT_ASKED
    cases = [case for case in plan.suite.cases() if row.id in case.scene.rules]
    reasons = [why for case in cases for why in traits.missing(dict.fromkeys(case.when, True), plan.season)]
    told = list(dict.fromkeys(reasons))
    return Text("; ".join(one.en for one in told), "；".join(one.zh for one in told))


def _named(plan: Plan, names: Iterable[str]) -> list[Case]:
    """The cases with the ids asked for; an id without a row's number stands for all rows."""
    cases = plan.suite.cases()
    found: list[Case] = []
    for asked in names:
        fitting = [case for case in cases if asked in (case.id, case.id.rpartition("[")[0] or case.id)]
        if not fitting:
            raise UnknownName(SCENARIO, asked, [case.id for case in cases])
        found += [case for case in fitting if case not in found]
    return found
