"""An operator at the terminal from which the run was started: asked there, whatever pytest does with its own streams."""

from __future__ import annotations

import select
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from conformance.operator.question import Question
from reports.form import Text

TERMINAL = Path("/dev/tty")
AGAIN = Text("That is no answer to this question. Please answer with", "无法识别，请按下列方式作答")
PHONE = Text("phone", "手机")
SECONDS = Text("seconds to answer", "秒内作答")


class NoTerminal(Exception):
    """The run was started without a terminal."""


def _open() -> TextIO:
    try:
        return TERMINAL.open("r+", encoding="utf-8", buffering=1)
    except OSError as fault:
        raise NoTerminal(str(TERMINAL)) from fault


def _wait(terminal: TextIO, seconds: float) -> bool:
    return bool(select.select([terminal], [], [], seconds)[0])


class TerminalOperator:
    """Asks in both languages, waits so many seconds for each answer, and asks again where it is no answer."""

    def __init__(
        self,
        seconds: float,
        opened: Callable[[], TextIO] = _open,
        wait: Callable[[TextIO, float], bool] = _wait,
    ) -> None:
        self._seconds, self._opened, self._wait = seconds, opened, wait

    def ask(self, _: str, name: str, question: Question) -> str | None:
        with suppress(NoTerminal), self._opened() as terminal:
            return self._asked(terminal, name, question)
        return None

    def _asked(self, terminal: TextIO, name: str, question: Question) -> str | None:
        terminal.write(_told(name, question, self._seconds))
        while self._wait(terminal, self._seconds):
            said = terminal.readline()
            if not said:
                return None
            if question.read(said.strip()) is not None:
                return said.strip()
            terminal.write(f"{AGAIN.zh}：{question.hint.zh}\n{AGAIN.en}: {question.hint.en}\n> ")
        return None


def _told(name: str, question: Question, seconds: float) -> str:
    return (
        f"\n{PHONE.zh}（{name}）：{question.text.zh}（{question.hint.zh}；{seconds:g} {SECONDS.zh}）\n"
        f"{PHONE.en} ({name}): {question.text.en} ({question.hint.en}; {seconds:g} {SECONDS.en})\n> "
    )
