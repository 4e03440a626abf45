"""Whether anything leaks: `python -m benchmarks soak`.

Four phones of one lane at a time are driven in parallel, session after session, command after command. Before and after, the processes
are looked at: memory, open files, the driver's sessions. What went before warms, half as many sessions: the heap of Node takes
hundreds to settle.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import psutil

from benchmarks import Benchmark, Sizes, say
from benchmarks.lanes import TARGETS, lane
from benchmarks.measured import Aim, Figure, Findings, Missing, milliseconds, one
from conformance.lab.stagehand import Stagehand
from conformance.phone.handset import Handset

PHONES = 4
PROCESSES = {"simulators": "phones", "appium": "appium", "nodaemon": "adb"}
"""By a word of its command, what a process is."""
GROWTH = 1.25
"""How many times as much memory a process may have in the end; a leak of a session would be more by far."""
FILES = 64
"""How many files more it may have open: pools of connections fill up; one file left behind by each session would be hundreds."""
MIB = 2**20


@dataclass(frozen=True, slots=True)
class Seen:
    """A process at one moment."""

    memory: int
    files: int


def measure(sizes: Sizes) -> Findings:
    rows: dict[str, dict[str, Figure]] = {}
    aims: list[Aim] = []
    notes: list[str] = []
    for name in TARGETS:
        try:
            with lane(name) as stage:
                found, wanted = _soaked(name, stage, sizes)
        except Missing as missing:
            notes.append(f"{name} left out: {missing}")
            continue
        rows |= found
        aims += wanted
    return Findings(rows, aims, notes)


def _soaked(name: str, stage: Stagehand, sizes: Sizes) -> tuple[dict[str, dict[str, Figure]], list[Aim]]:
    world = stage.open("waiting", candidates=({},) * (PHONES // 2))
    phones = [stage.phone(udid) for candidate in world.candidates for udid in candidate.phones.all]
    warm = max(1, sizes["sessions"] // 2)
    _drive(name, phones, warm, sizes)
    before = _processes()
    spent = milliseconds(lambda: _drive(name, phones, sizes["sessions"], sizes))
    after = _processes()
    rows = {
        f"{name}: {what}": {
            "memory before": one(before[what].memory / MIB, "MiB"),
            "after": one(seen.memory / MIB, "MiB"),
            "files before": one(before[what].files),
            "after it": one(seen.files),
        }
        for what, seen in after.items()
        if what in before
    }
    sessions = sizes["sessions"] // PHONES * PHONES
    rows[name] = {
        "sessions": one(sessions),
        "commands": one(sessions * sizes["commands"]),
        "seconds": one(spent / 1000, "s"),
    }
    aims = [
        Aim(f"{name}: {what}, memory", one(seen.memory / before[what].memory, "x"), most=GROWTH)
        for what, seen in after.items()
        if what in before
    ]
    aims += [
        Aim(f"{name}: {what}, files more", one(seen.files - before[what].files), most=FILES)
        for what, seen in after.items()
        if what in before
    ]
    return rows, aims


def _drive(name: str, phones: Sequence[Handset], sessions: int, sizes: Sizes) -> None:
    """So many sessions among the phones, each with its commands; all sessions are over in the end."""
    each = max(1, sessions // len(phones))

    def drive(phone: Handset) -> None:
        for number in range(each):
            if phone is phones[0] and number % 10 == 0:
                say(f"soak: {name}, session {number * len(phones)} of {each * len(phones)}")
            for _ in range(sizes["commands"] // 2):
                phone.texts()
                phone.shows("main.waiting.countdown")
            phone.close()

    with ThreadPoolExecutor(len(phones)) as pool:
        list(pool.map(drive, phones))


def _processes() -> dict[str, Seen]:
    """The processes of the lane, by what they are."""
    children = psutil.Process(os.getpid()).children(recursive=True)
    return {what: _seen(child) for child in children if (what := _what(child))}


def _what(process: psutil.Process) -> str:
    try:
        words: Iterable[str] = process.cmdline()
    except psutil.Error:
        return ""
    command = " ".join(words)
    return next((what for word, what in PROCESSES.items() if word in command), "")


def _seen(process: psutil.Process) -> Seen:
    return Seen(process.memory_info().rss, process.num_fds())


BENCHMARK = Benchmark(
    "soak",
    "does anything leak, whichever way the phones are driven?",
    measure,
    full={"sessions": 500, "commands": 40},
    tiny={"sessions": 4, "commands": 2},
)
