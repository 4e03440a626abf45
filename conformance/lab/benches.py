"""The bench of a target: the one at its address, or where its phones lie in a lab, what drivers and an operator do beside it."""

from __future__ import annotations

from conformance.bench import Bench
from conformance.lab.byhand.bench import HandBench, HandWire
from conformance.lab.stagehand import Stagehand
from conformance.target import Address, Target


def bench_at(target: Target, address: Address) -> Bench:
    """A client; nothing is asked of it yet."""
    if target.pairs:
        return HandBench(HandWire(target, address, target.pairs[0]))
    return Bench(address.bench, address.token)


def lend(stage: Stagehand) -> None:
    """From now on what is done by hand is done to this scenario's phones, and kept with it."""
    if isinstance(stage.bench, HandBench):
        stage.bench.lend(stage.phone, lambda: stage.operator)
        stage.deeds = stage.bench.deeds
