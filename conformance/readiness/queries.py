"""How each fact is asked of a phone: for each system, commands of its driver with what reads them, or that it is always so.

Where none of these tells, an operator is asked (`questions`). HarmonyOS up to 4 answers Android's driver, under names of
its own. XCUITest tells little of a real iPhone's settings; what only the Simulator answers is not asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from conformance.readiness import reading
from reports.form import Text

Value = bool | int | float | str | tuple[str, ...] | frozenset[str]
Apps = Mapping[str, str]
"""What the phone calls the exam's apps, by role."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A `mobile:` command with its arguments."""

    command: str
    arguments: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What asks, as a person would write it."""
        return "adb shell" if self.command == "shell" else f"mobile: {self.command}"

    @property
    def what(self) -> str:
        """What is asked for."""
        return ", ".join(str(value) for value in self.arguments.values())


@dataclass(frozen=True, slots=True)
class Query:
    """`read` is given one answer for each ask, and gives None where they do not tell."""

    asks: tuple[Ask, ...]
    read: Callable[..., Value | None]


@dataclass(frozen=True, slots=True)
class Always:
    """What is so on each phone of the system."""

    value: Value
    why: Text


Source = Query | Always
Table = Mapping[str, tuple[Source, ...]]
"""For each fact, what is asked one after the other until something tells."""


def shell(read: Callable[..., Value | None], *lines: str) -> Query:
    return Query(tuple(Ask("shell", {"command": line}) for line in lines), read)


def mobile(read: Callable[..., Value | None], command: str, **arguments: Any) -> Query:
    return Query((Ask(command, arguments),), read)


WIFI, TELEPHONY = "dumpsys wifi | grep mWifiInfo", "dumpsys telephony.registry"
CONNECTIVITY = Ask("getConnectivity", {})
RADIO = Ask("shell", {"command": "getprop gsm.network.type"})
NAMED: Mapping[str, str] = {
    "微信": "com.tencent.xin",
    "QQ": "com.tencent.mqq",
    "网易云音乐": "com.netease.cloudmusic",
    "QQ音乐": "com.tencent.QQMusic",
    "哔哩哔哩": "tv.danmaku.bilianime",
    "腾讯课堂": "com.tencent.edu",
    "腾讯会议": "com.tencent.meeting",
    "钉钉": "com.laiwang.DingTalk",
    "录屏大师": "com.duapps.recorder",
}
"""Apps of the kinds that the notice names (R215), by what an iPhone calls them: it tells of those that it is asked for."""


def android(apps: Apps) -> Table:
    """What UiAutomator2 is asked."""
    return {
        **_of_both(apps, "android", "appId"),
        "ringer": (shell(reading.ringer, "settings get global mode_ringer"),),
        "do_not_disturb": (shell(reading.switch, "settings get global zen_mode"),),
        "dark_mode": (shell(reading.ui_mode, "cmd uimode night"),),
        "night_display": (
            shell(
                reading.any_on,
                "settings get secure night_display_activated",
                "settings get system eyes_protection_mode",
                "settings get system screen_paper_mode_enabled",
            ),
        ),
        "font_size": (shell(reading.font_size, "settings get system font_scale"),),
        "language": (
            shell(reading.language, "settings get system system_locales"),
            shell(reading.language, "getprop persist.sys.locale"),
        ),
        "assistant_key": (shell(reading.assistant_key, "settings get global power_button_long_press"),),
        "locks_by_itself": (shell(reading.locks_by_itself, "settings get system screen_off_timeout"),),
        "media_volume": (shell(partial(reading.volume, "MUSIC"), "dumpsys audio"),),
        "ring_volume": (shell(partial(reading.volume, "RING"), "dumpsys audio"),),
        "filmed": (shell(reading.filmed, "dumpsys media_projection"),),
        "playing": (shell(reading.playing, "dumpsys media_session"),),
        "opened": (shell(partial(reading.opened, tuple(apps.values())), "dumpsys activity recents"),),
        "alarms": (shell(reading.no_alarm, "dumpsys alarm"),),
        "no_calls": (
            Query((CONNECTIVITY,), reading.in_flight),
            shell(reading.no_sim, "getprop gsm.sim.state"),
            shell(reading.forwarded, TELEPHONY),
        ),
        "network": (
            Query((Ask("shell", {"command": WIFI}), CONNECTIVITY, RADIO), reading.network),
        ),
        "bars": (shell(reading.bars, WIFI, TELEPHONY),),
        "free_bytes": (shell(reading.free_bytes, "dumpsys diskstats"),),
    }  # fmt: skip


def ios(apps: Apps) -> Table:
    """What XCUITest is asked of a real iPhone."""
    states = tuple(Ask("queryAppState", {"bundleId": bundle}) for bundle in NAMED.values())
    return {
        **_of_both(apps, "ios", "bundleId"),
        "dark_mode": (mobile(reading.appearance, "getAppearance"),),
        "language": (mobile(reading.locale, "deviceInfo"),),
        "opened": (Query(states, partial(reading.run, tuple(NAMED))),),
        "no_calls": (mobile(reading.no_apples_sim, "deviceInfo"),),
        "own_font": (
            Always(True, Text("an iPhone's system font cannot be exchanged", "苹果手机的系统字体不能更换")),
        ),
    }


def _of_both(apps: Apps, driver: str, named: str) -> Table:
    """What both drivers answer alike."""
    there = tuple(Ask("isAppInstalled", {named: name}) for name in apps.values())
    return {
        "roles": (Query(there, partial(reading.installed, tuple(apps))),),
        "percent": (mobile(reading.percent, "batteryInfo"),),
        "charges": (mobile(partial(reading.charges, driver), "batteryInfo"),),
    }


TABLES: Mapping[str, Callable[[Apps], Table]] = {"android": android, "ios": ios}
"""By the driver that speaks to the phone."""
