"""From rows and lists to the run: the one place where a run's verdict, counts and exit code come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from conformance import lists, verdict
from conformance.lists import Lists
from conformance.season import Season
from conformance.verdict import Ruling
from reports import form
from reports.form import NOTHING, Declared, Results, Rule, Scenario, Text

UNMASKED = Text(
    "people's data and secrets are not masked in these results; they are for the lab that made them and nobody else",
    "本次结果未对个人信息与密钥作遮盖处理，仅限本测试环境内部使用，不得外传",
)


def ruled(results: Results) -> Results:
    """The results with what the lists in them make of their rows, and what follows for the run; done twice, the same."""
    with_lists = lists.apply(
        Lists(results.waivers, results.known_failures, results.flaky),
        results.rules,
        results.scenarios,
        results.subjects,
        results.scope,
        results.target,
        date.fromisoformat(results.day or results.started[:10]),
    )
    ruling = ruling_of(
        with_lists.rules,
        results.scenarios,
        results.scope.full,
        results.lab_fault,
        results.declared,
        stale=with_lists.stale,
    )
    return replace(
        results,
        rules=with_lists.rules,
        waivers=with_lists.lists.waivers,
        known_failures=with_lists.lists.known_failures,
        flaky=with_lists.lists.flaky,
        notices=(*(() if results.masked else (UNMASKED,)), *with_lists.notices),
        verdict=ruling.verdict,
        exit_code=ruling.exit_code,
        counts=form.count(with_lists.rules, results.scenarios),
    )


def ruling_of(
    rules: Iterable[Rule],
    scenarios: Iterable[Scenario],
    full: bool,
    fault: Text = NOTHING,
    declared: Iterable[Declared] = (),
    *,
    stale: bool = False,
) -> Ruling:
    """The verdict of a run with these rows, scenarios and declarations; a fault of the lab as a whole is an ERROR of it."""
    rows = tuple(rules)
    counted = [rule.verdict for rule in rows if verdict.counts(rule.level, rule.answers_for)]
    counted += [one.verdict for one in declared if one.contradicts]
    every = [*(rule.verdict for rule in rows), *(scenario.verdict for scenario in scenarios)]
    every += ["ERROR"] if fault else []
    return verdict.of_run(counted, every, full, stale=stale)


def day_of(instant: str, season: Season) -> str:
    """The day of a wall instant in the season's zone."""
    return datetime.fromisoformat(instant).astimezone(season.zone).date().isoformat()
