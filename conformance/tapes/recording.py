"""Records what goes through the doors: each request is passed on, its answer passed back, both kept until the scenario is over."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import urllib3

from conformance.listening import Answered, Asked, Listener
from conformance.masking import Mask, picture
from conformance.phone import screentree
from conformance.tapes import essence
from conformance.tapes.forms import Door, Exchange, Tape
from conformance.tapes.naming import Names

PASSED_ON = ("content-type", "accept", "authorization", "user-agent", "x-idempotency-key")
NOT_JSON = "no JSON"
FILE = "a file"
ANYTHING = "*"
BASE64 = re.compile(r"[A-Za-z0-9+/]{200,}={0,2}")
FACES = "a picture that cannot be masked"
ANSWER_S = 600.0


@dataclass(frozen=True, slots=True)
class Heard:
    """An exchange as it was."""

    door: Door
    asked: Asked
    answered: Answered
    step: int


class Recording:
    """The doors of a lab while they are recorded. `through` gives the address that leads through the recorder."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._http = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=5.0, read=ANSWER_S), retries=False, maxsize=8
        )
        self._relays: dict[str, Listener] = {}
        self._heard: list[Heard] = []
        self._lock = threading.Lock()
        self._names = Names()
        self._steps: Callable[[], int] = int
        self._scenario = ""

    def through(self, url: str, door: Door) -> str:
        """An address of our own that leads there."""
        if url not in self._relays:
            self._relays[url] = Listener(lambda asked: self._pass(url, door, asked), lasting=True)
        return self._relays[url].url

    def turn_to(self, scenario: str, steps: Callable[[], int] = int) -> None:
        """From now on everything belongs to this scenario; `steps` tells how many of its steps have been run."""
        with self._lock:
            self._scenario, self._steps, self._heard, self._names = scenario, steps, [], Names()

    def tape(self, mask: Mask) -> Tape:
        """What has gone through since then, masked."""
        with self._lock:
            heard = list(self._heard)
        return Tape(self._scenario, self._target, Scribe(self._names, mask).written(heard))

    def close(self) -> None:
        """Take the relays out of the doors."""
        for relay in self._relays.values():
            relay.close()
        self._http.clear()

    def _pass(self, url: str, door: Door, asked: Asked) -> Answered:
        answered = self._passed(url, asked)
        with self._lock:
            self._heard.append(Heard(door, asked, answered, self._steps()))
        return answered

    def _passed(self, url: str, asked: Asked) -> Answered:
        headers = {name: value for name, value in asked.headers.items() if name in PASSED_ON}
        try:
            said = self._http.request(
                asked.method, url + asked.path, body=asked.body or None, headers=headers
            )
        except urllib3.exceptions.HTTPError as fault:
            return Answered(
                502, json.dumps({"value": {"error": "unknown error", "message": str(fault)}}).encode()
            )
        return Answered(said.status, said.data, said.headers.get("content-type", ""))


class Scribe:
    """Writes a scenario's exchanges down."""

    def __init__(self, names: Names, mask: Mask) -> None:
        self._names, self._mask = names, mask
        self._sources: dict[str, str] = {}
        """By session, the page source that was given last: a picture is masked by what stood on the screen."""

    def written(self, heard: list[Heard]) -> tuple[Exchange, ...]:
        return tuple(self._exchange(one) for one in heard)

    def _exchange(self, one: Heard) -> Exchange:
        body, answer = essence.read(one.asked.body), essence.read(one.answered.content)
        session, path = self._names.path(one.asked.path) if one.door == "phone" else ("", one.asked.path)
        opened = self._opened(one, answer)
        left_out, answer = self._fit_to_leave(session, path, one.answered.content, answer)
        answer = self._mask.data(self._names.data(answer))
        if opened:
            answer["value"]["sessionId"] = opened
        raw = one.answered.content if answer is None and not left_out else b""
        return Exchange(
            door=one.door,
            method=one.asked.method,
            path=self._mask.text(path),
            status=one.answered.status,
            session=session or opened,
            step=one.step,
            body=self._body(essence.of(one.asked.method, path, body)),
            answer=answer,
            raw=base64.b64encode(raw).decode(),
            kind=one.answered.kind if raw else "",
            left_out=left_out,
        )

    def _body(self, body: Any) -> Any:
        named = self._names.data(body)
        return named if self._mask.off else self._mask.data(_without_files(named))

    def _opened(self, one: Heard, answer: Any) -> str:
        """The name of the session that this exchange has opened."""
        if one.door != "phone" or one.asked.path != "/session" or one.answered.status != 200:
            return ""
        return self._names.opened(str(answer["value"]["sessionId"]))

    def _fit_to_leave(self, session: str, path: str, content: bytes, answer: Any) -> tuple[str, Any]:
        """Why the answer is left out, and what is told of it."""
        if content and answer is None:
            return ("" if self._mask.off else NOT_JSON), None
        value = answer.get("value") if isinstance(answer, dict) else None
        if session and path == "/source" and isinstance(value, str):
            self._sources[session] = value
        if not isinstance(value, str) or self._mask.off:
            return "", answer
        if session and path.endswith("/screenshot"):
            png = self._masked(session, path, value)
            return ("", {"value": png}) if png else (FACES, None)
        return (FILE, None) if BASE64.fullmatch(value) else ("", answer)

    def _masked(self, session: str, path: str, value: str) -> str:
        """The whole screen's picture by what stood there; of an element's nobody knows what is on it."""
        source, png = self._sources.get(session, ""), base64.b64decode(value)
        if path != "/screenshot" or not source:
            masked = picture.coarse(png)
        else:
            tree = screentree.parse(source, "ios" if screentree.WRAPPER in source else "android")
            masked = picture.masked(png, tree, self._mask)
        return base64.b64encode(masked).decode() if masked else ""


def _without_files(body: Any) -> Any:
    """The body with anything in the place of each file in it: what is on a picture, no mask knows."""
    if isinstance(body, dict):
        return {key: _without_files(one) for key, one in body.items()}
    if isinstance(body, list):
        return [_without_files(one) for one in body]
    return ANYTHING if isinstance(body, str) and BASE64.fullmatch(body) else body
