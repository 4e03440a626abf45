"""Apps: which are there, which is in front, start and stop them."""

from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, field, number
from simulators.wire.webdriver.ports import App
from simulators.wire.webdriver.sessions import Session

NOT_INSTALLED, NOT_RUNNING, IN_BACKGROUND, IN_FOREGROUND = 0, 1, 3, 4
SYSTEM_ACTIVITY = ".Activity"


def package(body: Body) -> str:
    """`appId`; some clients say bundleId, package or packageName."""
    named = [body[name] for name in ("appId", "bundleId", "packageName", "package") if body.get(name)]
    if not named or not isinstance(named[0], str):
        raise invalid("'appId' must name an app's package")
    return named[0]


def installed(session: Session, body: Body) -> App:
    name, apps = package(body), session.phone.apps
    if name not in apps:
        raise WireError("unknown error", f"{name} is not installed; installed: {', '.join(apps) or 'none'}")
    return apps[name]


def is_installed(session: Session, body: Body) -> bool:
    return package(body) in session.phone.apps


def activate(session: Session, body: Body) -> None:
    session.phone.launch(installed(session, body).package)


def terminate(session: Session, body: Body) -> bool:
    """Whether the app ran and has been ended."""
    ran = state(session, body) > NOT_RUNNING
    if ran:
        session.phone.terminate(package(body))
    return ran


def state(session: Session, body: Body) -> int:
    """Appium's number for an app's state."""
    name, phone = package(body), session.phone
    if name not in phone.apps:
        return NOT_INSTALLED
    if name == phone.foreground:
        return IN_FOREGROUND
    return IN_BACKGROUND if name in phone.running else NOT_RUNNING


def background(session: Session, body: Body) -> None:
    """To the background, and, unless `seconds` is negative, back: wall seconds pass no time on a phone."""
    front = session.phone.foreground
    session.phone.background()
    if front is not None and number(body, "seconds", -1) >= 0:
        session.phone.launch(front)


def listed(session: Session, _: Body) -> Any:
    return {name: {} for name in session.phone.apps}


def current_package(session: Session, _: Body) -> str:
    return session.look().root.package


def current_activity(session: Session, _: Body) -> str:
    app = session.phone.apps.get(current_package(session, {}))
    return app.activity if app else SYSTEM_ACTIVITY


def start_activity(session: Session, body: Body) -> None:
    """`intent` is `package/activity`, or the package is named apart."""
    intent = field(body, "intent", str, "")
    name = intent.partition("/")[0] or package(body)
    activate(session, {"appId": name})


TABLE = {
    "isAppInstalled": is_installed,
    "activateApp": activate,
    "terminateApp": terminate,
    "queryAppState": state,
    "backgroundApp": background,
    "listApps": listed,
    "getCurrentPackage": current_package,
    "getCurrentActivity": current_activity,
    "startActivity": start_activity,
}
