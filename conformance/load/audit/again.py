"""A finished run's journals are audited once more."""

from __future__ import annotations

from pathlib import Path

from conformance import season
from conformance.load import told
from conformance.load.audit import given
from conformance.load.audit.auditor import Auditor, Outcome


def audit(folder: Path) -> Outcome:
    """What the journals in a run's folder show. OSError, msgspec.DecodeError or SeasonError where they cannot be read."""
    start = given.read(folder)
    auditor = Auditor(season.load(start.season), start.seats, start.allowance, start.since)
    auditor.recorded(given.records(folder))
    auditor.told(told.merged(folder))
    return auditor.finish(start.until)
