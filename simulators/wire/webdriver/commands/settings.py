"""What a client may set for its session: time-outs, driver settings, context.

Time-outs are kept and given back, and no command waits for them: between two commands nothing on a phone moves
but by the world's clock, so an implicit wait answers at once.
"""

from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import field
from simulators.wire.webdriver.timeouts import checked_timeouts

NATIVE = "NATIVE_APP"


def timeouts(call: Call) -> Any:
    return dict(call.session.timeouts)


def set_timeouts(call: Call) -> None:
    call.session.timeouts.update(checked_timeouts(call.body))


def driver_settings(call: Call) -> Any:
    return dict(call.session.settings)


def set_driver_settings(call: Call) -> None:
    call.session.settings.update(field(call.body, "settings", dict))


def set_context(call: Call) -> None:
    name = field(call.body, "name", str)
    if name != NATIVE:
        raise WireError("unknown error", "No such context found.")


ROWS = (
    Command("GET", "/session/{session}/timeouts", timeouts),
    Command("POST", "/session/{session}/timeouts", set_timeouts),
    Command("GET", "/session/{session}/appium/settings", driver_settings),
    Command("POST", "/session/{session}/appium/settings", set_driver_settings),
    Command("GET", "/session/{session}/context", lambda _: NATIVE),
    Command("POST", "/session/{session}/context", set_context),
    Command("GET", "/session/{session}/contexts", lambda _: [NATIVE]),
)
