"""From the users' own records and what the audit found to the result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from conformance.instants import SittingInstants
from conformance.load import plan, told
from conformance.load.result import curves, measured, objectives, steps
from conformance.load.result.form import EXIT_CODES, Audit, Load, Objective, Verdict
from conformance.load.result.measured import EPOCH, Measured
from conformance.load.result.objectives import NEVER_MINUTES, Seen
from reports.form import Text

AUDIT_UNFINISHED = Text("the audit could not be finished", "核对未能完成")


def built(
    head: Load, folder: Path, audit: Audit, wanted: Iterable[plan.Objective], instants: SittingInstants
) -> Load:
    """The whole result of the run in `folder`. `head` has what the run knows by itself: kit, plan, platform, when, `unfinished`;
    its verdict is given here. `instants` are the examiner's own. OSError, ValueError."""
    spoilt = [name for name, cohort in head.plan.get("network", {}).items() if cohort.get("toxics")]
    found = measured.read(told.files(folder), spoilt)
    seen = Seen(
        steps=steps.steps(found),
        total=steps.total(found),
        arrivals=steps.arrivals(found),
        lockouts=lockouts(found, instants.closes) if found.entering else None,
        unconfirmed=len(found.looked - found.confirmed) if found.looked else None,
        uploads_done=uploads_done(found, instants.aux_ends or instants.photos_end),
    )
    rows = objectives.judged(wanted, seen)
    unfinished = tuple(dict.fromkeys((*head.unfinished, *_unfinished(audit, rows))))
    verdict = verdict_of(audit, rows, unfinished)
    return replace(
        head,
        instants={name: at.isoformat(timespec="milliseconds") for name, at in instants.named().items()},
        steps=seen.steps,
        total=seen.total,
        arrivals=seen.arrivals,
        lockouts=seen.lockouts,
        unconfirmed=seen.unconfirmed,
        curves=curves.day(found),
        zooms=curves.zooms(found),
        audit=audit,
        objectives=rows,
        unfinished=unfinished,
        verdict=verdict,
        exit_code=EXIT_CODES[verdict],
    )


def verdict_of(audit: Audit, wanted: Iterable[Objective], unfinished: Iterable[Text]) -> Verdict:
    """A broken rule weighs most, then what could not be finished, then a missed objective."""
    if audit.violations:
        return "violated"
    if any(unfinished):
        return "incomplete"
    return "missed" if any(one.met is False for one in wanted) else "passed"


def lockouts(found: Measured, closes: datetime) -> int:
    """How many accounts asked to be let in before this instant and never were."""
    limit = (closes - EPOCH).total_seconds()
    return sum(at < limit for account, at in found.entering.items() if account not in found.entered)


def _unfinished(audit: Audit, wanted: Iterable[Objective]) -> list[Text]:
    said = [] if audit.finished else [AUDIT_UNFINISHED]
    unseen = [one.id for one in wanted if one.met is None]
    if unseen:
        listed = ", ".join(unseen), "、".join(unseen)
        said.append(Text(f"nothing was measured for: {listed[0]}", f"以下指标没有测得任何数据：{listed[1]}"))
    return said


def uploads_done(found: Measured, ends: datetime) -> float | None:
    """Minutes from this instant until the last upload was whole; infinite where one never was, None where none was begun.
    One that expired was begun anew under another name."""
    begun = [states for upload in found.uploads.values() if upload.gone is None and (states := upload.left())]
    if not found.uploads:
        return None
    if not begun or any(states[-1][1] for states in begun):
        return NEVER_MINUTES
    return (max(states[-1][0] for states in begun) - (ends - EPOCH).total_seconds()) / 60
