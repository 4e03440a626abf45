"""The `mobile:` commands of Appium's two drivers that the simulated phones answer: a table for each driver."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import Body, shown
from simulators.wire.webdriver.mobile import (
    alert,
    apple,
    apps,
    clipboard,
    device,
    files,
    gestures,
    intents,
    keys,
    moment,
    notes,
    permits,
    place,
    radio,
    recording,
    screen,
    touches,
)
from simulators.wire.webdriver.mobile.shell import command
from simulators.wire.webdriver.mobile.verb import Verb, arguments
from simulators.wire.webdriver.sessions import Session

MOBILE: Mapping[str, Mapping[str, Verb]] = {
    "UiAutomator2": {
        **alert.ANDROID,
        **apps.ANDROID,
        **clipboard.ANDROID,
        **device.ANDROID,
        **files.ANDROID,
        **gestures.ANDROID,
        **intents.ANDROID,
        **keys.ANDROID,
        **moment.TABLE,
        **notes.ANDROID,
        **permits.ANDROID,
        **place.ANDROID,
        **radio.ANDROID,
        **recording.ANDROID,
        **screen.ANDROID,
        **command.ANDROID,
    },
    "XCUITest": {
        **alert.IOS,
        **apple.IOS,
        **apps.IOS,
        **clipboard.IOS,
        **device.IOS,
        **files.IOS,
        **keys.IOS,
        **moment.TABLE,
        **permits.IOS,
        **place.IOS,
        **recording.IOS,
        **screen.IOS,
        **touches.IOS,
    },
}
"""By the name of the driver, as capabilities have it."""


def run(session: Session, name: str, given: Body) -> Any:
    """Do what the session's driver calls `mobile: name`; `unknown command` where it has no such command."""
    verbs = MOBILE[session.dialect.driver]
    if name not in verbs:
        raise WireError(
            "unknown command",
            f"the {session.dialect.driver} driver has no mobile: {shown(name)} here; it has {', '.join(sorted(verbs))}",
        )
    return verbs[name].run(session, arguments(name, verbs[name], given))
