"""Every command of the console, by its name or by its first two words.

Source: the emulator's own `help`, and developer.android.com/studio/run/emulator-console.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from simulators.phone.camera import Desk, Picture, Scene
from simulators.wire.android.emulator import calling, throttling
from simulators.wire.android.emulator.asking import Asked, Refused, Run

Value = TypeVar("Value")
HINT = "Android Console: type 'help' for a list of commands"


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
    "gsm call": calling.ring,
    "gsm accept": calling.of_call(lambda asked: asked.phone.answer_call()),
    "gsm hold": calling.of_call(lambda _: None),
    "gsm busy": calling.of_call(lambda asked: asked.phone.end_call()),
    "gsm cancel": calling.of_call(lambda asked: asked.phone.end_call()),
    "gsm list": calling.calls,
    "gsm status": calling.told,
    "gsm voice": calling.registered("voice"),
    "gsm data": calling.registered("data"),
    "gsm signal": calling.signal,
    "gsm signal-profile": calling.profile,
    "sms send": calling.message,
    "power ac": _ac,
    "power capacity": _capacity,
    "power status": _power_status,
    "power display": _power,
    "network speed": throttling.speed,
    "network delay": throttling.delay,
    "network status": throttling.told,
    "geo fix": _fix,
    "finger touch": _finger,
    "finger remove": lambda _: None,
    "screenrecord screenshot": _shot,
    "virtualscene-image": _image,
}
