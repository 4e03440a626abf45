"""Appium's own app on the phone, which tells what a shell cannot ask for: by broadcasts, while it runs."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping

from simulators.wire.android.device import Device
from simulators.wire.webdriver.mobile import notes, radio
from simulators.wire.webdriver.mobile.shell import activities, inputs, preferences
from simulators.wire.webdriver.mobile.shell.activities import Intent
from simulators.wire.webdriver.mobile.shell.running import Asked, Result

HELPER = "io.appium.settings"
UNICODE = f"{HELPER}/.UnicodeIME"
SHIFTED = re.compile(r"&([^-]*)-")
"""What stands between these signs is in another alphabet (RFC 3501, modified UTF-7)."""


def started(device: Device, package: str) -> None:
    """It runs from now on, until it is stopped."""
    jobs = device.cable.jobs
    if not jobs.runs(package):
        number = jobs.begin(package, lambda _: jobs.over(number), "u0_a241")


def broadcast(asked: Asked) -> Result | str:
    """The app answers what is sent to it; nobody else on these phones listens."""
    intent = activities.intent(asked.words)
    answer = ANSWERS.get(intent.values.get("-a", ""))
    if answer is None or not asked.shell.cable.jobs.runs(HELPER):
        return activities.broadcast(asked)
    return f'Broadcasting: {intent}\nBroadcast completed: result=-1, data="{answer(asked, intent)}"\n'


def located(asked: Asked, intent: Intent) -> None:
    """Its service tells the phone where it is."""
    extras = intent.extras
    asked.phone.position = (
        float(extras["latitude"]),
        float(extras["longitude"]),
        float(extras.get("altitude", "0")),
    )


def typed(asked: Asked) -> Result | str:
    """`input text` through the app's keyboard, which knows every letter."""
    if asked.words[:1] == ["text"] and preferences.ime(asked.session) == UNICODE:
        return inputs.run_input(asked.but(["text", SHIFTED.sub(_letters, " ".join(asked.words[1:]))]))
    return inputs.run_input(asked)


def _letters(match: re.Match[str]) -> str:
    if not match[1]:
        return "&"
    packed = match[1].replace(",", "/")
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be")
    except (binascii.Error, UnicodeDecodeError):
        return match[0]


def _clipboard(asked: Asked, _: Intent) -> str:
    return base64.b64encode(asked.phone.clipboard.content).decode()


def _notifications(asked: Asked, _: Intent) -> str:
    return json.dumps(notes.get_notifications(asked.session, {}))


def _messages(asked: Asked, intent: Intent) -> str:
    told = radio.list_sms(asked.session, {})
    most = int(intent.extras.get("max", "100"))
    return json.dumps({"items": told["items"][:most], "total": min(told["total"], most)})


def _position(asked: Asked, _: Intent) -> str:
    return " ".join(f"{number:g}" for number in asked.phone.position or (0.0, 0.0, 0.0))


def _done(_: Asked, __: Intent) -> str:
    return ""


ANSWERS: Mapping[str, Callable[[Asked, Intent], str]] = {
    f"{HELPER}.clipboard.get": _clipboard,
    f"{HELPER}.notifications": _notifications,
    f"{HELPER}.sms.read": _messages,
    f"{HELPER}.location": _position,
    f"{HELPER}.scan_media": _done,
    f"{HELPER}.animation": _done,
}
