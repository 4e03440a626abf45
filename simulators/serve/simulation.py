"""The simulation: platform, WebDriver endpoint and bench behind their ports, and the worlds that come and go."""

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

from starlette.types import ASGIApp

from simulators.around.town import SITES
from simulators.bench import forms, staging
from simulators.bench.api import Bench
from simulators.bench.bodies import WorldWish
from simulators.bench.cables import Cables, Plug
from simulators.bench.stand import Stand
from simulators.core.clock import Clock, DrivenClock, ScaledClock
from simulators.core.turns import Turns
from simulators.door.doorway import BASE
from simulators.phone.phone import Phone
from simulators.serve import vendor as vendors
from simulators.serve.servers import Served, Switch
from simulators.serve.vendor import Following, Guest, Relay, Vendor
from simulators.stages import Role
from simulators.wire.webdriver import Endpoint
from simulators.world import MODELS, Handset, Wish, World

log = logging.getLogger(__name__)
PORTS = ("platform", "around", "webdriver", "bench")
TICK_SECONDS = 0.05
CLOCKS: Mapping[str, Callable[[datetime], Clock]] = {
    "driven": DrivenClock,
    "real": partial(ScaledClock, rate=1),
    "x20": partial(ScaledClock, rate=20),
}


class Door(Served):
    """A stable address; what answers there comes and goes with the worlds."""

    def __init__(self, name: str, port: int) -> None:
        self.switch = Switch()
        super().__init__(name, self.switch, port)


class Worlds:
    """Makes worlds that answer at stable addresses, the platform's and that of the sites around it, each in a directory of its own."""

    def __init__(
        self,
        clock_of: Callable[[datetime], Clock],
        platform: Door,
        around: Door,
        vendor: Vendor | None = None,
    ) -> None:
        self._clock_of, self._platform, self._around, self._vendor = clock_of, platform, around, vendor

    def make(self, wish: Wish, number: int) -> World:
        room = Path(tempfile.mkdtemp(prefix="examgate-"))
        try:
            world = World(f"world-{number}", wish, self._clock_of, self._platform.url, room, self._around.url)
        except BaseException:
            shutil.rmtree(room)
            raise
        self._platform.switch.app, self._around.switch.app = self._answers(world), world.town.asgi
        return world

    def _answers(self, world: World) -> ASGIApp:
        """What answers the phones: the world's own platform, or the vendor's."""
        if self._vendor is None:
            return world.platform.asgi
        return Relay(self._vendor, self._vendor.ask("GET", "/worlds/current")["platform_url"])

    def restart_platform(self, world: World) -> None:
        self._platform.switch.app = None
        world.restart_platform()
        self._platform.switch.app = world.platform.asgi

    def unmake(self, world: World) -> None:
        self._platform.switch.app = self._around.switch.app = None
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
    """Platform, phones' WebDriver endpoint and bench, each behind its port, until closed.

    `plugs` makes the further ways into the phones, which take turns with everybody else; `models` are the usual ones.
    """

    def __init__(
        self,
        clock_name: str,
        ports: Mapping[str, int],
        token: str,
        plugs: Callable[[Turns], Sequence[Plug]] = lambda _: (),
        models: Mapping[Role, str] = MODELS,
        vendor: Vendor | None = None,
    ) -> None:
        self.token, self.turns, self._vendor = token, Turns(), vendor
        with ExitStack() as stack:
            self.platform, self.around = (
                stack.enter_context(closing(Door(name, ports[name]))) for name in ("platform", "around")
            )
            self.cables = stack.enter_context(closing(Cables(plugs(self.turns))))
            worlds = Worlds(self._clock(clock_name), self.platform, self.around, vendor)
            self.stand = Stand(self.turns, worlds, clock_name, self.cables, models)
            stack.callback(self._end_world)
            endpoint = Endpoint(self._phones, self.turns)
            self.webdriver = stack.enter_context(
                closing(Served("webdriver", endpoint.asgi, ports["webdriver"]))
            )
            bench = Bench(self.stand, token).asgi
            self._guest = Guest(self.stand, vendor, bench, token) if vendor else None
            self.bench = stack.enter_context(closing(Served("bench", self._guest or bench, ports["bench"])))
            if not self.stand.driven:
                stack.enter_context(self._ticking())
            self._parts = stack.pop_all()

    def open(self, wish: WorldWish) -> dict[str, Any]:
        """The first world, and all that somebody needs to know who wants to use this."""
        with self.turns.take("start"):
            made = staging.make(self.stand, wish)
            world = forms.world(made)
            phones = [forms.plugged(one, self.cables) for one in made.handsets.values()]
        return {
            **self._doors(),
            **{key: world[key] for key in ("now", "season", "stage", "candidates")},
            "phones": phones,
        }

    def _clock(self, name: str) -> Callable[[datetime], Clock]:
        vendor = self._vendor
        return CLOCKS[name] if vendor is None else lambda start: Following(vendor, start)

    def visit(self, wish: WorldWish) -> dict[str, Any]:
        """The vendor's world as it stands, or a fresh one, with phones here; and where everything is."""
        assert self._vendor is not None
        assert self._guest is not None
        with self.turns.take("start"):
            there = vendors.standing(self._vendor) or self._vendor.ask(
                "POST", "/worlds", {"season": wish.season, "seed": wish.seed, "stage": "registered"}
            )
            self._guest.settle(there, [], wish.season)
            phones = [forms.plugged(one, self.cables) for one in self.stand.world.handsets.values()]
        return {
            **self._doors(),
            **{key: there[key] for key in ("now", "season", "stage", "candidates")},
            "phones": phones,
        }

    def _doors(self) -> dict[str, Any]:
        return {
            "platform": self.platform.url,
            "webdriver": self.webdriver.url,
            "bench": self.bench.url + BASE,
            "around": {site: f"{self.around.url}/{site}" for site in SITES},
            "token": self.token,
            "clock": self.stand.clock_name,
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
