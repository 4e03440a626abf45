"""What the person who holds a phone does with it, and what reaches them."""

from datetime import time
from typing import Any

from simulators.bench import bodies
from simulators.door import reading
from simulators.door.errors import BadBody
from simulators.phone.alarms import Alarm
from simulators.phone.hardware import OFFICIAL
from simulators.phone.phone import Phone
from simulators.phone.settings import wanted
from simulators.world import World

NEEDS_VERSION = "update"
HOW = ("version", "granted", "source")
"""What says how a deed is done, and is none."""
MARKET = ("install", "update")
"""The deeds with an app that may name a version."""


def settings(_: World, phone: Phone, body: bodies.Settings) -> None:
    if not body:
        raise BadBody("body", None, f"at least one of {', '.join(phone.settings.as_dict())}")
    for name, value in body.items():
        if (expected := wanted(name, value)) is not None:
            raise BadBody(name, value, expected)
    phone.settings.set(body)


def lock(_: World, phone: Phone, body: bodies.Lock) -> None:
    if body.locked:
        phone.lock(automatic=body.automatic)
    else:
        phone.unlock()


def app(_: World, phone: Phone, body: bodies.App) -> None:
    """One deed with one app."""
    deed, package = _deed(body)
    deeds: dict[str, Any] = {
        "launch": phone.launch,
        "terminate": phone.terminate,
        "crash": phone.crash,
        "install": lambda name: phone.get(
            name, version=body.version or "", granted=body.granted, source=body.source or OFFICIAL
        ),
        "update": lambda name: phone.update(name, body.version or ""),
        "uninstall": phone.uninstall,
    }
    deeds[deed](package)


def _deed(body: bodies.App) -> tuple[str, str]:
    deeds = {name: value for name, value in reading.given(body).items() if name not in HOW}
    if len(deeds) != 1:
        names = [name for name in body.__struct_fields__ if name not in HOW]
        raise BadBody("body", sorted(deeds) or None, f"exactly one of {', '.join(names)}")
    deed, package = next(iter(deeds.items()))
    if body.version is not None and deed not in MARKET:
        raise BadBody("version", body.version, f"no version: {deed} takes none")
    if body.version is None and deed == NEEDS_VERSION:
        raise BadBody("version", None, "a version such as 1.1.0: an update needs one")
    return deed, package


def permissions(_: World, phone: Phone, body: bodies.Permissions) -> None:
    """All is allowed, or all will be asked again."""
    package = phone.installed(body.package).package
    (phone.permissions.grant_all if body.granted else phone.permissions.revoke)(package)


def capture(_: World, phone: Phone, body: bodies.Capture) -> None:
    phone.capture(body.kind, body.on)


def clean(_: World, phone: Phone, body: bodies.Clean) -> None:
    phone.clean(body.package and phone.installed(body.package).package)


def alarms(_: World, phone: Phone, body: bodies.Alarms) -> None:
    phone.alarms.set([Alarm(time.fromisoformat(one.at), one.label) for one in body.alarms])


def message(_: World, phone: Phone, body: bodies.Message) -> None:
    phone.receive_message(body.sender, body.text)
