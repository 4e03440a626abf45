"""Mock exams: what is asked, what counts, and what is kept apart from the formal exam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conformance.bench.forms import Record, Review
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Behaviour, Finding, join, quoted

FORMAL = "formal"


def counted(number: int, told: int | None) -> Finding:
    """The page says this number."""
    seen = quoted([] if told is None else [str(told)])
    return Finding(told == number, Text(f"“{number}” on the page", f"页面显示“{number}”"), seen)


def mock_gate_met(texts: Sequence[str], label: str, records: Sequence[Record]) -> Behaviour:
    """What met a candidate without a mock exam at the formal one: `let_in`, `refused` with a word of it, or neither."""
    entered, refused = events(records, "entered"), events(records, "refused")
    told = [text for text in texts if label in text]
    seen = join(tell([*entered, *refused]), SHOWS, quoted(told))
    if entered and not refused:
        return Behaviour("let_in", seen)
    return Behaviour("refused" if refused and told and not entered else "", seen)


def questions_differ(asked: Mapping[str, Mapping[str, Sequence[str]]]) -> Finding:
    """In each subject there is a question in each session, and no mock exam has that of the formal one."""
    return Finding(
        bool(asked) and all(_differ(sessions) for sessions in asked.values()),
        Text(
            "a question in each session, and none that is the formal one's", "各场均有考题，且与正式考试不同"
        ),
        quoted(
            f"{subject} {session}: {' '.join(words)}"
            for subject, sessions in asked.items()
            for session, words in sessions.items()
        ),
    )


def _differ(sessions: Mapping[str, Sequence[str]]) -> bool:
    formal = list(sessions.get(FORMAL, ()))
    mocks = [list(words) for session, words in sessions.items() if session != FORMAL]
    return bool(formal) and bool(mocks) and all(words and words != formal for words in mocks)


def does_not_say(label: str, texts: Sequence[str]) -> Finding:
    """The page has texts, and none with these words."""
    found = [text for text in texts if label in text]
    return Finding(
        bool(texts) and not found,
        Text(f"no “{label}” on the phone", f"手机未显示“{label}”"),
        join(SHOWS, quoted(found or texts)),
    )


def nothing_recorded(records: Sequence[Record]) -> Finding:
    """The record has nothing of this."""
    return Finding(not records, Text("no record", "没有记录"), tell(records))


def left_to_herself(waiting: Sequence[Review], decided: Sequence[Record]) -> Finding:
    """Nothing waits for a person, and no person has decided anything."""
    return Finding(
        not waiting and not decided,
        Text("nothing that anybody else had to do", "没有需要他人处理的事项"),
        join(quoted(one.kind for one in waiting), Text(";", "；"), tell(decided)),
    )
