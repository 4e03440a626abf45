"""What a sound season still gives to think about: values that are assumed, and windows that get in each other's way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from conformance.instants import Instants
from conformance.season import Season, Subject
from conformance.seasonkit import words
from conformance.seasonkit.facts import facts
from reports.form import Text


@dataclass(frozen=True, slots=True)
class Assumed:
    """A key whose value nobody published; `source` is the season's own remark."""

    key: str
    value: Text
    source: str


def assumed(season: Season) -> list[Assumed]:
    """The assumed values that the file itself states, in its order; defaults of what it leaves out are none."""
    return [
        Assumed(key, words.value(fact.value), fact.source)
        for key, fact in facts(season).items()
        if fact.origin == "assumed" and fact.source and not _default(fact.source)
    ]


def _default(source: str) -> bool:
    return source.startswith("the season file does not say")


def remarks(season: Season) -> list[Text]:
    """What the windows and dates lead to."""
    return [*_clashes(season), *_too_close(season), *_late_confirmation(season)]


def _clashes(season: Season) -> Iterator[Text]:
    """Formal exams of two majors at the same time: a candidate can sit only one of them (C23)."""
    for one, other in combinations(season.subjects, 2):
        first, second = one.window("formal"), other.window("formal")
        if one.major != other.major and first.start < second.end and second.start < first.end:
            names = _named(season, one), _named(season, other)
            since, until = max(first.start, second.start), min(first.end, second.end)
            yield Text(
                f"{names[0].en} and {names[1].en} are examined at the same time, {_span(since, until)}: "
                "who has registered for both can sit one only; say so in the notice, or move one of them (C23)",
                f"{names[0].zh}与{names[1].zh}的正式考试时间冲突（{_span(since, until)}），"
                "兼报两个专业的考生只能参加其中一场；请在须知中说明，或调整考试时间（C23）",
            )


def _too_close(season: Season) -> Iterator[Text]:
    """Within a major: the next waiting room that opens before all of the exam before can be handed in."""
    instants = Instants(season)
    for one, other in combinations(season.subjects, 2):
        if one.major != other.major:
            continue
        for session in _common(one, other):
            early, late = sorted((one, other), key=lambda paper: paper.window(session).start)
            ends = instants.of(early.id, session).photos_end
            starts = instants.of(late.id, session).starts
            if starts < ends:
                yield Text(
                    f"{_named(season, late).en} ({session}) starts at {starts:%H:%M:%S}, before {_named(season, early).en} "
                    f"has to be handed in at {ends:%H:%M:%S}: leave more time between them",
                    f"{_named(season, late).zh}（{session}）于 {starts:%H:%M:%S} 开考，早于"
                    f"{_named(season, early).zh}的提交截止时间 {ends:%H:%M:%S}，请拉开两场考试的间隔",
                )


def _common(one: Subject, other: Subject) -> list[str]:
    there = {window.session for window in other.windows}
    return [window.session for window in one.windows if window.session in there]


def _late_confirmation(season: Season) -> Iterator[Text]:
    opens = season.date("confirmation_opens")
    if opens is None:
        return
    for subject, session, times in Instants(season).all():
        if times.waiting_opens < opens:
            paper = _named(season, season.subject(subject))
            yield Text(
                f"the waiting room of {paper.en} ({session}) opens at {times.waiting_opens:%m-%d %H:%M}, before exams can be "
                f"confirmed at {opens:%m-%d %H:%M}: nobody can come in from the beginning",
                f"{paper.zh}（{session}）于 {times.waiting_opens:%m-%d %H:%M} 开放候考，早于考试确认的开始时间 "
                f"{opens:%m-%d %H:%M}，考生无法及时进入候考",
            )


def _named(season: Season, subject: Subject) -> Text:
    major = season.major(subject.major).name
    return Text(f"{major}: {subject.name}", f"“{major}”{subject.name}")


def _span(since: datetime, until: datetime) -> str:
    return f"{since:%m-%d %H:%M}-{until:%H:%M}"
