"""Which scenarios are run under which defect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from conformance import coreset
from conformance.mutants.forms import Defect
from conformance.naming import UnknownName
from conformance.plan import Plan
from conformance.repeats.choice import Part
from conformance.running import choosing
from conformance.saying import Stopped
from conformance.sentences.scenes import Case
from reports.form import Text


@dataclass(frozen=True, slots=True)
class Job:
    """One release to be judged: a defect and the ids of the cases that are run under it.

    `own` are those of the rules that it breaks. `watched`: of these places it is told through which each case comes.
    """

    defect: Defect
    cases: tuple[str, ...]
    own: frozenset[str] = frozenset()
    watched: tuple[str, ...] = ()

    @property
    def others(self) -> tuple[str, ...]:
        """The cases of rules that it does not break."""
        return tuple(case for case in self.cases if case not in self.own)


def jobs(plan: Plan, defects: Iterable[Defect], everything: bool) -> list[Job]:
    """One for each defect: everything that the season has, or the scenarios of the rules that it breaks and the sentinel.

    Stopped for a defect that breaks a rule for which the season has no scenario, UnknownName for no rule at all.
    """
    cases = choosing.chosen(plan).cases
    return [_job(one, cases, plan, everything) for one in defects]


def _job(defect: Defect, cases: Sequence[Case], plan: Plan, everything: bool) -> Job:
    for rule in defect.breaks:
        plan.catalogue.row(rule)
    plan.catalogue.matching(defect.also)
    judged = {rule for case in cases for rule in case.scene.rules}
    for rule in sorted(set(defect.breaks) - judged):
        raise Stopped(
            Text(
                f"defect {defect.id} breaks {rule}, and season {plan.season.id} has no scenario for it",
                f"缺陷 {defect.id} 违反规则 {rule}，而年度 {plan.season.id} 没有该规则的场景",
            )
        )
    own = [case.id for case in cases if set(defect.breaks) & set(case.scene.rules)]
    guards = [case.id for case in cases if case.id in coreset.scenarios() and case.id not in own]
    run = tuple(case.id for case in cases) if everything else (*own, *guards)
    return Job(defect, run, frozenset(own))


def picked(defects: Sequence[Defect], ids: Sequence[str], rules: Sequence[str], part: Part) -> list[Defect]:
    """Those with these ids, or that break a rule of these globs, and this part of each layer; all without a wish."""
    names = [one.id for one in defects]
    for asked in ids:
        if asked not in names:
            raise UnknownName(Text("defect", "缺陷"), asked, names)
    elsewhere = [one.id for one in defects if one.id in ids and one.caught_by != "scenarios"]
    if elsewhere:
        raise Stopped(
            Text(
                f"{', '.join(elsewhere)}: only many phones at once show it; examgate load --plan races --defect ID",
                f"{'、'.join(elsewhere)}：须由大量手机并发才能显现，请执行 examgate load --plan races --defect ID",
            )
        )
    chosen = [one for one in defects if one.caught_by == "scenarios" and (not ids or one.id in ids)]
    if rules:
        chosen = [
            one for one in chosen if any(fnmatchcase(rule, glob) for rule in one.breaks for glob in rules)
        ]
    return _sample(chosen, part)


def _sample(defects: Sequence[Defect], part: Part) -> list[Defect]:
    layers: dict[str, list[Defect]] = {}
    for one in defects:
        layers.setdefault(one.layer, []).append(one)
    kept = {one.id for some in layers.values() for one in some[part.which - 1 :: part.of]}
    return [one for one in defects if one.id in kept]
