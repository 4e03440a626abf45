"""A run that was cut short: which one it is, whether it can go on, and how a user is told that it can."""

from __future__ import annotations

import shlex
from contextlib import suppress
from pathlib import Path

from conformance import journal
from conformance.journal import JournalError, Read, StillGoingOn, Writer
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import evidence, manifest
from conformance.running.attempts import Begun
from conformance.running.choosing import Chosen
from conformance.running.outdir import JOURNAL, PART, no_room
from conformance.saying import Stopped
from reports.form import Text

NOT_JUDGED = "not-judged"


def folder(named: str, out: Path) -> Path:
    """The folder of the run that is meant: the named one, or the newest below `out` that was cut short."""
    place = Path(named) if named else out
    paths = [place, Path(f"{place}{PART}")] if named else sorted(out.glob(f"*{PART}"), reverse=True)
    for path in paths:
        if (path / JOURNAL).is_file():
            return path
    raise Stopped(
        Text(
            f"{place}: no run was cut short there; name its folder, or begin a new run without --resume",
            f"{place}：没有中断的运行；请指定其目录，或不带 --resume 重新运行",
        )
    )


def request_of(part: Path) -> RunRequest:
    """What the run in a folder was asked to do, by the first line of its journal."""
    try:
        return manifest.request_of(journal.first(part / JOURNAL))
    except JournalError as fault:
        raise _unusable(part, fault) from fault


def open_again(part: Path, *, without_cut: bool) -> tuple[Writer, Read]:
    """The journal of a run that was cut short, to be written on."""
    if part.suffix != PART:
        raise Stopped(
            Text(
                f"{part}: this run is whole and needs nothing more; --failed repeats what did not pass",
                f"{part}：该次运行已完成，无须继续；如需重复未通过的场景，请用 --failed",
            )
        )
    try:
        with no_room(part):
            return Writer.go_on(part / JOURNAL, without_cut=without_cut)
    except JournalError as fault:
        raise _unusable(part, fault) from fault
    except StillGoingOn as fault:
        raise Stopped(
            Text(f"{part}: this run is still going on", f"{part}：该次运行仍在进行，不能同时继续")
        ) from fault


def begun(part: Path, now: Plan, chosen: Chosen, writer: Writer, kept: Read) -> Begun:
    """The run, to go on; Stopped where it cannot, because something is no longer as it was."""
    if kept.footer and kept.footer["verdict"] == NOT_JUDGED:
        raise Stopped(
            Text(
                f"{part}: this run ended without judging anything; begin a new one",
                f"{part}：该次运行未作评判即告结束，请重新运行",
            )
        )
    changed = manifest.differences(kept.manifest, now, chosen)
    if changed:
        en, zh = ", ".join(one.en for one in changed), "、".join(one.zh for one in changed)
        raise Stopped(
            Text(
                f"{part}: this run cannot go on: not the same as when it was begun: {en}; begin a new run",
                f"{part}：该次运行不能继续，以下内容与开始时不一致：{zh}；请重新运行",
            )
        )
    for case in chosen.cases:
        if case.id not in kept.scenarios:  # a scenario that was cut short may have left some
            with suppress(FileNotFoundError):
                (part / evidence.file_of(case.id)).unlink()
    return Begun(now, chosen, part, writer, kept)


def can_go_on(said: Text, part: Path, done: int, of: int) -> Text:
    """A sentence about a run that was cut short, and how it goes on."""
    words = shlex.join(["./examgate", "run", "--resume", str(part)])
    return Text(
        f"{said.en}; {done} of {of} scenarios have a result and are kept. To go on: {words}",
        f"{said.zh}；{of}个场景中已有{done}个得出结果并已保留。继续运行：{words}",
    )


def _unusable(part: Path, fault: JournalError) -> Stopped:
    """The line at fault, and, where it is only the last one that was cut off, what to do."""
    if not fault.cut:
        return Stopped(
            Text(
                f"{part}: this run cannot go on, its journal is damaged; begin a new run",
                f"{part}：运行日志已损坏，该次运行不能继续；请重新运行",
            ),
            str(fault),
        )
    words = shlex.join(["./examgate", "run", "--resume", str(part), "--drop-cut-line"])
    return Stopped(
        Text(
            f"{part}: the last line of its journal is cut off. To go on without it, and run its scenario again: {words}",
            f"{part}：运行日志最后一行不完整。如需舍弃该行并重新运行其场景：{words}",
        ),
        str(fault),
    )
