"""The app of a session: installed, reset, brought to the front and ended, as each driver does it."""

from collections.abc import Callable

from simulators.wire.webdriver.capabilities import VENDOR, Capabilities, vendor
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.mobile import apps
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.setting_up import set_up

APP = {"UiAutomator2": "appPackage", "XCUITest": "bundleId"}
"""The capability that names the app."""


def start(session: Session, asked: Capabilities) -> None:
    """Bring the wished app to the front. UiAutomator2 keeps its data here unless it is told to reset them."""
    package, phone = app_of(session, asked), session.phone
    if vendor(asked, "noReset", False) and vendor(asked, "fullReset", False):
        raise invalid(f"{VENDOR}noReset and {VENDOR}fullReset exclude each other")
    _install(session, asked)
    if package in phone.apps and _forgets(session, asked):
        _created(lambda: apps.clear(session, {"appId": package}))
    set_up(session, package, asked)
    if package is None or not vendor(asked, "autoLaunch", True):
        return
    _must_have(phone, package, vendor(asked, "appActivity", None))
    if vendor(asked, "forceAppLaunch", _fresh(session, asked)):
        phone.terminate(package)
    if phone.foreground != package:
        phone.launch(package)


def stop(session: Session) -> None:
    """End the app, where the session was to."""
    asked = session.capabilities
    package = app_of(session, asked)
    ends = vendor(asked, "shouldTerminateApp", _fresh(session, asked))
    if ends and package is not None and package in session.phone.apps:
        session.phone.terminate(package)


def app_of(session: Session, asked: Capabilities) -> str | None:
    """The app that is named, or whose file is."""
    name: str | None = vendor(asked, APP[session.dialect.driver], None)
    file = vendor(asked, "app", None)
    return name if name is not None or file is None else apps.named_by(file)


def _install(session: Session, asked: Capabilities) -> None:
    """An app is taken from the market's shelf by the name of its file, unless it is there."""
    file = vendor(asked, "app", None)
    if file is not None and app_of(session, asked) not in session.phone.apps:
        _created(lambda: apps.install(session, {"appPath": file}))


def _created(act: Callable[[], None]) -> None:
    try:
        act()
    except (WireError, ValueError) as fault:
        raise WireError("session not created", str(fault)) from fault


def _forgets(session: Session, asked: Capabilities) -> bool:
    """Whether the app begins as after a fresh install; on an iPhone only a full reset does that."""
    if session.dialect.driver == "XCUITest":
        return bool(vendor(asked, "fullReset", False))
    return bool(vendor(asked, "fullReset", False)) or not vendor(asked, "noReset", True)


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
