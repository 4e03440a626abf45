"""`examgate load audit DIR`: a finished run's journals are audited and measured once more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from conformance import season
from conformance.instants import Instants
from conformance.load import plan
from conformance.load.audit import again, given
from conformance.load.result import building, files
from conformance.load.result.form import Load
from conformance.saying import Stopped
from reports.form import Text

JOURNALS = Text("the journals of this run cannot be read", "该次运行的记录无法读取")


def audited(folder: Path) -> Load:
    """The result as this kit finds it now; what kept the run from its end then still does. Stopped, FormError."""
    old = files.load(folder)
    wanted = msgspec.convert(old.plan.get("objectives", ()), tuple[plan.Objective, ...])
    day = msgspec.convert(old.plan["day"], plan.Day)
    try:
        outcome = again.audit(folder)
        instants = Instants(season.load(given.read(folder).season)).of(day.subject, day.session)
        known = (one for one in old.unfinished if one != building.AUDIT_UNFINISHED)
        head = replace(old, unfinished=tuple(dict.fromkeys((*known, *outcome.unfinished))))
        return building.built(head, folder, outcome.audit, wanted, instants)
    except (OSError, msgspec.MsgspecError, ValueError) as fault:
        raise Stopped(JOURNALS, f"{folder}: {fault}") from fault
