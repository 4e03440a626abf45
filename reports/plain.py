"""``summary.txt``: a run as plain text, to be mailed, printed or compared line by line."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console

from reports.catalogued import chapters
from reports.form import Language, Results, Rule
from reports.overview import facts
from reports.terminal import COLONS, summary, verdict_word
from reports.visible import one_line
from reports.wording import word

WIDTH = 110


def plain(results: Results, language: Language) -> str:
    """What the terminal shows, then what was judged and every rule with its verdict; equal results give equal text."""
    out = StringIO()
    # Said here, not found out, or a text would look otherwise on each machine.
    console = Console(
        file=out, width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False, _environ={}
    )
    summary(results, language, console)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join([*lines, "", *_facts(results, language), *_rules(results, language)]) + "\n"


def _facts(results: Results, language: Language) -> Iterator[str]:
    yield word("ui", "about").within(language)
    for name, said in facts(results, language):
        yield f"  {name}{COLONS[language]}{one_line(said)}"


def _rules(results: Results, language: Language) -> Iterator[str]:
    for chapter in chapters(results):
        yield ""
        yield one_line(chapter["title"].within(language))
        for rule in chapter["rules"]:
            yield _rule(rule, language)


def _rule(rule: Rule, language: Language) -> str:
    return f"  {rule.id}  {verdict_word(rule.verdict, language)}  {one_line(rule.title.within(language))}"
