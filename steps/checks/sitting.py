"""What the main phone shows of an exam under way, and what the auxiliary phone leads through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS, UPPER, seconds
from steps.findings import Countdown, Finding, Span, View, join, quoted

WHOLE = 0.8
"""The part of the screen's height that a picture in full screen has at least; what is left is for the time."""
BLINK = timedelta(seconds=1)


def question_enlarged(view: View, close: tuple[str, float], asked: Sequence[str]) -> Finding:
    """The question is there with the words that it had before, and takes the screen."""
    words, share = close
    return Finding(
        view.shown and bool(asked) and words in asked and share >= WHOLE,
        Text(f"the question on {WHOLE:.0%} of the screen or more", f"考题占屏幕高度的 {WHOLE:.0%} 以上"),
        join(quoted([words]), Text(f"on {share:.0%}", f"占 {share:.0%}"))
        if view.shown
        else join(SHOWS, quoted(view.texts)),
    )


def time_at_the_top(countdown: Countdown, left: timedelta, label: str) -> Finding:
    """The time that is left carries its label, lies in the upper part of the screen, and is right to the second,
    whether or not one that has begun is counted."""
    named = any(label in text for text in countdown.texts)
    whole = left // BLINK
    right = seconds(countdown.text) in (whole, whole + bool(left % BLINK))
    return Finding(
        named and right and countdown.down < UPPER,
        Text(f"“{label}” at the top of the screen with {left} left", f"屏幕上方“{label}”剩余 {left}"),
        join(
            quoted([countdown.text]),
            Text(f"at {countdown.down:.0%} of the height", f"位于高度的 {countdown.down:.0%}"),
        ),
    )


def nowhere_to_write(offered: bool, texts: Sequence[str]) -> Finding:
    """The phone has no place to write an answer in."""
    return Finding(
        not offered,
        Text("no place to write on the phone", "手机上没有作答处"),
        join(SHOWS, quoted(texts)),
    )


def answer_kept(answer: str, records: Sequence[Record]) -> Finding:
    """What was written last, by the record, is this."""
    written = [str(record.detail.get("text")) for record in events(records, "answer")]
    return Finding(written[-1:] == [answer], quoted([answer]), quoted(written[-1:]))


def not_written(answer: str, texts: Sequence[str]) -> Finding:
    """Nothing on the page has this answer."""
    found = [text for text in texts if answer in text]
    return Finding(not found, Text("nothing of that answer", "没有该作答内容"), quoted(found))


def not_let_in_again(sitting: str, records: Sequence[Record]) -> Finding:
    """The exam was asked for once more and refused because it is over; nothing of it began anew."""
    about = [record for record in records if record.sitting == sitting]
    refusals = [r for r in events(about, "refused") if r.detail.get("operation") == "enter"]
    anew = events(about, "opened", "entered", "face_passed", "started")
    return Finding(
        {r.detail.get("cause") for r in refusals} == {"already_over"} and not anew,
        Text("a refusal because the exam is over", "因本场考试已结束而被拒绝"),
        tell([*refusals, *anew]),
    )


def filmed_throughout(takes: Sequence[Span], due: Span) -> Finding:
    """The takes hold all of that time, one after another without a gap."""
    gaps = [
        (before.ends, after.begins) for before, after in pairwise(takes) if after.begins - before.ends > BLINK
    ]
    whole = bool(takes) and takes[0].begins <= due.begins and takes[-1].ends >= due.ends
    return Finding(
        whole and not gaps,
        join(Text("a recording without a gap from", "录像完整，时间为"), _spans([due])),
        _spans(takes),
    )


def led_through(pages: Sequence[View]) -> Finding:
    """Each page was there when its turn had come."""
    return Finding(
        bool(pages) and all(page.shown for page in pages),
        join(Text("one after another:", "依次为："), _named(pages)),
        next(
            (join(SHOWS, quoted(page.texts)) for page in pages if not page.shown),
            quoted(page.name.zh for page in pages),
        ),
    )


def _named(pages: Sequence[View]) -> Text:
    return Text(", ".join(page.name.en for page in pages), "、".join(page.name.zh for page in pages))


def _spans(spans: Sequence[Span]) -> Text:
    return quoted(f"{one.begins:%m-%d %H:%M:%S}–{one.ends:%H:%M:%S}" for one in spans)
