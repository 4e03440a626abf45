"""The loudspeaker: what an app says aloud, and whether it could be heard."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

KEPT = 200
"""So many prompts are remembered; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Words that a package said at an instant, by the phone's own clock; `volume` 0 is silence."""

    at: datetime
    package: str
    words: str
    volume: int

    @property
    def audible(self) -> bool:
        return self.volume > 0


class Speaker:
    """`volume` gives how loud apps play now."""

    def __init__(self, now: Callable[[], datetime], volume: Callable[[], int]) -> None:
        self._now, self._volume = now, volume
        self._said: deque[Prompt] = deque(maxlen=KEPT)

    def say(self, package: str, words: str) -> None:
        """A package says something, at the volume that is set now."""
        self._said.append(Prompt(self._now(), package, words, self._volume()))

    @property
    def said(self) -> tuple[Prompt, ...]:
        """What was said, in its order."""
        return tuple(self._said)
