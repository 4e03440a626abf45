"""The season's timetable: what was met at each sitting, and what the list of exams says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from conformance.bench.forms import Probed, Record
from conformance.season import Season, Window
from reports.form import Text
from steps.checks.records import events, tell
from steps.findings import Behaviour, Finding, Listed, Visit, join, quoted

STAMP = "%Y-%m-%d %H:%M:%S"


def every_opening_kept(visits: Sequence[Visit]) -> Finding:
    """Each waiting room refuses who is too early and lets in who comes when it opens, and after."""
    expected = Text(
        "refused with “too_early” before {at}, let in from then on",
        "在 {at} 之前以“too_early”拒绝，此后准许进入",
    )
    return _each(visits, lambda visit: _at(expected, visit.opens.strftime(STAMP)), _opening)


def every_start_kept(visits: Sequence[Visit]) -> Finding:
    """Each exam starts at its instant, lets in who comes before and refuses who comes then, and after."""
    expected = Text(
        "started at {at} with the question on the phone; let in before, refused with “too_late” from then on",
        "于 {at} 开考并显示考题；此前准许进入，此后以“too_late”拒绝",
    )
    return _each(visits, lambda visit: _at(expected, visit.starts.strftime(STAMP)), _start)


def every_end_kept(visits: Sequence[Visit]) -> Finding:
    """Each exam is answered until its end and not then."""
    expected = Text("answered until {at} and no longer", "作答至 {at} 止")
    return _each(visits, lambda visit: _at(expected, visit.ends.strftime(STAMP)), _end)


def _each(
    visits: Sequence[Visit], expected: Callable[[Visit], Text], seen: Callable[[Visit], tuple[bool, Text]]
) -> Finding:
    """It holds of every sitting; else the finding is that of the first of which it does not."""
    for visit in visits:
        holds, found = seen(visit)
        if not holds:
            return Finding(False, join(_named(visit), expected(visit)), join(_named(visit), found))
    listed = quoted(
        f"{visit.major} {visit.subject} {visit.session} {visit.opens:%H:%M} {visit.starts:%m-%d %H:%M}-{visit.ends:%H:%M}"
        for visit in visits
    )
    return Finding(bool(visits), Text("the same of every sitting", "各场考试均应如此"), listed)


def _named(visit: Visit) -> Text:
    name = f"{visit.major} {visit.subject} {visit.session}"
    return Text(f"{name}:", f"{name}：")


def _at(words: Text, instant: str) -> Text:
    return Text(words.en.format(at=instant), words.zh.format(at=instant))


def _opening(visit: Visit) -> tuple[bool, Text]:
    return _answered(visit.answers, before="too_early", at=None, after=None)


def _start(visit: Visit) -> tuple[bool, Text]:
    holds, told = _answered(visit.answers, before=None, at="too_late", after="too_late")
    started = events(visit.records, "started")
    punctual = [record.at for record in started] == [visit.starts]
    question = visit.views["start"]
    return holds and punctual and question.shown, join(told, tell(started), quoted(question.texts))


def _end(visit: Visit) -> tuple[bool, Text]:
    before, after = visit.views["before the end"], visit.views["end"]
    seen = join(quoted(before.texts[:3]), Text("then", "，随后"), quoted(after.texts[:3]))
    return before.shown and not after.shown, seen


def _answered(answers: Mapping[str, Probed], **expected: str | None) -> tuple[bool, Text]:
    """Whether each was answered so: with this cause, or None for acceptance."""
    holds = all(
        answers[when].accepted is (cause is None) and answers[when].cause == cause
        for when, cause in expected.items()
    )
    return holds, quoted(f"{when}: {answers[when].cause or answers[when].status}" for when in expected)


def offered_as_published(offered: Mapping[str, str], season: Season) -> Finding:
    """Each major of the season is on offer with exactly its own subjects."""
    names = {paper.name for paper in season.subjects}
    published = {
        major.id: {paper.name for paper in season.subjects if paper.major == major.id}
        for major in season.majors
    }
    found = {major: _named_in(text, names) for major, text in offered.items()}
    return Finding(
        found == published,
        quoted(
            f"{season.major(major).name}: {', '.join(sorted(papers))}" for major, papers in published.items()
        ),
        quoted(f"{season.major(major).name}: {text}" for major, text in offered.items()),
    )


def clash_met(texts: Sequence[str], label: str, records: Sequence[Record]) -> Behaviour:
    """What a candidate meets with who confirms two majors that clash: `warned`, `refused`, `silent`, or none of these."""
    confirmed, refused = events(records, "confirmed"), events(records, "refused")
    told = [text for text in texts if label in text]
    seen = join(quoted(told), tell([*confirmed, *refused]))
    if confirmed and not refused:
        return Behaviour("warned" if told else "silent", seen)
    return Behaviour("refused" if refused and told and not confirmed else "", seen)


def listed_as_published(listed: Sequence[Listed], kind: str) -> Finding:
    """The details of each major list each of its sittings of a kind at its time."""
    sittings = [
        (one.major, sitting)
        for one in listed
        for sitting in one.sittings
        if sitting.window.formal is (kind == "formal")
    ]
    for major, sitting in sittings:
        if not _says(sitting.told, sitting.window):
            return Finding(False, quoted([f"{major} {sitting.name}"]), quoted([sitting.told]))
    names = quoted(f"{major} {sitting.name}" for major, sitting in sittings)
    return Finding(bool(sittings), Text("each at its published time", "均按公布的时间列出"), names)


def mocks_as_published(listed: Sequence[Listed], label: str) -> Finding:
    """The details of each major list as many mock exams of each subject as the season has, and no more."""
    found = [
        f"{one.major} {text}"
        for one in listed
        for text in one.texts
        if label in text and _named_in(text, set(one.subjects))
    ]
    held = sum(not sitting.window.formal for one in listed for sitting in one.sittings)
    return Finding(
        0 < held == len(found),
        Text(f"{held} mock exams in all", f"共{held}场模拟考试"),
        quoted(found),
    )


def records_of_their_own(listed: Sequence[Listed], season: Season) -> Finding:
    """Each major's details name it and its subjects and no other's, and no two share an admission number."""
    names = {paper.name for paper in season.subjects}
    numbers = [_number(one.texts) for one in listed]
    own = all(
        any(one.major == text for text in one.texts)
        and set.union(*(_named_in(text, names) for text in one.texts)) == set(one.subjects)
        for one in listed
    )
    return Finding(
        own and all(numbers) and len(set(numbers)) == len(season.majors) == len(listed),
        Text(
            f"{len(season.majors)} records, each with its own subjects and admission number",
            f"{len(season.majors)}条记录，各有本专业的科目和准考证号",
        ),
        quoted(
            f"{one.major}: {', '.join(one.subjects)} {number}"
            for one, number in zip(listed, numbers, strict=True)
        ),
    )


def _named_in(text: str, names: set[str]) -> set[str]:
    """The names that stand in a text; one that is only part of a longer one there does not count."""
    found = set()
    for name in sorted(names, key=len, reverse=True):
        if name in text:
            found.add(name)
            text = text.replace(name, " ")
    return found


def _says(text: str, window: Window) -> bool:
    """Whether a text gives a window's day, start and end."""
    days = (
        f"{window.start:%Y-%m-%d}",
        f"{window.start.month}月{window.start.day}日",
        f"{window.start:%m月%d日}",
    )
    return (
        any(day in text for day in days) and f"{window.start:%H:%M}" in text and f"{window.end:%H:%M}" in text
    )


def _number(texts: Sequence[str]) -> str:
    """The admission number that a page gives: the longest row of digits in it that is no time."""
    return max((digits for text in texts for digits in re.findall(r"\d{6,}", text)), key=len, default="")
