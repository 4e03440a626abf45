"""Brings a candidate and two phones to a stage: the platform gets its past, the apps their state."""

from datetime import datetime

from simulators import platform
from simulators.phone.phone import Phone
from simulators.stages import Fact, Stage


def set_up(
    house: platform.Platform, now: datetime, seat: platform.Seat, phones: tuple[Phone, Phone], stage: Stage
) -> None:
    """The past of one sitting as the stage tells it; `phones` are main and aux."""
    main, aux = phones
    device = {"main": main.device_id, "aux": aux.device_id}
    house.append(_event(fact, seat, device[fact.phone]) for fact in stage.facts)


def _event(fact: Fact, seat: platform.Seat, device: str) -> platform.Event:
    """The platform's own record of a fact; logging in belongs to no sitting."""
    sitting = None if fact.what == "logged_in" else seat.sitting
    at = seat.schedule.start + fact.after
    return platform.Event(at, fact.what, sitting, seat.account, device, dict(fact.detail))
