"""How much each QR reader reads, spoilt in sixteen ways: `python -m benchmarks readers`.

The readers one by one, then the chain that the phone uses. Severity grows from hardly anything to beyond what anybody
would try. Seeded: two runs agree in every figure but the time. An answer that is another text than the code's counts as
wrong, and none may.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence

from benchmarks import Benchmark, Sizes, distortions, say
from benchmarks.distortions import CATEGORIES, Frame
from benchmarks.measured import Aim, Figure, Findings, one
from simulators.phone import scanner

Read = Callable[[Frame], str | None]
Frames = Mapping[str, Sequence[Frame]]
AIM = 85.0
"""Per cent that the chain is to read, over all categories."""


def measure(sizes: Sizes) -> Findings:
    frames = {category: _frames(category, sizes["frames"]) for category in CATEGORIES}
    readers: dict[str, Read] = {**dict(scanner.readers()), "chain": _chain}
    columns = {name: _column(name, read, frames) for name, read in readers.items()}
    rows = {what: {name: column[what] for name, column in columns.items()} for what in columns["chain"]}
    lacking = (
        () if "pyzbar" in readers else ("zbar's library is not here; apt-get install libzbar0 brings it",)
    )
    return Findings(rows, [Aim("the chain, per cent read", rows["all"]["chain"], least=AIM)], lacking)


def _frames(category: str, number: int) -> list[Frame]:
    return [distortions.spoilt(category, n, (n + 1) / number) for n in range(number)]


def _column(name: str, read: Read, frames: Frames) -> dict[str, Figure]:
    """What one reader reads of each category and of all, how often it was wrong, how long it took."""
    say(f"readers: {name}")
    shares: dict[str, float] = {}
    spent: list[float] = []
    wrong = 0
    for category, spoilt in frames.items():
        hits = 0
        for number, frame in enumerate(spoilt):
            begun = time.perf_counter()
            answer = read(frame)
            spent.append((time.perf_counter() - begun) * 1000)
            right = answer == distortions.text_of(category, number)
            hits, wrong = hits + right, wrong + (answer is not None and not right)
        shares[category] = 100 * hits / len(spoilt)
    figures = {category: one(share, "%") for category, share in shares.items()}
    every = one(statistics.mean(shares.values()), "%")
    return {**figures, "all": every, "wrong": one(wrong), "a frame": Figure(tuple(spent), "ms")}


def _chain(frame: Frame) -> str | None:
    reading = scanner.read(frame)
    return reading.text if reading else None


BENCHMARK = Benchmark(
    "readers",
    "how much does each QR reader read, spoilt in sixteen ways?",
    measure,
    full={"frames": 48},
    tiny={"frames": 2},
)
