"""A load run: platform, phones, records, audit, result. What it started is gone when it ends, however it ends."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from conformance.load import pace
from conformance.load.audit import again, given
from conformance.load.audit.auditor import Auditor
from conformance.load.audit.forms import Seat
from conformance.load.bench import Silent
from conformance.load.order import Order
from conformance.load.pace import Part
from conformance.load.people import Crowd
from conformance.load.plan import Plan
from conformance.load.result import building
from conformance.load.result.form import Load
from conformance.load.running import descriptors, heading, outages, platform, playing
from conformance.load.running.children import Child
from conformance.load.running.gathering import Gathering
from conformance.load.running.intime import in_time
from conformance.load.running.platform import STORE, There, Wanted
from conformance.load.running.playing import Players
from conformance.load.running.progress import Progress
from conformance.running import outdir
from reports.form import Language, Text

LOOK_S = 3.0
"""Wall seconds between two looks at the journals."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for. `keep_going`: to the end, even where the audit has found something."""

    plan: Plan
    platform: Wanted
    out: Path
    lang: Language
    players: Players = field(default_factory=Players)
    web: int | None = None
    keep_going: bool = False
    keep_store: bool = False


@dataclass(slots=True)
class Played:
    """How the playing went: what its process said last, and why it is not whole."""

    said: Mapping[str, Any] | None = None
    unfinished: tuple[Text, ...] = ()


def run(request: Request) -> tuple[Load, Path]:
    """The result, and the folder that it lies in."""
    crowd = Crowd(request.plan)
    parts = pace.parts(crowd)
    count = descriptors.processes(crowd, request.players.count, own=not request.platform.url)
    request = replace(request, players=replace(request.players, count=count))
    folder = outdir.begin(request.out)
    try:
        with outdir.no_room(folder), platform.there(request.platform, crowd, parts, folder) as there:
            result = _against(there, request, crowd, parts, folder)
    finally:
        if not request.keep_store:
            shutil.rmtree(folder / STORE, ignore_errors=True)
    return result, folder


def _against(there: There, request: Request, crowd: Crowd, parts: tuple[Part, ...], folder: Path) -> Load:
    in_time(there.bench, parts)
    started = datetime.now().astimezone()
    since = _last_record(there)
    seats = [Seat(**one) for one in platform.register(there, crowd)]
    start = heading.given(crowd, parts, seats, since)
    given.write(folder, start)
    gathering = Gathering(there.bench, folder, Auditor(crowd.season, seats, start.allowance, since), since)
    played = _play(there, request, crowd, gathering, folder)
    until = gathering.finish()
    said, whole = played.said or {}, played.said is not None
    doubt = float(said.get("doubt_ms", 0.0))
    start = msgspec.structs.replace(start, until=until, clock_ms=start.clock_ms + doubt, whole=whole)
    given.write(folder, start)
    # A process that died has taken the last lines of its phones with it: what nobody asked for may be theirs.
    outcome = gathering.auditor.finish(until) if whole else again.audit(folder)
    head = heading.head(there, crowd, started, request.platform.defect, request.players.count)
    head = replace(
        head,
        unfinished=(*played.unfinished, *outcome.unfinished),
        machine=replace(head.machine, busy=said.get("busy")),
        notices=(
            *filter(None, [there.complained]),
            *outages.notice(there, crowd),
            *(Text(*one) for one in said.get("said", ())),
        ),
    )
    return building.built(head, folder, outcome.audit, request.plan.objectives, crowd.instants)


def _play(there: There, request: Request, crowd: Crowd, gathering: Gathering, folder: Path) -> Played:
    """Have the phones played, and look at the journals meanwhile."""
    order = Order(
        plan=request.plan,
        platform=there.url,
        bench=there.bench.url,
        folder=str(folder),
        web=request.web,
        otlp=request.platform.otlp,
        otlp_share=request.platform.otlp_share,
        pid=there.pid if "://" not in there.store else None,
    )
    progress = Progress(request.lang, request.plan.day.candidates)
    with playing.players(order, request.players, there.bench.token, folder) as child:
        with contextlib.suppress(EOFError), outages.outages(there, crowd):
            said = _followed(child, there, progress, gathering, keep_going=request.keep_going)
            return Played(said, tuple(filter(None, [there.gone])))
        return Played(unfinished=(playing.died(child),))


def _followed(
    child: Child, there: There, progress: Progress, gathering: Gathering, *, keep_going: bool
) -> Mapping[str, Any]:
    """What the process says at its end; or at once where the platform has ended, or where the audit has found something
    and that is enough."""
    looked = time.monotonic()
    try:
        while True:
            line = child.next(LOOK_S)
            if line is not None and line["event"] == "played":
                return line
            if line is not None and line["event"] == "progress":
                progress.show(line)
            if time.monotonic() - looked > LOOK_S:
                if there.gone or (gathering.look() and not keep_going):
                    return {"stopped": True}
                looked = time.monotonic()
    finally:
        progress.end()


def _last_record(there: There) -> int:
    """The number of the last record before the run."""
    last = 0
    with contextlib.suppress(Silent):
        while (found := there.bench.records(last)[1]) != last:
            last = found
    return last
