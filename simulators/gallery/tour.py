"""Walks every walk with every model, each in a world of its own, and gathers what was shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from conformance import season as seasons
from simulators.core.clock import DrivenClock
from simulators.gallery.hands import AstrayError, Walk
from simulators.gallery.stills import Still
from simulators.phone.model import Model, load
from simulators.serve.servers import Served, Switch
from simulators.serve.simulation import Worlds
from simulators.world import Wish

CANDIDATE = "王芳"
SEED = 1
USUAL = ("oppo-a55-5g",)
"""The models that hang side by side where none is named."""


@dataclass(frozen=True, slots=True)
class Route:
    """A walk: where it begins, with which kind of subject, and the way. `sheet` is whether there is an answer sheet."""

    stage: str
    way: Callable[[Walk], None]
    sheet: bool = True


def tour(
    routes: Sequence[Route], models: Iterable[str], season: str, told: Callable[[str], None]
) -> list[Still]:
    """All stills, in the order of the walks; `told` hears how far it has come. AstrayError names the walk that went wrong."""
    stills: list[Still] = []
    with _worlds() as worlds:
        for model in map(load, models):
            for number, route in enumerate(routes, 1):
                told(f"{model.name}: {number}/{len(routes)} {route.way.__name__}")
                stills += _walked(worlds, route, model, season)
    return stills


def _walked(worlds: Worlds, route: Route, model: Model, season: str) -> list[Still]:
    plan = seasons.load(season)
    subject = next(one for one in plan.subjects if one.has_sheet is route.sheet)
    stills: list[Still] = []
    world = worlds.make(Wish(plan, SEED, route.stage, subject.id, "formal"), 1)
    try:
        seat = world.admit(CANDIDATE, None, subject.id, route.stage)
        route.way(Walk(world, seat, stills.append))
    except AstrayError as astray:
        raise AstrayError(f"{route.way.__module__}.{route.way.__name__} on {model.id}: {astray}") from astray
    finally:
        worlds.unmake(world)
    return stills


@contextmanager
def _worlds() -> Iterator[Worlds]:
    switch = Switch()
    with closing(Served("platform", switch, 0)) as platform:
        yield Worlds(DrivenClock, switch, platform.url)
