"""Honest exam days in both journals, played by a small model of its own: what a platform and its phones would have written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from conformance.load.audit.auditor import Auditor, Outcome
from conformance.load.audit.forms import Record, Seat
from conformance.load.audit.limits import Lawgiver, Limits
from conformance.load.told import Told
from conformance.season import load

SEASON = load("zjcm-2023")
SEAT = Seat("s1", "13800000001", "song", "formal")
SHEETLESS = Seat("s2", "13800000002", "design-general", "formal")
MS, SECOND = timedelta(milliseconds=1), timedelta(seconds=1)
MAIN = "main-1"


@dataclass(frozen=True)
class Choices:
    """What one candidate does, and how the network treats her. `cuts` are seconds of interruptions; `comes` seconds before
    the start; `lost` loses the answers to those operations once, so that they are asked for again."""

    comes: float = 600.0
    early: bool = False
    phones: int = 1
    cuts: tuple[float, ...] = ()
    retakes: tuple[int, ...] = ()
    lost: frozenset[str] = frozenset()
    late_photo: bool = False
    submits: bool = True
    latency: int = 20
    chunk: int = 40


@dataclass
class Day:
    """Both journals of one sitting, written as the day goes on."""

    seat: Seat = SEAT
    latency: timedelta = 20 * MS
    lost: set[str] = field(default_factory=set)
    records: list[Record] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    @property
    def limits(self) -> Limits:
        return Lawgiver(SEASON).limits(self.seat)

    def fact(self, at: datetime, what: str, device: str | None = None, **detail: Any) -> None:
        """The platform writes something down."""
        seat, seq = self.seat, len(self.records) + 1
        self.records.append(Record(seq, at, what, seat.sitting, seat.account, device, detail))

    def ask(
        self, op: str, at: datetime, what: str = "", device: str = MAIN, status: int = 200, **detail: Any
    ) -> None:
        """A phone's request that is stamped `at`, and the fact that comes of it; its answer may be lost once."""
        if what:
            self.fact(at, what, device, **detail)
        if op in self.lost:
            self.lost.discard(op)
            self._tell(op, at, device, 0, None, detail)
            self._again(op, at + SECOND, device, status, detail)
        else:
            self._tell(op, at, device, status, None, detail)

    def _again(self, op: str, at: datetime, device: str, status: int, detail: dict[str, Any]) -> None:
        """What got no answer is asked once more, and may then be too late."""
        until = {"enter": self.limits.at.closes, "answers": self.limits.at.ends}.get(op)
        if until is None or at < until:
            self._tell(op, at, device, status, None, detail, attempt=2)
        else:
            self.refuse(op, at, "too_late", device)

    def refuse(self, op: str, at: datetime, cause: str, device: str = MAIN) -> None:
        """A phone is turned away by a rule."""
        self.fact(at, "refused", device, operation=SNAKE.get(op, op), cause=cause)
        self._tell(op, at, device, 409, cause, {})

    def _tell(
        self,
        op: str,
        at: datetime,
        device: str,
        status: int,
        cause: str | None,
        detail: dict[str, Any],
        attempt: int = 1,
    ) -> None:
        half = self.latency / 2
        answered = iso(at + half) if status else None
        said = iso(at) if status and not op.startswith("upload") else None
        kind = "aux" if device.startswith("aux") else "main"
        self.told.append(
            Told(
                f"k1/{kind}",
                "good",
                self.seat.account,
                device,
                "day",
                op,
                iso(at - half),
                20.0,
                status,
                self.seat.sitting,
                answered=answered,
                cause=cause,
                at=said,
                attempt=attempt,
                detail={key: value for key, value in detail.items() if key != "files"},
            )
        )


SNAKE = {"auxRecord": "aux_record", "auxSubmit": "aux_submit"}


def iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def honest(choices: Choices, seat: Seat = SEAT) -> Day:
    """The day of a candidate who makes these choices, at a platform that keeps every rule."""
    day = Day(seat, choices.latency * MS, set(choices.lost))
    at = day.limits.at
    came = at.starts - choices.comes * SECOND
    day.ask("open", min(came, at.starts) - 120 * SECOND, "opened")
    _pair(day, min(came, at.starts) - 60 * SECOND, choices.phones)
    if choices.early:
        day.refuse("enter", at.waiting_opens - MS, "too_early")
    if came >= at.closes:
        day.fact(at.starts, "forfeited")
        day.refuse("enter", came, "too_late")
        return day
    day.ask("enter", came, "entered")
    day.ask("face", came + MS, "face_passed")
    _sit(day, choices.cuts)
    if any(record.what == "failed" for record in day.records):
        return day
    _close(day, choices)
    return day


def _pair(day: Day, at: datetime, phones: int) -> None:
    for nth in range(1, phones + 1):
        device, binding = f"aux-{nth}", f"b{nth}"
        if nth > day.limits.phones:
            day.refuse("pair", at + nth * MS, "code_full", device)
            continue
        day.ask("pair", at + nth * MS, "paired", device, binding=binding, nth=nth, by="scan")
        day.ask("auxRecord", at + SECOND + nth * MS, "aux_recording", device, binding=binding)


def _sit(day: Day, cuts: tuple[float, ...]) -> None:
    at, limits = day.limits.at, day.limits
    day.ask("heartbeat", at.starts - SECOND)
    day.fact(at.starts, "started")
    now = at.starts
    for number, cut in enumerate(cuts, 1):
        now += 60 * SECOND
        day.ask("heartbeat", now)
        day.fact(now, "interrupted", MAIN, noticed="silence" if cut > 5 else "return")
        if number > limits.interruptions:
            day.fact(now, "failed", cause="too_many_interruptions")
            return
        back = now + cut * SECOND
        if back - now > limits.interruption:
            day.fact(now + limits.interruption, "failed")
            return
        day.ask("return", back, "returned", seconds=cut)
        now = back
    day.ask("heartbeat", now + SECOND)


def _close(day: Day, choices: Choices) -> None:
    limits, at = day.limits, day.limits.at
    if limits.pages:
        day.fact(at.ends, "displayed")
        day.fact(limits.closing_from, "photos_opened")
    else:
        day.ask("answers", at.ends - SECOND, "answer", text="my answer", sha256=sha("my answer"))
    now = limits.closing_from
    for page in (*range(1, limits.pages + 1), *(one for one in choices.retakes if one <= limits.pages)):
        now += SECOND
        picture = sha(f"{page} {len(day.records)}")
        day.ask("photo", now, "photo", page=page, sha256=picture)
    if choices.late_photo and limits.pages:
        day.fact(at.photos_end, "not_submitted")
        day.refuse("photo", at.photos_end, "too_late")
        return
    if not choices.submits:
        day.fact(at.photos_end, "not_submitted")
        return
    films = [{"name": "main.mp4", "bytes": 100, "sha256": sha("film")}]
    day.ask("submit", now + 2 * SECOND, "submitted", files=films)
    _upload(day, now + 3 * SECOND, None, MAIN, choices.chunk)
    day.ask("auxStop", now + 9 * SECOND, "aux_stopped", "aux-1", binding="b1", cause="finished")
    day.ask("auxSubmit", now + 10 * SECOND, "aux_submitted", "aux-1", binding="b1", files=films)
    _upload(day, now + 11 * SECOND, "b1", "aux-1", choices.chunk)


def _upload(day: Day, at: datetime, binding: str | None, device: str, chunk: int) -> None:
    upload = f"u-{device}"
    file: dict[str, Any] = {"upload": upload, "name": "main.mp4", "bytes": 100} | (
        {"binding": binding} if binding else {}
    )
    day.ask("uploadCreate", at, "upload_started", device, **file)
    for number, offset in enumerate(range(chunk, 100 + chunk, chunk), 1):
        offset = min(offset, 100)
        done = "upload_done" if offset == 100 else ""
        if done:
            day.fact(at + number * SECOND, done, device, **file)
        day.ask("uploadBytes", at + number * SECOND, "", device, upload=upload, offset=offset, length=100)
        day.ask("uploadOffset", at + number * SECOND + 100 * MS, "", device, upload=upload, offset=offset)


def audit(day: Day) -> Outcome:
    """What the audit says of a day, long after it."""
    auditor = Auditor(SEASON, [day.seat])
    auditor.recorded(day.records)
    auditor.told(day.told)
    return auditor.finish(day.limits.at.photos_end + timedelta(hours=9))


def rules(day: Day) -> set[str]:
    """The rules that the audit finds broken."""
    return {one.rule for one in audit(day).audit.violations}
