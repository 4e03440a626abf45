"""Which operator attends a run: as the target file says; nobody where it says nothing."""

from __future__ import annotations

from collections.abc import Callable

from conformance.operator.page import PageOperator
from conformance.operator.question import Operator
from conformance.operator.scripted import Looked, ScriptedOperator
from conformance.operator.terminal import TerminalOperator
from conformance.target import Attendant


class Attending:
    """One for a run; a page is opened with its first question and closed with the run."""

    def __init__(self, attendant: Attendant | None) -> None:
        self._attendant = attendant
        self._page = PageOperator(attendant.seconds) if attendant and attendant.kind == "page" else None

    def operator(self, phone: Callable[[str], Looked]) -> Operator | None:
        """The operator of a scenario; `phone` hands out the phone of a udid."""
        attendant = self._attendant
        if attendant is None:
            return None
        kinds: dict[str, Callable[[], Operator | None]] = {
            "scripted": lambda: ScriptedOperator(attendant.looks, phone),
            "terminal": lambda: TerminalOperator(attendant.seconds),
            "page": lambda: self._page,
        }
        return kinds[attendant.kind]()

    def close(self) -> None:
        if self._page is not None:
            self._page.close()
