"""The pages of the account, and what a tap does on each."""

from collections.abc import Mapping

from simulators.apps.basis import KEYBOARD
from simulators.apps.main.accounts import actions, login
from simulators.apps.main.core import MainCore
from simulators.apps.screenbook import ScreenRow, Transition
from simulators.apps.taps import focus

SCREENS: Mapping[str, ScreenRow] = {
    "login": ScreenRow(login.login, ("R306", "R307", "R308")),
}

TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    ("login", "focus"): Transition(focus, KEYBOARD),
    ("login", "login"): Transition(actions.log_in, ("R306",)),
}
