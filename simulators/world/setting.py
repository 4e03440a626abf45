"""Brings a candidate and two phones to a stage: the platform gets its past, the apps the state that follows from it.

What an app would have heard from the platform is asked for over its own network at the end, so that the platform has
heard of the phone too.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators import platform
from simulators.apps import AuxApp, MainApp
from simulators.apps.aux import records
from simulators.apps.files import file_safe
from simulators.core.instants import iso
from simulators.stages import Fact, Stage

State = dict[str, Any]
DOWNLOADED = 100
"""Percent of an exam's resources: all, half a minute after the face check."""


def set_up(
    house: platform.Platform,
    seat: platform.Seat,
    devices: Mapping[str, str],
    main: MainApp | None,
    aux: AuxApp | None,
    stage: Stage,
) -> None:
    """The past of one sitting as the stage tells it; both apps run, where the phones can have them."""
    house.append(_event(fact, seat, devices[fact.phone]) for fact in stage.facts)
    behind = {fact.what: seat.schedule.opens_at + fact.after for fact in stage.facts}
    if main is not None:
        _set_up_main(house, seat, main, behind, stage.main)
    if aux is not None:
        _set_up_aux(house, seat, aux, behind, stage.aux)


def _event(fact: Fact, seat: platform.Seat, device: str) -> platform.Event:
    """The platform's own record of a fact; logging in belongs to no sitting."""
    sitting = None if fact.what == "logged_in" else seat.sitting
    at = seat.schedule.opens_at + fact.after
    return platform.Event(at, fact.what, sitting, seat.account, device, dict(fact.detail))


def _set_up_main(
    house: platform.Platform, seat: platform.Seat, app: MainApp, behind: Mapping[str, datetime], screen: str
) -> None:
    state: State = {"screen": screen}
    if "logged_in" in behind:
        token = house.token_for(seat.account, app.phone.device_id)
        state |= {"token": token, "major": seat.major.id, "pledges": [seat.major.id]}
    if "opened" in behind:
        state |= {"sitting": seat.sitting, "view": house.view(seat.sitting)}
    if "entered" in behind:
        state |= {"resources": DOWNLOADED, "recording": _recording(seat, app, behind["entered"])}
    app.phone.restore_app(app.package, state)
    if "logged_in" in behind:
        app.attempt(app.load_exams)
    if "entered" in behind:
        app.attempt(lambda: app.take(app.post("heartbeat", {"beats": 1})["view"]))


def _recording(seat: platform.Seat, app: MainApp, since: datetime) -> State:
    """The main phone's recording, begun when the candidate entered. Where it is over by now, the app ends it."""
    name = f"{file_safe(seat.sitting)}-main.mp4"
    app.phone.camera.lens = "front"
    app.phone.recorder.start(name, app.package, since)
    return {"sitting": seat.sitting, "name": name, "since": iso(since), "ended": ""}


def _set_up_aux(
    house: platform.Platform, seat: platform.Seat, app: AuxApp, behind: Mapping[str, datetime], screen: str
) -> None:
    state: State = {"screen": screen}
    if "paired" in behind:
        binding, token = house.binding_of(seat.sitting, app.phone.device_id)
        view = app.api.get(f"/bindings/{binding}", token)
        record = records.new(binding, token, view, {}, app.phone.device_id)
        record["since"] = iso(behind["aux_recording"])
        state |= {"records": {binding: record}, "binding": binding, "agreed": True}
    app.phone.restore_app(app.package, state)
