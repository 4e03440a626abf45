"""The catalogue in the terminal: chapter by chapter, a line a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text as Line

from conformance.catalogue import Catalogue, Row
from conformance.sentences.suite import Suite
from reports.form import Language, Text
from reports.wording import word

CODE, LEVEL, TITLE = 9, 10, 40
"""Cells that a column takes at least, so that the chapters stand in line with one another."""


def parts(rules: Catalogue, features: Suite, lang: Language) -> Iterator[Line | Table]:
    """For each chapter its heading, and a table of its rows with level, harm and number of scenarios."""
    counts: dict[str, int] = {}
    for case in features.cases():
        for rule in case.scene.rules:
            counts[rule] = counts.get(rule, 0) + 1
    for chapter, rows in by_chapter(rules):
        yield Line(f"\n{title(rules, features, chapter).within(lang)}", "bold underline")
        yield _table(rows, counts, lang)


def by_chapter(rules: Catalogue) -> Iterator[tuple[str, list[Row]]]:
    """The chapters in their order, each with its rows."""
    for chapter in dict.fromkeys(row.chapter for row in rules.rows):
        yield chapter, [row for row in rules.rows if row.chapter == chapter]


def title(rules: Catalogue, features: Suite, chapter: str) -> Text:
    """A chapter's title: its own, else that of its features, else its name."""
    return {**features.chapters, **rules.chapters}.get(chapter, Text(chapter, chapter))


def _table(rows: Sequence[Row], counts: dict[str, int], lang: Language) -> Table:
    table = Table.grid(padding=(0, 2), expand=False)
    for width in (CODE, LEVEL, TITLE, 0, 0):
        table.add_column(overflow="fold", min_width=width or None)
    for row in rows:
        level = word("level", row.level).within(lang)
        harm = word("harm", row.harm).within(lang)
        count = str(counts.get(row.id, 0)) if counts.get(row.id) or not row.untested else "–"
        table.add_row(
            Line(row.id, "bold"), level, row.title.within(lang), Line(harm, "dim"), Line(count, "dim")
        )
    return table
