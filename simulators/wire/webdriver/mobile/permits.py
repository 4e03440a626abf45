"""Permissions under each system's names: granted, taken back, listed, asked for again."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, choice, shown
from simulators.wire.webdriver.mobile.apps import installed
from simulators.wire.webdriver.mobile.verb import WORD, WORDS, Verb
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

PREFIX = "android.permission."
NAMES: Mapping[str, str] = {
    "CAMERA": "camera",
    "RECORD_AUDIO": "microphone",
    "READ_EXTERNAL_STORAGE": "storage",
    "WRITE_EXTERNAL_STORAGE": "storage",
    "POST_NOTIFICATIONS": "notifications",
    "INTERNET": "network",
    "MODIFY_AUDIO_SETTINGS": "speaker",
}
"""Android's permissions, and what the phone calls that which they open."""
SERVICES: Mapping[str, str | None] = {
    "camera": "camera",
    "microphone": "microphone",
    "photos": "storage",
    "calendar": None,
    "contacts": None,
    "location": None,
    "medialibrary": None,
    "motion": None,
    "reminders": None,
    "health": None,
    "homekit": None,
    "bluetooth": None,
    "keyboardnet": "network",
    "systemroot": None,
    "userdesktop": None,
    "userdocuments": None,
    "userdownloads": None,
    "localnetwork": None,
}
"""XCUITest's services; those without a name no app of these phones asks for."""
TYPES: Mapping[str, tuple[bool, ...]] = {"requested": (True, False), "granted": (True,), "denied": (False,)}
ACTIONS = {"grant": True, "revoke": False, "allow": True, "deny": False, "ignore": False, "default": True}
ALL = "all"


def named(permission: str) -> str | None:
    """The phone's word for one of Android's permissions; None for one that nobody asks for."""
    return NAMES.get(permission.removeprefix(PREFIX))


def of(phone: Phone, package: str) -> Mapping[str, bool]:
    """What an app asks for, and whether it has it."""
    return {f"{PREFIX}{name}": phone.permissions.allows(package, word) for name, word in NAMES.items()}


def change(phone: Phone, package: str, name: str, allowed: bool) -> None:
    """Grant, or take back, so that it is asked for again; an app that loses what it had is ended by the system."""
    had = phone.permissions.allows(package, name)
    if allowed:
        phone.permissions.decide(package, name, "allow")
    else:
        phone.permissions.forget(package, name)
    if had and not phone.permissions.allows(package, name) and package in phone.running:
        phone.crash(package)


def get_permissions(session: Session, body: Body) -> list[str]:
    wanted = choice({"type": body.get("type", "requested").lower()}, "type", TYPES)
    package = installed(session, {"appId": whose(session, body)}).package
    return [name for name, granted in of(session.phone, package).items() if granted in wanted]


def change_permissions(session: Session, body: Body) -> None:
    allowed = choice({"action": body.get("action", "grant").lower()}, "action", ACTIONS)
    package = installed(session, {"appId": whose(session, body)}).package
    asked = body["permissions"]
    named_ones = [asked] if isinstance(asked, str) else [str(one) for one in asked]
    wanted = list(NAMES) if str(asked).lower() == ALL else named_ones
    if not wanted:
        raise invalid("'permissions' must name at least one")
    words = {name: named(name) for name in wanted}
    for name, word in words.items():
        if word is None:
            raise WireError(
                "unknown error", f"Unknown permission: {shown(name)}; there are {', '.join(NAMES)}"
            )
    for word in dict.fromkeys(words.values()):
        change(session.phone, package, word or "", allowed)


def whose(session: Session, body: Body) -> str:
    """The app that is named, or that of the session, or that in front."""
    caps = session.capabilities
    named_app = body.get("appPackage") or caps.get("appium:appPackage") or caps.get("appium:bundleId")
    app = named_app or session.phone.foreground
    if not app:
        raise invalid("no app is in front and the session names none; say which one is meant")
    return str(app)


def reset(session: Session, body: Body) -> Any:
    """The app of the session is asked again; a service may come as its number, which no table here has."""
    name = choice({"service": str(body["service"]).lower()}, "service", SERVICES)
    package = installed(session, {"bundleId": whose(session, body)}).package
    if name is not None:
        session.phone.permissions.forget(package, name)


ANDROID: Mapping[str, Verb] = {
    "changePermissions": Verb(
        change_permissions, {"permissions": WORDS}, {"appPackage": str, "action": str, "target": str}
    ),
    "getPermissions": Verb(get_permissions, takes={"type": str, "appPackage": str}),
}
IOS: Mapping[str, Verb] = {"resetPermission": Verb(reset, {"service": WORD})}
