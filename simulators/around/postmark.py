"""The postmark: what it lets one know of the instant of posting, and what follows for the deadline (R117, R122, C30)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Grain = Literal["minute", "hour", "date"]
"""How exactly a stamp tells the time."""
Timeliness = Literal["in_time", "late", "undecided"]
GRAINS: Mapping[Grain, tuple[str, Callable[[datetime], datetime], timedelta]] = {
    "minute": ("%Y.%m.%d %H:%M", lambda at: at.replace(second=0, microsecond=0), timedelta(minutes=1)),
    "hour": ("%Y.%m.%d.%H", lambda at: at.replace(minute=0, second=0, microsecond=0), timedelta(hours=1)),
    "date": (
        "%Y.%m.%d",
        lambda at: at.replace(hour=0, minute=0, second=0, microsecond=0),
        timedelta(days=1),
    ),
}
"""For each grain how the stamp is written, the first instant that it can stand for, and for how long it stands."""


@dataclass(frozen=True, slots=True)
class Postmark:
    """A stamp: its text, and the instants [begins, ends) that it can stand for."""

    text: str
    begins: datetime
    ends: datetime


def stamp(posted: datetime, grain: Grain) -> Postmark:
    """The stamp of something that is posted at an instant, in the zone of that instant."""
    form, begin, length = GRAINS[grain]
    begins = begin(posted)
    return Postmark(begins.strftime(form), begins, begins + length)


def timeliness(mark: Postmark, deadline: datetime) -> Timeliness:
    """Whether what bears the stamp was posted before the deadline, whose own instant is late; undecided where the stamp
    can stand for instants on both sides of it."""
    if mark.ends <= deadline:
        return "in_time"
    return "late" if mark.begins >= deadline else "undecided"
