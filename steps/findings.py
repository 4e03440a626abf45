"""What a check finds, and the small words in which it says so in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from conformance.bench.forms import Probed, Record
from conformance.season import Window
from reports.form import Text

NOTHING = Text("nothing", "无")


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether what was expected was seen."""

    holds: bool
    expected: Text
    seen: Text


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Which behaviour was met, by the id under which a rule accepts it; empty where it is none of those known."""

    id: str
    seen: Text


@dataclass(frozen=True, slots=True)
class View:
    """What a screen shows: its name, whether it is there, and the texts on the phone from top to bottom."""

    name: Text
    shown: bool
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Countdown:
    """A countdown on a screen: its text, the words around it, and where its middle lies (0 to 1 of the screen)."""

    text: str
    texts: tuple[str, ...]
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Span:
    """From one instant to another."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """One sitting of the timetable: when it is, what was answered to whom came when, what was seen, what is recorded."""

    major: str
    subject: str
    session: str
    opens: datetime
    starts: datetime
    ends: datetime
    answers: Mapping[str, Probed] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """What an exam's details say of one major of the candidate's: of each sitting, and from the page's top to its end."""

    major: str
    subjects: tuple[str, ...]
    sittings: tuple[ListedSitting, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedSitting:
    """A sitting that the season has, and what the list says of its time."""

    subject: str
    window: Window
    told: str

    @property
    def name(self) -> str:
        window = self.window
        return f"{self.subject} {window.session} {window.start:%Y-%m-%d %H:%M}-{window.end:%H:%M}"


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it was shown: a digest of its picture, and its letters."""

    picture: str
    letters: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A phone that asked to join an exam: its device, whether it got in, and what it was told."""

    device: str
    admitted: bool
    told: str


def quoted(words: Iterable[str], nothing: Text = NOTHING) -> Text:
    """Words as they stand on the phone or in the record, in quotation marks."""
    listed = list(words)
    if not listed:
        return nothing
    return Text(", ".join(f"“{word}”" for word in listed), "、".join(f"“{word}”" for word in listed))


def join(*parts: Text) -> Text:
    """Parts of one sentence in a row."""
    return Text(" ".join(part.en for part in parts), "".join(part.zh for part in parts))
