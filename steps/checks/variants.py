"""What other notices ask for, as the record and the phones tell of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from conformance.bench.forms import Record, Review
from reports.form import Text
from steps.checks.interruptions import ENDS
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Finding, View, join, quoted

SECOND = timedelta(seconds=1)


def lists_all(labels: Sequence[str], texts: Sequence[str]) -> Finding:
    """The phones name everything that is to be shown."""
    return Finding(
        all(any(label in text for text in texts) for label in labels),
        join(quoted(labels), Text("on the phones", "，均见于手机")),
        join(SHOWS, quoted(texts)),
    )


def all_shown(shown: Mapping[str, datetime], records: Sequence[Record]) -> Finding:
    """The record has each thing once, within a second of its being shown, and nothing else."""
    found = [(str(record.detail.get("item")), record.at) for record in events(records, "shown")]
    right = [item for item, at in found if item in shown and timedelta(0) <= at - shown[item] <= SECOND]
    return Finding(
        sorted(right) == sorted(shown) and len(found) == len(shown),
        join(Text("one record “shown” of each:", "每项各有一条“shown”记录："), quoted(shown)),
        quoted(f"{item} {at:%H:%M:%S}" for item, at in found),
    )


def both_film(filming: Mapping[str, bool]) -> Finding:
    """Both phones record."""
    return Finding(
        all(filming.values()),
        Text("both phones recording", "两部手机均在录制"),
        quoted(f"{role} {'recording' if films else 'not recording'}" for role, films in filming.items()),
    )


def flagged_exactly(
    missing: Sequence[str], at: datetime, records: Sequence[Record], desk: Sequence[Review]
) -> Finding:
    """The review desk has what was not shown, since that instant; nothing where all was shown."""
    told = [record for record in events(records, "flagged") if record.detail.get("cause") == "not_shown"]
    items = [(list(record.detail.get("items", ())), record.at) for record in told]
    open_ones = [one for one in desk if one.detail.get("cause") == "not_shown"]
    wanted = [(list(missing), at)] if missing else []
    return Finding(
        items == wanted and len(open_ones) == len(wanted),
        join(Text("at the review desk:", "待审核："), quoted(missing)),
        quoted(f"{', '.join(names)} {when:%H:%M:%S}" for names, when in items),
    )


def reading_only(view: View, question: Sequence[str], writes: bool) -> Finding:
    """The question can be read, and nothing can be answered."""
    return Finding(
        view.shown and bool(question) and not writes,
        Text("the question to be read, and nowhere to answer", "显示考题供阅读，且不能作答"),
        join(SHOWS, quoted(view.texts)),
    )


def may_answer(view: View, question: Sequence[str], reading: bool) -> Finding:
    """The page to answer, with the question, and the time for reading is over."""
    return Finding(
        view.shown and bool(question) and not reading,
        Text("the page to answer, with the question", "作答页面及考题"),
        join(SHOWS, quoted(view.texts)),
    )


def no_early_end(offered: bool, texts: Sequence[str]) -> Finding:
    """The phone has no control for it."""
    return Finding(not offered, Text("no early end", "没有提前结束的入口"), join(SHOWS, quoted(texts)))


def ended_as(word: str, records: Sequence[Record], cause: str = "") -> Finding:
    """The record says once that the exam ended so, for this cause where one is named, and knows of no other end."""
    ends = events(records, *ENDS)
    return Finding(
        [record.what for record in ends] == [word] and (not cause or ends[0].detail.get("cause") == cause),
        Text(f"one record “{word}” {cause} and no other end".replace("  ", " "), f"有且仅有一条“{word}”记录"),
        tell(ends),
    )


def forfeited_by_interruption(records: Sequence[Record]) -> Finding:
    """An interruption, then a forfeit, and no other end."""
    course = [record.what for record in events(records, "interrupted", "returned", *ENDS)]
    return Finding(
        course[-2:] == ["interrupted", "forfeited"] and len(events(records, *ENDS)) == 1,
        Text("an interruption and then one record “forfeited”", "中断之后有且仅有一条“forfeited”记录"),
        tell(events(records, "interrupted", "returned", *ENDS)),
    )


def not_ended(records: Sequence[Record]) -> Finding:
    ends = events(records, *ENDS)
    return Finding(not ends, Text("no end of the exam", "考试未终结"), tell(ends))


def asked_to_go_on(view: View, records: Sequence[Record]) -> Finding:
    """The phone asks for it, and the exam has not gone on by itself."""
    back = events(records, "returned")
    return Finding(
        view.shown and not back,
        Text("the phone asking to go on, and no return yet", "手机提示继续录制，且尚无返回记录"),
        join(SHOWS, quoted(view.texts), Text("and in the record:", "，平台记录："), tell(back)),
    )


def aux_makes_nothing_good(view: View, offers: bool, records: Sequence[Record]) -> Finding:
    """The exam stands on the phone without a way to go on, and the record has none."""
    again = events(records, "aux_resumed")
    return Finding(
        view.shown and not offers and not again,
        Text("the list of exams without a way to go on", "考试记录中没有继续录制的入口"),
        join(SHOWS, quoted(view.texts)),
    )


def chances_left(left: int, label: str, told: str, records: Sequence[Record]) -> Finding:
    """The phone gives so many chances, beside its button, and the record of a loss too where there was one."""
    numbers = [int(number) for number in re.findall(r"\d+", told.partition(label)[2])]
    lost = [record.detail.get("chances_left") for record in events(records, "recording_lost")][-1:]
    return Finding(
        numbers[:1] == [left] and lost in ([], [left]),
        Text(f"“{label}” {left}", f"“{label}” {left}"),
        join(SHOWS, quoted([told]), Text("and in the record:", "，平台记录："), quoted(map(str, lost))),
    )


def another_recording(offered: bool, records: Sequence[Record]) -> Finding:
    """The phone offers it and the platform takes it."""
    again, refused = events(records, "record_again"), events(records, "refused")
    return Finding(
        offered and bool(again) and not refused,
        Text("another recording offered and begun", "可以重新录制"),
        tell([*again, *refused]),
    )


def no_other_recording(offered: bool, records: Sequence[Record]) -> Finding:
    """The phone offers none, and the platform refuses one because all chances are used."""
    again, causes = (
        events(records, "record_again"),
        [r.detail.get("cause") for r in events(records, "refused")],
    )
    return Finding(
        not offered and not again and causes == ["no_chances"],
        Text("no other recording, and a refusal “no_chances”", "不能重新录制，拒绝原因为“no_chances”"),
        tell(events(records, "record_again", "refused")),
    )


def formal_barred(page: View, records: Sequence[Record]) -> Finding:
    """The exam page does not open, because mock exams are missing."""
    causes = [record.detail.get("cause") for record in events(records, "refused")]
    return Finding(
        not page.shown and causes == ["mocks_missing"] and not events(records, "opened"),
        Text("a refusal “mocks_missing” and no exam page", "拒绝原因为“mocks_missing”，不显示考试页面"),
        join(SHOWS, quoted(page.texts)),
    )


def formal_open(page: View, records: Sequence[Record]) -> Finding:
    return Finding(
        page.shown and bool(events(records, "opened")) and not events(records, "refused"),
        Text("the exam page", "考试页面"),
        join(SHOWS, quoted(page.texts)),
    )


def photos_at_once(view: View, records: Sequence[Record], at: datetime) -> Finding:
    """The sheets may be photographed since the end, and were not displayed before."""
    opened = events(records, "photos_opened", "displayed")
    return Finding(
        view.shown and [(one.what, one.at) for one in opened] == [("photos_opened", at)],
        Text("the photos at the very end, and no display", "考试结束即可拍照，不设展示"),
        tell(opened),
    )
