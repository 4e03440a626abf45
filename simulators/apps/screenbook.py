"""The screens of an app, and what a tap does on each: two tables, each row with its basis."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from simulators.apps.basis import Assumed, Basis
from simulators.phone.element import Element

State = dict[str, Any]
"""What an app has written down: JSON, so that it survives the app's process."""
Draw = Callable[[State, datetime], Element]
"""A screen: a pure function of the state and of the server's time as the phone estimates it."""
AppT = TypeVar("AppT")
SCREEN, TRANSITION = {"en": "screen", "zh": "界面"}, {"en": "transition", "zh": "操作"}
TEXT, ASSUMED = {"en": "text", "zh": "原文规定"}, {"en": "assumed", "zh": "假定"}


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One screen."""

    draw: Draw
    basis: Basis


@dataclass(frozen=True, slots=True)
class Transition(Generic[AppT]):
    """What a tap does: `handler(app, element id)`, where the system grants what it `needs`."""

    handler: Callable[[AppT, str], None]
    basis: Basis
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screenbook(Generic[AppT]):
    """An app's two tables. `shown` names the screen that is due."""

    label: str
    screens: Mapping[str, ScreenRow]
    transitions: Mapping[tuple[str, str], Transition[AppT]]
    shown: Callable[[State, datetime], str]

    def draw(self, state: State, now: datetime) -> Element:
        return self.screens[self.shown(state, now)].draw(state, now)

    def transition(self, state: State, now: datetime, action: str) -> Transition[AppT] | None:
        """The row for `action` on the screen that is due; None where that screen has none."""
        return self.transitions.get((self.shown(state, now), action))

    def rows(self) -> list[dict[str, Any]]:
        """Every row with its basis, as a report shows it in either language."""
        moves = {f"{screen}/{action}": row.basis for (screen, action), row in self.transitions.items()}
        screens = {name: row.basis for name, row in self.screens.items()}
        return [
            {"app": self.label, "kind": kind, "name": name, **_told(basis)}
            for kind, rows in ((SCREEN, screens), (TRANSITION, moves))
            for name, basis in rows.items()
        ]


def _told(basis: Basis) -> Mapping[str, Mapping[str, str]]:
    if isinstance(basis, Assumed):
        return {"basis": ASSUMED, "source": {"en": basis.en, "zh": basis.zh}}
    return {"basis": TEXT, "source": {"en": ", ".join(basis), "zh": "、".join(basis)}}
