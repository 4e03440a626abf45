"""What the screens of the phones show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events, tell
from steps.findings import Behaviour, Code, Countdown, Finding, View, join, quoted

SHOWS = Text("on the phone:", "手机显示：")
UPPER = 1 / 3
LEFT = 1 / 2
CLAUSE = re.compile(r"[^，。：；！？\s]{5,}")
"""What of a question would give something away: its clauses, but not a word or two."""


def on_screen(view: View) -> Finding:
    """The phone shows this screen."""
    expected = Text(f"the screen “{view.name.en}”", f"“{view.name.zh}”页面")
    return Finding(view.shown, expected, join(SHOWS, quoted(view.texts)))


def still_at_face_check(face_check: View, red_bar: str) -> Finding:
    """The face check is there and no red bar is."""
    return Finding(
        face_check.shown and not red_bar,
        Text("the face check, without a red bar", "人脸验证页面，没有红条"),
        join(SHOWS, quoted(face_check.texts)),
    )


def kept_out(waiting: View, label: str, records: Sequence[Record]) -> Finding:
    """The waiting room is not there, the phone names the forfeit, and the record has no entry."""
    told = any(label in text for text in waiting.texts)
    return Finding(
        told and not waiting.shown and not events(records, "entered"),
        Text(
            f"“{label}” on the phone and no entry in the record", f"主机显示“{label}”，且没有进入候考的记录"
        ),
        join(SHOWS, quoted(waiting.texts)),
    )


def not_past_face_check(waiting: View, records: Sequence[Record]) -> Finding:
    """The waiting room is not there, and no face check has passed."""
    return Finding(
        not waiting.shown and not events(records, "face_passed"),
        Text("neither the waiting room nor a face check that passed", "未进入候考，也没有人脸验证通过"),
        join(SHOWS, quoted(waiting.texts)),
    )


def red_bar_shown(exam_page: View, red_bar: str, label: str) -> Finding:
    """The exam page is there under the red bar, which says what it has to say."""
    return Finding(
        exam_page.shown and label in red_bar,
        Text(f"the exam page under the red bar “{label}”", f"考试页面，上方为红条“{label}”"),
        join(SHOWS, quoted(exam_page.texts)),
    )


def face_check_first(face_check: View, sitting: str, records: Sequence[Record]) -> Finding:
    """The face check is on the screen and nothing of the sitting went on without it."""
    onward = [r for r in events(records, "face_passed", "started") if r.sitting == sitting]
    return Finding(
        face_check.shown and not onward,
        Text("the face check on the screen before anything else", "首先显示人脸验证页面"),
        join(SHOWS, quoted(face_check.texts)),
    )


def same_code(codes: Sequence[Code]) -> Finding:
    """All showings of one code are alike: the picture and the letters."""
    return Finding(
        len(codes) >= 2 and len(set(codes)) == 1 and all(code.letters for code in codes),
        Text("the same picture and letters at each showing", "每次打开的二维码和考试码相同"),
        quoted(f"{code.letters} {code.picture[:12]}" for code in codes),
    )


def all_codes_differ(codes: Sequence[Code]) -> Finding:
    """No two codes share picture or letters."""
    pictures, letters = {code.picture for code in codes}, {code.letters for code in codes}
    return Finding(
        len(codes) >= 2 and len(pictures) == len(letters) == len(codes),
        Text(
            f"{len(codes)} codes, each with a picture and letters of its own",
            f"{len(codes)}个二维码和考试码互不相同",
        ),
        quoted(f"{code.letters} {code.picture[:12]}" for code in codes),
    )


def code_is_shown(code: Code | None) -> Finding:
    """A code with letters is on the screen."""
    return Finding(
        code is not None and bool(code.letters),
        Text("a code with its letters", "二维码和考试码"),
        quoted([code.letters] if code else []),
    )


def code_entry_is_lowest(entries: Sequence[tuple[str, bool, float]]) -> Finding:
    """Of what can be chosen on the page (text, whether it is the way to the code, how far down), the code is lowest."""
    lowest = max(entries, key=lambda entry: entry[2], default=("", False, 0.0))
    return Finding(
        lowest[1],
        Text(
            "the way to the code below everything else that can be chosen", "二维码入口位于所有可选项的最下方"
        ),
        quoted(text for text, _, _ in sorted(entries, key=lambda entry: entry[2])),
    )


def details_shown(texts: Sequence[str], facts: Sequence[str]) -> Finding:
    """Each of these facts stands somewhere on the page."""
    return Finding(
        bool(facts) and all(any(fact in text for text in texts) for fact in facts),
        quoted(facts),
        join(SHOWS, quoted(texts)),
    )


def blocks_shown(labels: Sequence[str], texts: Sequence[str]) -> Finding:
    """Each of these headings stands on the page."""
    return Finding(
        all(any(label in text for text in texts) for label in labels),
        quoted(labels),
        join(SHOWS, quoted(texts)),
    )


def question_shown(view: View, question: Sequence[str]) -> Finding:
    """The page of the exam is there with a question on it."""
    return Finding(
        view.shown and bool(question),
        Text("the page of the exam with its question", "考试页面显示考题"),
        join(SHOWS, quoted(view.texts)),
    )


def question_withheld(question: Sequence[str], records: Sequence[Record]) -> Finding:
    """Nothing of the question is on the phone, or a face check has passed."""
    return Finding(
        not question or bool(events(records, "face_passed")),
        Text("no question without a face check that passed", "人脸验证未通过时不显示考题"),
        quoted(question),
    )


def late_face_check(answering: View, starts: datetime, records: Sequence[Record]) -> Behaviour:
    """What became of a face check that was still running at the start: `forfeited`, `let_in`, or neither."""
    facts = ("face_passed", "started", "forfeited")
    recorded = {fact for fact in facts if events(records, fact)}
    at_the_start = [record.at for record in events(records, "forfeited")] == [starts]
    shut_out = recorded == {"forfeited"} and at_the_start and not answering.shown
    let_in = recorded == {"face_passed", "started"} and answering.shown
    seen = join(
        SHOWS,
        quoted(answering.texts),
        Text("and in the record:", "，平台记录："),
        tell(events(records, *facts)),
    )
    return Behaviour("forfeited" if shut_out else "let_in" if let_in else "", seen)


def question_is_new(question: Sequence[str], before: Sequence[str]) -> Finding:
    """No clause of the question stood on the phone before."""
    clauses = [clause for text in question for clause in CLAUSE.findall(text)]
    early = [clause for clause in clauses if any(clause in text for text in before)]
    return Finding(
        bool(clauses) and not early,
        Text("nothing of the question before the start", "开考前未显示考题的任何内容"),
        quoted(early, Text("nothing of it", "未显示")),
    )


def countdown_right(countdown: Countdown, left: timedelta, label: str) -> Finding:
    """The countdown carries its label, lies at the upper left, and gives the time left to the second."""
    named = any(label in text for text in countdown.texts)
    placed = countdown.across < LEFT and countdown.down < UPPER
    return Finding(
        named and placed and seconds(countdown.text) == left // timedelta(seconds=1),
        Text(f"“{label}” at the upper left with {left} left", f"屏幕左上方“{label}”剩余 {left}"),
        join(
            quoted([countdown.text]),
            Text(
                f"at {countdown.across:.0%}, {countdown.down:.0%}",
                f"位于 {countdown.across:.0%}、{countdown.down:.0%}",
            ),
        ),
    )


def countdown_gives(countdown: Countdown, left: timedelta, label: str) -> Finding:
    """The countdown carries its label and gives the time left to the second, wherever it lies."""
    named = any(label in text for text in countdown.texts)
    return Finding(
        named and seconds(countdown.text) == left // timedelta(seconds=1),
        Text(f"“{label}” with {left} left", f"“{label}”剩余 {left}"),
        quoted([countdown.text]),
    )


def folded(picture: bool, countdown: Countdown, left: timedelta, label: str) -> Finding:
    """The camera's picture is in view and the countdown is still right."""
    running = countdown_right(countdown, left, label)
    return Finding(
        picture and running.holds,
        join(Text("the camera's picture and", "摄像头画面，以及"), running.expected),
        running.seen if picture else Text("no picture of the camera", "没有摄像头画面"),
    )


def seconds(text: str) -> int | None:
    """The seconds that hours, minutes and seconds (or the last two) stand for; None where no time is written."""
    found = re.search(r"(?:(\d+):)?(\d{1,2}):(\d{2})", text)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
