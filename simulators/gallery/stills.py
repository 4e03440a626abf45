"""What the gallery hangs: a picture of a phone's screen, which screen it is, and what it shows."""

from dataclasses import dataclass, field
from typing import Literal

from simulators.phone.model import Model

Wing = Literal["main", "aux", "system"]
"""小艺帮, 小艺助手, and the phone's own screens."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Still:
    """One picture; `png` is a file."""

    wing: Wing
    screen: str
    caption: Words
    model: Model
    png: bytes = field(repr=False)

    @property
    def wide(self) -> bool:
        """Whether it is a tablet's."""
        return self.model.width * 5 > self.model.height * 3
