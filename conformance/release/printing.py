"""A comparison on a terminal, in one language."""

from __future__ import annotations

from rich.panel import Panel
from rich.text import Text as Line

from conformance.console import Console
from conformance.release import telling, words
from conformance.release.forms import Comparison, Side, Sort, Turn
from reports.form import Language, Text
from reports.visible import one_line

STYLES: dict[Sort, str] = {
    "new": "bold red",
    "fault": "bold magenta",
    "fixed": "green",
    "unchanged": "red",
    "other": "yellow",
    "gone": "dim",
}


def comparison(found: Comparison, console: Console, language: Language) -> None:
    """Print it: what changed around the verdicts, then the verdicts, and the one sentence last."""
    said = telling.banner(found)
    if said:
        console.print(Panel(Line(f"{said.zh}\n{said.en}"), border_style="yellow"))
    for name, side in ((words.OLD, found.old), (words.NEW, found.new)):
        _say(
            console,
            Line(f"{name.within(language)}  ", "dim").append(one_line(_side(side)), "not dim default"),
        )
    if not (found.old.full and found.new.full):
        _say(console, Line(words.PARTIAL.within(language), "yellow"))
    _changes(found, console, language)
    for heading, sort, causes in telling.sections(found, language):
        _say(console, Line(f"\n{heading}", STYLES[sort]))
        for cause, turns in causes:
            for turn in turns:
                _turn(turn, console, language)
            _more(words.CAUSE, cause, console, language, "  → ")
    _say(console, Line(f"\n{telling.conclusion(found).within(language)}", "bold"))


def _side(side: Side) -> str:
    return f"{side.run}  {side.started[:19].replace('T', ' ')}  {side.season} {side.edition}  {side.target}  {side.kit}"


def _changes(found: Comparison, console: Console, language: Language) -> None:
    _say(console, Line(f"\n{words.CHANGES.within(language)}", "bold"))
    if not found.changes:
        _say(console, Line(f"  {words.NO_CHANGE.within(language)}"))
    for name, before, after in telling.changes(found, language):
        said = f"{before} → {after or words.NONE.within(language)}" if before else after
        _say(console, Line(f"  {one_line(name)}  ", "cyan").append(one_line(said), "default"))
    if found.unread:
        _say(console, Line(f"  {words.not_read(found.unread).within(language)}", "yellow"))


def _turn(turn: Turn, console: Console, language: Language) -> None:
    head = Line(f"  {turn.rule} ", "bold").append(one_line(turn.title.within(language)), "not bold default")
    _say(console, head.append(f"  {telling.verdicts(turn, language)}", "not bold dim"))
    for name in turn.scenarios:
        _say(console, Line(f"      {one_line(name)}", "italic dim"))
    _more(words.REASON, turn.reason, console, language, "      ")


def _more(name: Text, said: Text, console: Console, language: Language, indent: str) -> None:
    if said:
        line = Line(f"{indent}{name.within(language)}{words.COLON.within(language)}", "dim")
        _say(console, line.append(one_line(said.within(language)), "not dim default"))


def _say(console: Console, line: Line) -> None:
    console.print(line, soft_wrap=True)
