"""What the sites around the apps give, what the mail room and the support desk say, and what a header shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from conformance.bench.around_forms import Corrected, Downloads, Mail, Queried
from conformance.inspect.header import Field
from conformance.paperwork import Page
from conformance.season import Subject
from reports.form import Text
from steps.findings import Finding, View, join, quoted

DRAFT = "草稿纸"
LOWER = 2 / 3
WORDS: Mapping[str, Text] = {
    "major": Text("major", "专业"),
    "name": Text("name", "姓名"),
    "admission_number": Text("admission number", "准考证号"),
    "black": Text("black ink", "黑色笔迹"),
    "blue": Text("blue ink", "蓝色笔迹"),
    "pale": Text("pale strokes", "笔迹过浅"),
    "in_time": Text("posted in time", "在截止前寄出"),
    "late": Text("posted late", "逾期寄出"),
    "undecided": Text("not to be decided by the stamp", "无法依邮戳判定"),
    "another_carrier": Text("another carrier", "寄送渠道不符"),
    "not_bagged": Text("no bag", "未装袋"),
    "another_address": Text("another address", "地址不符"),
    "subject_missing": Text("a missing subject", "缺少科目"),
    "nothing_due": Text("sheets that nobody asked for", "寄有无须寄送的答题纸"),
    "unknown_candidate": Text("an unknown candidate", "查无此考生"),
    "id_number": Text("ID number", "证件号码"),
    "province": Text("province", "高考所在省份"),
    "candidate_number": Text("candidate number", "考生号"),
    "majors": Text("majors", "报考专业"),
}
"""What the bench's words and the measures' mean."""
NOTHING_EMPTY = Text("no field empty", "各项均已填写")
NOTHING_WRITTEN = Text("nothing written", "未填写")


def _words(names: Iterable[str], nothing: Text) -> Text:
    """The words in a row."""
    found = [WORDS.get(name, Text(name, name)) for name in names]
    if not found:
        return nothing
    return Text(", ".join(one.en for one in found), "、".join(one.zh for one in found))


def sheets_offered(visit: Downloads, subjects: Sequence[Subject]) -> Finding:
    """The site lists these subjects, each with its pages, and no others."""
    wanted = {(one.id, one.name, one.pages) for one in subjects}
    listed = [(one.subject, one.name, one.pages) for one in visit.offered]
    return Finding(
        visit.logged_in and len(listed) == len(wanted) and set(listed) == wanted,
        quoted(one.name for one in subjects),
        quoted(one.name for one in visit.offered),
    )


def sheets_given(visit: Downloads, subjects: Sequence[Subject]) -> Finding:
    """A document came for each of these subjects."""
    given = [file.subject for file in visit.files if file.pdf]
    return Finding(
        bool(given) and sorted(given) == sorted(one.id for one in subjects),
        quoted(one.name for one in subjects),
        _files(visit),
    )


def sheets_refused(cause: str, visit: Downloads) -> Finding:
    """Nothing came, and each document, or the login itself, was refused for this cause."""
    told = [visit.refused] if visit.refused else [file.refused for file in visit.files]
    causes = {one.cause if one else "" for one in told}
    nothing = not any(file.pdf for file in visit.files)
    return Finding(
        nothing and causes == {cause} and all(one.message.zh for one in told if one),
        Text(f"no sheets, with the cause “{cause}”", f"不提供答题纸，原因为“{cause}”"),
        _files(visit),
    )


def documents_whole(documents: Mapping[str, Sequence[Page]], subjects: Sequence[Subject]) -> Finding:
    """For each subject its answer pages and draft paper behind them, all A4, all naming the subject."""
    holds = bool(subjects) and all(_whole(documents.get(subject.id, ()), subject) for subject in subjects)
    return Finding(
        holds and len(documents) == len(subjects),
        Text(
            "for each subject its pages and draft paper on A4, with the subject's name",
            "每个科目的答题纸页数齐全，附草稿纸，A4纸型，印有科目名称",
        ),
        quoted(
            f"{name}: {len(pages)} x {pages[0].width:.0f}x{pages[0].height:.0f}"
            for name, pages in documents.items()
            if pages
        ),
    )


def _whole(pages: Sequence[Page], subject: Subject) -> bool:
    answers, drafts = pages[: subject.pages], pages[subject.pages :]
    return (
        len(answers) == subject.pages
        and bool(drafts)
        and all(page.is_a4 and subject.name in page.text for page in pages)
        and all(DRAFT in page.text for page in drafts)
        and not any(DRAFT in page.text for page in answers)
    )


def put_right(corrected: Corrected, subjects: Iterable[Subject]) -> Finding:
    """The school changed something, and the registration is the candidate's and leads to these subjects."""
    there = corrected.candidate
    held = there.registration
    fits = held is not None and (held.name, held.id_number) == (there.name, there.id_number)
    return Finding(
        bool(corrected.corrected)
        and fits
        and {one.subject for one in there.sittings} >= {one.id for one in subjects},
        Text("the registration put right", "报名信息已更正"),
        _words(corrected.corrected, Text("nothing was changed", "未作更正")),
    )


def header_told(empty: Sequence[str], ink: str, headers: Sequence[Sequence[Field]], pages: int) -> Finding:
    """On every page exactly these fields are empty; the others are in this ink."""
    found = [
        (tuple(field.id for field in page if not field.filled), {field.ink for field in page if field.filled})
        for page in headers
    ]
    wanted = (tuple(empty), {ink} if ink else set())
    return Finding(
        len(found) == pages and all(one == wanted for one in found),
        _header(empty, [ink] if ink else []),
        join(*(_header(blank, sorted(inks)) for blank, inks in found)) if found else quoted([]),
    )


def _header(empty: Sequence[str], inks: Sequence[str]) -> Text:
    blank, ink = _words(empty, NOTHING_EMPTY), _words(inks, NOTHING_WRITTEN)
    return Text(f"[empty: {blank.en}; {ink.en}]", f"（空缺：{blank.zh}；{ink.zh}）")


def posted(timeliness: str, mail: Sequence[Mail]) -> Finding:
    """One bag has arrived, and the mail room says this of its stamp."""
    said = WORDS[timeliness]
    return Finding(
        [one.timeliness for one in mail] == [timeliness],
        Text(f"one bag, {said.en}", f"一件邮件，{said.zh}"),
        _words(
            [word for one in mail for word in (one.stamp, one.timeliness or "")], Text("no bag", "没有邮件")
        ),
    )


def noted(findings: Sequence[str], mail: Sequence[Mail]) -> Finding:
    """One bag has arrived, and the mail room notes these things of it and no others."""
    seen = [[one.finding for one in bag.findings] for bag in mail]
    nothing = Text("one bag, nothing amiss", "一件邮件，无不符之处")
    return Finding(
        seen == [list(findings)],
        _words(findings, nothing),
        _words([one for bag in seen for one in bag], nothing) if mail else Text("no bag", "没有邮件"),
    )


def answered(query: Queried, at: datetime) -> Finding:
    """The desk has answered, at this instant."""
    return Finding(
        query.answer is not None and query.answered_at == at,
        Text(f"an answer at {at:%m-%d %H:%M:%S.%f}", f"于 {at:%m-%d %H:%M:%S.%f} 答复"),
        _query(query),
    )


def not_answered(query: Queried) -> Finding:
    """Nobody has answered yet."""
    return Finding(
        query.answer is None and query.answered_at is None, Text("no answer yet", "尚未答复"), _query(query)
    )


def answered_by_desk(query: Queried) -> Finding:
    """The desk answers itself."""
    return Finding(
        query.answer is not None and query.referred_to is None,
        Text("an answer of the support desk's own", "由技术咨询直接答复"),
        _query(query),
    )


def referred_to_school(query: Queried) -> Finding:
    """The desk does not answer itself and names the school."""
    return Finding(
        query.answer is not None and query.referred_to == "school",
        Text("a word that the school answers this", "告知应向学校咨询"),
        _query(query),
    )


def _query(query: Queried) -> Text:
    said = [] if query.answer is None else [query.answer.zh]
    return quoted([f"{query.answered_at}", *said])


def _files(visit: Downloads) -> Text:
    told = [f"{file.subject}: {file.refused.cause if file.refused else 'PDF'}" for file in visit.files]
    return quoted([visit.refused.cause] if visit.refused else told)


def at_address(wanted: str, address: str) -> Finding:
    """The site stands where the season says."""
    return Finding(
        bool(wanted) and address.rstrip("/") == wanted.rstrip("/"), quoted([wanted]), quoted([address])
    )


def not_asked(asked: bool) -> Finding:
    """The system did not ask for it."""
    seen = Text("a question", "有询问") if asked else Text("no question", "没有询问")
    return Finding(not asked, Text("no question of the system's", "系统没有询问"), seen)


def bar_at_bottom(words: str, text: str, down: float) -> Finding:
    """The bar is there, says this, and lies in the lower third of the screen."""
    return Finding(
        words in text and down > LOWER,
        Text(f"“{words}” in a bar at the bottom", f"屏幕下方的横条显示“{words}”"),
        join(quoted([text] if text else []), Text(f"at {down:.0%}", f"位于 {down:.0%}")),
    )


def no_bar(page: View, text: str) -> Finding:
    """The page is there, and no bar on it."""
    return Finding(
        page.shown and not text,
        Text(f"“{page.name.en}” without the bar", f"“{page.name.zh}”页面，不显示横条"),
        quoted([text] if text else page.texts),
    )
