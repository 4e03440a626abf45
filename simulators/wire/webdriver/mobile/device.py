"""The device: what it is, its clock, its battery, its lock, its keys."""

import re
from datetime import datetime
from typing import Any

from simulators.wire.webdriver.fields import Body, field, number
from simulators.wire.webdriver.keyboard import focused, press_keycode, type_into
from simulators.wire.webdriver.sessions import Session

CHARGING, DISCHARGING, FULL = 2, 3, 5
"""android.os.BatteryManager's states."""
MOMENT = {
    "YYYY": "%Y",
    "YY": "%y",
    "MM": "%m",
    "DD": "%d",
    "HH": "%H",
    "hh": "%I",
    "mm": "%M",
    "ss": "%S",
    "A": "%p",
}
"""The marks of moment.js, in which Appium's clients write a format, for those of strftime."""
MARK = re.compile(r"\[([^\]]*)\]|SSS|ZZ?|" + "|".join(MOMENT))
DEFAULT_FORMAT = "YYYY-MM-DDTHH:mm:ssZ"


def device_time(session: Session, body: Body) -> str:
    """The phone's own clock, as `format` says."""
    now = session.phone.clock.now()
    return MARK.sub(lambda mark: _mark(now, mark), field(body, "format", str, DEFAULT_FORMAT))


def _mark(now: datetime, match: re.Match[str]) -> str:
    mark = match[0]
    if mark.startswith("["):
        return match[1]
    if mark == "SSS":
        return f"{now.microsecond // 1000:03}"
    offset = now.strftime("%z")
    zones = {"ZZ": offset, "Z": f"{offset[:3]}:{offset[3:]}"}
    return zones.get(mark) or now.strftime(MOMENT[mark])


def battery(session: Session, _: Body) -> Any:
    """`level` from 0 to 1."""
    cell = session.phone.battery
    charged = FULL if cell.level >= 100 else CHARGING
    return {"level": cell.level / 100, "state": charged if cell.charging else DISCHARGING}


def info(session: Session, _: Body) -> Any:
    return dict(session.phone.info())


def display_density(session: Session, _: Body) -> Any:
    return session.phone.info().get("displayDensity")


def lock(session: Session, body: Body) -> None:
    """Lock the phone; with `seconds`, unlock it again: wall seconds pass no time on a phone."""
    session.phone.lock()
    if number(body, "seconds", 0) > 0:
        session.phone.unlock()


def unlock(session: Session, _: Body) -> None:
    session.phone.unlock()


def is_locked(session: Session, _: Body) -> bool:
    return session.phone.locked


def press(session: Session, body: Body) -> None:
    press_keycode(session, field(body, "keycode", int))


def write(session: Session, body: Body) -> None:
    type_into(session, field(body, "text", str))


def keyboard_shown(session: Session, _: Body) -> bool:
    return focused(session) is not None


def hide_keyboard(session: Session, _: Body) -> bool:
    shown = focused(session) is not None
    session.focus = None
    return shown


TABLE = {
    "getDeviceTime": device_time,
    "batteryInfo": battery,
    "deviceInfo": info,
    "getDisplayDensity": display_density,
    "lock": lock,
    "unlock": unlock,
    "isLocked": is_locked,
    "pressKey": press,
    "type": write,
    "isKeyboardShown": keyboard_shown,
    "hideKeyboard": hide_keyboard,
}
