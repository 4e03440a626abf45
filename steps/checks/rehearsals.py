"""Practice, and the page of an exam."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import tell
from steps.checks.screens import SHOWS
from steps.findings import Behaviour, Finding, View, join, quoted


def read_before_recording(
    label: str, page: View, texts: Sequence[str], practices: Sequence[Record]
) -> Finding:
    """The page where a practice begins is there with these words, and no practice has begun."""
    told = any(label in text for text in texts)
    return Finding(
        page.shown and told and not practices,
        Text(f"“{label}” on the phone and no practice begun", f"手机显示“{label}”，尚未开始练习"),
        join(SHOWS, quoted(texts), tell(practices)),
    )


def practice_code(label: str, page: View, texts: Sequence[str], _: Sequence[Record] = ()) -> Behaviour:
    """Whether the page where a practice begins offers a code: `code`, `no_code`, or nothing where it is not there."""
    offered = any(label in text for text in texts)
    known = "code" if offered else "no_code"
    return Behaviour(known if page.shown else "", join(SHOWS, quoted(texts)))


def came_by(labels: Sequence[str], button: str, listed: Sequence[str], tapped: str, page: View) -> Finding:
    """The list has these very words, the button is called so, and it led to the page of the exam."""
    there = [label for label in labels if label in listed]
    return Finding(
        page.shown and there == list(labels) and tapped == button,
        quoted([*labels, button, page.name.zh]),
        join(quoted([*there, tapped]), SHOWS, quoted(page.texts)),
    )


def blocks_in_order(labels: Sequence[str], texts: Sequence[str]) -> Finding:
    """Each of these very words heads something to read, one below the other."""
    places = [texts.index(label) for label in labels if label in texts]
    headed = [place + 1 < len(texts) and texts[place + 1] not in labels for place in places]
    return Finding(
        len(places) == len(labels) and places == sorted(places) and all(headed),
        quoted(labels),
        join(SHOWS, quoted(texts)),
    )


def page_is_of(subject: str, begins: str, ends: str, texts: Sequence[str]) -> Finding:
    """The page names the subject, and in one text when it is answered."""
    timed = any(begins in text and ends in text for text in texts)
    return Finding(
        timed and any(subject in text for text in texts),
        quoted([subject, f"{begins}-{ends}"]),
        join(SHOWS, quoted(texts)),
    )
