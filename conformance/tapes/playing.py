"""Plays tapes back: each request of a client is answered as it was answered when the tape was recorded."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Callable, Mapping
from typing import Any

from conformance.listening import Answered, Asked, Listener
from conformance.masking import Mask
from conformance.tapes import essence
from conformance.tapes.forms import Door, Exchange, Tape
from conformance.tapes.naming import within

MASKED = re.compile(r"((?<!\*)\*{6}(?!\*)[0-9]*|\*+)")
"""What stands for a part of a text; for a secret a number may follow, by which it is told apart."""


class Playing:
    """The doors of a lab in which nothing runs. `turn_to` chooses the tape; each of its exchanges is told once, in its order."""

    def __init__(self, tapes: Mapping[str, Tape]) -> None:
        self._tapes = tapes
        self._relays: dict[Door, Listener] = {}
        self._lock = threading.Lock()
        self._left: list[Exchange] = []
        self._scenario = ""

    def through(self, _: str, door: Door) -> str:
        """The address at which the tape answers."""
        if door not in self._relays:
            self._relays[door] = Listener(lambda asked: self._answer(door, asked), lasting=True)
        return self._relays[door].url

    def turn_to(self, scenario: str, _steps: Callable[[], int] = int) -> None:
        """From now on this scenario's tape answers, from its beginning; what is not on it is not known."""
        with self._lock:
            tape = self._tapes.get(scenario)
            self._scenario, self._left = scenario, list(tape.exchanges) if tape else []

    def tape(self, _mask: Mask) -> Tape | None:
        """A replay is not recorded again."""

    def close(self) -> None:
        for relay in self._relays.values():
            relay.close()

    def _answer(self, door: Door, asked: Asked) -> Answered:
        session, path = within(asked.path) if door == "phone" else ("", asked.path)
        with self._lock:
            found = self._next(door, session, path, asked)
        return _said(found, door) if found else self._unknown(door, f"{asked.method} {asked.path}")

    def _next(self, door: Door, session: str, path: str, asked: Asked) -> Exchange | None:
        """The next exchange of this kind; what stands before it was not asked this time, and may be asked later."""
        body = essence.of(asked.method, path, essence.read(asked.body))
        for number, one in enumerate(self._left):
            same = (one.door, one.method, one.session if session else "") == (door, asked.method, session)
            if same and fits(one.path, path) and fits(one.body, body):
                return self._left.pop(number)
        return None

    def _unknown(self, door: Door, what: str) -> Answered:
        said = f"{what} is not on the tape of {self._scenario}"
        return _refused(door, 404, "unknown command", said)


def fits(taped: Any, given: Any) -> bool:
    """Whether a request is the taped one: the same JSON, and anything in the place of what was masked."""
    if isinstance(taped, str) and isinstance(given, str):
        return taped == given or ("*" in taped and bool(_pattern(taped).fullmatch(given)))
    if isinstance(taped, list) and isinstance(given, list):
        return len(taped) == len(given) and all(map(fits, taped, given))
    if isinstance(taped, Mapping) and isinstance(given, Mapping):
        return len(taped) == len(given) and all(_pair(key, one, given) for key, one in taped.items())
    return bool(taped == given)


def _pair(key: str, taped: Any, given: Mapping[str, Any]) -> bool:
    return (
        fits(taped, given[key])
        if key in given
        else any(fits(key, name) and fits(taped, one) for name, one in given.items())
    )


def _pattern(taped: str) -> re.Pattern[str]:
    parts = MASKED.split(taped)
    return re.compile(
        "".join(".*" if number % 2 else re.escape(part) for number, part in enumerate(parts)), re.DOTALL
    )


def _said(one: Exchange, door: Door) -> Answered:
    if one.left_out:
        said = f"the answer was left out of the tape: {one.left_out}"
        return _refused(door, 500, "unknown error", said)
    if one.raw:
        return Answered(one.status, base64.b64decode(one.raw), one.kind)
    content = (
        b"" if one.answer is None and door == "bench" else json.dumps(one.answer, ensure_ascii=False).encode()
    )
    return Answered(one.status, content)


def _refused(door: Door, status: int, word: str, said: str) -> Answered:
    """As either door says that something cannot be had: a driver with its word for it, a bench as a control that it lacks."""
    if door == "phone":
        error = {"value": {"error": word, "message": said, "stacktrace": ""}}
        return Answered(status, json.dumps(error).encode())
    return Answered(501, json.dumps({"error": {"message": said, "control": "tape"}}).encode())
