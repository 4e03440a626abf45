"""`dumpsys` of what may disturb an exam: sounds, media, alarms, what films the screen, what was opened last."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from simulators.wire.webdriver.mobile.shell.packages import Sub
from simulators.wire.webdriver.mobile.shell.running import Asked
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.processes import handle, pid, uid

MODES = {"normal": "NORMAL", "vibrate": "VIBRATE", "silent": "SILENT"}
RECORDER = "com.android.systemui"
"""Whose screen recorder the system's own is."""
PLAYING, PAUSED = 3, 2
"""PlaybackState's numbers."""
DAY = timedelta(days=1)


def _stream(name: str, muted: bool, volume: Any) -> list[str]:
    return [
        f"- STREAM_{name}:",
        f"   Muted: {str(muted).lower()}",
        "   Min: 0",
        "   Max: 15",
        f"   streamVolume:{volume}",
        f"   Current: 2 (speaker): {volume}",
    ]


def audio(asked: Asked) -> str:
    settings = asked.phone.settings
    mode = MODES[str(settings["ringer"])]
    return joined([
        "AudioService",
        "Stream volumes (device: index)",
        *_stream("RING", settings["ringer"] != "normal", settings["ring_volume"]),
        *_stream("MUSIC", bool(settings["muted"]), settings["media_volume"]),
        "Ringer mode: ",
        f"- mode (internal) = {mode}",
        f"- mode (external) = {mode}",
    ])  # fmt: skip


def media_session(asked: Asked) -> str:
    """One session for each app that can play and runs."""
    rows: list[str] = []
    for package in sorted(asked.phone.running):
        state = getattr(asked.phone.apps.get(package), "state", {})
        if "playing" in state:
            number = PLAYING if state["playing"] else PAUSED
            rows += [
                f"    {package}/media (userId=0)",
                f"      package={package}",
                f"      active={str(bool(state['playing'])).lower()}",
                f"      state=PlaybackState {{state={number}, position=0, buffered position=0, speed=1.0}}",
            ]
    return joined(
        ["MEDIA SESSION SERVICE (dumpsys media_session)", "  Sessions Stack - have sessions:", *rows]
    )


def media_projection(asked: Asked) -> str:
    settings = asked.phone.settings
    films = settings["screen_recording"] or settings["screen_casting"]
    line = f"({RECORDER}, uid=10069): TYPE_SCREEN_CAPTURE" if films else "null"
    return joined(["MEDIA PROJECTION MANAGER (dumpsys media_projection)", "Media Projection: ", line])


def alarm(asked: Asked) -> str:
    """The next alarm of the alarm clock by the phone's own clock; of others the system does not tell here."""
    now = asked.phone.clock.now()
    due = sorted(_next(now, str(one["at"])) for one in asked.phone.info().get("alarms", ()))
    rows = [
        f"    user:0 pendingSend:false time:{int(at.timestamp() * 1000)} = {at:%Y-%m-%d %H:%M:%S}"
        for at in due[:1]
    ]
    return joined([
        "Current Alarm Manager state:",
        f"  nowRTC={int(now.timestamp() * 1000)}={now:%Y-%m-%d %H:%M:%S}",
        "  Next alarm clock information: ",
        *rows,
    ])  # fmt: skip


def _next(now: datetime, at: str) -> datetime:
    """The next time that the phone's clock shows `at`."""
    hour, minute = (int(part) for part in at.split(":"))
    today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return today if today > now else today + DAY


def recents(asked: Asked) -> str:
    """What the person opened and has not closed."""
    phone = asked.phone
    rows = [
        f"  * Recent #{number}: Task{{{handle(package)} #{pid(package)} type=standard "
        f"A={uid(phone, package)}:{package} U=0 visible={str(package == phone.foreground).lower()}}}"
        for number, package in enumerate(sorted(phone.running & phone.apps.keys()))
    ]
    return joined(["ACTIVITY MANAGER RECENT TASKS (dumpsys activity recents)", *rows])


SERVICES: Mapping[str, Sub] = {
    "alarm": alarm,
    "audio": audio,
    "media_projection": media_projection,
    "media_session": media_session,
}
