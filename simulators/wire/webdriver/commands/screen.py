"""The screen as a whole: source, picture, size, orientation, the keys of the phone."""

import base64
from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import choice, field
from simulators.wire.webdriver.keyboard import press_keycode

IN_SESSION = "/session/{session}"
ORIENTATIONS = {"PORTRAIT": "PORTRAIT", "LANDSCAPE": "LANDSCAPE"}
BACK = 4


def source(call: Call) -> str:
    return call.session.look().source


def screenshot(call: Call) -> str:
    return base64.b64encode(call.phone.screenshot()).decode()


def window(call: Call) -> Any:
    return call.session.look().root.rect._asdict()


def turn(call: Call) -> None:
    """Both apps are locked to portrait, so that landscape is refused as Android refuses it."""
    if choice(call.body, "orientation", ORIENTATIONS) != "PORTRAIT":
        raise WireError("invalid element state", "the screen is locked to portrait")


def press(call: Call) -> None:
    press_keycode(call.session, field(call.body, "keycode", int))


ROWS = (
    Command("GET", f"{IN_SESSION}/source", source),
    Command("GET", f"{IN_SESSION}/screenshot", screenshot),
    Command("GET", f"{IN_SESSION}/window/rect", window),
    Command("GET", f"{IN_SESSION}/window/current/size", window),
    Command("GET", f"{IN_SESSION}/orientation", lambda _: "PORTRAIT"),
    Command("POST", f"{IN_SESSION}/orientation", turn),
    Command("POST", f"{IN_SESSION}/back", lambda call: press_keycode(call.session, BACK)),
    Command("POST", f"{IN_SESSION}/appium/device/press_keycode", press),
    Command("POST", f"{IN_SESSION}/appium/device/long_press_keycode", press),
)
