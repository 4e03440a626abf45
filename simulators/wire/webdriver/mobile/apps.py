"""Apps: which are there, which is in front, start and stop them."""

import re
from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile.verb import NUMBER, WORD, WORDS, Kinds, Verb
from simulators.wire.webdriver.parts import App
from simulators.wire.webdriver.processes import SYSTEM_ACTIVITY
from simulators.wire.webdriver.sessions import Session

NOT_RUNNING = 1
STATES: Mapping[str, int] = {
    "not_installed": 0,
    "not_running": NOT_RUNNING,
    "suspended": 2,
    "background": 3,
    "foreground": 4,
}
"""Both drivers' numbers for how an app stands; only iPhones suspend."""
PACKAGE_FILE = re.compile(r"\.(apk|apks|ipa|app|zip)$", re.IGNORECASE)
NAMED: Kinds = {"appId": str, "bundleId": str, "packageName": str, "package": str}
"""The names under which clients say which app they mean; some send several."""


def package(body: Body) -> str:
    """The app's id, under whatever name it came."""
    for name in NAMED:
        if body.get(name):
            return str(body[name])
    raise invalid("'appId' (on iOS 'bundleId') must name an app")


def installed(session: Session, body: Body) -> App:
    name, apps = package(body), session.phone.apps
    if name not in apps:
        raise WireError("unknown error", f"{name} is not installed; installed: {', '.join(apps) or 'none'}")
    return apps[name]


def is_installed(session: Session, body: Body) -> bool:
    return package(body) in session.phone.apps


def activate(session: Session, body: Body) -> None:
    session.phone.launch(installed(session, body).package)


def relaunch(session: Session, body: Body) -> None:
    """As XCUITest: an app that runs goes on, unless it is to have other arguments or another environment."""
    app = installed(session, body)
    if body.get("arguments") or body.get("environment"):
        terminate(session, body)
    session.phone.launch(app.package)


def terminate(session: Session, body: Body) -> bool:
    """Whether the app ran and has been ended."""
    ran = state(session, body) > NOT_RUNNING
    if ran:
        session.phone.terminate(package(body))
    return ran


def state(session: Session, body: Body) -> int:
    """Appium's number for an app's state."""
    return STATES[session.phone.standing(package(body))]


def background(session: Session, body: Body) -> None:
    """To the background, and, unless `seconds` is negative, back: wall seconds pass no time on a phone."""
    front = session.phone.foreground
    session.phone.background()
    if front is not None and body.get("seconds", -1) >= 0:
        session.phone.launch(front)


def remove(session: Session, body: Body) -> bool:
    """Whether it was there, and is gone with its data."""
    there = is_installed(session, body)
    if there:
        session.phone.uninstall(package(body))
    return there


def named_by(path: str) -> str:
    """The app that a file is called after."""
    return PACKAGE_FILE.sub("", path.replace("\\", "/").rpartition("/")[2])


def install(session: Session, body: Body) -> None:
    """From the market's shelf, by a file's name or an app's: the simulated phones run no other code.

    An app that is there already stays as it is.
    """
    path = str(body.get("appPath") or body.get("app") or "")
    name = named_by(path)
    if name in session.phone.apps:
        return
    try:
        session.phone.get(name, granted=body.get("grantPermissions", False))
    except ValueError as refusal:
        raise WireError("unknown error", f"cannot install {path!r}: {refusal}") from refusal


def clear(session: Session, body: Body) -> None:
    """As after a fresh install: data, recordings and answers are gone."""
    app = installed(session, body)
    version = app.version
    session.phone.uninstall(app.package)
    session.phone.get(app.package, version=version)


def listed(session: Session, _: Body) -> Any:
    return {name: {} for name in session.phone.apps}


def apples_list(session: Session, _: Body) -> Any:
    """By bundle id, with what the installation proxy says of each."""
    return {
        name: {
            "CFBundleIdentifier": name,
            "CFBundleName": app.label,
            "CFBundleDisplayName": app.label,
            "CFBundleVersion": app.version,
            "CFBundleShortVersionString": app.version,
        }
        for name, app in session.phone.apps.items()
    }


def current_package(session: Session, _: Body) -> str:
    return session.look().root.package


def current_activity(session: Session, _: Body) -> str:
    app = session.phone.apps.get(current_package(session, {}))
    return app.activity if app else SYSTEM_ACTIVITY


def open_link(session: Session, body: Body) -> None:
    """The app that is named opens; no page of these apps has an address of its own."""
    if "://" not in body["url"]:
        raise invalid(f"'url' is {body['url']!r}; give a whole one, such as https://example.com/")
    activate(session, body)


ANDROID: Mapping[str, Verb] = {
    "isAppInstalled": Verb(is_installed, takes={**NAMED, "user": WORD}),
    "activateApp": Verb(activate, takes=NAMED),
    "installApp": Verb(
        install,
        takes={
            "appPath": str,
            "app": str,
            "timeout": WORD,
            **dict.fromkeys(
                (
                    "checkVersion",
                    "allowTestPackages",
                    "useSdcard",
                    "grantPermissions",
                    "replace",
                    "noIncremental",
                ),
                bool,
            ),
        },
    ),
    "removeApp": Verb(remove, takes={**NAMED, "timeout": WORD, "keepData": bool, "skipInstallCheck": bool}),
    "clearApp": Verb(clear, takes=NAMED),
    "terminateApp": Verb(terminate, takes={**NAMED, "timeout": WORD}),
    "queryAppState": Verb(state, takes=NAMED),
    "backgroundApp": Verb(background, takes={"seconds": NUMBER}),
    "listApps": Verb(listed, takes={"user": WORD}),
    "getCurrentPackage": Verb(current_package),
    "getCurrentActivity": Verb(current_activity),
    "deepLink": Verb(open_link, {"url": str}, {**NAMED, "waitForLaunch": bool}),
}
IOS: Mapping[str, Verb] = {
    "isAppInstalled": Verb(is_installed, takes=NAMED),
    "activateApp": Verb(activate, takes=NAMED),
    "launchApp": Verb(relaunch, takes={**NAMED, "arguments": WORDS, "environment": dict}),
    "installApp": Verb(install, takes={"app": str, "timeoutMs": WORD, "checkVersion": bool}),
    "removeApp": Verb(remove, takes=NAMED),
    "terminateApp": Verb(terminate, takes=NAMED),
    "killApp": Verb(terminate, takes=NAMED),
    "queryAppState": Verb(state, takes=NAMED),
    "backgroundApp": Verb(background, takes={"seconds": NUMBER}),
    "listApps": Verb(apples_list, takes={"applicationType": str, "returnAttributes": list}),
    "deepLink": Verb(open_link, {"url": str}, NAMED),
}
