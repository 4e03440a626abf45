"""小艺帮's two tables: its screens, and what a tap does on each, with the basis of every row."""

from collections.abc import Mapping

from simulators.apps.main.accounts import book as accounts
from simulators.apps.main.core import MainCore
from simulators.apps.main.exams import book as exams
from simulators.apps.main.phase import shown
from simulators.apps.main.sitting import book as sitting
from simulators.apps.screenbook import Screenbook, ScreenRow, Transition

ROOMS = (accounts, exams, sitting)
SCREENS: Mapping[str, ScreenRow] = {name: row for room in ROOMS for name, row in room.SCREENS.items()}
TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    key: row for room in ROOMS for key, row in room.TRANSITIONS.items()
}
MAIN_BOOK: Screenbook[MainCore] = Screenbook("小艺帮", SCREENS, TRANSITIONS, shown)
