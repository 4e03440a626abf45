"""Brings a candidate and two phones to a stage: the platform gets its past, the apps the state that follows from it.

What an app would have heard from the platform is asked for over its own network at the end, so that the platform has
heard of the phone too.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulators.apps import AuxApp, MainApp
from simulators.apps.aux import records
from simulators.apps.files import file_safe
from simulators.core.instants import iso
from simulators.platform import events, platform
from simulators.platform.events import OF_ACCOUNTS
from simulators.platform.seats import Seat as PlatformSeat
from simulators.stages import RESOURCE_PARTS, Fact, Stage
from simulators.world.errors import WorldError
from simulators.world.people import Person

State = dict[str, Any]
DOWNLOADED = 100
"""Percent of an exam's resources: all, half a minute after the face check."""


@dataclass(frozen=True, slots=True)
class Part:
    """One candidate's part in a world: who it is, the sitting, the device ids of the phones there are, the edges of time."""

    who: Person
    seat: PlatformSeat | None
    devices: Mapping[str, str]
    edges: Mapping[str, datetime]

    def at(self, fact: Fact) -> datetime:
        return self.edges[fact.edge] + fact.after

    @property
    def sat(self) -> PlatformSeat:
        """The sitting. WorldError where the school has registered the candidate for none."""
        if self.seat is None:
            raise WorldError(
                f"{self.who.name} is not registered for this subject; take the stage enrolled or registered"
            )
        return self.seat


def set_up(
    house: platform.Platform, part: Part, main: MainApp | None, aux: AuxApp | None, stage: Stage
) -> None:
    """The past of one candidate as the stage tells it; both apps run, where they were started and the phones can have
    them."""
    if "account_created" in stage.words:
        house.open_account(part.who.account, part.who.password)
    facts = [fact for fact in _facts(part, stage) if fact.phone in part.devices]
    house.append(_event(fact, part) for fact in facts)
    behind = {fact.what: part.at(fact) for fact in facts}
    if main is not None and stage.main:
        _set_up_main(house, part, main, behind, stage)
    if aux is not None and stage.aux:
        _set_up_aux(house, part, aux, behind, stage.aux)


def _facts(part: Part, stage: Stage) -> tuple[Fact, ...]:
    """What lies behind; where everybody begins at a time of their own, who is beyond the waiting room has begun."""
    free = part.seat is not None and part.seat.schedule.terms.free
    began = free and stage.edge in BEYOND
    return (*stage.facts, *((Fact(timedelta(0), "begun", edge="start"),) if began else ()))


BEYOND = ("start", "answering", "display_ends")
"""Edges of stages beyond the waiting room."""


def _event(fact: Fact, part: Part) -> events.Event:
    """The platform's own record of a fact; those of the account belong to no sitting."""
    sitting = None if fact.what in OF_ACCOUNTS else part.sat.sitting
    detail = {**fact.detail, **ABOUT.get(fact.what, _nothing)(part)}
    return events.Event(part.at(fact), fact.what, sitting, part.who.account, part.devices[fact.phone], detail)


def _nothing(_: Part) -> State:
    return {}


def _major(part: Part) -> State:
    return {"major": part.sat.major.id}


ABOUT: Mapping[str, Callable[[Part], State]] = {
    "identity_submitted": lambda _: {"picture": hashlib.sha256(b"").hexdigest()},
    "identity_verified": lambda part: dict(part.who.identity),
    "profile_locked": lambda part: dict(part.who.information),
    "confirmed": lambda part: {**_major(part), "id_number": part.who.id_number},
    "pledge_signed": _major,
    "task_done": _major,
}
"""What a fact tells of the candidate."""


def _set_up_main(
    house: platform.Platform, part: Part, app: MainApp, behind: Mapping[str, datetime], stage: Stage
) -> None:
    if stage.main == "login":
        app.phone.restore_app(app.package, {"screen": "login"})
        return
    seat = part.sat
    token = house.token_for(part.who.account, app.phone.device_id)
    state: State = {"screen": stage.main, "token": token, "major": seat.major.id}
    if "opened" in behind:
        state |= {"sitting": seat.sitting, "view": house.view(seat.sitting)}
    if "entered" in behind:
        state |= {
            "resources": DOWNLOADED,
            "parts": RESOURCE_PARTS,
            "recording": _recording(seat, app, behind["entered"]),
        }
    app.phone.restore_app(app.package, state)
    app.attempt(app.load_list)
    if "entered" in behind:
        app.attempt(lambda: app.take(app.post("heartbeat", {"beats": 1})["view"]))


def _recording(seat: PlatformSeat, app: MainApp, since: datetime) -> State:
    """The main phone's recording, begun when the candidate entered. Where it is over by now, the app ends it."""
    name = f"{file_safe(seat.sitting)}-main.mp4"
    app.phone.camera.lens = "front"
    app.phone.recorder.start(name, app.package, since)
    return {"sitting": seat.sitting, "name": name, "since": iso(since), "ended": ""}


def _set_up_aux(
    house: platform.Platform, part: Part, app: AuxApp, behind: Mapping[str, datetime], screen: str
) -> None:
    state: State = {"screen": screen}
    if "paired" in behind:
        binding, token = house.binding_of(part.sat.sitting, app.phone.device_id)
        view = app.api.get(f"/bindings/{binding}", token)
        record = records.new(binding, token, view, {}, app.phone.device_id)
        record["since"] = iso(behind["aux_recording"])
        state |= {"records": {binding: record}, "binding": binding, "agreed": True}
    app.phone.restore_app(app.package, state)
