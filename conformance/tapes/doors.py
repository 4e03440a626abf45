"""The doors of a lab: open as they are, with a recorder in them, or with tapes in the place of everything behind them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from conformance.masking import Mask
from conformance.request import RunRequest
from conformance.tapes import forms
from conformance.tapes.forms import Door, Tape
from conformance.tapes.playing import Playing
from conformance.tapes.recording import Recording


class Doors(Protocol):
    """What a lab's two doors are made of."""

    def through(self, url: str, door: Door, /) -> str:
        """The address that is used for the one that was meant."""
        ...

    def turn_to(self, scenario: str, steps: Callable[[], int] = int, /) -> None:
        """From now on what goes through belongs to this scenario; `steps` tells how many of its steps have been run."""
        ...

    def tape(self, mask: Mask, /) -> Tape | None:
        """What has gone through since then, masked; nothing where nothing is recorded."""
        ...

    def close(self) -> None:
        """Leave the doors as they were."""
        ...


class Open:
    """Nothing is in the doors."""

    def through(self, url: str, _door: Door) -> str:
        return url

    def turn_to(self, _scenario: str, _steps: Callable[[], int] = int) -> None:
        pass

    def tape(self, _mask: Mask) -> Tape | None:
        return None

    def close(self) -> None:
        pass


def of(request: RunRequest) -> Doors:
    """The doors that a run asks for. Stopped where its tapes cannot be read."""
    if request.replay:
        return Playing(forms.load(Path(request.replay)))
    return Recording(request.target) if request.record else Open()
