"""What all screens have in common."""

from __future__ import annotations

from typing import ClassVar

from conformance.phone.handset import Handset
from reports.form import Text
from steps.findings import Countdown, View


class Screen:
    """One screen of an app, on one phone. `mark` is the element by which it is known."""

    name: ClassVar[Text]
    mark: ClassVar[str]

    def __init__(self, handset: Handset) -> None:
        self.handset = handset

    def shown(self) -> bool:
        return self.handset.shows(self.mark)

    def look(self) -> View:
        """The screen's name, whether it is there, and all texts on the phone."""
        return View(self.name, self.shown(), self.texts())

    def texts(self) -> tuple[str, ...]:
        return tuple(self.handset.texts())

    def told(self, element: str) -> str:
        """The text of an element, empty where it is not there."""
        found = self.handset.find_all(element)
        return found[0].text if found else ""

    def countdown_at(self, element: str) -> Countdown:
        """A countdown with its place on the screen."""
        box = self.handset.find(element).rect
        _, _, width, height = self.handset.tree()["bounds"]
        across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        return Countdown(self.handset.text(element), self.texts(), across / width, down / height)
