"""A comparison in Markdown, for a merge request."""

from __future__ import annotations

from collections.abc import Iterator

from conformance.release import telling, words
from conformance.release.forms import Comparison, Side, Turn
from reports.form import Language, Text
from reports.markup import code, escaped, said, table
from reports.wording import word


def comparison(found: Comparison, language: Language) -> str:
    """The whole text; equal comparisons give equal text."""
    lines = [f"# {words.COMPARED.within(language)}", "", *_banner(found)]
    lines += [f"**{escaped(telling.conclusion(found).within(language))}**", ""]
    lines += _sides(found, language)
    if not (found.old.full and found.new.full):
        lines += [escaped(words.PARTIAL.within(language)), ""]
    lines += [f"## {words.CHANGES.within(language)}", ""]
    lines += _changes(found, language)
    for heading, _, causes in telling.sections(found, language):
        lines += [f"## {heading}", ""]
        for cause, turns in causes:
            lines += [*_cause(cause, language), *_turns(turns, language)]
    return "\n".join(lines).rstrip() + "\n"


def _banner(found: Comparison) -> list[str]:
    told = telling.banner(found)
    return [f"> **{escaped(told.zh)}**\\", f"> **{escaped(told.en)}**", ""] if told else []


def _sides(found: Comparison, language: Language) -> list[str]:
    names = ("started", "verdict", "season", "edition", "target", "kit")
    head = ["", *(word("ui", name).within(language) for name in names)]

    def row(name: str, side: Side) -> list[str]:
        verdict = word("run", side.verdict).within(language)
        cells = (side.started, "", side.season, side.edition, f"{side.target} ({side.kind})", side.kit)
        return [f"{name} {code(side.run)}", *(code(cell) if cell else verdict for cell in cells)]

    return table(
        head, [row(words.OLD.within(language), found.old), row(words.NEW.within(language), found.new)]
    )


def _changes(found: Comparison, language: Language) -> list[str]:
    rows = [
        [escaped(name), code(before), code(after)] for name, before, after in telling.changes(found, language)
    ]
    head = ["", words.OLD.within(language), words.NEW.within(language)]
    unread = [escaped(words.not_read(found.unread).within(language)), ""] if found.unread else []
    return [*(table(head, rows) or [words.NO_CHANGE.within(language), ""]), *unread]


def _cause(cause: Text, language: Language) -> list[str]:
    return (
        [f"{words.CAUSE.within(language)}{words.COLON.within(language)}{said(cause, language)}", ""]
        if cause
        else []
    )


def _turns(turns: list[Turn], language: Language) -> Iterator[str]:
    head = [word("ui", "id"), word("ui", "rule"), word("ui", "verdict"), words.REASON]
    yield from table([one.within(language) for one in head], [_row(turn, language) for turn in turns])
    for turn in turns:
        if turn.sort in ("new", "fault") and turn.scenarios:
            yield f"- {escaped(turn.rule)}{words.COLON.within(language)}{', '.join(map(code, turn.scenarios))}"
    yield ""


def _row(turn: Turn, language: Language) -> list[str]:
    return [
        escaped(turn.rule),
        said(turn.title, language),
        telling.verdicts(turn, language),
        said(turn.reason, language),
    ]
