"""What a new session sets for itself and on its phone, by its capabilities, as each driver does it."""

from collections.abc import Callable, Mapping

from simulators.wire.webdriver.alerts import ALWAYS, DEFAULT_ACTION
from simulators.wire.webdriver.capabilities import VENDOR, Capabilities, vendor
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import shown
from simulators.wire.webdriver.mobile.permits import NAMES
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

ORIENTATIONS = ("PORTRAIT", "LANDSCAPE")


def set_up(session: Session, package: str | None, asked: Capabilities) -> None:
    """`session not created` where the phone cannot be made to be as asked."""
    _hold(session.phone, vendor(asked, "orientation", ORIENTATIONS[0]))
    OF_DRIVER[session.dialect.driver](session, package, asked)


def _android(session: Session, package: str | None, asked: Capabilities) -> None:
    if package in session.phone.apps and vendor(asked, "autoGrantPermissions", False):
        for permission in sorted(set(NAMES.values())):
            session.phone.permissions.decide(package or "", permission, "allow")
    _speak(session.phone, vendor(asked, "language", None), vendor(asked, "locale", None))


def _ios(session: Session, _: str | None, asked: Capabilities) -> None:
    """Language and locale are handed to the app, which has one of each."""
    for name, act in ALWAYS.items():
        if vendor(asked, name, False):
            session.settings[DEFAULT_ACTION] = act


def _hold(phone: Phone, orientation: str) -> None:
    if orientation.upper() not in ORIENTATIONS:
        raise invalid(f"{VENDOR}orientation is {shown(orientation)}; it is {' or '.join(ORIENTATIONS)}")
    if orientation.upper() != ORIENTATIONS[0]:
        raise WireError("session not created", f"the apps of {phone.udid} are locked to portrait")


def _speak(phone: Phone, language: str | None, region: str | None) -> None:
    """UiAutomator2 sets the phone's own language."""
    if language is None and region is None:
        return
    if language is None or region is None:
        raise WireError("session not created", "language and locale go together: zh and CN")
    try:
        phone.settings.set({"language": f"{language}-{region}"})
    except ValueError as fault:
        raise WireError("session not created", str(fault)) from fault


OF_DRIVER: Mapping[str, Callable[[Session, str | None, Capabilities], None]] = {
    "UiAutomator2": _android,
    "XCUITest": _ios,
}
