"""What the platform recorded in a scenario, as the report draws it: whose lane each record stands in."""

from __future__ import annotations

from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, TransportLost
from reports.form import Moment


def read(stage: Stagehand) -> tuple[Moment, ...]:
    """The record of the scenario's world, as far as there is one to be had, and what was done by hand."""
    return tuple(sorted((*_recorded(stage), *_done(stage)), key=lambda moment: moment.at))


def _done(stage: Stagehand) -> tuple[Moment, ...]:
    """By whose hand, in the place of which control."""
    names = stage.names()
    return tuple(
        Moment(
            at=one.at.isoformat(timespec="milliseconds"),
            what=f"done_by_{one.by}",
            who=names.get(one.udid, one.udid),
            detail={"control": one.control, "told": one.said.en, "told_zh": one.said.zh},
        )
        for one in stage.deeds
    )


def _recorded(stage: Stagehand) -> tuple[Moment, ...]:
    if not stage.opened:
        return ()
    try:
        records = stage.records()
        lanes = stage.lanes()
    except (ControlMissing, TransportLost):
        return ()
    return tuple(
        Moment(
            at=record.at.isoformat(timespec="milliseconds"),
            what=record.what,
            who=lanes.get(record.device or "", record.device or "platform"),
            detail=record.detail,
        )
        for record in records
    )
