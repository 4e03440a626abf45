"""The screen as a whole: source, picture, the way back."""

import base64

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.keyboard import press_keycode

IN_SESSION = "/session/{session}"
BACK = 4
GO_BACK = "back"


def source(call: Call) -> str:
    return call.session.look().source


def screenshot(call: Call) -> str:
    return base64.b64encode(call.phone.screenshot()).decode()


def back(call: Call) -> None:
    """By the key that goes back, or, on phones without one, by the button at the top that does the same."""
    if call.session.dialect.driver == "UiAutomator2":
        return press_keycode(call.session, BACK)
    for view in call.session.look().root.walk():
        if view.element.tap == GO_BACK and view.element.enabled:
            return call.phone.tap(view.element)
    return None


ROWS = (
    Command("GET", f"{IN_SESSION}/source", source),
    Command("GET", f"{IN_SESSION}/screenshot", screenshot),
    Command("POST", f"{IN_SESSION}/back", back),
    Command("POST", f"{IN_SESSION}/forward", lambda _: None),
)
