"""The bar at the top: the phone's own clock, its network, its battery, and what the person should not forget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from simulators.phone.element import Element
from simulators.phone.settings import Value
from simulators.phone.shell.voice import SPACE, Voice, group, image, named, text
from simulators.phone.system import Text

KINDS: Mapping[str, str] = {"wifi": "wifi", "mobile": "cellular"}
"""The icon of each kind of network."""
WIFI = "wifi"
SIGNS: Mapping[str, tuple[str, Text]] = {
    "screen_recording": ("dot", Text("正在录屏", "Screen recording")),
    "screen_casting": ("dot", Text("正在投屏", "Screen casting")),
    "do_not_disturb": ("moon", Text("勿扰", "Do not disturb")),
}
"""Settings that show themselves as long as they are on."""
RINGERS = {"silent": Text("静音", "Silent"), "vibrate": Text("振动", "Vibrate")}
ALARM = Text("已设闹钟", "Alarm set")
AIRPLANE = Text("飞行模式", "Airplane mode")
BATTERY = Text("电量", "Battery")
CHARGING = Text("，正在充电", ", charging")
SIGNAL = Text("，信号{bars}格", ", {bars} bars")


@dataclass(frozen=True, slots=True)
class Signs:
    """What the bar shows beside the time."""

    network: str
    """wifi, mobile or none."""
    generation: str
    bars: int
    percent: int
    charging: bool
    alarm: bool
    settings: Mapping[str, Value]


def status_bar(voice: Voice, now: datetime, signs: Signs, *, clear: bool) -> Element:
    """`clear` over a wallpaper, where its letters are light."""
    shade, tone = ("_clear", "light") if clear else ("", "dark")
    tone = "light" if signs.settings["dark_mode"] else tone
    package = voice.packages.bar
    clock = text(named(package, "clock"), now.strftime("%H:%M"), "status_text" + shade)
    percent = text(named(package, "battery_text"), f"{signs.percent}%", "status_text" + shade)
    state = f"{tone} {signs.percent} {'charging' if signs.charging else 'alone'}"
    battery = image(
        f"battery:{state}",
        "status_battery",
        _charge(voice, signs),
        named(package, "battery"),
    )
    style = ("status_tall" if voice.tall else "status") + shade
    icons = (*_icons(voice, signs, tone), *_network(voice, signs, tone, "status_text" + shade))
    return group(named(package, "status_bar"), clock, SPACE, *icons, battery, percent, style=style)


def _icons(voice: Voice, signs: Signs, tone: str) -> list[Element]:
    shown = [sign for name, sign in SIGNS.items() if signs.settings[name]]
    if (ringer := str(signs.settings["ringer"])) in RINGERS:
        shown.append(("mute", RINGERS[ringer]))
    if signs.alarm:
        shown.append(("alarm", ALARM))
    return [
        image(f"{icon}:{tone}", "status_icon", voice.say(words), named(voice.packages.bar, f"sign_{number}"))
        for number, (icon, words) in enumerate(shown)
    ]


def _charge(voice: Voice, signs: Signs) -> str:
    """What the picture of the battery says."""
    charging = voice.say(CHARGING) if signs.charging else ""
    return f"{voice.say(BATTERY)} {signs.percent}%{charging}"


def _network(voice: Voice, signs: Signs, tone: str, style: str) -> list[Element]:
    """In airplane mode Wi-Fi may be on beside it."""
    package = voice.packages.bar
    if signs.settings["airplane_mode"]:
        plane = image(f"airplane:{tone}", "status_icon", voice.say(AIRPLANE), named(package, "airplane"))
        return [plane, *(_bearer(voice, signs, tone, style) if signs.network == WIFI else ())]
    if signs.network not in KINDS:
        words = voice.say(voice.words.no_network)
        return [image(f"cut_off:{tone}", "status_icon", words, named(package, "network"))]
    return _bearer(voice, signs, tone, style)


def _bearer(voice: Voice, signs: Signs, tone: str, style: str) -> list[Element]:
    package, mobile = voice.packages.bar, signs.network != WIFI
    name = signs.generation if mobile else "Wi-Fi"
    words = name + voice.say(SIGNAL).format(bars=signs.bars)
    label = [text(named(package, "network_text"), name, style)] if mobile else []
    return [image(f"{KINDS[signs.network]}:{tone}", "status_icon", words, named(package, "network")), *label]
