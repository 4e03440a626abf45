"""Room on the phones, and what became of their recordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Finding, join, quoted

MINUTE = timedelta(minutes=1)


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
