"""The device: what it is, its battery, its lock, its looks, the app in front."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import Body, choice
from simulators.wire.webdriver.mobile.verb import NUMBER, WORD, Verb
from simulators.wire.webdriver.sessions import Session

CHARGING, DISCHARGING, FULL = 2, 3, 5
"""android.os.BatteryManager's states."""
UNPLUGGED, LOADING, LOADED = 1, 2, 3
"""UIDevice.BatteryState's."""
DARK = "dark_mode"
STYLES = {"dark": True, "light": False}
SWITCH = {"on": True, "off": False}


def battery(session: Session, _: Body) -> Any:
    """`level` from 0 to 1."""
    return _battery(session, DISCHARGING, CHARGING, FULL)


def apples_battery(session: Session, _: Body) -> Any:
    return {**_battery(session, UNPLUGGED, LOADING, LOADED), "advanced": {}}


def _battery(session: Session, empties: int, charges: int, full: int) -> dict[str, Any]:
    cell = session.phone.battery
    charged = full if cell.level >= 100 else charges
    return {"level": cell.level / 100, "state": charged if cell.charging else empties}


def charger(session: Session, body: Body) -> None:
    session.phone.battery.set(plugged=choice(body, "state", SWITCH))


def capacity(session: Session, body: Body) -> None:
    try:
        session.phone.battery.set(percent=float(body["percent"]))
    except ValueError as refusal:
        raise WireError("invalid argument", f"'percent': {refusal}") from refusal


def info(session: Session, _: Body) -> Any:
    return dict(session.phone.info())


def lock(session: Session, body: Body) -> None:
    """Lock the phone; with `seconds`, unlock it again: wall seconds pass no time on a phone."""
    session.phone.lock()
    if seconds(body) > 0:
        session.phone.unlock()


def seconds(body: Body) -> float:
    """`seconds`, which some clients write as a string; what is no number is none, as for Appium."""
    try:
        return float(body.get("seconds", 0))
    except ValueError:
        return 0


def appearance(session: Session, _: Body) -> Any:
    return {"style": "dark" if session.phone.settings[DARK] else "light"}


def set_appearance(session: Session, body: Body) -> None:
    session.phone.settings.set({DARK: choice({"style": body["style"].lower()}, "style", STYLES)})


def ui_mode(session: Session, body: Body) -> str:
    choice(body, "mode", MODES)
    return "yes" if session.phone.settings[DARK] else "no"


def set_ui_mode(session: Session, body: Body) -> None:
    choice(body, "mode", MODES)
    session.phone.settings.set({DARK: choice(body, "value", NIGHTS)})


MODES = {"night": DARK}
NIGHTS = {"yes": True, "no": False}
SHARED: Mapping[str, Verb] = {
    "lock": Verb(lock, takes={"seconds": WORD}),
    "unlock": Verb(lambda session, _: session.phone.unlock()),
    "isLocked": Verb(lambda session, _: session.phone.locked),
}
ANDROID: Mapping[str, Verb] = {
    **SHARED,
    "batteryInfo": Verb(battery),
    "powerAC": Verb(charger, {"state": str}),
    "powerAc": Verb(charger, {"state": str}),
    "powerCapacity": Verb(capacity, {"percent": NUMBER}),
    "deviceInfo": Verb(info),
    "getUiMode": Verb(ui_mode, {"mode": str}),
    "setUiMode": Verb(set_ui_mode, {"mode": str, "value": str}),
}
IOS: Mapping[str, Verb] = {
    **SHARED,
    "batteryInfo": Verb(apples_battery),
    "getAppearance": Verb(appearance),
    "setAppearance": Verb(set_appearance, {"style": str}),
}
