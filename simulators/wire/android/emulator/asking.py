"""What a command of the console is given: the phone, and its words."""

from collections.abc import Callable
from dataclasses import dataclass, field

from simulators.phone.phone import Phone
from simulators.wire.android.device import Device


class Refused(Exception):
    """What stands behind KO."""


@dataclass(slots=True)
class Asked:
    """A command at work: its words without those that name it."""

    device: Device
    serial: str
    words: list[str]
    line: str
    """All that stands behind the command's name, as it was typed."""
    radio: dict[str, str] = field(default_factory=dict)
    """What the mobile network is said to do, by voice and data."""

    @property
    def phone(self) -> Phone:
        return self.device.phone

    def word(self, place: int, what: str) -> str:
        """A word; Refused names what is missing."""
        if place >= len(self.words):
            raise Refused(f"missing {what}")
        return self.words[place]

    def number(self, place: int, what: str) -> float:
        """A number, with either mark for its fraction."""
        text = self.word(place, what).replace(",", ".")
        try:
            return float(text)
        except ValueError as fault:
            raise Refused(f"{what} is {text!r}, not a number") from fault


Run = Callable[[Asked], str | None]
