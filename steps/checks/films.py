"""What the films of a sitting show, against what happened."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from conformance.bench.forms import Record
from conformance.inspect.finding import Finding as Measured
from conformance.inspect.finding import listed
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import NOTHING, Finding, Span, View, join, quoted

SLACK = timedelta(seconds=6)
"""What a phone loses of a recording that is broken off, and a beat."""
PLAYS = re.compile("播放|回放|重播|观看|预览|查看视频|查看录像")
"""Words of a control that would play a recording."""
CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d\d)")


def _seen(measured: Measured) -> Text:
    where = listed(measured.spans)
    return join(measured.seen, Text(f"({where})", f"（{where}）")) if where else measured.seen


def sound_film(measured: Measured) -> Finding:
    """The measure finds no defect."""
    name = measured.measure.name
    wanted = Text(f"a film without a defect: {name.en}", f"录像无缺陷：{name.zh}")
    return Finding(measured.good is True, wanted, _seen(measured))


def defect_only(found: Sequence[Measured], wanted: str) -> Finding:
    """Of several measures only this one finds a defect; none, where it is empty."""
    defects = [one for one in found if one.good is False]
    expected = next((one.measure.name for one in found if one.measure.id == wanted), NOTHING)
    return Finding(
        [one.measure.id for one in defects] == ([wanted] if wanted else []),
        Text(f"a defect of {expected.en} and no other", f"仅有一项缺陷：{expected.zh}"),
        join(*(_seen(one) for one in found)),
    )


def only_then(measured: Measured, begun: datetime, gap: tuple[datetime, datetime]) -> Finding:
    """The measure finds a defect between these instants, and nowhere else."""
    since, until = (at - begun for at in gap)
    spans = [(timedelta(seconds=one.since), timedelta(seconds=one.until)) for one in measured.spans]
    inside = all(since - SLACK <= first and last <= until + SLACK for first, last in spans)
    long = bool(spans) and spans[-1][1] - spans[0][0] >= until - since - SLACK
    return Finding(
        measured.good is False and inside and long,
        Text(
            f"a defect from {_place(since)} to {_place(until)}, and no other",
            f"仅在{_place(since)}至{_place(until)}之间有缺陷",
        ),
        _seen(measured),
    )


def camera_is(wanted: str, word: str, told: str, used: str) -> Finding:
    """The page names this camera, and the phone uses it."""
    return Finding(
        word in told and used == wanted,
        Text(f"“{word}” on the page, and that camera in use", f"页面显示“{word}”，且实际使用该摄像头"),
        quoted([told, used]),
    )


def still_records(page: View, records: Sequence[Record]) -> Finding:
    """The page of the recording is there, and the record has nothing of an end since the recording last began."""
    spans = events(records, "aux_recording", "aux_resumed", "aux_stopped")
    return Finding(
        page.shown and bool(spans) and spans[-1].what != "aux_stopped",
        Text("the page of the recording, and no end of it in the record", "录制页面，且没有停止录制的记录"),
        join(SHOWS, quoted(page.texts), Text("; ", "；"), tell(spans)),
    )


def claims_no_recording(page: View) -> Finding:
    """The page of the recording is not there any more."""
    return Finding(
        not page.shown,
        Text("no page of a recording", "不再显示录制页面"),
        join(SHOWS, quoted(page.texts)) if page.shown else Text("another page", "其他页面"),
    )


def goes_on_recording(first: View, offered: bool) -> Finding:
    """The app's first page offers to go on with the recording."""
    return Finding(
        offered,
        Text("a way back to the recording on the app's first page", "首页有“继续录制”的入口"),
        join(SHOWS, quoted(first.texts)),
    )


def elapsed_is(told: str, recorded: timedelta | None) -> Finding:
    """The time that the page shows is that which has been recorded, to the second."""
    if recorded is None:
        return Finding(False, Text("a recording that goes on", "正在进行的录制"), quoted([told]))
    return Finding(
        _span(told) == timedelta(seconds=recorded // timedelta(seconds=1)),
        Text(f"{recorded} recorded", f"已录制{recorded}"),
        quoted([told]),
    )


def end_named(told: str, end: datetime | None) -> Finding:
    """The page names the instant at which the recording ends by itself."""
    wanted = f"{end:%H:%M:%S}" if end else ""
    return Finding(
        end is not None and wanted in told,
        Text(f"“{wanted}” on the page", f"页面显示“{wanted}”"),
        quoted([told]),
    )


def began_at(records: Sequence[Record], at: datetime) -> Finding:
    """One record that the auxiliary phone records, from this instant on."""
    found = events(records, "aux_recording")
    return Finding(
        [record.at for record in found] == [at],
        Text(
            f"one record “aux_recording” at {at.isoformat()}",
            f"一条“aux_recording”记录，时间为{at.isoformat()}",
        ),
        tell(found),
    )


def stopped_at(records: Sequence[Record], at: datetime | None) -> Finding:
    """One record that the auxiliary recording stopped, at this instant; none, where there is no instant."""
    found = events(records, "aux_stopped")
    wanted = [at] if at else []
    told = at.isoformat() if at else ""
    return Finding(
        [record.at for record in found] == wanted,
        Text(f"records “aux_stopped”: {told or 'none'}", f"“aux_stopped”记录：{told or '无'}"),
        tell(found),
    )


def nothing_plays(pages: Collection[View]) -> Finding:
    """No page has a word that would play a recording."""
    players = [text for page in pages for text in page.texts if PLAYS.search(text) and "无法" not in text]
    missing = [page.name for page in pages if not page.shown]
    seen = (
        quoted(players)
        if players
        else join(*missing)
        if missing
        else Text("all pages seen", "各页面均已查看")
    )
    return Finding(
        not players and not missing,
        Text(
            f"{len(pages)} pages without anything that plays a recording", f"{len(pages)}个页面均不能播放录像"
        ),
        seen,
    )


def no_recording_offered(offered: bool) -> Finding:
    """The exam's page is not there any more, or lets nothing begin."""
    return Finding(
        not offered,
        Text("no recording to begin", "不提供开始录制"),
        Text("a recording to begin", "可以开始录制") if offered else NOTHING,
    )


def films_nothing(filmed: Sequence[Span]) -> Finding:
    """The phone has recorded nothing and records nothing."""
    return Finding(
        not filmed,
        Text("nothing on film", "没有任何录像"),
        quoted(f"{take.begins:%H:%M:%S}-{take.ends:%H:%M:%S}" for take in filmed),
    )


def _place(at: timedelta) -> str:
    """In the film; what lies before it has a minus."""
    return f"-{-at}" if at < timedelta(0) else str(at)


def _span(told: str) -> timedelta | None:
    found = CLOCK.search(told)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)
