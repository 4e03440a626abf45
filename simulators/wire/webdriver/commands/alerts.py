"""Alerts: the phone's own dialogs are elements of the tree like any other, so there is never a WebDriver alert."""

from typing import NoReturn

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError


def none_open(call: Call) -> NoReturn:
    raise WireError(
        "no such alert",
        f"no alert is open on {call.phone.udid}; a dialog's text and buttons are elements: find and click those",
    )


ROWS = tuple(
    Command(method, f"/session/{{session}}/alert/{act}", none_open)
    for method, act in (("GET", "text"), ("POST", "text"), ("POST", "accept"), ("POST", "dismiss"))
)
