"""Holds the lists against a run: pure functions of lists, rows, scenarios and the day of the run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from conformance import verdict
from conformance.lists import notices
from conformance.lists.files import Lists
from conformance.lists.subjects import judged
from reports.form import Flaky, KnownFailure, Rule, Scenario, Scope, Subject, Target, Text, Waiver
from reports.wording import word


@dataclass(frozen=True, slots=True)
class Applied:
    """The rows as they are with the lists, the lists as they stand in this run, and what their keeper has to know."""

    rules: tuple[Rule, ...]
    lists: Lists
    notices: tuple[Text, ...]

    @property
    def stale(self) -> bool:
        """Whether a known failure is none any more."""
        return any(entry.stale for entry in self.lists.known_failures)


def apply(
    lists: Lists,
    rules: Iterable[Rule],
    scenarios: Iterable[Scenario],
    subjects: Sequence[Subject],
    scope: Scope,
    target: Target,
    today: date,
) -> Applied:
    """What the lists make of a run. Lists that were applied to it before give the same again."""
    stories = tuple(scenarios)
    rows = tuple(bare(rule, stories, target) for rule in rules)
    waivers = tuple(_placed(waiver, rows, subjects, today) for waiver in lists.waivers)
    excused = tuple(_waived(rule, waivers) for rule in rows)
    known = tuple(_judged_anew(one, rows, stories, scope) for one in lists.known_failures)
    flaky = tuple(replace(one, expired=over(one, today)) for one in lists.flaky)
    stand = Lists(waivers, known, flaky)
    return Applied(excused, stand, tuple(notices.of(stand, rows, today)))


def bare(rule: Rule, scenarios: Iterable[Scenario], target: Target) -> Rule:
    """The row as its scenarios alone make it."""
    if not rule.waived:
        return rule
    mine = [one for one in scenarios if one.id in rule.scenarios]
    party = verdict.party(rule.binds, target)
    said = [one.verdict for one in mine]
    _, why = verdict.of_rule(said, rule.level, rule.answers_for, target.kind, party=party)
    worst = verdict.worst(said)
    reason = why or next(one.reason for one in mine if one.verdict == worst)
    return replace(rule, verdict=rule.waived, waived="", reason=reason)


def over(entry: Waiver | Flaky, today: date) -> bool:
    """Whether the last day of an entry lies behind."""
    return bool(entry.expires) and date.fromisoformat(entry.expires) < today


def _placed(waiver: Waiver, rules: Sequence[Rule], subjects: Sequence[Subject], today: date) -> Waiver:
    if over(waiver, today):
        return replace(waiver, standing="expired")
    if waiver.subject and not judged(waiver.subject, subjects):
        return replace(waiver, standing="elsewhere")
    needed = any(rule.id == waiver.rule and verdict.waivable(rule.verdict) for rule in rules)
    return replace(waiver, standing="applied" if needed else "unused")


def _waived(rule: Rule, waivers: Iterable[Waiver]) -> Rule:
    mine = next((one for one in waivers if one.rule == rule.id and one.standing == "applied"), None)
    if mine is None or rule.verdict not in ("FAIL", "WARN"):
        return rule
    return replace(rule, verdict="WAIVED", waived=rule.verdict, reason=_excuse(rule, mine))


def _excuse(rule: Rule, waiver: Waiver) -> Text:
    """Who has excused it until when and why, and what it is that is excused."""
    else_ = word("verdict", rule.verdict)
    why = Text(f": {rule.reason.en}" if rule.reason else "", f"：{rule.reason.zh}" if rule.reason else "")
    return Text(
        f"waived by {waiver.approver} until {waiver.expires} ({waiver.reason.en}); otherwise {else_.en}{why.en}",
        f"经{waiver.approver}批准豁免至 {waiver.expires}（{waiver.reason.zh}）；否则为“{else_.zh}”{why.zh}",
    )


def _judged_anew(
    entry: KnownFailure, rules: Iterable[Rule], scenarios: Iterable[Scenario], scope: Scope
) -> KnownFailure:
    """Stale is what was judged and passes; of a rule that is so only where all its scenarios were run."""
    whole = scope.full or not (scope.failed_only or any("#" in one for one in scope.rules))
    passes = {rule.id for rule in rules if rule.verdict == "PASS" and whole}
    passes |= {scenario.id for scenario in scenarios if scenario.verdict == "PASS"}
    return replace(entry, stale=(entry.rule or entry.scenario) in passes)
