"""What a run says while it goes on: one line that is written anew on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from reports.form import Language, Text

SELDOM = 30
"""Where nobody watches, every so manieth line is written."""
NOT_YET = "–"
LINE = Text(
    "{at}  {played} of {candidates} candidates done  {requests} requests  {rps}/s  {failures} without a good answer  p95 {p95} ms",
    "{at}  已完成 {played}/{candidates} 名考生  请求 {requests} 次  每秒 {rps} 次  未获有效应答 {failures} 次  p95 {p95} 毫秒",
)


@dataclass(slots=True)
class Progress:
    lang: Language
    candidates: int
    to: IO[str] = sys.stderr
    _said: int = 0

    def show(self, line: Mapping[str, Any]) -> None:
        """A line of progress as the playing process tells it."""
        text = LINE.within(self.lang).format(
            at=str(line["at"])[11:19],
            candidates=self.candidates,
            **{
                key: NOT_YET if line[key] is None else line[key]
                for key in ("played", "requests", "rps", "failures", "p95")
            },
        )
        if self.to.isatty():
            self.to.write(f"\r\x1b[K{text}")
        elif self._said % SELDOM == 0:
            self.to.write(f"{text}\n")
        self.to.flush()
        self._said += 1

    def end(self) -> None:
        """Leave the last line standing."""
        if self.to.isatty():
            self.to.write("\n")
