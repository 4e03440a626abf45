"""Recording the screen at the addresses that clients use with either driver."""

from collections.abc import Callable
from typing import Any

from simulators.wire.webdriver.call import Call, Command, Run
from simulators.wire.webdriver.fields import Body, field
from simulators.wire.webdriver.mobile import recording
from simulators.wire.webdriver.mobile.verb import Verb, arguments
from simulators.wire.webdriver.sessions import Session

APPIUM = "/session/{session}/appium"


def optional(name: str, verb: Verb) -> Run:
    """All arguments come as `options`; some clients send none."""

    def run(call: Call) -> Any:
        return verb.run(call.session, arguments(name, verb, field(call.body, "options", dict, {})))

    return run


def row(name: str, run: Callable[[Session, Body], Any], takes: Any) -> Command:
    return Command("POST", f"{APPIUM}/{name}", optional(name, Verb(run, takes=takes)))


ROWS = (
    row("start_recording_screen", recording.start, recording.STARTING),
    row("stop_recording_screen", recording.stop, recording.STOPPING),
)
