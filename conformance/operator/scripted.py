"""The operator of a simulated target: looks at the phone's own screens, as a person would, and reads what stands there.

Where each fact stands is told by the target file (`[operator.looks]`): a page of the phone's settings and a row of it.
Nothing else is known here, least of all what a scenario has set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from conformance.operator.question import Question

HOME, OPEN, BACK, VALUE = (
    "system.home.settings",
    "system.settings.open",
    "system.settings.back",
    "system.settings.value",
)


class Looked(Protocol):
    """What is needed of a phone in the hand."""

    def press(self, key: str) -> None: ...

    def shows(self, name: str, **values: str) -> bool: ...

    def tap(self, name: str, **values: str) -> None: ...

    def text(self, name: str, **values: str) -> str: ...


class ScriptedOperator:
    """`looks`: for each fact `page/row`; `phone` hands out the phone of a udid."""

    def __init__(self, looks: Mapping[str, str], phone: Callable[[str], Looked]) -> None:
        self._looks, self._phone = looks, phone

    def ask(self, udid: str, _: str, question: Question) -> str | None:
        if question.fact not in self._looks:
            return None
        page, row = self._looks[question.fact].split("/")
        return read(self._phone(udid), page, row)


def read(phone: Looked, page: str, row: str) -> str:
    """From the home screen into the settings, to the page and its row, and back to the home screen."""
    phone.press("home")
    phone.tap(HOME)
    if phone.shows(BACK):
        phone.tap(BACK)
    phone.tap(OPEN, page=page)
    said = phone.text(VALUE, row=row)
    phone.tap(BACK)
    phone.press("home")
    return said
