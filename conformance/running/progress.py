"""How a run goes on, in the terminal: a line for each scenario that did not pass, and how many are done."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Line

from reports.form import Language, Scenario, Text
from reports.terminal import STYLES
from reports.visible import one_line
from reports.wording import word

BEGIN = Text(
    "scenarios {cases}, rules {rules}, season {season}, target {target}, seed {seed}",
    "共 {rules} 条规则、{cases} 个场景；年度 {season}，被测对象 {target}，随机种子 {seed}",
)
MARKS = {"PASS": "·", "FAIL": "✗", "ERROR": "!", "INCONCLUSIVE": "?", "REVIEW": "⚑", "WARN": "△"}
ACROSS = 60


class Progress:
    """Prints what comes in, in the order in which it comes in."""

    def __init__(self, console: Console, lang: Language, expected: int) -> None:
        self._console, self._lang, self._expected = console, lang, expected
        self._done = self._across = 0

    def begin(self, **values: object) -> None:
        self._console.print(Line(BEGIN.within(self._lang).format(**values), "dim"))

    def scenario(self, scenario: Scenario) -> None:
        """A mark for a scenario that passed, a line for one that did not."""
        self._done += 1
        if scenario.verdict == "PASS":
            self._mark()
            return
        self._newline()
        head = Line(
            f"{MARKS.get(scenario.verdict, '-')} {word('verdict', scenario.verdict).within(self._lang)} ",
            STYLES[scenario.verdict],
        )
        head.append(f"{' '.join(scenario.rules)} ", "bold").append(
            one_line(scenario.name.within(self._lang)), "default"
        )
        self._console.print(head, soft_wrap=True)

    def end(self) -> None:
        """Leave the cursor on a line of its own."""
        self._newline()

    def _mark(self) -> None:
        self._console.print(Line(MARKS["PASS"], "green"), end="")
        self._across += 1
        if self._across == ACROSS:
            self._newline()

    def _newline(self) -> None:
        if self._across:
            self._console.print(Line(f" {self._done}/{self._expected}", "dim"))
            self._across = 0
