"""What phones answer, read: each function takes a command's answer and gives the fact, None where it does not tell.

The shapes are those of AOSP's services and of Appium's two drivers; what makers print besides is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

RINGERS = {"0": "silent", "1": "vibrate", "2": "normal"}
SWITCHES = {"0": False, "1": True}
ASSISTANT = "5"
"""What holding the power key does, of WindowManagerPolicy's numbers: the assistant."""
NULL = "null"
STREAM = r"- STREAM_{name}:(.*?)(?=^- STREAM_|^\S|\Z)"
PLAYING = re.compile(r"state=(?:PlaybackState \{state=)?(?:PLAYING\()?3\b")
RECENT = re.compile(r"Recent #\d+: Task\w*\{.*? A=(?:\d+:)?([\w.]+)")
OWN = (
    "android",
    "com.android.settings",
    "com.android.systemui",
    "io.appium.settings",
    "io.appium.uiautomator2.server",
)
"""What is no app that a person has opened to use it: the system's own, and what the driver brings along."""
LAUNCHER = "launcher"
RADIO: Mapping[str, str] = {
    **dict.fromkeys(("NR", "NR_NSA", "NR_SA"), "5G"),
    **dict.fromkeys(("LTE", "LTE_CA", "IWLAN"), "4G"),
    **dict.fromkeys(("UMTS", "HSPA", "HSPA+", "HSPAP", "HSDPA", "HSUPA", "TD_SCDMA", "EVDO", "EHRPD"), "3G"),
    **dict.fromkeys(("GSM", "GPRS", "EDGE", "CDMA", "1XRTT", "IDEN"), "2G"),
}
"""TelephonyManager's words for mobile networks, by generation."""
LEVELS = (-88, -77, -66, -55)
"""Android's own thresholds of Wi-Fi bars, in decibels of a milliwatt."""
SEVERAL = 2
CHARGES = {"android": (2, 5), "ios": (2, 3)}
"""The drivers' numbers for a battery that charges or is full."""


def ringer(said: str) -> str | None:
    return RINGERS.get(said.strip())


def switch(said: str) -> bool | None:
    return SWITCHES.get(said.strip())


def any_on(*said: str) -> bool | None:
    """Several makers' names of one switch: on where one is, off where one is off and none is on."""
    known = [state for state in map(switch, said) if state is not None]
    return any(known) if known else None


def ui_mode(said: str) -> bool | None:
    """Neither where it follows the time of the day."""
    return {"yes": True, "no": False}.get(said.strip().removeprefix("Night mode: "))


def appearance(answer: Mapping[str, Any]) -> bool | None:
    return {"dark": True, "light": False}.get(str(answer.get("style")))


def font_size(said: str) -> str | None:
    """A phone on which nobody has touched it has no such row."""
    try:
        scale = 1.0 if said.strip() == NULL else float(said)
    except ValueError:
        return None
    return "standard" if scale == 1 else ("larger" if scale > 1 else "smaller")


def language(tags: str) -> str | None:
    """The first of the languages; Chinese with its script, which a region stands for where no script is named."""
    first = re.split(r"[,\s]", tags.strip())[0].replace("_", "-")
    if not first or first == NULL:
        return None
    parts = first.split("-")
    if parts[0] != "zh":
        return first
    traditional = "Hant" in parts or ("Hans" not in parts and bool({"TW", "HK", "MO"} & set(parts)))
    return "zh-Hant" if traditional else "zh-Hans"


def locale(answer: Mapping[str, Any]) -> str | None:
    return language(str(answer.get("currentLocale") or ""))


def assistant_key(said: str) -> bool | None:
    return None if said.strip() == NULL else said.strip() == ASSISTANT


def locks_by_itself(said: str) -> bool | None:
    """A day and more is never."""
    milliseconds = said.strip()
    return int(milliseconds) < 86_400_000 if milliseconds.isdigit() else None


def volume(name: str, dump: str) -> float | None:
    """The share of the loudest at which a stream is; muted is 0."""
    found = re.search(STREAM.format(name=name), dump, re.DOTALL | re.MULTILINE)
    if found is None:
        return None
    stream = found[1]
    now = re.search(r"streamVolume:\s*(\d+)|\(speaker\): (\d+)", stream)
    most = re.search(r"Max: (\d+)", stream)
    if now is None or most is None or most[1] == "0":
        return None
    return 0.0 if "Muted: true" in stream else int(now[1] or now[2]) / int(most[1])


def filmed(dump: str) -> bool | None:
    """Whether something takes the screen in."""
    if re.search(r"TYPE_(SCREEN_CAPTURE|MIRRORING|PRESENTATION)", dump):
        return True
    return False if dump.strip().endswith(NULL) else None


def playing(dump: str) -> bool | None:
    return bool(PLAYING.search(dump)) if "MEDIA SESSION" in dump else None


def opened(exam: Iterable[str], dump: str) -> tuple[str, ...] | None:
    """The packages that the person opened and did not close, but for the exam's own and the system's."""
    if "RECENT" not in dump.upper():
        return None
    found = dict.fromkeys(RECENT.findall(dump))
    return tuple(name for name in found if name not in (*OWN, *exam) and LAUNCHER not in name)


def no_alarm(dump: str) -> tuple[str, ...] | None:
    """None where one is set: the system tells the next one only, and others may follow."""
    found = re.search(r"Next alarm clock information:(.*?)(?=^  \S|\Z)", dump, re.DOTALL | re.MULTILINE)
    return () if found is not None and "time:" not in found[1] else None


def network(wifi: str, connected: Mapping[str, Any], radio: str) -> str | None:
    """wifi, 5G, 4G, 3G, 2G or none. Wi-Fi goes first, as on the phone; without a word for the radio, None."""
    if "COMPLETED" in wifi:
        return "wifi"
    if not connected.get("data") or connected.get("airplaneMode"):
        return "none"
    served = [RADIO[word] for word in radio.strip().upper().split(",") if word in RADIO]
    return max(served, default=None)


def bars(wifi: str, telephony: str) -> int | None:
    """From 0 to 4: of Wi-Fi where that is in use, else of the mobile network."""
    if "COMPLETED" in wifi and (found := re.search(r"RSSI: (-?\d+)", wifi)):
        return sum(int(found[1]) >= least for least in LEVELS)
    line = re.search(r"mSignalStrength=.*", telephony)
    levels = [int(level) for level in re.findall(r"[lL]evel=(\d)", line[0])] if line else []
    return max(levels, default=None)


def percent(answer: Mapping[str, Any]) -> int | None:
    level = answer.get("level")
    return round(100 * level) if isinstance(level, int | float) and level >= 0 else None


def charges(driver: str, answer: Mapping[str, Any]) -> bool | None:
    return answer["state"] in CHARGES[driver] if "state" in answer else None


def free_bytes(dump: str) -> int | None:
    found = re.search(r"Data-Free: (\d+)K", dump)
    return int(found[1]) * 1024 if found else None


def in_flight(answer: Mapping[str, Any]) -> bool | None:
    """True where calls cannot come for airplane mode; None where something else may still keep them away."""
    return True if answer.get("airplaneMode") else None


def no_sim(states: str) -> bool | None:
    """As `in_flight`, for phones in which every tray is empty."""
    words = [word for word in states.strip().split(",") if word]
    return True if words and set(words) <= {"ABSENT", "UNKNOWN"} else None


def no_apples_sim(answer: Mapping[str, Any]) -> bool | None:
    status = str(answer.get("lockdownInfo", {}).get("SIMStatus", ""))
    return True if status.endswith("NotInserted") else None


def forwarded(telephony: str) -> bool | None:
    """As `in_flight`, for phones of which every line forwards its calls."""
    lines = re.findall(r"mCallForwarding=(true|false)", telephony)
    return True if lines and set(lines) == {"true"} else None


def installed(roles: Iterable[str], *there: bool) -> frozenset[str]:
    """The roles whose apps are on the phone."""
    return frozenset(role for role, is_there in zip(roles, there, strict=True) if is_there)


def run(names: Iterable[str], *states: int) -> tuple[str, ...] | None:
    """Those of some apps that run, by the drivers' numbers; None where none does, as others may."""
    found = tuple(name for name, state in zip(names, states, strict=True) if state >= SEVERAL)
    return found or None
