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
GOES_ON = Text(
    "the run goes on: {done} of {of} scenarios have a result",
    "继续运行：{of}个场景中已有{done}个得出结果",
)
AGAIN = Text(
    "the lab lost scenarios, which says nothing about the product: {lost} are run again",
    "{lost}个场景因测试环境故障未能完成（与被测对象无关），现重新运行",
)
MARKS = {"PASS": "·", "FAIL": "✗", "ERROR": "!", "INCONCLUSIVE": "?", "REVIEW": "⚑", "WARN": "△"}
ACROSS = 60


class Progress:
    """Prints what comes in, in the order in which it comes in."""

    def __init__(self, console: Console, lang: Language) -> None:
        self._console, self._lang = console, lang
        self._done = self._across = self._expected = 0

    def begin(self, **values: object) -> None:
        self._console.print(Line(BEGIN.within(self._lang).format(**values), "dim"))

    def goes_on(self, done: int, of: int) -> None:
        """The run was cut short, and goes on."""
        self._console.print(Line(GOES_ON.within(self._lang).format(done=done, of=of), "dim"))

    def again(self, lost: int) -> None:
        """What the lab lost is run again."""
        self._console.print(Line(AGAIN.within(self._lang).format(lost=lost), "bold"))

    def expect(self, scenarios: int) -> None:
        """So many are to come."""
        self._done, self._expected = 0, scenarios

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
