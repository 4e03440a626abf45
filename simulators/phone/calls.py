"""Telephone calls: one at a time, ringing, then answered or gone."""

from dataclasses import dataclass
from typing import Literal

State = Literal["idle", "ringing", "talking"]


@dataclass(slots=True)
class Calls:
    """The call that there is, if any."""

    state: State = "idle"
    number: str = ""

    def ring(self, number: str) -> bool:
        """Whether the call rings: a phone that is on the line already is busy."""
        if self.state != "idle":
            return False
        self.state, self.number = "ringing", number
        return True

    def answer(self) -> None:
        """ValueError where nothing rings."""
        if self.state != "ringing":
            raise ValueError("no call is ringing, so that none can be answered")
        self.state = "talking"

    def hang_up(self) -> None:
        """End the call, whoever does it; nothing happens where there is none."""
        self.state, self.number = "idle", ""
