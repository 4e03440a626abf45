"""Moments that features name: so long before or after something that the season fixes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

ANCHORS = {
    "confirmation opens": ("确认考试开放", "confirmation_opens"),
    "the identity check is due": ("身份认证截止", "identity_deadline"),
    "the download of sheets opens": ("答题纸开放下载", "sheets_from"),
    "the download of sheets closes": ("答题纸下载截止", "sheets_until"),
    "the sheets are due at the post": ("答题纸寄送截止", "posting_deadline"),
    "the support desk opens": ("咨询开始服务", "support_opens"),
    "the support desk closes": ("咨询结束服务", "support_closes"),
    "the waiting room opens": ("候考室开放", "waiting_opens"),
    "the waiting is half over": ("候考过半", "half_waited"),
    "the window closes": ("考试开放截止", "closes"),
    "answering begins": ("作答开始", "answering_begins"),
    "the exam starts": ("开考", "starts"),
    "the exam ends": ("考试时间结束", "ends"),
    "the display ends": ("展示结束", "display_ends"),
    "the photo countdown ends": ("拍照倒计时截止", "photos_end"),
    "the apps have been kept long enough": ("应用保留期满", "kept_until"),
    "the time to submit ends": ("提交时间截止", "photos_end"),
    "the recording ends by itself": ("录制自动结束", "aux_ends"),
}
"""English words of an instant, its Chinese words, and its name among the examiner's instants."""

UNITS = {
    "ms": ("毫秒", timedelta(milliseconds=1)),
    "second": ("秒", timedelta(seconds=1)),
    "minute": ("分钟", timedelta(minutes=1)),
    "hour": ("小时", timedelta(hours=1)),
}

_ANCHOR_EN = "|".join(ANCHORS)
_ANCHOR_ZH = "|".join(words for words, _ in ANCHORS.values())
_UNIT_ZH = "|".join(words for words, _ in UNITS.values())
SPAN_EN = r"\d+ (?:ms|(?:second|minute|hour)s?)"
SPAN_ZH = rf"\d+(?:{_UNIT_ZH})"
MOMENT_EN = rf"(?:{SPAN_EN} (?:before|after)|the instant) (?:{_ANCHOR_EN})"
MOMENT_ZH = rf"(?:{_ANCHOR_ZH})(?:那一刻|[前后]{SPAN_ZH})"


@dataclass(frozen=True, slots=True)
class Moment:
    """`offset` after the instant called `anchor`; before it where the offset is negative."""

    anchor: str
    offset: timedelta


def span(text: str) -> timedelta:
    """A duration written in either language, such as `10 minutes` or `10分钟`."""
    match = re.fullmatch(r"(\d+) ?(.+?)s?", text)
    assert match is not None
    number, unit = match.groups()
    length = next(
        size for word, (words, size) in UNITS.items() if unit in {word, word.removesuffix("s"), words}
    )
    return int(number) * length


def span_zh(text: str) -> str:
    """The Chinese words for a duration written in English."""
    number, unit = text.split(" ")
    return f"{number}{UNITS[unit if unit == 'ms' else unit.removesuffix('s')][0]}"


def moment(text: str) -> Moment:
    """The moment written in either language."""
    return _english(text) if text.isascii() else _chinese(text)


def moment_zh(text: str) -> str:
    """The Chinese words for a moment written in English."""
    how, anchor = _split(text)
    words = ANCHORS[anchor][0]
    if how == "the instant":
        return f"{words}那一刻"
    length, side = how.rsplit(" ", 1)
    return f"{words}{'前' if side == 'before' else '后'}{span_zh(length)}"


def _split(text: str) -> tuple[str, str]:
    anchor = next(anchor for anchor in ANCHORS if text.endswith(anchor))
    return text.removesuffix(anchor).rstrip(), anchor


def _english(text: str) -> Moment:
    how, anchor = _split(text)
    name = ANCHORS[anchor][1]
    if how == "the instant":
        return Moment(name, timedelta(0))
    length, side = how.rsplit(" ", 1)
    return Moment(name, -span(length) if side == "before" else span(length))


def _chinese(text: str) -> Moment:
    words, name = next(entry for entry in ANCHORS.values() if text.startswith(entry[0]))
    rest = text.removeprefix(words)
    if rest == "那一刻":
        return Moment(name, timedelta(0))
    return Moment(name, -span(rest[1:]) if rest[0] == "前" else span(rest[1:]))
