"""What can become of a rule, before anything is run: a pure function of the plan and of the controls that there are.

The run asks the same questions of the same tables; this puts them together for a reader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from conformance import catalogue, traits, verdict
from conformance.catalogue import Row
from conformance.declaring import abilities
from conformance.declaring.controls import offered
from conformance.plan import Plan
from conformance.sentences.scenes import Case
from reports.form import Text, Verdict

OPEN = frozenset({"NOT_APPLICABLE", "INCONCLUSIVE"})
"""What can become of a rule where something is wanting."""
JUDGED = Text("it is judged; the run has to tell", "予以评判，结论以运行结果为准")
BY_A_PERSON = Text("a person has to look at what the phones recorded", "须由人工查看手机录制的内容后核定")


@dataclass(frozen=True, slots=True)
class Presupposed:
    """A feature that a rule wants of the season, or wants it not to have; `why` says it where the season is otherwise.
    `declared`: whether the target declares to be made for it; None where nobody has to build it."""

    feature: str
    wanted: bool
    holds: bool
    why: Text
    declared: bool | None


@dataclass(frozen=True, slots=True)
class Expected:
    """A case of a rule: why the season has no such case (empty where it has), and which controls it lacks."""

    case: Case
    left_out: tuple[Text, ...]
    lacks: tuple[str, ...]

    @property
    def runs(self) -> bool:
        return not self.left_out


@dataclass(frozen=True, slots=True)
class Explanation:
    """`best` is the best that can become of the rule, and `why`; `wanting` what would have to be there for it to be
    judged, nothing where it is."""

    row: Row
    counted: bool
    presupposed: tuple[Presupposed, ...]
    cases: tuple[Expected, ...]
    best: Verdict
    why: Text
    wanting: tuple[Text, ...]

    @property
    def judged(self) -> bool:
        """Whether anything but the phones and the apps decides what becomes of it."""
        return self.best == "PASS"


def explanations(rows: Iterable[Row], plan: Plan, controls: Collection[str]) -> list[Explanation]:
    """Why each of these rows is judged or not, where these controls are there."""
    cases: dict[str, list[Case]] = {}
    for case in plan.suite.cases():
        for rule in case.scene.rules:
            cases.setdefault(rule, []).append(case)
    return [_explained(row, plan, controls, cases.get(row.id, ())) for row in rows]


def explained(row: Row, plan: Plan, controls: Collection[str]) -> Explanation:
    """Why this row is judged or not."""
    return explanations([row], plan, controls)[0]


def _explained(row: Row, plan: Plan, controls: Collection[str], mine: Iterable[Case]) -> Explanation:
    cases = tuple(_expected(case, plan, controls) for case in mine)
    best, why = _best(row, plan, cases)
    return Explanation(
        row=row,
        counted=verdict.counts(row.level, row.answers_for),
        presupposed=tuple(_presupposed(row, plan)),
        cases=cases,
        best=best,
        why=why,
        wanting=tuple(dict.fromkeys(_wanting(row, plan, cases))) if best in OPEN else (),
    )


def _presupposed(row: Row, plan: Plan) -> Iterator[Presupposed]:
    for name, wanted in row.when.items():
        feature = traits.FEATURES[name]
        holds = feature.holds(plan.season)
        why = feature.within if holds else feature.without
        able = name in plan.target.features.abilities if name in abilities.ABILITIES else None
        yield Presupposed(name, wanted, holds, why, able)


def _expected(case: Case, plan: Plan, controls: Collection[str]) -> Expected:
    left_out = tuple(traits.missing(dict.fromkeys(case.when, True), plan.season))
    return Expected(case, left_out, tuple(need for need in case.scene.needs if not offered(need, controls)))


def _best(row: Row, plan: Plan, cases: tuple[Expected, ...]) -> tuple[Verdict, Text]:
    if why_not := catalogue.why_not(row, plan.season):
        return "NOT_APPLICABLE", why_not
    running = [one for one in cases if one.runs]
    if cases and not running:
        return "NOT_APPLICABLE", _together(why for one in cases for why in one.left_out)
    if not running:
        return verdict.untested(row.answers_for), row.untested
    kind = plan.target.kind
    looked_at: Verdict = "REVIEW" if row.method == "review" and kind != "simulated" else "PASS"
    found, why = verdict.of_rule(
        ("INCONCLUSIVE" if one.lacks else looked_at for one in running),
        row.level,
        row.answers_for,
        kind,
        party=verdict.party(row.binds, plan.target.judged),
    )
    return found, why or {"PASS": JUDGED, "REVIEW": BY_A_PERSON}.get(found) or _lacking(running)


def _lacking(cases: list[Expected]) -> Text:
    short = [one for one in cases if one.lacks]
    names = sorted({need for one in short for need in one.lacks})
    return Text(
        f"{len(short)} of {len(cases)} cases need what the bench does not offer: {', '.join(names)}",
        f"共{len(cases)}个用例，其中{len(short)}个所需的控制项测试台未提供：{'、'.join(names)}",
    )


def _wanting(row: Row, plan: Plan, cases: tuple[Expected, ...]) -> Iterator[Text]:
    unmet = {
        name: wanted
        for name, wanted in row.when.items()
        if traits.FEATURES[name].holds(plan.season) is not wanted
    }
    for name, wanted in unmet.items():
        yield _season_with(name, wanted)
    if not unmet and not any(one.runs for one in cases):
        for name in dict.fromkeys(name for one in cases for name in one.case.when):
            yield _season_with(name, True)
    for need in dict.fromkeys(need for one in cases if one.runs for need in one.lacks):
        yield Text(f"the control {need} on the bench", f"测试台提供控制项 {need}")
    if not cases and row.settled_by:
        yield Text(f"settled by: {row.settled_by.en}", f"由{row.settled_by.zh}认定")
    if row.answers_for != "vendor" and plan.target.kind != "simulated":
        yield Text("the simulated exam: this is no duty of the vendor's", "模拟考试：该义务不由厂商承担")


def _season_with(name: str, wanted: bool) -> Text:
    feature = traits.FEATURES[name]
    said = feature.within if wanted else feature.without
    return Text(f"another season: {said.en} ({name})", f"另一招考年度：{said.zh}（{name}）")


def _together(reasons: Iterator[Text]) -> Text:
    told = list(dict.fromkeys(reasons))
    return Text("; ".join(one.en for one in told), "；".join(one.zh for one in told))
