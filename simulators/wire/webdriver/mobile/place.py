"""Where the phone believes to be: a driver may say so."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile.verb import Kinds, Verb
from simulators.wire.webdriver.sessions import Session

LIMITS: Mapping[str, float] = {"latitude": 90, "longitude": 180}
WHERE: Kinds = {"latitude": (int, float, str), "longitude": (int, float, str)}
MORE: Kinds = dict.fromkeys(("altitude", "satellites", "speed", "bearing", "accuracy"), (int, float, str))


def set_place(session: Session, body: Body) -> None:
    """Numbers, which some clients write as strings. `invalid argument` for a place that is not on Earth."""
    latitude, longitude, altitude = (_number(body, name) for name in ("latitude", "longitude", "altitude"))
    for name, value in (("latitude", latitude), ("longitude", longitude)):
        if abs(value) > LIMITS[name]:
            raise invalid(f"{name!r} is {value:g}; it must be from {-LIMITS[name]:g} to {LIMITS[name]:g}")
    session.phone.position = (latitude, longitude, altitude)


def _number(body: Body, name: str) -> float:
    try:
        value = float(body.get(name, 0))
    except ValueError as fault:
        raise invalid(f"{name!r} must be a number, not {body[name]!r}") from fault
    if value != value or abs(value) == float("inf"):
        raise invalid(f"{name!r} must be a number, not {body[name]!r}")
    return value


def get_place(session: Session, _: Body) -> Any:
    place = session.phone.position
    if place is None:
        raise WireError("unknown error", "the location is not known; set one first")
    return dict(zip(("latitude", "longitude", "altitude"), place, strict=True))


def simulated_place(session: Session, _: Body) -> Any:
    latitude, longitude, _altitude = session.phone.position or (None, None, None)
    return {"latitude": latitude, "longitude": longitude}


def reset_place(session: Session, _: Body) -> None:
    session.phone.position = None


ANDROID: Mapping[str, Verb] = {
    "setGeolocation": Verb(set_place, WHERE, MORE),
    "getGeolocation": Verb(get_place),
    "resetGeolocation": Verb(reset_place),
}
IOS: Mapping[str, Verb] = {
    "setSimulatedLocation": Verb(set_place, WHERE),
    "getSimulatedLocation": Verb(simulated_place),
    "resetSimulatedLocation": Verb(reset_place),
    "resetLocationService": Verb(reset_place),
}
