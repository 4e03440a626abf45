"""The screen as a whole: source, picture, the way back."""

import base64

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.keyboard import press_keycode
from simulators.wire.webdriver.locators.plain import by_type
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

IN_SESSION = "/session/{session}"
BACK = 4


def source(call: Call) -> str:
    return call.session.look().source


def screenshot(call: Call) -> str:
    return base64.b64encode(call.phone.screenshot()).decode()


def back(call: Call) -> None:
    """By the key that goes back, or, on an iPhone, by the navigation bar. There being neither is no fault."""
    if call.session.dialect.driver == "UiAutomator2":
        return press_keycode(call.session, BACK)
    button = way_back(call.session.look())
    return None if button is None else call.phone.tap(button.element)


def way_back(snapshot: Snapshot) -> View | None:
    """The button of the navigation bar that is labelled Back, or the first one, as XCUITest looks for it."""
    for bar in by_type(snapshot, None, "NavigationBar")[:1]:
        buttons = by_type(snapshot, bar, "Button")
        return next((one for one in buttons if one.label == "Back"), next(iter(buttons), None))
    return None


ROWS = (
    Command("GET", f"{IN_SESSION}/source", source),
    Command("GET", f"{IN_SESSION}/screenshot", screenshot),
    Command("POST", f"{IN_SESSION}/back", back),
    Command("POST", f"{IN_SESSION}/forward", lambda _: None),
)
