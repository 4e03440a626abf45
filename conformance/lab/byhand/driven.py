"""What a phone's own driver can do of the bench's controls, by its `mobile:` commands; what is not here takes a hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from conformance.target import Driver

Body = Mapping[str, Any]
Commands = tuple[tuple[str, Mapping[str, Any]], ...]
"""One after the other: the name of a `mobile:` command and its arguments."""
Read = Callable[[Body], Commands | None]


def _shell(*lines: str) -> Commands:
    return tuple(("shell", {"command": line}) for line in lines)


def network(body: Body) -> Commands | None:
    """On and off, and which of the two it is; speeds and losses are nothing that a driver can set."""
    if set(body) <= {"up", "kind"}:
        up, kind = body.get("up", True), body.get("kind", "")
        wifi, data = (up and kind != "cellular"), (up and kind != "wifi")
        return (("setConnectivity", {"wifi": wifi, "data": data}),)
    return None


def lock(body: Body) -> Commands | None:
    """Locking; what unlocks a phone is known to the person who holds it."""
    return (("lock", {}),) if body.get("locked") and not body.get("automatic") else None


def app(named: str) -> Read:
    """`named`: what the driver calls an app's name among its arguments."""

    def read(body: Body) -> Commands | None:
        known = {"launch": "activateApp", "terminate": "terminateApp"}
        if len(body) == 1:
            ((does, package),) = body.items()
            if does in known:
                return ((known[does], {named: package}),)
        return None

    return read


def crash_too(body: Body) -> Commands | None:
    return _shell(f"am crash {body['crash']}") if set(body) == {"crash"} else app("appId")(body)


def permissions(body: Body) -> Commands | None:
    arguments = {"permissions": "all", "appPackage": body["package"]}
    return (("changePermissions", {**arguments, "action": "grant" if body["granted"] else "revoke"}),)


SWITCHES: Mapping[str, tuple[str, str]] = {
    "dark_mode": ("cmd uimode night yes", "cmd uimode night no"),
    "do_not_disturb": ("cmd notification set_dnd on", "cmd notification set_dnd off"),
    "auto_lock": (
        "settings put system screen_off_timeout 60000",
        "settings put system screen_off_timeout 2147483647",
    ),
}


def settings(body: Body) -> Commands | None:
    """Those that a shell can set on any phone; None where one of them is none of these."""
    lines: list[str] = []
    for name, value in body.items():
        if name in SWITCHES:
            lines.append(SWITCHES[name][0 if value else 1])
        elif name == "font_scale":
            lines.append(f"settings put system font_scale {float(value)}")
        else:
            return None
    return _shell(*lines)


DRIVEN: Mapping[Driver, Mapping[str, Read]] = {
    "android": {
        "phones/network": network,
        "phones/lock": lock,
        "phones/app": crash_too,
        "phones/permissions": permissions,
        "phones/settings": settings,
    },
    "ios": {"phones/lock": lock, "phones/app": app("bundleId")},
}
"""By driver and control; each reads a control's body and says which commands do it, None where none does."""
