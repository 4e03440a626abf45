"""What a client asks of a new session (W3C WebDriver, section 7): merged, validated, matched."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import NAMES, Body, field, shown

Capabilities = Mapping[str, Any]

STANDARD = {
    "acceptInsecureCerts",
    "browserName",
    "browserVersion",
    "pageLoadStrategy",
    "platformName",
    "proxy",
    "setWindowRect",
    "strictFileInteractability",
    "timeouts",
    "unhandledPromptBehavior",
    "webSocketUrl",
}
VENDOR = "appium:"
FIXED = {"platformName": "android", f"{VENDOR}automationName": "uiautomator2"}
"""What every session here is; a client may leave it out, in any letters, but not ask for another."""
KINDS: Mapping[str, type[Any] | tuple[type[Any], ...]] = {
    "udid": str,
    "appPackage": str,
    "appActivity": str,
    "sessionName": str,
    "newCommandTimeout": (int, float),
    "autoLaunch": bool,
    "forceAppLaunch": bool,
    "shouldTerminateApp": bool,
}


def wanted(body: Body) -> Capabilities:
    """The first set of capabilities that this end can give. `invalid argument`, `session not created`."""
    asked = field(body, "capabilities", dict)
    always = _valid(field(asked, "alwaysMatch", dict, {}), "alwaysMatch")
    first = field(asked, "firstMatch", list, [{}])
    if not first:
        raise invalid("'firstMatch' must hold at least one object")
    merged = [_merged(always, _valid(one, "firstMatch")) for one in first]
    reasons = [_mismatch(one) for one in merged]
    for one, reason in zip(merged, reasons, strict=True):
        if not reason:
            return one
    raise WireError("session not created", "; ".join(dict.fromkeys(reasons)))


def vendor(asked: Capabilities, name: str, default: Any) -> Any:
    """The Appium capability `name`, checked for its kind."""
    value = asked.get(f"{VENDOR}{name}", default)
    kind = KINDS[name]
    if value is not None and (not isinstance(value, kind) or (kind is not bool and isinstance(value, bool))):
        raise invalid(f"{VENDOR}{name} is {shown(value)}; it must be {NAMES[kind]}")
    return value


def _valid(value: Any, where: str) -> Capabilities:
    if not isinstance(value, dict):
        raise invalid(f"{where!r} must hold objects, not {shown(value)}")
    unknown = [name for name in value if name not in STANDARD and ":" not in name]
    if unknown:
        raise invalid(
            f"{unknown[0]!r} is no standard capability; write {VENDOR}{unknown[0]} for one of Appium's"
        )
    return {name: given for name, given in value.items() if given is not None}


def _merged(always: Capabilities, first: Capabilities) -> Capabilities:
    twice = sorted(always.keys() & first.keys())
    if twice:
        raise invalid(f"{twice[0]!r} stands in both alwaysMatch and firstMatch")
    return {**always, **first}


def _mismatch(asked: Capabilities) -> str:
    """Why these capabilities cannot be given; empty where they can."""
    for name, only in FIXED.items():
        value = asked.get(name, only)
        if not isinstance(value, str) or value.lower() != only:
            return f"{name} {shown(value)} is not offered here, only {only}"
    if asked.get("browserName"):
        return "there is no browser on a simulated phone; leave browserName out"
    return ""
