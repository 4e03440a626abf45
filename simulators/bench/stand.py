"""Where a world stands: one at a time, each made fresh, the one before it ended first."""

from collections.abc import Mapping
from typing import Protocol

from simulators.bench.cables import Cables
from simulators.core.turns import Turns
from simulators.door.errors import BenchError
from simulators.stages import Role
from simulators.world import MODELS, Wish, World


class Maker(Protocol):
    """Makes a world that answers at the platform's stable address; `unmake` takes it away from there."""

    def make(self, wish: Wish, number: int) -> World: ...

    def unmake(self, world: World) -> None: ...

    def restart_platform(self, world: World) -> None: ...


class Stand:
    """The turns of this process, its kind of clock, and the world that there is at present."""

    def __init__(
        self,
        turns: Turns,
        maker: Maker,
        clock_name: str,
        cables: Cables | None = None,
        models: Mapping[Role, str] = MODELS,
    ) -> None:
        self.turns, self.clock_name = turns, clock_name
        self.cables = cables or Cables()
        self.models = models
        """The model of a phone for which none is named, by its role."""
        self._maker = maker
        self._world: World | None = None
        self._made = 0

    @property
    def driven(self) -> bool:
        """Whether the clock stands still until the bench moves it."""
        return self.clock_name == "driven"

    @property
    def world(self) -> World:
        """The world; BenchError where there is none."""
        if self._world is None:
            raise BenchError("there is no world; make one with POST /bench/v1/worlds")
        return self._world

    def peek(self) -> World | None:
        """The world, if there is one."""
        return self._world

    def renew(self, wish: Wish) -> World:
        """End the world that there is and make the one that is wished."""
        self.end()
        self._made += 1
        self._world = self._maker.make(wish, self._made)
        return self._world

    def restart_platform(self) -> None:
        """The world's platform ends and starts anew; BenchError where there is no world."""
        self._maker.restart_platform(self.world)

    def end(self) -> None:
        """End the world; ending none is no error."""
        world, self._world = self._world, None
        self.cables.pull()
        if world is not None:
            self._maker.unmake(world)
