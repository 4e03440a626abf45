"""The way from one stage to the next through the screens, for targets that cannot make worlds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from steps.deeds.submitting import Submitting
from steps.moments import Moment

SOON_AFTER = Moment("waiting_opens", timedelta(minutes=1))


def _confirm(person: Submitting) -> None:
    person.main.handset.launch("main")
    person.main.to_detail()
    person.main.exam_detail.sign_pledge()


def _pair(person: Submitting) -> None:
    person.let_aux_record()


def _wait(person: Submitting) -> None:
    person.enter_and_pass(SOON_AFTER)


def _answer(person: Submitting) -> None:
    person.cast.to("starts")


def _photograph(person: Submitting) -> None:
    person.cast.to("display_ends")


WAY: tuple[tuple[str, Callable[[Submitting], None]], ...] = (
    ("confirmed", _confirm),
    ("paired", _pair),
    ("waiting", _wait),
    ("answering", _answer),
    ("photos", _photograph),
)
"""Each stage after `registered`, in order, with what leads to it from the one before."""


STAGES = ("registered", *(stage for stage, _ in WAY))


def walk(person: Submitting, there: str, wanted: str) -> None:
    """Bring a person from the stage `there` to the stage `wanted`; nothing if they are the same."""
    for _, lead in WAY[STAGES.index(there) : STAGES.index(wanted)]:
        lead(person)
