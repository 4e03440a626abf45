"""Smaller services of the system: what they report, and what can be said to them."""

from collections.abc import Callable, Mapping

from simulators.wire.webdriver.mobile import radio
from simulators.wire.webdriver.mobile.shell.packages import Sub, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined

LOCATION = "secure/location_mode"
OFF, HIGH = "0", "3"
SWITCH = {"true": HIGH, "false": OFF}
WHITELIST = "deviceidle/whitelist"
LISTENERS = "notification/listeners"
SILENT = ""


def connectivity(asked: Asked) -> str:
    """The network in use, as an app finds it."""
    network, states = asked.phone.network, radio.connectivity(asked.session, {})
    kind, transport = ("WIFI", "WIFI") if states["wifi"] else ("MOBILE", "CELLULAR")
    agent = f"NetworkAgentInfo{{ ni{{[type: {kind}[], state: CONNECTED/CONNECTED, available: true]}} network{{100}}"
    there = [
        "Current Networks:",
        f"  {agent} nc{{[ Transports: {transport} Capabilities: INTERNET&VALIDATED ]}} }}",
    ]
    return joined([
        "NetworkProviders for:",
        f"Active default network: {100 if network.up else 'none'}",
        *(there if network.up else []),
        f"Airplane mode: {str(states['airplaneMode']).lower()}",
    ])  # fmt: skip


def _names(asked: Asked, key: str) -> list[str]:
    return asked.phone.preferences.get(key, "").split()


def _keep(asked: Asked, key: str, names: list[str]) -> None:
    asked.phone.preferences[key] = " ".join(names)


def whitelist(asked: Asked) -> str:
    """`+package` and `-package`, or the list."""
    listed = _names(asked, WHITELIST)
    for word in asked.words:
        if word[:1] not in "+-" or not word[1:]:
            raise Wrong(f"Package must be prefixed with +, -, or =: {word}", 255)
        listed = [name for name in listed if name != word[1:]] + ([word[1:]] if word[0] == "+" else [])
    _keep(asked, WHITELIST, listed)
    if asked.words:
        return joined([f"{'Added' if word[0] == '+' else 'Removed'}: {word[1:]}" for word in asked.words])
    return joined([f"user,{name},10240" for name in listed])


def deviceidle(asked: Asked) -> Result | str:
    """A phone in use is never idle."""
    if not asked.words:
        rows = [f"    {name}" for name in _names(asked, WHITELIST)]
        return joined(
            ["  Settings:", "  Whitelist user apps:", *rows, "  mState=ACTIVE", "  mLightState=ACTIVE"]
        )
    return sub("deviceidle", asked, {
        "whitelist": whitelist,
        "get": lambda _: "ACTIVE\n",
        "step": lambda _: "Stepped to: ACTIVE\n",
        **{name: _says(SILENT) for name in ("enable", "disable", "force-idle", "unforce", "force-inactive")},
    })  # fmt: skip


def location(asked: Asked) -> Result | str:
    return sub(
        "cmd location", asked, {"set-location-enabled": _set_location, "is-location-enabled": _located}
    )


def _set_location(asked: Asked) -> str:
    if not asked.words or asked.words[-1] not in SWITCH:
        raise Wrong("set-location-enabled: expected true or false", 255)
    asked.phone.preferences[LOCATION] = SWITCH[asked.words[-1]]
    return ""


def _located(asked: Asked) -> str:
    return f"{str(asked.phone.preferences.get(LOCATION, HIGH) != OFF).lower()}\n"


def appops(asked: Asked) -> Result | str:
    """What is allowed beside permissions: kept, and told again."""
    return sub(
        "appops", asked, {"set": _set_op, "get": _get_op, "reset": _says(SILENT), "query-op": _says(SILENT)}
    )


def _op(word: str) -> str:
    return word.removeprefix("android:").upper()


def _set_op(asked: Asked) -> str:
    package, name, mode = [word for word in asked.words if not word.startswith("--")][-3:]
    asked.phone.preferences[f"appops/{package}/{_op(name)}"] = mode
    return ""


def _get_op(asked: Asked) -> str:
    package, *names = asked.words
    start = f"appops/{package}/"
    kept = {
        key.removeprefix(start): mode
        for key, mode in asked.phone.preferences.items()
        if key.startswith(start)
    }
    shown = {name: mode for name, mode in kept.items() if not names or name in map(_op, names)}
    return joined([f"{name}: {mode}" for name, mode in shown.items()]) or "No operations.\n"


def notification(asked: Asked) -> Result | str:
    return sub(
        "cmd notification", asked, {"allow_listener": _listen(True), "disallow_listener": _listen(False)}
    )


def _listen(allowed: bool) -> Sub:
    def run(asked: Asked) -> str:
        kept = [name for name in _names(asked, LISTENERS) if name != asked.words[0]]
        _keep(asked, LISTENERS, [*kept, asked.words[0]] if allowed else kept)
        return ""

    return run


def locksettings(asked: Asked) -> Result | str:
    """Nobody has set a code: a finger's way over the screen opens it."""
    return sub("locksettings", asked, {
        "get-disabled": lambda _: "false\n",
        "verify": lambda _: "Lock credential verified successfully\n",
    })  # fmt: skip


def _says(text: str) -> Callable[[Asked], str]:
    return lambda _: text


def service(asked: Asked) -> Result | str:
    """Which services there are; calling one by number is refused."""
    names = sorted({*DUMPED, *SPOKEN, "activity", "battery", "package", "power", "window"})
    rows = [f"{number}\t{name}: []" for number, name in enumerate(names)]
    return sub("service", asked, {
        "list": lambda _: joined([f"Found {len(names)} services:", *rows]),
        "check": lambda asked: f"Service {asked.words[0]}: {'found' if asked.words[0] in names else 'not found'}\n",
    })  # fmt: skip


DUMPED: Mapping[str, Sub] = {"connectivity": connectivity, "deviceidle": deviceidle}
SPOKEN: Mapping[str, Sub] = {
    "appops": appops,
    "deviceidle": deviceidle,
    "location": location,
    "notification": notification,
}
TABLE: Mapping[str, Run] = {
    "appops": appops,
    "locksettings": locksettings,
    "service": service,
}
