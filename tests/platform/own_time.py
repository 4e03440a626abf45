"""A candidate's way through a season in which she begins when she likes."""

from datetime import timedelta

from tests.platform.exam import Reply, World, portrait


def let_in(world: World, after: timedelta = timedelta(0)) -> World:
    """In the waiting room of a free season, so long after the window opened."""
    world.to_paired().at(after)
    assert world.main("enter").status == 200
    assert world.main("face", body=portrait()).json["passed"] is True
    assert world.state == "waiting"
    return world


def begin(world: World, after: timedelta = timedelta(0)) -> World:
    assert let_in(world, after).main("begin").status == 200
    return world


def beat(world: World, span: timedelta) -> Reply:
    world.clock.advance(world.clock.now() + span)
    return world.main("heartbeat", {"beats": max(1, int(span / timedelta(seconds=1)))})


def facts(world: World, *words: str) -> list[tuple[str, str]]:
    return [(row["what"], row["at"]) for row in world.records(*words)]
