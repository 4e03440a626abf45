"""A start of a run whose target is in people's hands: serves their pages, and makes a scenario of each sheet that is over."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import segno
from rich.console import Console

from conformance import masking, verdict
from conformance.hand import script
from conformance.hand.answers import Answer, Joined, Kept
from conformance.hand.lane import Lane, Standing
from conformance.hand.pages import Pages
from conformance.hand.photos import Photos
from conformance.hand.script import Line, Sheet
from conformance.hand.serving import Server
from conformance.hand.words import PAGES, PAST, QR, SIZE, WORDS
from conformance.lab.installed import Found
from conformance.masking import Mask
from conformance.outcome import Outcome
from conformance.plan import Plan
from conformance.running import evidence, resolving, writing
from conformance.running.ledger import Ledger
from conformance.sentences import stepbook
from conformance.target.hand import HandForm
from reports.form import Evidence, Scenario, Step, StepStatus, Subject, Text, Told, dump_evidence

KINDS = {"not_done": "not_met", "not_seen": "not_met", "undecided": "undecided"}
"""What an operator said, as an outcome of the truth table; what it means depends on the sentence."""
PARTIES = {"main": "main app", "aux": "aux app", "platform": "platform"}
NOT_CARRIED_OUT = Text("an operator says that it cannot be done", "操作员报告无法完成")
OTHERWISE = Text("an operator says that it is not as it must be", "操作员报告不符合")


def run(plan: Plan, part: Path, ledger: Ledger, left: Sequence[str], console: Console) -> int:
    """Have every case of `left` carried out; pytest's exit code for a run that ended, or was interrupted."""
    stepbook.book(plan.request.steps)
    cases = {case.id: case for case in plan.suite.cases()}
    sheets = [script.sheet(cases[name], plan, resolving.values) for name in left]
    possible: list[Sheet] = []
    for one in sheets:
        barred = script.hindrance(one, plan)
        if barred is None:
            possible.append(one)
        else:
            ledger.keep(hindered(one, *barred, plan))
    return _served(plan, part, ledger, possible, len(sheets) - len(possible), console)


def _served(
    plan: Plan, part: Path, ledger: Ledger, sheets: Sequence[Sheet], barred: int, console: Console
) -> int:
    form = plan.target.hand or HandForm()
    lane, photos = Lane(sheets, Kept(part)), Photos(part)
    server = Server(Pages(lane, photos, plan.season, form, masked=not plan.request.unmasked), form, part)
    whole = False
    try:
        _tell(plan, server, sheets, barred, console)
        for standing in lane.finished():
            ledger.keep(judged(standing, plan, photos, part))
        _subjects(ledger, lane.joined.values())
        photos.clear()
        whole = True
    except KeyboardInterrupt:
        return int(pytest.ExitCode.INTERRUPTED)
    finally:
        lane.close()
        server.close(whole=whole)
    return int(pytest.ExitCode.OK)


def judged(standing: Standing, plan: Plan, photos: Photos, part: Path) -> Scenario:
    """The scenario of a sheet that is over; photos go into its evidence file."""
    steps = [_step(line, standing.of(line), standing.over) for line in standing.sheet.lines]
    kept = {name: photos.encoded(name) for one in standing.answers for name in one.photos}
    case = standing.sheet.case
    file = evidence.file_of(case.id) if kept and plan.request.evidence != "none" else ""
    if file:
        dump_evidence(Evidence(shots=kept), part / file)
    whole = writing.scenario(
        case, plan, steps, evidence=file, method="operator", duration_s=_lasted(standing)
    )
    return masking.scenario(whole, Mask(off=plan.request.unmasked))


def hindered(sheet: Sheet, number: int, why: Outcome, plan: Plan) -> Scenario:
    """The scenario of a sheet that people cannot carry out."""
    steps = [replace(_step(line, ()), status="not_run") for line in sheet.lines]
    status = verdict.status(why.kind, sheet.lines[number].kind)
    steps[number] = replace(steps[number], status=status, error=why.cause)
    return writing.scenario(sheet.case, plan, steps, method="operator")


def _step(line: Line, answers: Sequence[Answer], over: bool = True) -> Step:
    told = tuple(
        Told(place=one.place, said=one.said, by=one.by, at=one.at, note=one.note, photos=one.photos)
        for one in answers
    )
    whole = len(answers) == len(line.places)
    wrong = next((one for one in answers if one.said in KINDS), None)
    status: StepStatus = "passed" if whole else "not_run"
    more: dict[str, Any] = {}
    if wrong and over:
        status = verdict.status(KINDS[wrong.said], line.kind)
        more = {"error": NOT_CARRIED_OUT if line.kind != "then" else OTHERWISE if wrong.said == "not_seen" else "",
                "expected": line.text if line.kind == "then" else "", "seen": wrong.note}  # fmt: skip
    return Step(
        keyword=line.keyword, text=line.text, status=status, values=dict(line.values), told=told, **more
    )


def _lasted(standing: Standing) -> float:
    times = [datetime.fromisoformat(one.at) for one in standing.answers]
    return round((max(times) - min(times)).total_seconds(), 3) if times else 0.0


def _subjects(ledger: Ledger, joined: Iterable[Joined]) -> None:
    """What the operators said stands in front of them; nothing of it was read by the kit."""
    told = tuple(
        Subject(party=PARTIES[one.place], version=one.version, read_from="operator")
        for one in joined
        if one.version
    )
    if told:
        ledger.find(Found("start", told))


def _tell(plan: Plan, server: Server, sheets: Sequence[Sheet], barred: int, console: Console) -> None:
    lang = plan.request.lang
    size = SIZE.within(lang).format(
        sheets=len(sheets), lines=sum(len(one.lines) for one in sheets), left=barred
    )
    console.print(size, soft_wrap=True, highlight=False)
    now = datetime.now().astimezone()
    if sheets and all(max(one.times.named().values()) < now for one in sheets):
        console.print(PAST.within(lang), style="bold yellow", soft_wrap=True, highlight=False)
    console.print(PAGES.within(lang), highlight=False)
    for place, address in server.addresses().items():
        console.print(f"  {WORDS[place].zh} {WORDS[place].en}  {address}", soft_wrap=True, highlight=False)
        if console.is_terminal:
            console.print(f"  {QR.within(lang)}", style="dim")
            drawn = io.StringIO()
            segno.make(address, micro=False).terminal(out=drawn, compact=True)
            console.out(drawn.getvalue(), highlight=False)
