"""Room on the phones, and what became of their recordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Finding, join, quoted

MINUTE = timedelta(minutes=1)
Segments = Mapping[str, Sequence[Sequence[str | None]]]


def says(label: str, texts: Sequence[str]) -> Finding:
    """The phone shows these words somewhere."""
    return Finding(
        any(label in text for text in texts),
        Text(f"“{label}” on the phone", f"手机显示“{label}”"),
        join(SHOWS, quoted(texts)),
    )


def nothing_lost(before: Mapping[str, timedelta], now: Mapping[str, timedelta]) -> Finding:
    """Every recording that there was is still there, and none has become shorter."""
    lost = [name for name, length in before.items() if now.get(name, timedelta(-1)) < length]
    return Finding(
        bool(before) and not lost,
        _lengths("recordings at least as long as before:", "各录制内容不短于此前：", before),
        _lengths("recordings:", "录制内容：", now),
    )


def says_together(labels: Sequence[str], texts: Sequence[str]) -> Finding:
    """One text of the phone has all of these words."""
    return Finding(
        any(all(label in text for label in labels) for text in texts),
        join(quoted(labels), Text("in one text", "见于同一文字")),
        quoted(texts),
    )


def asks_to_be_kept(labels: Sequence[str], hours: int, texts: Sequence[str]) -> Finding:
    """Each of these words stands on the phone, and for how many hours it has to be kept, where that is laid down."""
    return says_each([*labels, *([str(hours)] if hours else [])], texts)


def says_each(labels: Sequence[str], texts: Sequence[str]) -> Finding:
    """Each of these words stands somewhere on the phone."""
    return Finding(
        all(any(label in text for text in texts) for label in labels),
        join(quoted(labels), Text("on the phone", "均有显示")),
        quoted(texts),
    )


def gone_on(before: Mapping[str, timedelta], now: Mapping[str, timedelta]) -> Finding:
    """Every recording that there was has become longer by a minute at least."""
    still = [name for name, length in before.items() if now.get(name, length) < length + MINUTE]
    return Finding(
        bool(before) and not still,
        _lengths("recordings longer than before:", "各录制内容长于此前：", before),
        _lengths("recordings:", "录制内容：", now),
    )


def without_gap(recordings: Segments, since: datetime, now: datetime) -> Finding:
    """There is a recording of one piece that was under way at the start and is until now."""
    pieces = {
        name: [(part[0] or "", part[1] or now.isoformat()) for part in parts]
        for name, parts in recordings.items()
    }
    whole = [
        name
        for name, parts in pieces.items()
        if len(parts) == 1
        and datetime.fromisoformat(parts[0][0]) <= since
        and datetime.fromisoformat(parts[0][1]) >= now
    ]
    return Finding(
        bool(whole),
        Text(
            f"one piece from {since:%H:%M:%S} to {now:%H:%M:%S}",
            f"自 {since:%H:%M:%S} 至 {now:%H:%M:%S} 连续录制",
        ),
        quoted(f"{name} {begin} / {end}" for name, parts in pieces.items() for begin, end in parts),
    )


def as_much_room(before: Mapping[str, int], now: Mapping[str, int]) -> Finding:
    """On every phone as much is free as before, and not less."""
    return Finding(
        bool(before) and all(now[role] >= free for role, free in before.items()),
        join(Text("as much free as before:", "剩余空间不少于此前："), _bytes(before)),
        _bytes(now),
    )


def less_room(before: Mapping[str, int], now: Mapping[str, int]) -> Finding:
    """On every phone less is free than before."""
    return Finding(
        bool(before) and all(now[role] < free for role, free in before.items()),
        join(Text("less free than before:", "剩余空间少于此前："), _bytes(before)),
        _bytes(now),
    )


def aux_recording(records: Sequence[Record], word: str = "aux_recording") -> Finding:
    """The record says that the auxiliary phone records, or goes on."""
    found = events(records, word)
    return Finding(bool(found), Text(f"a record “{word}”", f"有“{word}”记录"), tell(found))


def aux_not_recording(records: Sequence[Record]) -> Finding:
    """The record knows of no recording of the auxiliary phone."""
    found = events(records, "aux_recording", "aux_resumed")
    return Finding(not found, Text("no recording of the auxiliary phone", "没有辅机录制的记录"), tell(found))


def _lengths(en: str, zh: str, lengths: Mapping[str, timedelta]) -> Text:
    listed = quoted(f"{name} {length}" for name, length in lengths.items())
    return join(Text(en, zh), listed)


def _bytes(free: Mapping[str, int]) -> Text:
    return quoted(f"{role} {number:,}" for role, number in free.items())
