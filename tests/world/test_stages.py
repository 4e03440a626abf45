"""Each stage is what the real path leads to: the same records, the same platform views, the same two screens."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from simulators.bench.bodies import WorldWish
from simulators.bench.staging import make
from simulators.core.clock import DrivenClock
from simulators.door.reading import convert
from simulators.serve import Simulation
from simulators.stages import STAGES
from simulators.world import World
from simulators.world.edges import edges, stands_at
from tests.world.walk import PATHS, Walker

SUBJECTS = ("song", "choral-harmony", "design-general")


def world_at(simulation: Simulation, stage: str, subject: str) -> World:
    with simulation.turns.take("test"):
        return make(simulation.stand, convert({"stage": stage, "subject": subject, "seed": 11}, WorldWish))


def facts(world: World) -> dict[str, Any]:
    """What can be seen of a world: the records, each sitting as the platform shows it, both screens, both phones."""
    seat = next(iter(world.seats.values()))
    assert seat.aux is not None
    phones = {"main": seat.main.phone, "aux": seat.aux.phone}
    return {
        "now": world.clock.now(),
        "records": [told(record) for record in world.platform.records()],
        "sittings": {one: world.platform.view(one) for one in seat.sittings},
        "screens": {role: phone.tree() for role, phone in phones.items()},
        "recorders": {role: phone.recorder.state() for role, phone in phones.items()},
        "storage": {role: phone.storage.free for role, phone in phones.items()},
        "fronts": {role: (phone.foreground, sorted(phone.running)) for role, phone in phones.items()},
        "states": {"main": lasting(seat.main.app.state), "aux": lasting(seat.aux.app.state)},
    }


def told(record: dict[str, Any]) -> dict[str, Any]:
    """A record but for its number, and the digest and quality of a picture: no stage takes one."""
    detail = {key: value for key, value in record["detail"].items() if key not in ("picture", "quality")}
    return {**record, "seq": 0, "detail": detail}


FLEETING = (
    *("anchor", "fields", "exams", "account", "confirmations", "free"),
    *("code_sent", "kind", "just_confirmed", "task", "wanted"),
)
"""When the server was last heard, what was typed on the way, what is fetched anew when it is shown, the room that was
left; where a code went, and what was chosen, confirmed, read and wished for last."""


def lasting(state: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in state.items() if key not in FLEETING}


def walked_to(simulation: Simulation, stage: str, subject: str) -> World:
    """A world that two hands have led from its beginning to the stage."""
    world = world_at(simulation, "enrolled", subject)
    seat = next(iter(world.seats.values()))
    walker = Walker(world, seat)
    with simulation.turns.take("test"):
        for step in PATHS[stage]:
            step(walker)
        advance(
            world, stands_at(STAGES[stage], edges(world.wish.season, world.sitting(seat.sitting).schedule))
        )
    return world


def advance(world: World, to: datetime) -> None:
    assert isinstance(world.clock, DrivenClock)
    world.clock.advance(to)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("stage", PATHS)
def test_the_real_path_leads_to_the_stage(simulation: Simulation, stage: str, subject: str) -> None:
    staged = facts(world_at(simulation, stage, subject))
    walked = facts(walked_to(simulation, stage, subject))
    for what, value in staged.items():
        assert walked[what] == value, what


def without_network(world: World) -> dict[str, Any]:
    """What comes of it when the main phone loses its network here, until the exam is long over."""
    seat = next(iter(world.seats.values()))
    seat.main.phone.network.set(up=False)
    advance(world, world.clock.now() + timedelta(seconds=119))
    seat.main.phone.network.set(up=True)
    advance(world, world.clock.now() + timedelta(seconds=100))
    seat.main.phone.network.set(up=False)
    advance(world, world.sitting(seat.sitting).schedule.auto_end + timedelta(minutes=1))
    return facts(world)


@pytest.mark.parametrize("stage", PATHS)
def test_a_stage_goes_on_as_the_real_path_does(simulation: Simulation, stage: str) -> None:
    staged = without_network(world_at(simulation, stage, "song"))
    walked = without_network(walked_to(simulation, stage, "song"))
    for what, value in staged.items():
        assert walked[what] == value, what
