"""Objectives: the figures that a plan wants, each a row with what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from conformance.load import plan
from conformance.load.result.form import Arrivals, Objective, Step
from reports.form import Text

NOTHING_SEEN, NEVER = "-", "∞"
NEVER_MINUTES = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the objectives are held against. `uploads_done`: minutes of exam time from the last automatic end until the last
    upload was whole; infinite where one never was, None where there was none."""

    steps: tuple[Step, ...]
    total: Step | None
    arrivals: Arrivals
    lockouts: int | None
    unconfirmed: int | None
    uploads_done: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: its name for people, its unit, and how it is taken of the whole run or of a step; None where there is nothing
    to measure."""

    says: Text
    unit: str
    of_run: Callable[[Seen], float | None]


@dataclass(frozen=True, slots=True)
class StepMeasure:
    """A figure of a step, or of all requests together."""

    says: Text
    unit: str
    of_step: Callable[[Step], float]


OF_A_STEP: Mapping[str, StepMeasure] = {
    "p50": StepMeasure(Text("median latency", "延迟中位数"), "ms", lambda step: step.p50),
    "p95": StepMeasure(Text("95th percentile of latency", "延迟 95 百分位"), "ms", lambda step: step.p95),
    "p99": StepMeasure(Text("99th percentile of latency", "延迟 99 百分位"), "ms", lambda step: step.p99),
    "p999": StepMeasure(
        Text("99.9th percentile of latency", "延迟 99.9 百分位"), "ms", lambda step: step.p999
    ),
    "errors": StepMeasure(Text("error rate", "错误率"), "", lambda step: step.errors / step.requests),
    "rps": StepMeasure(Text("requests a second", "每秒请求数"), "/s", lambda step: step.rps),
}
OF_THE_RUN: Mapping[str, Measure] = {
    "lockouts": Measure(
        Text("candidates who came in time and were never let in", "按时到达但始终未能进入的考生数"),
        "",
        lambda seen: seen.lockouts,
    ),
    "unconfirmed": Measure(
        Text("candidates who came to confirm and never could", "前来确认考试但始终未能确认的考生数"),
        "",
        lambda seen: seen.unconfirmed,
    ),
    "skew_p99": Measure(
        Text("lateness of arrivals, 99th percentile", "到达偏差 99 百分位"),
        "ms",
        lambda seen: seen.arrivals.skew_p99_ms if seen.arrivals.intended else None,
    ),
    "uploads_done": Measure(
        Text("last upload whole, after the last automatic end", "最后一份上传完成时距末次自动结束的时间"),
        "min",
        lambda seen: seen.uploads_done,
    ),
}
ALL = Text("all requests", "全部请求")


def judged(wanted: Iterable[plan.Objective], seen: Seen) -> tuple[Objective, ...]:
    """A row for each figure that is wanted, in the plan's order."""
    return tuple(_row(one, seen) for one in wanted)


def _row(wanted: plan.Objective, seen: Seen) -> Objective:
    says, unit, value = _taken(wanted, seen)
    least = wanted.least is not None
    limit = wanted.least if wanted.least is not None else wanted.most
    assert limit is not None, "the plan's laws see to it"
    return Objective(
        id=wanted.id,
        says=says,
        wanted=f"{'>=' if least else '<='} {figure(limit, unit)}",
        seen=NOTHING_SEEN if value is None else NEVER if value == NEVER_MINUTES else figure(value, unit),
        met=None if value is None else (value >= limit if least else value <= limit),
    )


def _taken(wanted: plan.Objective, seen: Seen) -> tuple[Text, str, float | None]:
    """The figure's name, its unit, and its value."""
    if wanted.measure in OF_THE_RUN:
        of_run = OF_THE_RUN[wanted.measure]
        return of_run.says, of_run.unit, of_run.of_run(seen)
    measure = OF_A_STEP[wanted.measure]
    named = Text(wanted.step, wanted.step) if wanted.step else ALL
    of = next((one for one in seen.steps if one.step == wanted.step), None) if wanted.step else seen.total
    says = Text(f"{named.en}: {measure.says.en}", f"{named.zh}：{measure.says.zh}")
    return says, measure.unit, None if of is None else measure.of_step(of)


def figure(value: float, unit: str) -> str:
    """A figure with its unit, no longer than it need be."""
    shown = f"{value:.4g}" if abs(value) < 1000 else f"{value:.0f}"
    return f"{shown} {unit}".rstrip()
