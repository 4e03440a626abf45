"""What the system's screens have to know of their phone: its model, its system, its language."""

from dataclasses import dataclass
from datetime import datetime

from simulators.phone.element import Element
from simulators.phone.model import Model
from simulators.phone.shell import OWNER
from simulators.phone.system import Packages, System, Text, Words

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
NOTCHED = 2.05
"""An iPhone so many times as high as wide has a notch, and a tall bar beside it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One phone's system, as it speaks."""

    model: Model
    system: System
    language: str

    def say(self, text: Text) -> str:
        return text.said(self.language)

    @property
    def words(self) -> Words:
        return self.system.words

    @property
    def packages(self) -> Packages:
        return self.system.packages

    @property
    def tall(self) -> bool:
        """Whether the bar at the top is tall."""
        return self.system.name == "iOS" and self.model.height > NOTCHED * self.model.width

    def date(self, now: datetime) -> str:
        if self.language.startswith("zh"):
            return f"{now.month}月{now.day}日 {WEEKDAYS[now.weekday()]}"
        return f"{DAYS[now.weekday()]}, {MONTHS[now.month - 1]} {now.day}"


def named(package: str, name: str) -> str:
    """The id of an element that a package of the system draws."""
    return f"{package}{OWNER}{name}"


def text(element_id: str, words: str, style: str) -> Element:
    return Element("text", element_id, words, style=style)


def image(source: str, style: str, description: str = "", element_id: str = "") -> Element:
    return Element("image", element_id, description=description, source=source, style=style)


def group(element_id: str, *children: Element, style: str) -> Element:
    return Element("group", element_id, children=children, style=style)


SPACE = Element("group", "", style="space")
