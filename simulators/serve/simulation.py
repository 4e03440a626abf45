"""The simulation: platform, WebDriver endpoint and bench behind their ports, and the worlds that come and go."""

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

from simulators.bench import forms, staging
from simulators.bench.api import BASE, Bench
from simulators.bench.bodies import WorldWish
from simulators.bench.stand import Stand
from simulators.core.clock import Clock, DrivenClock, ScaledClock
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.serve.servers import Served, Switch
from simulators.wire.webdriver import Endpoint
from simulators.world import Handset, Wish, World

log = logging.getLogger(__name__)
PORTS = ("platform", "webdriver", "bench")
TICK_SECONDS = 0.05
CLOCKS: Mapping[str, Callable[[datetime], Clock]] = {
    "driven": DrivenClock,
    "real": partial(ScaledClock, rate=1),
    "x20": partial(ScaledClock, rate=20),
}


class Worlds:
    """Makes worlds that answer at the platform's stable address, each in a directory of its own."""

    def __init__(self, clock_of: Callable[[datetime], Clock], switch: Switch, platform_url: str) -> None:
        self._clock_of, self._switch, self._url = clock_of, switch, platform_url

    def make(self, wish: Wish, number: int) -> World:
        room = Path(tempfile.mkdtemp(prefix="examgate-"))
        try:
            world = World(f"world-{number}", wish, self._clock_of, self._url, room)
        except BaseException:
            shutil.rmtree(room)
            raise
        self._switch.app = world.platform.asgi
        return world

    def unmake(self, world: World) -> None:
        self._switch.app = None
        try:
            world.close()
        finally:
            shutil.rmtree(world.room)


class Phones(Mapping[str, Phone]):
    """The phones among a world's handsets: every command looks here, so nothing is copied."""

    def __init__(self, handsets: Mapping[str, Handset]) -> None:
        self._handsets = handsets

    def __getitem__(self, udid: str) -> Phone:
        return self._handsets[udid].phone

    def __iter__(self) -> Iterator[str]:
        return iter(self._handsets)

    def __len__(self) -> int:
        return len(self._handsets)


class Simulation:
    """Platform, phones' WebDriver endpoint and bench, each behind its port, until closed."""

    def __init__(self, clock_name: str, ports: Mapping[str, int], token: str) -> None:
        self.token, self.turns = token, Turns()
        with ExitStack() as stack:
            switch = Switch()
            self.platform = stack.enter_context(closing(Served("platform", switch, ports["platform"])))
            self.stand = Stand(self.turns, Worlds(CLOCKS[clock_name], switch, self.platform.url), clock_name)
            stack.callback(self._end_world)
            endpoint = Endpoint(self._phones, self.turns)
            self.webdriver = stack.enter_context(
                closing(Served("webdriver", endpoint.asgi, ports["webdriver"]))
            )
            bench = Bench(self.stand, token)
            self.bench = stack.enter_context(closing(Served("bench", bench.asgi, ports["bench"])))
            if not self.stand.driven:
                stack.enter_context(self._ticking())
            self._parts = stack.pop_all()

    def open(self, wish: WorldWish) -> dict[str, Any]:
        """The first world, and all that somebody needs to know who wants to use this."""
        with self.turns.take("start"):
            world = forms.world(staging.make(self.stand, wish))
        return {
            "platform": self.platform.url,
            "webdriver": self.webdriver.url,
            "bench": self.bench.url + BASE,
            "token": self.token,
            "clock": self.stand.clock_name,
            **{key: world[key] for key in ("now", "season", "stage", "phones", "candidates")},
        }

    def close(self) -> None:
        """End the world, the servers and every thread."""
        self._parts.close()

    def _phones(self) -> Mapping[str, Phone]:
        world = self.stand.peek()
        return {} if world is None else Phones(world.handsets)

    def _end_world(self) -> None:
        with self.turns.take("end"):
            self.stand.end()

    @contextmanager
    def _ticking(self) -> Iterator[None]:
        """A thread that runs what the wall has made due."""
        stop = Event()
        thread = Thread(target=self._tick, args=(stop,), name="ticks", daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _tick(self, stop: Event) -> None:
        while not stop.wait(TICK_SECONDS):
            with self.turns.take("ticks"):
                world = self.stand.peek()
                if world is not None and isinstance(world.clock, ScaledClock):
                    _run_due(world.clock)


def _run_due(clock: ScaledClock) -> None:
    try:
        clock.run_due()
    except Exception:
        log.exception("a wake-up failed; the clock goes on")
