"""What a run knows before its figures: what the audit is given, and the head of the result."""

from __future__ import annotations

import hashlib
import os
import platform as machine
from datetime import datetime
from pathlib import Path

import msgspec

from conformance.kit import kit
from conformance.load.audit.forms import Seat
from conformance.load.audit.given import Given
from conformance.load.pace import Part
from conformance.load.people import Crowd
from conformance.load.result import form as forms
from conformance.load.result.form import Load
from conformance.load.running.platform import There
from reports.form import Season, Text

SILENT_BEATS = 5
"""Heartbeats that a platform of ours waits for before a phone counts as gone."""
CLOCK_MS = 40.0
"""Wall milliseconds that a process's idea of the platform's clock may be off, beside what it measured."""


def given(crowd: Crowd, parts: tuple[Part, ...], seats: list[Seat], since: int) -> Given:
    """`seats`: all that were registered; `since`: the number of the last record before the run."""
    fastest = max(part.factor for part in parts)
    spoilt = [name for name, cohort in crowd.plan.cohorts.items() if cohort.toxics]
    return Given(
        season=str(crowd.season.path),
        seats=tuple(seats),
        silence_seconds=float(SILENT_BEATS * crowd.plan.platform.heartbeat_seconds),
        clock_ms=CLOCK_MS * fastest,
        spoilt=tuple(spoilt),
        since=since,
    )


def head(there: There, crowd: Crowd, started: datetime, defect: str, processes: int) -> Load:
    """Verdict and figures come later; until then the run is incomplete."""
    chosen, board = crowd.plan.platform, crowd.season
    own = there.own is not None
    digest = hashlib.sha256(Path(board.path).read_bytes()).hexdigest()
    return Load(
        kit=kit(),
        season=Season(id=board.id, edition=board.edition, title=Text(**board.title), sha256=digest),
        plan=msgspec.to_builtins(crowd.plan),
        platform=forms.Platform(
            url=there.url,
            own=own,
            store=Path(there.store).name if own else "",
            processes=chosen.processes if own else None,
            password_cost=chosen.password_cost if own else None,
            heartbeat_seconds=chosen.heartbeat_seconds,
            defect=defect,
        ),
        seed=crowd.plan.day.seed,
        candidates=len(crowd),
        phones=sum(1 + len(person.aux) for person in crowd if "no_show" not in person.traits),
        processes=processes,
        started=started.isoformat(timespec="seconds"),
        finished=datetime.now().astimezone().isoformat(timespec="seconds"),
        verdict="incomplete",
        exit_code=forms.EXIT_CODES["incomplete"],
        machine=forms.Machine(
            system=f"{machine.system()} {machine.release()}",
            python=machine.python_version(),
            processors=os.cpu_count() or 1,
            memory_bytes=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        ),
    )
