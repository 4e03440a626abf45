"""A capacity calculation on a terminal, in one language."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from conformance.capacity import words
from conformance.capacity.form import Capacity, Choice
from conformance.capacity.words import word, wording
from reports.drawing import size
from reports.form import Language, Text
from reports.sheet import filled, grouped
from reports.visible import one_line

COLUMNS = ("ingest", "last", "p50", "p95", "films_late", "photos_late")


def show(answer: Capacity, lang: Language, console: Console) -> None:
    """Print it: the one sentence, what is needed, and what more ingest would bring."""
    console.print(Line(words.conclusion(answer).within(lang), "bold" if answer.reachable else "bold yellow"))
    for one in answer.slow:
        console.print(Line(one_line(words.slow(one).within(lang)), "yellow"))
    console.print(_needed(answer, lang))
    console.print(_choices(answer.choices, lang))
    if answer.check:
        console.print(Line(one_line(words.checked(answer.check).within(lang))))
    console.print(Line(wording()["estimate"].within(lang), "dim"))


def _needed(answer: Capacity, lang: Language) -> Table:
    totals, processes, busiest = answer.totals, answer.processes, answer.requests
    asked = ", ".join(
        f"{word('name', name).within(lang)} {grouped(number)}" for name, number in busiest.by_name.items()
    )
    for_what = filled(
        wording()["processes_say"], requests=processes.for_requests, ingest=processes.for_ingest
    )
    rows: list[tuple[Text, str]] = [
        (wording()["sent"], f"{size(totals.bytes)} ({totals.files:,})"),
        (filled(wording()["storage"], copies=answer.plan["uploads"]["copies"]), size(totals.storage_bytes)),
        (wording()["processes"], f"{processes.needed:,} ({for_what.within(lang)})"),
        (
            filled(wording()["busiest"], at=words.moment(busiest.at)),
            f"{grouped(busiest.peak)} ({one_line(asked)})",
        ),
    ]
    table = Table.grid(padding=(0, 2))
    for said, value in rows:
        table.add_row(Line(said.within(lang), "dim"), value)
    return table


def _choices(choices: tuple[Choice, ...], lang: Language) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0))
    for name in COLUMNS:
        table.add_column(word("short", name).within(lang), justify="right")
    for one in choices:
        late = [
            Line(f"{number:,}", "bold red" if number else "") for number in (one.films_late, one.photos_late)
        ]
        table.add_row(
            words.speed(one.ingest_mbit).within(lang),
            words.moment(one.last_upload)[5:16],
            grouped(one.p50_minutes),
            grouped(one.p95_minutes),
            *late,
        )
    return table
