"""Uploads: what has arrived, whether it only ever grew, and what the phones say of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise

from conformance.bench.forms import Record, Review, Upload
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Finding, View, join, quoted

Received = Mapping[str, int]


def arrived_byte_for_byte(files: Sequence[Upload], contents: Sequence[bytes]) -> Finding:
    """All that was submitted has arrived, as long as was announced and with the digest that was announced."""
    announced = sorted((one.sha256, one.bytes) for one in files)
    kept = sorted((hashlib.sha256(content).hexdigest(), len(content)) for content in contents)
    return Finding(
        bool(files) and kept == announced,
        join(Text("byte for byte:", "逐字节送达："), quoted(one.name for one in files)),
        _told(files),
    )


def went_on(looks: Sequence[Received], files: Sequence[Upload]) -> Finding:
    """Nothing that had arrived was ever taken back or sent anew, a part had before the end, and all has at the end."""
    fell = [name for before, after in pairwise(looks) for name, n in before.items() if after.get(name, 0) < n]
    whole = bool(files) and all(one.state == "done" and one.received == one.bytes for one in files)
    return Finding(
        whole and not fell and any(looks[0].values()),
        Text("the upload went on where it stood, to its end", "上传自中断处继续，直至完成"),
        join(_told(files), Text("; over time:", "；各时刻已送达："), _series(looks)),
    )


def stands_still(looks: Sequence[Received]) -> Finding:
    """Between the last two looks nothing more arrived, and something is still missing."""
    before, after = looks[-2:]
    return Finding(
        before == after and any(after.values()),
        Text("nothing more arrives, and nothing is lost", "没有新内容送达，已送达的也未丢失"),
        _series([before, after]),
    )


def grew(looks: Sequence[Received]) -> Finding:
    """Between the last two looks more arrived."""
    before, after = looks[-2:]
    return Finding(
        sum(after.values()) > sum(before.values()),
        Text("more has arrived than before", "送达的内容多于此前"),
        _series([before, after]),
    )


def progress_true(view: View, files: Sequence[Upload]) -> Finding:
    """The page is there and gives of each file the percentage that has arrived."""
    shown = {one.name: _percent_after(one.name, view.texts) for one in files}
    due = {one.name: f"{100 * one.received // one.bytes}%" for one in files}
    return Finding(
        view.shown and bool(files) and shown == due,
        join(
            Text("the progress of each file:", "各文件的进度："),
            quoted(f"{name} {due[name]}" for name in due),
        ),
        join(SHOWS, quoted(view.texts)),
    )


def _percent_after(name: str, texts: Sequence[str]) -> str:
    """The percentage in the text that follows the one with this name; empty where there is none."""
    after = [texts[number + 1] for number, text in enumerate(texts[:-1]) if name in text]
    return next((word for text in after for word in text.split() if word.endswith("%")), "")


def reminded(told: str, labels: Sequence[str]) -> Finding:
    """The phone reminds with one of these words exactly (C36)."""
    return Finding(told in labels, quoted(labels), quoted([told] if told else []))


def not_reminded(told: str) -> Finding:
    """The phone has nothing to remind of."""
    return Finding(not told, Text("no reminder", "没有提示"), quoted([told] if told else []))


def one_aux_phone(device: str, records: Sequence[Record]) -> Finding:
    """Recording and submission of the auxiliary video come from this phone alone."""
    devices = {record.device for record in events(records, "aux_recording", "aux_resumed", "aux_submitted")}
    return Finding(
        devices == {device} and bool(events(records, "aux_submitted")),
        Text(
            "one and the same auxiliary phone from the recording to the submission",
            "自录制至提交均为同一台辅机",
        ),
        tell(records),
    )


def change_is_shown(records: Sequence[Record], flags: Sequence[Review]) -> Finding:
    """The record names both phones that recorded, and the review desk is told of the second."""
    devices = {record.device for record in events(records, "aux_recording")}
    return Finding(
        len(devices) == 2 and bool(flags),
        Text("both phones in the record, and a case at the review desk", "记录中列明两台辅机，并提交审核"),
        join(
            tell(records),
            Text("; at the review desk:", "；待审核："),
            quoted(str(one.detail) for one in flags),
        ),
    )


def _told(files: Sequence[Upload]) -> Text:
    return quoted(f"{one.name} {one.received}/{one.bytes} {one.state}" for one in files)


def _series(looks: Sequence[Received]) -> Text:
    return quoted(" → ".join(str(sum(look.values())) for look in looks).split("\n"))
