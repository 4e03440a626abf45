"""Alerts: the system's question for a permission is the one dialog that Appium, too, takes for an alert."""

from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.views import View

MESSAGE, ALLOW, DENY = "permission_message", "permission_allow", "permission_deny"


def part(call: Call, name: str) -> View:
    """A part of the open question; `no such alert` where none is open."""
    found = [view for view in call.session.look().root.walk() if view.element.id == name]
    if not found:
        raise WireError("no such alert", f"no permission is being asked for on {call.phone.udid}")
    return found[0]


def text(call: Call) -> str:
    return part(call, MESSAGE).text


def accept(call: Call) -> None:
    call.phone.tap(part(call, ALLOW).element)


def dismiss(call: Call) -> None:
    call.phone.tap(part(call, DENY).element)


def write(call: Call) -> Any:
    part(call, MESSAGE)
    raise WireError("element not interactable", "the question for a permission takes no text")


ROWS = (
    Command("GET", "/session/{session}/alert/text", text),
    Command("POST", "/session/{session}/alert/text", write),
    Command("POST", "/session/{session}/alert/accept", accept),
    Command("POST", "/session/{session}/alert/dismiss", dismiss),
)
