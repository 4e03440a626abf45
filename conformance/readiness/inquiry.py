"""Asking a phone: its driver first, then the operator; each answer says who gave it and what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from conformance.operator.question import Operator
from conformance.readiness import making
from conformance.readiness.queries import TABLES, Always, Apps, Query, Source, Value
from conformance.readiness.questions import QUESTIONS
from conformance.readiness.remark import Teller
from conformance.target import Driver
from reports.form import NOTHING, Text


class Asked(Protocol):
    """What is needed of a phone in the hand."""

    udid: str
    name: str
    kind: Driver

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """One fact of a phone; `value` is None where nobody could tell it. `said`: the answer as it came."""

    fact: str
    value: Value | None
    told_by: Teller
    asked: Text = NOTHING
    said: str = ""


class Inquiry:
    """The facts of one phone, each asked once; `apps`: what the phone calls the exam's apps, by role."""

    def __init__(self, phone: Asked, apps: Apps, operator: Operator | None = None) -> None:
        self._phone, self._operator = phone, operator
        self._table = {**TABLES[phone.kind](apps), **making.TABLES[phone.kind](apps)}
        self._answers: dict[str, Answer] = {}

    def __getitem__(self, fact: str) -> Answer:
        if fact not in self._answers:
            self._answers[fact] = self._of_phone(fact) or self._of_operator(fact)
        return self._answers[fact]

    @property
    def known(self) -> Mapping[str, Value | None]:
        """What has been asked so far."""
        return {fact: answer.value for fact, answer in self._answers.items()}

    def of(self, facts: Iterable[str]) -> list[Answer]:
        return [self[fact] for fact in facts]

    def _of_phone(self, fact: str) -> Answer | None:
        for source in self._table.get(fact, ()):
            if (answer := self._told(fact, source)) is not None:
                return answer
        return None

    def _told(self, fact: str, source: Source) -> Answer | None:
        if isinstance(source, Always):
            return Answer(fact, source.value, "system", source.why)
        answers = [self._phone.command(ask.command, ask.arguments) for ask in source.asks]
        value = None if None in answers else source.read(*answers)
        if value is None:
            return None
        return Answer(fact, value, "phone", _commands(source), _short(answers))

    def _of_operator(self, fact: str) -> Answer:
        question = QUESTIONS.get(fact)
        if question is None or self._operator is None:
            return Answer(fact, None, "nobody", question.text if question else NOTHING)
        said = self._operator.ask(self._phone.udid, self._phone.name, question)
        value = None if said is None else question.read(said)
        teller: Teller = "nobody" if value is None else "operator"
        return Answer(fact, value, teller, question.text, said or "")


LONGEST = 60


def _commands(source: Query) -> Text:
    """The commands, those of one kind together."""
    told = dict.fromkeys(ask.kind for ask in source.asks)
    listed = "; ".join(
        f"{kind} {', '.join(ask.what for ask in source.asks if ask.kind == kind)}".strip() for kind in told
    )
    return Text(listed, listed)


def _short(answers: Iterable[Any]) -> str:
    """The beginning of what came."""
    words = " | ".join(" ".join(str(answer).split()) for answer in answers)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
