"""What an Android emulator does beyond a phone's driver, by its console: calls, messages, battery, network, and what its camera sees.

The commands are those of developer.android.com/studio/run/emulator-console; Appium hands them on where it is started with
`--allow-insecure=uiautomator2:emulator_console`. Pictures are handed over as files, so that emulators and kit share a machine.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Mapping
from pathlib import Path

from conformance.lab.byhand import driven
from conformance.lab.byhand.driven import DRIVEN, Body, Commands, Read
from conformance.target import Driver

SERIAL = "emulator-"
CONSOLE = "execEmuConsoleCommand"
CAMERA = "phones/camera"
HANG_UP = "input keyevent 6"
WALL = "virtualscene-image wall"
"""The poster on the wall of the virtual scene, which the camera faces when the emulator starts."""
SHOT = "screenrecord screenshot"


def reads(driver: Driver, udid: str) -> Mapping[str, Read]:
    """What can be done at a phone without a hand, by control."""
    emulated = driver == "android" and udid.startswith(SERIAL)
    return {**DRIVEN[driver], **(EMULATED if emulated else {})}


def console(*lines: str) -> Commands:
    return tuple((CONSOLE, {"command": line}) for line in lines)


def before(control: str, body: Body) -> tuple[str, Commands] | None:
    """What another phone has to do first, and which: its screen is to be seen by this one's camera."""
    shown = _seen(body).get("screen") if control == CAMERA else None
    if shown is None or not str(shown).startswith(SERIAL):
        return None
    return str(shown), console(f"{SHOT} {_file(str(shown))}")


def _seen(body: Body) -> Mapping[str, object]:
    at = body.get("pointed_at")
    return at if isinstance(at, Mapping) else {}


def _file(name: str) -> Path:
    return Path(tempfile.gettempdir()) / f"examgate-{name}.png"


def call(body: Body) -> Commands | None:
    """Who called hangs up as the phone itself would: the console wants a number for that, which nobody tells here."""
    if body.get("hang_up"):
        return (("shell", {"command": HANG_UP}),)
    return console(f"gsm call {body['number']}") if "number" in body else None


def battery(body: Body) -> Commands | None:
    plugged = (f"power ac {'on' if body['plugged'] else 'off'}",) if "plugged" in body else ()
    percent = (f"power capacity {body['percent']:.0f}",) if "percent" in body else ()
    return console(*plugged, *percent) or None


def network(body: Body) -> Commands | None:
    """On, off and which as on any phone; how fast, how late and how strong by the console; losses nobody can set."""
    switches = {key: value for key, value in body.items() if key in ("up", "kind")}
    if set(body) - set(switches) - {"bytes_per_second", "latency_ms", "jitter_ms", "bars"}:
        return None
    first = driven.network(switches) if switches else ()
    speed = (f"network speed {body['bytes_per_second'] * 8 // 1000}",) if "bytes_per_second" in body else ()
    late, wavers = body.get("latency_ms", 0), body.get("jitter_ms", 0)
    delay = (f"network delay {max(0, late - wavers)}:{late + wavers}",) if late or wavers else ()
    bars = (f"gsm signal-profile {body['bars']}",) if "bars" in body else ()
    return (*(first or ()), *console(*speed, *delay, *bars)) or None


def message(body: Body) -> Commands | None:
    return console(f"sms send {body['sender']} {body['text']}")


def camera(body: Body) -> Commands | None:
    """Another emulator's screen, a picture, or nothing on the wall; how well it is lit and held nobody can set."""
    if set(body) != {"pointed_at"}:
        return None
    seen = _seen(body)
    if "screen" in seen:
        return console(f"{WALL} {_file(str(seen['screen']))}")
    if "picture" in seen:
        file = _file("picture")
        file.write_bytes(base64.b64decode(str(seen["picture"])))
        return console(f"{WALL} {file}")
    return console(WALL) if body["pointed_at"] in ("desk", "room") else None


EMULATED: Mapping[str, Read] = {
    "phones/battery": battery,
    "phones/call": call,
    "phones/messages": message,
    "phones/network": network,
    CAMERA: camera,
}
