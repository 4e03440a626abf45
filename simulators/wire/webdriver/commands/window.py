"""The window, which is the screen, and how it is held: both apps are locked to portrait, so it does not turn."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import choice, field, number, shown

IN_SESSION = "/session/{session}"
HANDLE = "1"
"""The one that both drivers give to the native context."""
ORIENTATIONS = {"PORTRAIT": True, "LANDSCAPE": False}
AXES = ("x", "y", "z")
LOCKED: Mapping[str, tuple[str, str]] = {
    "UiAutomator2": (
        "invalid element state",
        "Screen rotation cannot be changed to {wish}: the app in front is locked to portrait",
    ),
    "XCUITest": ("unknown error", "Unable To Rotate Device: the app in front has no {wish}"),
}
"""How each driver says that the screen does not turn."""


def window(call: Call) -> Any:
    return call.session.look().root.rect._asdict()


def size(call: Call) -> Any:
    whole = window(call)
    return {"width": whole["width"], "height": whole["height"]}


def resize(call: Call) -> Any:
    """The screen is as large as it is: the same size is taken, another is none of a phone's."""
    now = window(call)
    for name in now:
        wish = call.body.get(name)
        if wish is not None and number(call.body, name) != now[name]:
            raise WireError(
                "unsupported operation", f"the window fills the screen; its {name} is {now[name]}"
            )
    return now


def switch(call: Call) -> None:
    handle = field(call.body, "handle", str)
    if handle != HANDLE:
        raise WireError("no such window", f"there is no window {shown(handle)}; there is {HANDLE!r}")


def turn(call: Call) -> None:
    wish = field(call.body, "orientation", str).upper()
    if not choice({"orientation": wish}, "orientation", ORIENTATIONS):
        refuse(call, wish)


def rotate(call: Call) -> None:
    """Degrees about three axes; only z turns a phone's screen."""
    x, y, z = (number(call.body, axis) for axis in AXES)
    if x or y or z not in (0, 90, 180, 270):
        raise invalid(f"a screen turns about z, by 0, 90, 180 or 270 degrees, not by {x:g}, {y:g}, {z:g}")
    if z:
        refuse(call, f"{z:g} degrees")


def refuse(call: Call, wish: str) -> None:
    code, sentence = LOCKED[call.session.dialect.driver]
    raise WireError(code, sentence.format(wish=wish))


def _upright(_: Call) -> str:
    return "PORTRAIT"


def _level(_: Call) -> Any:
    return dict.fromkeys(AXES, 0)


ROWS = (
    Command("GET", f"{IN_SESSION}/window", lambda _: HANDLE),
    Command("POST", f"{IN_SESSION}/window", switch),
    Command("GET", f"{IN_SESSION}/window/handles", lambda _: [HANDLE]),
    Command("GET", f"{IN_SESSION}/window/rect", window),
    Command("POST", f"{IN_SESSION}/window/rect", resize),
    Command("POST", f"{IN_SESSION}/window/maximize", window),
    Command("POST", f"{IN_SESSION}/window/fullscreen", window),
    Command("GET", f"{IN_SESSION}/window/{{handle}}/size", size),
    Command("GET", f"{IN_SESSION}/orientation", _upright),
    Command("POST", f"{IN_SESSION}/orientation", turn),
    Command("GET", f"{IN_SESSION}/rotation", _level),
    Command("POST", f"{IN_SESSION}/rotation", rotate),
    Command("GET", f"{IN_SESSION}/appium/device/orientation", _upright),
    Command("POST", f"{IN_SESSION}/appium/device/orientation", turn),
    Command("GET", f"{IN_SESSION}/appium/device/rotation", _level),
    Command("POST", f"{IN_SESSION}/appium/device/rotation", rotate),
)
