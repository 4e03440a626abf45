"""The way from one stage to the next through the screens, for targets that cannot make worlds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from steps.deeds.account import Account
from steps.moments import Moment

HALF_A_MINUTE = timedelta(seconds=30)
SOON_AFTER = Moment("waiting_opens", timedelta(minutes=1))


def _confirm(person: Account) -> None:
    person.get_ready()
    person.main.to_detail()


def _pair(person: Account) -> None:
    """With one phone there is nothing to pair: her exam is open."""
    if person.has_aux:
        person.let_aux_record()
    else:
        person.log_in_and_open_exam()


def _wait(person: Account) -> None:
    """Half a minute longer, in which the exam's resources come."""
    person.enter_and_pass(SOON_AFTER)
    person.stage.move_by(HALF_A_MINUTE)


def _answer(person: Account) -> None:
    person.cast.to("answering_begins")


def _photograph(person: Account) -> None:
    person.cast.to("display_ends")


WAY: tuple[tuple[str, Callable[[Account], None]], ...] = (
    ("confirmed", _confirm),
    ("paired", _pair),
    ("waiting", _wait),
    ("answering", _answer),
    ("photos", _photograph),
)
"""Each stage after `registered`, in order, with what leads to it from the one before."""


STAGES = ("registered", *(stage for stage, _ in WAY))


def walk(person: Account, there: str, wanted: str) -> None:
    """Bring a person from the stage `there` to the stage `wanted`; nothing if they are the same."""
    for _, lead in WAY[STAGES.index(there) : STAGES.index(wanted)]:
        lead(person)
