"""Walks every walk with every model, each in a world of its own, and gathers what was shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from conformance.season import Season
from simulators.core.clock import DrivenClock
from simulators.gallery.hands import AstrayError, Walk
from simulators.gallery.stills import Still
from simulators.phone.model import Model, load
from simulators.serve.simulation import Door, Worlds
from simulators.world import Wish

CANDIDATE = "王芳"
SEED = 1
USUAL = ("xiaomi-13", "huawei-mate-50", "iphone-13")
"""The models that hang side by side where none is named."""


@dataclass(frozen=True, slots=True)
class Route:
    """A walk: where it begins, and the way. `sheet` is whether the subject has answer sheets; `models` are those on
    which alone there is something to see, whatever was asked for; `season` makes another of the season, where the
    walk needs what other notices ask for."""

    stage: str
    way: Callable[[Walk], None]
    sheet: bool = True
    models: tuple[str, ...] = ()
    season: Callable[[Season], Season] = lambda season: season


def tour(
    routes: Sequence[Route], models: Iterable[str], season: Season, told: Callable[[str], None]
) -> list[Still]:
    """All stills, in the order of the walks; `told` hears how far it has come. AstrayError names the walk that went wrong.

    A walk through an exam of a kind that the season does not have is left out.
    """
    asked, stills = tuple(models), []
    kinds = {subject.has_sheet for subject in season.subjects}
    with _worlds() as worlds:
        for number, route in enumerate((route for route in routes if route.sheet in kinds), 1):
            for model in map(load, route.models or asked):
                told(f"{number}/{len(routes)} {route.way.__name__}: {model.brand} {model.name}")
                stills += _walked(worlds, route, model, season)
    return stills


def _walked(worlds: Worlds, route: Route, model: Model, season: Season) -> list[Still]:
    season = route.season(season)
    subject = next(one for one in season.subjects if one.has_sheet is route.sheet)
    stills: list[Still] = []
    world = worlds.make(Wish(season, SEED, route.stage, subject.id, "formal"), 1)
    try:
        seat = world.admit(CANDIDATE, None, subject.id, route.stage, {"main": model.id, "aux": model.id})
        route.way(Walk(world, seat, stills.append))
    except AstrayError as astray:
        raise AstrayError(f"{route.way.__module__}.{route.way.__name__} on {model.id}: {astray}") from astray
    finally:
        worlds.unmake(world)
    return stills


@contextmanager
def _worlds() -> Iterator[Worlds]:
    with closing(Door("platform", 0)) as platform, closing(Door("around", 0)) as around:
        yield Worlds(DrivenClock, platform, around)
