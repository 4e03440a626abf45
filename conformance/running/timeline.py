"""What the platform recorded in a scenario, as the report draws it: whose lane each record stands in."""

from __future__ import annotations

from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, TransportLost
from reports.form import Moment


def read(stage: Stagehand) -> tuple[Moment, ...]:
    """The record of the scenario's world; empty where there is none to be had."""
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
