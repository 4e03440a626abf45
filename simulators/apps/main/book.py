"""小艺帮's two tables: its screens, and what a tap does on each, with the basis of every row."""

from collections.abc import Mapping
from datetime import datetime

from simulators.apps import refusals
from simulators.apps.main import phase
from simulators.apps.main.accounts import book as accounts
from simulators.apps.main.core import MainCore
from simulators.apps.main.exams import book as exams
from simulators.apps.main.sitting import book as sitting
from simulators.apps.screenbook import Screenbook, ScreenRow, State, Transition

SCREENS: Mapping[str, ScreenRow] = {
    **refusals.SCREENS, **accounts.SCREENS, **exams.SCREENS, **sitting.SCREENS,
}  # fmt: skip
TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    **refusals.TRANSITIONS, **accounts.TRANSITIONS, **exams.TRANSITIONS, **sitting.TRANSITIONS,
}  # fmt: skip


def shown(state: State, now: datetime) -> str:
    """The screen that is due: a refusal, the step of the open sitting, or the page that was led to."""
    return refusals.first(state, phase.shown(state, now), busy=state["screen"] in ("exam", "code"))


MAIN_BOOK: Screenbook[MainCore] = Screenbook("小艺帮", SCREENS, TRANSITIONS, shown)
