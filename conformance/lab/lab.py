"""The lab of one process: the target that runs, its bench, its phones' driver; made once, at the first scenario."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from conformance.bench import Bench
from conformance.bench.forms import Controls
from conformance.lab import installed, launch, phonekinds, preflight
from conformance.lab.appium import ways
from conformance.lab.appium.ways import Appium, Way
from conformance.lab.benches import bench_at, lend
from conformance.lab.installed import Found
from conformance.lab.launch import Running
from conformance.lab.stagehand import Stagehand
from conformance.masking import Known, Mask
from conformance.operator.attending import Attending
from conformance.outcome import Outcome
from conformance.plan import Plan
from conformance.tapes import doors, forms
from conformance.tapes.forms import Tape


class NotJudged(Outcome):
    """The lab is not fit to judge: the target does not start, or its preflight failed. Holds for every scenario."""

    kind = "transport_lost"


class Lab:
    """One running target. `open` starts it and looks it over once; what went wrong then is said again each time."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._stack = contextlib.ExitStack()
        self._running: Running | None = None
        self._appium: Appium | None = None
        self._bench: Bench | None = None
        self._controls: Controls | None = None
        self._unfit: NotJudged | None = None
        self.found: Found | None = None
        """What is judged, as it was read when the lab was opened."""
        self.phones: dict[str, bool | None] = {}
        self._doors = doors.of(plan.request)
        self._stack.callback(self._doors.close)
        self._attending = Attending(plan.target.operator)
        self._stack.callback(self._attending.close)

    @property
    def bench(self) -> Bench:
        self.open()
        assert self._bench is not None
        return self._bench

    @property
    def controls(self) -> Controls:
        self.open()
        assert self._controls is not None
        return self._controls

    def open(self) -> None:
        """Start the target if it does not run yet; raises NotJudged."""
        if self._unfit:
            raise self._unfit
        if self._controls:
            return
        try:
            self._open()
        except Outcome as fault:
            self._unfit = NotJudged(fault.cause or str(fault), expected=fault.expected, seen=fault.seen)
            raise self._unfit from fault

    def _open(self) -> None:
        request = self.plan.request
        target = self.plan.target
        self._doors.turn_to(forms.LAB)
        wanted = None if request.replay else target.appium
        outside = self._stack.enter_context(ways.room(wanted))
        self._appium = self._stack.enter_context(
            ways.serving(wanted, outside, self._phone_door, private=bool(target.start))
        )
        running = self._stack.enter_context(launch.running(target, request, outside))
        address = replace(
            running.address,
            webdriver=self._phone_door(running.address.webdriver),
            bench=self._doors.through(running.address.bench, "bench") if running.address.bench else "",
        )
        self._running = replace(running, address=address)
        self._bench = bench_at(target, address)
        self._stack.callback(self._bench.close)
        stage_with = partial(self._stagehand, self._bench)
        stage = preflight.look(self._bench, stage_with, address, self.plan.target.limit_s)
        self.phones = phonekinds.look(stage)
        self.found = self._read(stage, "start")
        self._controls = stage.controls
        self._keep(stage)

    def _phone_door(self, url: str) -> str:
        return self._doors.through(url, "phone")

    def turn_to(self, scenario: str, steps: Callable[[], int]) -> None:
        """From now on what goes through the doors belongs to this scenario."""
        self._doors.turn_to(scenario, steps)

    def tape(self, mask: Mask) -> Tape | None:
        """What has gone through them since then; nothing where nothing is recorded."""
        return self._doors.tape(mask)

    def _keep(self, stage: Stagehand) -> None:
        """The tape of what went on before the first scenario."""
        known = Known(self.plan.target, "")
        known.people(stage.people())
        known.secrets(stage.secrets())
        request = self.plan.request
        tape = self._doors.tape(Mask(off=True) if request.unmasked else known.mask(apart=True))
        if tape and request.folder:
            forms.dump(tape, Path(request.folder))

    def stagehand(self) -> Stagehand:
        """A stagehand for one scenario."""
        return self._stagehand(self.bench, self.controls)

    def _stagehand(self, bench: Bench, controls: Controls) -> Stagehand:
        plan = self.plan
        assert self._running is not None
        way = Way(self._running.address.webdriver, plan.target, bench, self._appium)
        stage = Stagehand(bench, controls, plan.target, plan.instants, plan.request.seed, way.connect)
        stage.driven = way.driven
        stage.operator = self._attending.operator(stage.phone)
        lend(stage)
        return stage

    def said(self) -> str:
        """What the target has written to its standard error so far, its end at least."""
        return self._running.said() if self._running else ""

    def read_again(self) -> Found | None:
        """What is judged as it is now, at the end of the run; nothing of it where it cannot be read, None where it never was fit."""
        if self._controls is None:
            return None
        stage = self.stagehand()
        try:
            stage.open("waiting")
        except Outcome:
            return Found("end", ())
        return self._read(stage, "end")

    def _read(self, stage: Stagehand, at: Literal["start", "end"]) -> Found:
        try:
            return installed.read(stage, at)
        except Outcome:
            return Found(at, ())
        finally:
            stage.close()

    def close(self) -> None:
        """End what was started."""
        self._stack.close()
