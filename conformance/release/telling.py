"""A comparison put into sentences, once for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from conformance.release import words
from conformance.release.forms import Change, Comparison, Sort, Turn
from reports.form import Language, Text
from reports.wording import banner_of, word

SHOWN = 12
"""So many rules are named of those that were added, changed or removed."""


def conclusion(found: Comparison) -> Text:
    """The one sentence."""
    fresh = [turn for turn in found.of("new") if turn.counted]
    of_rules = sum("rule" in turn.subjects for turn in fresh)
    return words.concluded(len(fresh), of_rules, len(found.of("fault")))


def banner(found: Comparison) -> Text | None:
    """What has to be said first, where one of the runs judged no vendor's product."""
    return banner_of(found.new.kind) or banner_of(found.old.kind)


def changes(found: Comparison, language: Language) -> Iterator[tuple[str, str, str]]:
    """What is otherwise, before, after; rules that were added, changed or removed are put together."""
    for subject, rows in groupby(found.changes, key=lambda one: one.subject):
        if subject in ("rule", "answer"):
            yield from _rules(words.SUBJECTS[subject].within(language), list(rows), language)
        else:
            for one in rows:
                yield _name(one, language), one.before, one.after


def _name(one: Change, language: Language) -> str:
    what = words.SUBJECTS[one.subject].within(language)
    named = words.NAMES.get(one.name, Text(one.name, one.name)).within(language)
    return f"{what}{words.COLON.within(language)}{named}" if named else what


def _rules(what: str, rows: list[Change], language: Language) -> Iterator[tuple[str, str, str]]:
    for said, chosen in (
        (words.ADDED, [one.name for one in rows if not one.before]),
        (words.CHANGED, [one.name for one in rows if one.before and one.after]),
        (words.REMOVED, [one.name for one in rows if not one.after]),
    ):
        if chosen:
            more = f" … ({len(chosen)})" if len(chosen) > SHOWN else ""
            yield (
                f"{what}{words.COLON.within(language)}{said.within(language)}",
                "",
                " ".join(chosen[:SHOWN]) + more,
            )


def sections(
    found: Comparison, language: Language
) -> Iterator[tuple[str, Sort, list[tuple[Text, list[Turn]]]]]:
    """The rules that turned, by how and then by why."""
    for sort, said in words.SORTS.items():
        turns = found.of(sort)
        causes = dict.fromkeys(turn.cause for turn in turns)
        if turns:
            by_cause = [(cause, [turn for turn in turns if turn.cause == cause]) for cause in causes]
            yield f"{said.within(language)} ({len(turns)})", sort, by_cause


def verdicts(turn: Turn, language: Language) -> str:
    """From which verdict to which, and whether it counts."""
    before, after = (
        word("verdict", one).within(language) if one else words.NONE.within(language)
        for one in (turn.before, turn.after)
    )
    return f"{before} → {after}{'' if turn.counted else words.NOT_COUNTED.within(language)}"
