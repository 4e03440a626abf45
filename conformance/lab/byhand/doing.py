"""What takes the place of a bench's control: the phone's own driver, else an operator. What was done is kept, with whose hand it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol

from conformance.lab.byhand import emulated
from conformance.lab.byhand.done import Done
from conformance.lab.byhand.driven import Commands
from conformance.lab.byhand.telling import TOLD, deed
from conformance.lab.byhand.there import now
from conformance.operator.question import Operator
from conformance.outcome import ControlMissing
from conformance.target import Driver
from reports.form import Text


class Held(Protocol):
    """What is needed of a phone in the hand."""

    kind: Driver
    name: str

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any: ...

    def does(self, name: str, arguments: Mapping[str, Any]) -> bool: ...


class Hands:
    """Those that are lent for a scenario: `hold` hands out the phone of a udid, `attend` the operator, who does the controls named."""

    def __init__(self, by_operator: tuple[str, ...]) -> None:
        self._by_operator = by_operator
        self._hold: Callable[[str], Held] | None = None
        self._attend: Callable[[], Operator | None] = lambda: None
        self.done: list[Done] = []

    def lend(self, hold: Callable[[str], Held], attend: Callable[[], Operator | None]) -> None:
        """Whose phones it is from now on, and who attends them; nothing has been done to them yet."""
        self._hold, self._attend, self.done = hold, attend, []

    def do(self, control: str, udid: str, body: Mapping[str, Any]) -> None:
        """The driver, if it has commands for it and takes them; else the operator, if one does it in time."""
        if self._hold is None:
            raise ControlMissing(control)
        phone = self._hold(udid)
        read = emulated.reads(phone.kind, udid).get(control)
        commands = read(body) if read else None
        if commands is not None and self._first(control, body) and _take(phone, commands):
            said = "; ".join(f"mobile: {name}" for name, _ in commands)
            self._keep(control, udid, "driver", Text(said, said))
            return
        operator = self._attend()
        if operator is None or control not in self._by_operator or control not in TOLD:
            raise ControlMissing(control)
        question = deed(control, body)
        answer = operator.ask(udid, phone.name, question)
        if answer is None or not question.read(answer):
            raise ControlMissing(control, undone(question.text))
        self._keep(control, udid, "operator", question.text)

    def _first(self, control: str, body: Mapping[str, Any]) -> bool:
        """Whether another phone has done what has to come before, if anything has."""
        other = emulated.before(control, body)
        return other is None or (self._hold is not None and _take(self._hold(other[0]), other[1]))

    def _keep(self, control: str, udid: str, by: Literal["driver", "operator"], said: Text) -> None:
        self.done.append(Done(now(), control, udid, by, said))


def _take(phone: Held, commands: Commands) -> bool:
    """Whether the phone's driver takes them all."""
    return all(phone.does(name, arguments) for name, arguments in commands)


def undone(told: Text) -> Text:
    return Text(f"the operator has not done it in time: {told.en}", f"操作员未在时限内完成：{told.zh}")
