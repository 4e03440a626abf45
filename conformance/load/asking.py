"""One phone's requests: each attempt is sent, timed and told, and what got no answer is tried again as the plan says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from conformance.load.dice import Dice
from conformance.load.plan import Retry
from conformance.load.told import Told
from conformance.load.watch import Watch

AGAIN = frozenset({0, 429, 502, 503, 507})
"""Answers that say nothing about the exam: none, too many, a gateway, an outage, a full disk."""


class Refused(msgspec.Struct):
    cause: str = ""
    at: str | None = None


class View(msgspec.Struct):
    """What phones read of a sitting or a binding."""

    state: str = ""
    server_time: str | None = None
    code: dict[str, str] | None = None
    submitted_at: str | None = None


class Payload(View):
    """What phones read of any answer; the rest of it is let pass."""

    refused: Refused | None = None
    view: View | None = None
    token: str = ""
    binding: str = ""
    passed: bool | None = None
    exams: list[dict[str, Any]] = []
    files: list[dict[str, Any]] = []
    pending: list[dict[str, Any]] = []


@dataclass(frozen=True, slots=True)
class Request:
    """What a phone asks; `alone` where an attempt that got no answer must not be repeated as it is. `cut`: bytes of the body
    after which the connection breaks off, as a phone's does that loses its network."""

    op: str
    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    detail: Mapping[str, Any] = field(default_factory=dict)
    alone: bool = False
    cut: int | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """What came back: status 0 and a word for why, where nothing did."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


Send = Callable[[Request, str], Raw]
"""Carries a request under the name of its step and operation; never raises."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The last answer to a request."""

    status: int
    payload: Payload
    headers: Mapping[str, str]
    cause: str | None

    @property
    def accepted(self) -> bool:
        return 200 <= self.status < 300

    @property
    def state(self) -> str:
        """The state of the sitting or binding, as the answer shows it."""
        return self.payload.view.state if self.payload.view else self.payload.state

    @property
    def at(self) -> str | None:
        """The platform's stamp, as the answer tells it; of a submission, when it was accepted first."""
        said = self.payload
        if said.refused:
            return said.refused.at
        if said.view:
            return said.submitted_at or said.view.server_time
        return said.server_time


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when of the wall one attempt lasted, and when in exam time it was meant to begin.

    `due`: when it could have been sent, in time or not; None where nobody asks.
    """

    sent: float
    answered: float
    intended: datetime | None
    attempt: int
    due: datetime | None


Tell = Callable[[Callable[[], Told]], None]
"""Takes what makes a record, and makes it when it is to be written down."""


@dataclass(slots=True)
class Line:
    """One phone's connection. `who`: what its records say of it; `sitting` once it is known."""

    send: Send
    told: Tell
    watch: Watch
    retry: Retry
    dice: Dice
    who: Mapping[str, str]
    sitting: str | None = None

    def ask(
        self, request: Request, step: str, intended: datetime | None = None, free: datetime | None = None
    ) -> Reply:
        """The answer, after as many attempts as it takes and the plan allows.

        `free`: since when the phone had nothing else to do; what was sent later than both it and `intended` is skew.
        """
        attempt = 1
        due = None if intended is None else max(intended, free or intended)
        while True:
            sent = self.watch.wall()
            raw = self.send(request, f"{step}/{request.op}")
            reply = read(raw)
            span = Span(sent, self.watch.wall(), intended, attempt, due if attempt == 1 else None)
            self.told(partial(self._record, request, step, self.sitting, reply, span))
            if reply.status not in AGAIN or request.alone or attempt >= self.retry.attempts:
                return reply
            self.pause(attempt, raw.headers.get("retry-after", ""))
            attempt += 1

    def pause(self, attempt: int, asked: str = "") -> None:
        """Wait before another attempt: longer each time, at random where the plan has jitter, and not less than `asked`."""
        longest = min(self.retry.base_ms * 2 ** (attempt - 1), self.retry.cap_ms) / 1000
        seconds = longest * (self.dice.share() if self.retry.jitter else 1.0)
        seconds += float(asked) if asked.isdigit() else 0.0
        self.watch.rest(seconds)

    def _record(self, request: Request, step: str, sitting: str | None, reply: Reply, span: Span) -> Told:
        """Made when it is written down: what exam time it was then is known best afterwards."""
        watch, intended = self.watch, span.intended
        begun = span.sent if intended is None else watch.wall_then(intended)
        return Told(
            **self.who,
            step=step,
            op=request.op,
            sitting=sitting,
            intended=iso(intended) if intended else None,
            sent=iso(watch.then(span.sent)),
            answered=iso(watch.then(span.answered)) if reply.status else None,
            ms=round((span.answered - begun) * 1000, 3),
            status=reply.status,
            cause=reply.cause,
            at=reply.at,
            attempt=span.attempt,
            skew=None
            if span.due is None
            else round(max(span.sent - watch.wall_then(span.due), 0.0) * 1000, 3),
            detail={**request.detail, **seen(reply)},
        )


def iso(instant: datetime) -> str:
    return instant.isoformat(timespec="milliseconds")


_DECODE = msgspec.json.Decoder(Payload).decode


def read(raw: Raw) -> Reply:
    """What an answer says; one that is no JSON says nothing but its status."""
    try:
        payload = _DECODE(raw.body) if raw.body else Payload()
    except (msgspec.DecodeError, UnicodeDecodeError):
        payload = Payload()
    cause = (
        payload.refused.cause
        if payload.refused
        else raw.fault or (str(raw.status) if raw.status >= 400 else None)
    )
    return Reply(raw.status, payload, raw.headers, cause)


def seen(reply: Reply) -> dict[str, Any]:
    """What an audit may want to know of an answer."""
    offset = reply.headers.get("upload-offset")
    found = {
        "state": reply.state or None,
        "binding": reply.payload.binding or None,
        "passed": reply.payload.passed,
        "offset": int(offset) if offset else None,
        "upload": reply.headers.get("location", "").rsplit("/", 1)[-1] or None,
        "retry_after": reply.headers.get("retry-after") if reply.status in AGAIN else None,
    }
    return {key: value for key, value in found.items() if value is not None}
