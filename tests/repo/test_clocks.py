"""No verdict depends on the machine's clock or zone: only named modules read the wall clock, and runs in other zones agree."""

import ast
import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from tests.frozen import frozen

ROOMS = ("conformance", "contracts", "features", "reports", "simulators", "steps")
MAY_READ = {
    "conformance/commands/doctor.py": "when phones were looked over",
    "conformance/commands/gate.py": "how old a run is when a release may go out",
    "conformance/commands/mutants.py": "when a proof began and ended",
    "conformance/commands/repeat.py": "the day from which a list of flaky scenarios counts",
    "conformance/mutants/loop.py": "for how long nothing has been heard of a release",
    "conformance/certificate/issuing.py": "when something is signed, and whether a certificate is still valid",
    "conformance/hand/pages.py": "when an operator said something",
    "conformance/running/byhand.py": "whether every time of a season is over",
    "conformance/lab/byhand/there.py": "what time it is in a lab where no bench tells it",
    "conformance/load/running/conduct.py": "when a load run began",
    "conformance/load/running/heading.py": "when a load run ended",
    "conformance/journal.py": "the wall instant of a line in a run's journal",
    "conformance/running/conduct.py": "when a run began and ended",
    "conformance/running/settling.py": "when a reviewer settled what was to be looked at",
    "conformance/running/outdir.py": "the name of a run's folder",
    "simulators/core/paces.py": "a clock that follows the wall, and goes on where a process ended",
    "simulators/platform/alone/starting.py": "the instant at which a platform that runs alone starts its clock",
}
"""What reads the clock of the machine, and what for. Nothing of it enters a verdict."""
READS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"), ("time", "ctime"), ("datetime", "fromtimestamp"),
}  # fmt: skip
LOCAL = {"astimezone", "fromtimestamp", "mktime", "localtime"}
"""Calls that take the machine's zone where they are given none."""


def reads(tree: ast.AST) -> Iterator[str]:
    """The calls that read the machine's clock or zone."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name, base = node.func.attr, node.func.value
        owner = (
            base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""
        )
        if (owner, name) in READS or (name in LOCAL and not node.args and not node.keywords):
            yield f"{owner}.{name}, line {node.lineno}"


def test_only_named_modules_read_the_machines_clock(root: Path) -> None:
    found = {
        path.relative_to(root).as_posix(): calls
        for room in ROOMS
        for path in sorted((root / room).rglob("*.py"))
        if "out" not in path.parts and (calls := list(reads(ast.parse(path.read_text(encoding="utf-8")))))
    }
    unnamed = {path: calls for path, calls in found.items() if path not in MAY_READ}
    assert unnamed == {}, "time is an input: ask the bench or the world's clock"


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("datetime.now()", True),
        ("datetime.now(CST)", True),
        ("time.time()", True),
        ("at.astimezone()", True),
        ("at.astimezone(CST)", False),
        ("time.monotonic()", False),
        ("stage.now()", False),
    ],
)
def test_a_reading_of_the_clock_is_known(line: str, is_read: bool) -> None:
    assert bool(list(reads(ast.parse(line)))) is is_read


ZONES = ("UTC0", "AAA-13:45", "BBB+11")
"""As POSIX writes them: Greenwich, far to the east of it, far to the west."""
RULES = ("CONF-01", "WAIT-01", "WAIT-05")
"""The confirmation has a date, the waiting room an instant, and a phone's own zone moves neither."""


def judged(folder: Path, zone: str, root: Path) -> list[Any]:
    """The verdicts of a run in this zone, with all that was expected and seen, and exam time at each step."""
    wanted = [word for rule in RULES for word in ("--rules", rule)]
    words = [
        sys.executable,
        "-m",
        "conformance",
        "run",
        "-n",
        "1",
        "--lang",
        "en",
        "--out",
        str(folder),
        *wanted,
    ]
    environment = {**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(root)}
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=400
    )
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads((folder / "latest" / "results.json").read_text(encoding="utf-8"))
    steps = [
        (one["id"], [(step["at"], step["expected"], step["seen"], step["values"]) for step in one["steps"]])
        for one in results["scenarios"]
    ]
    return [[(rule["id"], rule["verdict"]) for rule in results["rules"]], steps]


def test_runs_in_other_zones_come_to_the_same(tmp_path: Path, root: Path) -> None:
    found = []
    for zone in ZONES:
        folder = tmp_path / zone.replace(":", "")
        folder.mkdir()
        found.append(judged(folder, zone, root))
    assert found[0] == found[1] == found[2]
    assert {verdict for _, verdict in found[0][0]} == {"PASS"}


def test_who_freezes_time_leaves_running_servers_theirs(files: list[Path], root: Path) -> None:
    using = {
        file.relative_to(root).as_posix()
        for file in files
        if file.suffix == ".py" and "import freeze_time" in file.read_text(encoding="utf-8")
    }
    assert using - {"tests/repo/test_clocks.py"} == {"tests/frozen.py"}, (
        "tests.frozen keeps the timers of servers going"
    )


def test_a_timer_that_is_set_while_time_stands_comes_due() -> None:
    """From another thread, as simulated servers have it, and while freezing still goes through the modules."""
    ended = Event()

    async def tick() -> None:
        loop = asyncio.get_running_loop()
        while not ended.is_set():
            due = loop.create_future()
            loop.call_later(0.001, due.set_result, None)
            await due

    ticking = Thread(target=asyncio.run, args=(tick(),), daemon=True)
    ticking.start()
    for day in ("1999-12-31", "2099-01-01"):
        with frozen(day):
            assert f"{datetime.now(UTC):%Y-%m-%d}" == day
    ended.set()
    ticking.join(30)
    assert not ticking.is_alive()
