"""Users' own records as phones would have written them, and the head of a run that they belong to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from conformance import season
from conformance.instants import Instants
from conformance.load.result.form import Load, Machine, Platform
from reports.form import Kit, Season, Text

OPENS = datetime.fromisoformat("2023-01-12T09:45:00+08:00")
STARTS = OPENS + timedelta(minutes=15)
FACTOR = 60
"""Exam seconds in a second of the wall."""


def line(
    user: str,
    step: str,
    op: str,
    at: datetime,
    ms: float = 10.0,
    status: int = 200,
    late_ms: float | None = None,
    **detail: Any,
) -> dict[str, Any]:
    """A request at an exam instant that took `ms` of the wall, of them `late_ms` until it was sent; None: it had no intended instant."""

    def exam(wall_ms: float) -> str:
        return (at + timedelta(milliseconds=wall_ms * FACTOR)).isoformat(timespec="milliseconds")

    return {
        "user": user,
        "cohort": "good",
        "account": user.partition("/")[0],
        "device": f"device of {user}",
        "sitting": f"s{user.partition('/')[0]}",
        "step": step,
        "op": op,
        "intended": None if late_ms is None else exam(0),
        "sent": exam(late_ms or 0),
        "answered": exam(ms) if status else None,
        "ms": ms,
        "status": status,
        "cause": None,
        "at": None,
        "attempt": 1,
        "skew": late_ms,
        "detail": detail,
    }


def a_day(candidates: int = 40) -> list[dict[str, Any]]:
    """Everybody comes within twenty seconds, is let in, beats, and uploads a film of a million bytes in two pieces."""
    lines: list[dict[str, Any]] = []
    for number in range(candidates):
        user = f"k{number:06d}/main"
        came = OPENS + timedelta(seconds=number % 20)
        lines.append(line(user, "rush", "enter", came, ms=20 + number, late_ms=number % 5))
        lines += [
            line(user, "exam", "heartbeat", STARTS + timedelta(minutes=minute, seconds=number % 60))
            for minute in range(0, 60, 10)
        ]
        ended = STARTS + timedelta(minutes=70, seconds=number)
        name = f"u{number}"
        lines += [
            line(user, "uploads", "uploadCreate", ended, status=201, length=1_000_000, upload=name),
            line(
                user,
                "uploads",
                "uploadBytes",
                ended + timedelta(minutes=5),
                status=204,
                offset=400_000,
                upload=name,
            ),
            line(
                user,
                "uploads",
                "uploadBytes",
                ended + timedelta(minutes=9),
                status=204,
                offset=1_000_000,
                upload=name,
            ),
        ]
    return lines


def written(folder: Path, lines: Iterable[Mapping[str, Any]], files: int = 1) -> list[Path]:
    """The lines by turns in so many files."""
    paths = [folder / f"users-{number}.jsonl" for number in range(files)]
    texts = [json.dumps(one, ensure_ascii=False) + "\n" for one in lines]
    for number, path in enumerate(paths):
        path.write_text("".join(texts[number::files]), encoding="utf-8")
    return paths


INSTANTS = Instants(season.load("zjcm-2023")).of("song", "formal")


def head() -> Load:
    """What a run knows by itself."""
    return Load(
        kit=Kit(version="0.1.0", digest="ab" * 32),
        season=Season(id="zjcm-2023", edition="2023.1", title=Text("A season", "某年度")),
        plan={"name": "day", "day": {"subject": "song", "session": "formal", "factor": FACTOR}},
        platform=Platform(
            url="http://127.0.0.1:8000", own=True, store="sqlite", processes=1, heartbeat_seconds=60
        ),
        seed=1,
        candidates=40,
        phones=80,
        started="2026-11-27T08:00:00+08:00",
        finished="2026-11-27T08:03:00+08:00",
        verdict="incomplete",
        exit_code=2,
        machine=Machine(system="Linux", python="3.11.7", processors=2, memory_bytes=8 << 30, busy=0.5),
    )
