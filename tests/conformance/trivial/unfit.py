"""Targets that are none, or lie: one class each, and the preflight finds out every one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from tests.conformance.trivial.asking import Answer, Ask, Forward, Mischief, broken, said

UNLABELLED = re.compile(r"<[^<>]*com\.xiaoyibang[^<>]*>")
OFF = timedelta(minutes=7)


def later(instant: str) -> str:
    return (datetime.fromisoformat(instant) + OFF).isoformat(timespec="milliseconds")


def _without_words(node: re.Match[str]) -> str:
    return re.sub(r' (text|content-desc|name|label|value)="[^"]*"', r' \1=""', node[0])


class Yes(Mischief):
    """Answers OK to everything, at both doors."""

    alone = True

    def looked_over(self, ask: Ask) -> Answer:
        return said({"status": "OK", "value": "OK"})


class YesPhones(Mischief):
    """A true bench, and phones that find whatever they are asked for."""

    FOUND: Mapping[str, Any] = {
        "source": '<hierarchy width="720" height="1600"><node text="OK 09:50:02" bounds="[0,0][720,90]"/></hierarchy>',
        "session": {"sessionId": "yes", "capabilities": {"platformName": "Android"}},
        "element": {"element-6066-11e4-a52e-4f735466cecf": "e"},
        "elements": [{"element-6066-11e4-a52e-4f735466cecf": "e"}],
        "text": "OK 09:50:02",
    }

    def looked_over(self, ask: Ask) -> Answer:
        if ask.bench:
            return self.forward(ask)
        return said({"value": self.FOUND.get(ask.path.rsplit("/", 1)[-1], True)})


class Silent(Mischief):
    """Takes every call and says nothing."""

    alone = True

    def looked_over(self, ask: Ask) -> None:
        return None


class Dribbling(Silent):
    """Begins every answer and ends none."""

    dribbles = True


class SilentPhones(Mischief):
    """A true bench, and phones that never answer."""

    def looked_over(self, ask: Ask) -> Answer | None:
        return self.forward(ask) if ask.bench else None


class Gone(Mischief):
    """Nobody is at the door any more."""

    alone = gone = True


class Unplugged(Mischief):
    """A true bench, and a second phone of which no session can be had."""

    def __init__(self, forward: Forward) -> None:
        super().__init__(forward)
        self._sessions = 0

    def looked_over(self, ask: Ask) -> Answer:
        if ask.bench or ask.path != "/session":
            return self.forward(ask)
        self._sessions += 1
        return (
            self.forward(ask)
            if self._sessions == 1
            else broken("session not created", "no device is connected")
        )


class Dying(Mischief):
    """A true bench, and phones that are pulled out once they have shown a screen."""

    def __init__(self, forward: Forward) -> None:
        super().__init__(forward)
        self._shown = False

    def looked_over(self, ask: Ask) -> Answer:
        if not ask.bench and self._shown:
            return broken("invalid session id", "the device is offline")
        self._shown = self._shown or ask.path.endswith("/source")
        return self.forward(ask)


class Blank(Mischief):
    """The apps draw everything, and write nothing on it; the system around them is as it was."""

    def looked_over(self, ask: Ask) -> Answer:
        answer = self.forward(ask)
        if ask.bench or ask.method == "DELETE":
            return answer
        if ask.path.endswith("/source"):
            return said({"value": UNLABELLED.sub(_without_words, json.loads(answer.content)["value"])})
        if (
            b'"text=' in ask.body
            or b"@text" in ask.body
            or b"text(" in ask.body
            or b"textContains(" in ask.body
        ):
            return self._none(ask)
        return said({"value": ""}) if ask.path.endswith("/text") else answer

    def _none(self, ask: Ask) -> Answer:
        return (
            said({"value": []})
            if ask.path.endswith("/elements")
            else broken("no such element", "no such label")
        )


class LyingClock(Mischief):
    """A bench that tells another time than the phones and the platform have."""

    def looked_over(self, ask: Ask) -> Answer:
        answer = self.forward(ask)
        if not ask.bench or ask.path != "/clock" or answer.status != 200:
            return answer
        return said({"now": later(json.loads(answer.content)["now"])})


class LyingRecord(Mischief):
    """A bench whose records alone are of another time."""

    def looked_over(self, ask: Ask) -> Answer:
        answer = self.forward(ask)
        if not ask.path.startswith("/records"):
            return answer
        content = json.loads(answer.content)
        return said({**content, "records": [{**one, "at": later(one["at"])} for one in content["records"]]})


class Forgetful(Mischief):
    """A platform that records nothing."""

    def looked_over(self, ask: Ask) -> Answer:
        return said({"records": [], "last": 0}) if ask.path.startswith("/records") else self.forward(ask)


class Standing(Mischief):
    """A bench that says that it has moved the clock, and has not."""

    def looked_over(self, ask: Ask) -> Answer:
        if ask.path == "/clock" and ask.method == "POST":
            return said({"now": ask.said["to"]})
        return self.forward(ask)
