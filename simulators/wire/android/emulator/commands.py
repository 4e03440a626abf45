"""Every command of the console, by its name or by its first two words.

Source: the emulator's own `help`, and developer.android.com/studio/run/emulator-console.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from simulators.phone.camera import Desk, Picture, Scene
from simulators.wire.android.emulator.asking import Asked, Refused, Run
from simulators.wire.webdriver.mobile.radio import SPEEDS

Value = TypeVar("Value")
HINT = "Android Console: type 'help' for a list of commands"
STATES = ("unregistered", "home", "roaming", "searching", "denied", "off", "on")
SERVED = {"home", "roaming", "on"}
BARS = ((12, 4), (8, 3), (5, 2), (3, 1))
"""From so many of the network's own units on a signal shows so many bars."""
UNKNOWN_SIGNAL = 99
DELAYS: Mapping[str, tuple[int, int]] = {
    "none": (0, 0),
    "umts": (35, 200),
    "edge": (80, 400),
    "gprs": (150, 550),
}
"""Milliseconds, least and most."""
ENDLESS = 10**9 // 8
"""Bytes a second of a network that is not throttled."""


def find(words: list[str], line: str) -> tuple[Run, list[str], str]:
    """The command that the words name, the other words, and what stands behind its name as it was typed."""
    for count in (2, 1):
        name = " ".join(words[:count])
        if name in COMMANDS:
            return COMMANDS[name], words[count:], line.split(None, count)[count] if len(words) > count else ""
    below = sorted(name.partition(" ")[2] for name in COMMANDS if name.startswith(f"{words[0]} "))
    if below:
        raise Refused(f"bad sub-command; there are {', '.join(below)}")
    raise Refused("unknown command, try 'help'")


def helped(_: Asked) -> str:
    names = sorted({name.partition(" ")[0] for name in COMMANDS} | {"quit", "exit"})
    return "\r\n".join(["Android console commands:", *(f"    {name}" for name in names)])


def _call(asked: Asked) -> None:
    if asked.radio["voice"] not in SERVED:
        raise Refused("the phone is not registered for calls")
    asked.phone.incoming_call(asked.word(0, "phone number"))


def _of_call(act: Callable[[Asked], None]) -> Run:
    """Something about the call that there is with a number; whoever names another one is told so."""

    def run(asked: Asked) -> None:
        number = asked.word(0, "phone number")
        if asked.phone.calls.state == "idle" or asked.phone.calls.number != number:
            raise Refused(f"no call with {number}")
        act(asked)

    return run


def _calls(asked: Asked) -> str | None:
    call = asked.phone.calls
    states = {"ringing": "incoming", "talking": "active"}
    return None if call.state == "idle" else f"inbound from {call.number} : {states[call.state]}"


def _registered(what: str) -> Run:
    def run(asked: Asked) -> None:
        state = asked.word(0, "state")
        if state not in STATES:
            raise Refused(f"bad state {state!r}; there are {', '.join(STATES)}")
        asked.radio[what] = state
        network = asked.phone.network
        if what == "data" and network.kind == "mobile":
            network.set(up=state in SERVED)

    return run


def _signal(asked: Asked) -> None:
    units = asked.number(0, "rssi")
    if not (0 <= units <= 31 or units == UNKNOWN_SIGNAL):
        raise Refused("rssi is from 0 to 31, or 99")
    asked.phone.network.set(bars=next((bars for least, bars in BARS if units >= least and units <= 31), 0))


def _profile(asked: Asked) -> None:
    bars = asked.number(0, "signal profile")
    if bars not in range(5):
        raise Refused("a signal profile is from 0 to 4")
    asked.phone.network.set(bars=int(bars))


def _gsm_status(asked: Asked) -> str:
    return f"gsm voice state: {asked.radio['voice']}\r\ngsm data state:  {asked.radio['data']}"


def _sms(asked: Asked) -> None:
    number = asked.word(0, "phone number")
    asked.word(1, "message")
    asked.phone.receive_message(number, asked.line.split(None, 1)[1].strip('"'))


def _ac(asked: Asked) -> None:
    asked.phone.battery.set(plugged=_among(asked.word(0, "on or off"), {"on": True, "off": False}))


def _capacity(asked: Asked) -> None:
    asked.phone.battery.set(percent=asked.number(0, "percentage"))


def _power_status(asked: Asked) -> None:
    states = {"charging": True, "full": True, "discharging": False, "not-charging": False, "unknown": None}
    state = asked.word(0, "status")
    plugged = _among(state, states)
    asked.phone.battery.set(plugged=plugged, percent=100 if state == "full" else None)


def _power(asked: Asked) -> str:
    cell = asked.phone.battery
    rows = [
        f"AC: {'online' if cell.charging else 'offline'}",
        f"status: {'Charging' if cell.charging else 'Discharging'}",
        "health: Good",
        "present: true",
        f"capacity: {cell.level:.0f}",
    ]
    return "\r\n".join(rows)


def _speed(asked: Asked) -> None:
    """A name, one figure for both ways, or `up:down`; kilobits a second."""
    wanted = asked.word(0, "speed")
    if wanted in {"full", "0"}:
        rate = ENDLESS
    elif wanted in SPEEDS:
        rate = SPEEDS[wanted] * 1000 // 8
    else:
        rate = int(_kilobits(wanted) * 1000 // 8)
    asked.phone.network.set(bytes_per_second=rate)


def _kilobits(text: str) -> float:
    down = text.rpartition(":")[2]
    if not down.isdecimal():
        raise Refused(f"bad speed {text!r}; there are full, {', '.join(SPEEDS)}, or kilobits a second")
    return float(down)


def _delay(asked: Asked) -> None:
    """A name, milliseconds, or `least:most`."""
    wanted = asked.word(0, "delay")
    least, _, most = wanted.partition(":")
    if wanted not in DELAYS and not (least.isdecimal() and (most or "0").isdecimal()):
        raise Refused(f"bad delay {wanted!r}; there are {', '.join(DELAYS)}, or milliseconds")
    low, high = DELAYS[wanted] if wanted in DELAYS else (int(least), int(most or least))
    asked.phone.network.set(latency_ms=(low + high) // 2, jitter_ms=(high - low) // 2)


def _network(asked: Asked) -> str:
    network = asked.phone.network
    return "\r\n".join([
        "Current network status:",
        f"  download speed: {network.bytes_per_second * 8} bits/s ({network.bytes_per_second / 1000:.1f} KB/s)",
        f"  minimum latency: {network.latency_ms - network.jitter_ms} ms",
        f"  maximum latency: {network.latency_ms + network.jitter_ms} ms",
    ])  # fmt: skip


def _fix(asked: Asked) -> None:
    """Longitude, latitude and perhaps altitude."""
    longitude, latitude = asked.number(0, "longitude"), asked.number(1, "latitude")
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise Refused("longitude is from -180 to 180, latitude from -90 to 90")
    asked.phone.position = (latitude, longitude, asked.number(2, "altitude") if len(asked.words) > 2 else 0.0)


def _finger(asked: Asked) -> None:
    """A finger that the sensor knows opens a locked screen."""
    asked.number(0, "finger id")
    asked.phone.unlock()


def _image(asked: Asked) -> None:
    """What hangs on the wall, or lies on the table, before the virtual scene's camera; without a file it is taken away."""
    _among(asked.word(0, "wall or table"), {"wall": True, "table": True})
    if len(asked.words) < 2:
        asked.phone.camera.scene = Scene(Desk())
        return
    file = Path(asked.words[1])
    try:
        asked.phone.camera.scene = Scene(Picture(file.read_bytes()))
    except (OSError, ValueError) as fault:
        raise Refused(f"{file}: {fault}") from fault


def _shot(asked: Asked) -> str:
    """The screen into a file of the machine on which the emulator runs: a name that ends with .png, or a folder."""
    target = Path(asked.word(0, "file or directory"))
    file = target / f"Screenshot_{asked.serial}.png" if target.is_dir() else target
    if file.suffix != ".png":
        raise Refused(f"{file}: a screenshot is a .png")
    try:
        file.write_bytes(asked.phone.screenshot())
    except OSError as fault:
        raise Refused(f"{file}: {fault}") from fault
    return str(file)


def _among(word: str, table: Mapping[str, Value]) -> Value:
    if word not in table:
        raise Refused(f"{word!r} is none of {', '.join(table)}")
    return table[word]


COMMANDS: Mapping[str, Run] = {
    "help": helped,
    "ping": lambda _: "I am alive!",
    "auth": lambda _: HINT,  # no token is asked for; whoever has one may say it
    "avd name": lambda asked: asked.phone.model.id,
    "avd status": lambda _: "virtual device is running",
    "kill": lambda asked: asked.phone.power_off(),
    "gsm call": _call,
    "gsm accept": _of_call(lambda asked: asked.phone.answer_call()),
    "gsm hold": _of_call(lambda _: None),
    "gsm busy": _of_call(lambda asked: asked.phone.end_call()),
    "gsm cancel": _of_call(lambda asked: asked.phone.end_call()),
    "gsm list": _calls,
    "gsm status": _gsm_status,
    "gsm voice": _registered("voice"),
    "gsm data": _registered("data"),
    "gsm signal": _signal,
    "gsm signal-profile": _profile,
    "sms send": _sms,
    "power ac": _ac,
    "power capacity": _capacity,
    "power status": _power_status,
    "power display": _power,
    "network speed": _speed,
    "network delay": _delay,
    "network status": _network,
    "geo fix": _fix,
    "finger touch": _finger,
    "finger remove": lambda _: None,
    "screenrecord screenshot": _shot,
    "virtualscene-image": _image,
}
