"""Masks what a scenario says: its steps, its record, its reason. Ids, files and the command that runs it again stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conformance.masking.text import Mask
from reports.form import Moment, Scenario, Step


def scenario(whole: Scenario, mask: Mask) -> Scenario:
    """The scenario, masked."""
    return replace(
        whole,
        reason=mask.sentence(whole.reason),
        steps=tuple(_step(step, mask) for step in whole.steps),
        timeline=tuple(_moments(whole.timeline, mask)),
        drivers={mask.text(phone): said for phone, said in whole.drivers.items()},
    )


def _step(step: Step, mask: Mask) -> Step:
    return replace(
        step,
        expected=mask.said(step.expected),
        seen=mask.said(step.seen),
        error=mask.said(step.error),
        values=mask.data(step.values),
    )


def _moments(record: Iterable[Moment], mask: Mask) -> Iterable[Moment]:
    for moment in record:
        yield replace(moment, who=mask.text(moment.who), detail=mask.data(moment.detail))
