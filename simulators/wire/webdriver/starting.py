"""The app of a session: brought to the front at its beginning, ended at its end, as each driver does it."""

from simulators.wire.webdriver.alerts import ALWAYS, DEFAULT_ACTION
from simulators.wire.webdriver.capabilities import Capabilities, vendor
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.mobile.permits import NAMES
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

APP = {"UiAutomator2": "appPackage", "XCUITest": "bundleId"}
"""The capability that names the app."""


def start(session: Session, asked: Capabilities) -> None:
    """Bring the wished app to the front. Its data are always kept (noReset)."""
    package, phone = app_of(session, asked), session.phone
    _set_up(session, asked)
    if package is None or not vendor(asked, "autoLaunch", True):
        return
    _must_have(phone, package, vendor(asked, "appActivity", None))
    if vendor(asked, "forceAppLaunch", _fresh(session, asked)):
        phone.terminate(package)
    if phone.foreground != package:
        phone.launch(package)


def _set_up(session: Session, asked: Capabilities) -> None:
    """What the session does of itself from now on, and what the phone is set to for it."""
    if session.dialect.driver == "XCUITest":
        for name, act in ALWAYS.items():
            if vendor(asked, name, False):
                session.settings[DEFAULT_ACTION] = act
        return
    package = app_of(session, asked)
    if package in session.phone.apps and vendor(asked, "autoGrantPermissions", False):
        for permission in sorted(set(NAMES.values())):
            session.phone.permissions.decide(package or "", permission, "allow")
    _speak(session.phone, vendor(asked, "language", None), vendor(asked, "locale", None))


def _speak(phone: Phone, language: str | None, region: str | None) -> None:
    """UiAutomator2 sets the phone's language; XCUITest hands it to the app, which has one only."""
    if language is None and region is None:
        return
    if language is None or region is None:
        raise WireError("session not created", "language and locale go together: zh and CN")
    try:
        phone.settings.set({"language": f"{language}-{region}"})
    except ValueError as fault:
        raise WireError("session not created", str(fault)) from fault


def stop(session: Session) -> None:
    """End the app, where the session was to."""
    asked = session.capabilities
    package = app_of(session, asked)
    ends = vendor(asked, "shouldTerminateApp", _fresh(session, asked))
    if ends and package is not None and package in session.phone.apps:
        session.phone.terminate(package)


def app_of(session: Session, asked: Capabilities) -> str | None:
    name: str | None = vendor(asked, APP[session.dialect.driver], None)
    return name


def _fresh(session: Session, asked: Capabilities) -> bool:
    """XCUITest starts an app anew, and ends it, unless it is told not to reset; UiAutomator2 is not made to here."""
    return session.dialect.driver == "XCUITest" and not vendor(asked, "noReset", False)


def _must_have(phone: Phone, package: str, activity: str | None) -> None:
    if package not in phone.apps:
        listed = ", ".join(phone.apps) or "none"
        raise WireError(
            "session not created", f"{package} is not installed on {phone.udid}; installed: {listed}"
        )
    known = phone.apps[package].activity
    if activity is not None and activity.rpartition(".")[2] != known.rpartition(".")[2]:
        raise WireError("session not created", f"{package} has no activity {activity}; it has {known}")
