"""What the real drivers add: `python -m benchmarks wires`.

The same phones and the same client, through our endpoint and through an unmodified Appium with UiAutomator2 (and the real adb) and
with XCUITest, taking turns within each round. Every figure but the last is of one phone in the waiting room; the last is the core
set of scenarios, judged by one worker from the command to the report.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack

from benchmarks import Benchmark, Sizes, say
from benchmarks.lanes import TARGETS, lane
from benchmarks.measured import Figure, Findings, Missing, milliseconds, ratio
from benchmarks.processes import ROOT
from conformance.phone.handset import Handset

WORDS = "main.waiting.countdown"
"""Words on the page: a touch of them calls nobody."""
OURS = "import sys; from conformance.cli import main; sys.exit(main(sys.argv[1:]))"
FULL, CORE = "core set", "--core"


def measure(sizes: Sizes) -> Findings:
    left_out: list[str] = []
    with ExitStack() as stack:
        phones: dict[str, Handset] = {}
        for name in TARGETS:
            say(f"wires: {name} starts")
            try:
                stage = stack.enter_context(lane(name))
            except Missing as missing:
                left_out.append(f"{name} left out: {missing}")
                continue
            phones[name] = stage.phone(stage.open("waiting").candidates[0].phones.main)
        taken = rounds(phones, sizes)
    if sizes["core"]:
        taken[FULL] = core(list(phones), sizes)
    rows = {
        deed: {
            **by_lane,
            **{
                f"{name} adds": ratio(seen, by_lane["endpoint"])
                for name, seen in by_lane.items()
                if name != "endpoint"
            },
        }
        for deed, by_lane in taken.items()
    }
    return Findings(rows, notes=left_out)


def rounds(phones: dict[str, Handset], sizes: Sizes) -> dict[str, dict[str, Figure]]:
    """Milliseconds of each deed in each lane, one value a round; the first round warms and is not counted."""
    taken: dict[str, dict[str, list[float]]] = {deed: {name: [] for name in phones} for deed in DEEDS}
    for number in range(sizes["rounds"] + 1):
        say(f"wires: round {number} of {sizes['rounds']}")
        for deed, do in DEEDS.items():
            for name, phone in phones.items():
                taken[deed][name].append(do(phone, sizes["times"]))
    return {
        deed: {name: Figure(tuple(values[1:]), "ms") for name, values in by_lane.items()}
        for deed, by_lane in taken.items()
    }


def core(lanes: list[str], sizes: Sizes) -> dict[str, Figure]:
    """Milliseconds of a run of the core set at each target."""
    taken: dict[str, list[float]] = {name: [] for name in lanes}
    for number in range(sizes["core"]):
        for name in lanes:
            say(f"wires: core set {number + 1} of {sizes['core']}, {name}")
            taken[name].append(milliseconds(lambda name=name: _run(name)))  # type: ignore[misc]
    return {name: Figure(tuple(values), "ms") for name, values in taken.items()}


def _run(name: str) -> None:
    with tempfile.TemporaryDirectory() as out:
        command = [
            sys.executable,
            "-c",
            OURS,
            "run",
            "--target",
            TARGETS[name],
            CORE,
            "-n",
            "1",
            "--out",
            out,
        ]
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    if ended.returncode not in (0, 2):
        raise RuntimeError(f"{name}: exit code {ended.returncode}\n{ended.stdout}{ended.stderr}")


def _session(phone: Handset, times: int) -> float:
    def act() -> None:
        for _ in range(max(1, times // 10)):
            phone.close()
            _ = phone.driver

    return milliseconds(act) / max(1, times // 10)


def _each(act: Callable[[Handset], object]) -> Callable[[Handset, int], float]:
    def timed(phone: Handset, times: int) -> float:
        _ = phone.driver
        return milliseconds(lambda: [act(phone) for _ in range(times)]) / times

    return timed


DEEDS: dict[str, Callable[[Handset, int], float]] = {
    "session and quit": _session,
    "find and click": _each(lambda phone: phone.tap(WORDS)),
    "page source": _each(lambda phone: phone.source()),
    "screenshot": _each(lambda phone: phone.screenshot()),
}
BENCHMARK = Benchmark(
    "wires",
    "what do the real drivers add?",
    measure,
    full={"rounds": 5, "times": 40, "core": 1},
    tiny={"rounds": 1, "times": 2, "core": 0},
)
