"""What a client asks of a new session (W3C WebDriver, section 7): merged, validated, in order of preference."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.dialect import DIALECTS, Dialect
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
KINDS: Mapping[str, type[Any] | tuple[type[Any], ...]] = {
    "udid": str,
    "appPackage": str,
    "appActivity": str,
    "bundleId": str,
    "app": str,
    "sessionName": str,
    "deviceName": str,
    "platformVersion": str,
    "newCommandTimeout": (int, float),
    "autoLaunch": bool,
    "noReset": bool,
    "fullReset": bool,
    "forceAppLaunch": bool,
    "shouldTerminateApp": bool,
    "autoAcceptAlerts": bool,
    "autoDismissAlerts": bool,
    "autoGrantPermissions": bool,
    "language": str,
    "locale": str,
    "orientation": str,
}


def wanted(body: Body) -> list[Capabilities]:
    """The sets of capabilities that some driver here can give, in the client's order; else `session not created`."""
    asked = field(body, "capabilities", dict)
    always = _valid(field(asked, "alwaysMatch", dict, {}), "alwaysMatch")
    first = field(asked, "firstMatch", list, [{}])
    if not first:
        raise invalid("'firstMatch' must hold at least one object")
    merged = [_merged(always, _valid(one, "firstMatch")) for one in first]
    reasons = [mismatch(one) for one in merged]
    if all(reasons):
        raise WireError("session not created", "; ".join(dict.fromkeys(reasons)))
    return [one for one, reason in zip(merged, reasons, strict=True) if not reason]


def vendor(asked: Capabilities, name: str, default: Any) -> Any:
    """The Appium capability `name`, checked for its kind."""
    value = asked.get(f"{VENDOR}{name}", default)
    kind = KINDS[name]
    if value is not None and (not isinstance(value, kind) or (kind is not bool and isinstance(value, bool))):
        raise invalid(f"{VENDOR}{name} is {shown(value)}; it must be {NAMES[kind]}")
    return value


def drivers(asked: Capabilities) -> list[Dialect]:
    """The drivers that are as asked: a client may leave out platformName and automationName, in any letters."""
    return [dialect for dialect in DIALECTS.values() if not _differs(asked, dialect)]


def mismatch(asked: Capabilities) -> str:
    """Why no driver gives these capabilities; empty where one does."""
    if not drivers(asked):
        named = {name: shown(asked[name]) for name in FIXED if name in asked}
        wish = " with ".join(f"{name} {value}" for name, value in named.items())
        pairs = " and ".join(f"{one.platform} with {one.driver}" for one in DIALECTS.values())
        return f"{wish} is not offered here; there are {pairs}"
    if asked.get("browserName"):
        return "there is no browser on a simulated phone; leave browserName out"
    return ""


FIXED: Mapping[str, str] = {"platformName": "platform", f"{VENDOR}automationName": "driver"}
"""What a driver answers to, by capability."""


def _differs(asked: Capabilities, dialect: Dialect) -> bool:
    return any(
        name in asked and str(asked[name]).lower() != getattr(dialect, fact).lower()
        for name, fact in FIXED.items()
    )


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
