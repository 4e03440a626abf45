"""A season as its readers see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path

from conformance.season.answers import Answer
from conformance.season.contacts import Addresses, Support
from conformance.season.terms import APPS, App, Display, Exam, Interruption, Recording, Waiting
from conformance.season.values import Date, Limit, Major, Minimum, Subject, named


@dataclass(frozen=True, slots=True)
class Season:
    """What a board published for one year; `apps` by role, without `aux` where the exam has one phone."""

    id: str
    edition: str
    title: Mapping[str, str]
    zone: tzinfo
    majors: tuple[Major, ...]
    subjects: tuple[Subject, ...]
    limits: Mapping[str, Limit]
    path: Path
    dates: Mapping[str, Date] = field(default_factory=dict)
    minimums: Mapping[str, Minimum] = field(default_factory=dict)
    exam: Exam = field(default_factory=Exam)
    apps: Mapping[str, App] = field(default_factory=lambda: dict(APPS))
    waiting: Waiting = field(default_factory=Waiting)
    display: Display = field(default_factory=Display)
    interruption: Interruption = field(default_factory=Interruption)
    recording: Recording = field(default_factory=Recording)
    addresses: Addresses = field(default_factory=Addresses)
    support: Support = field(default_factory=Support)
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def subject(self, name: str) -> Subject:
        """The subject with this id; KeyError names the subjects there are."""
        return named({subject.id: subject for subject in self.subjects}, name, "subject")

    def major(self, name: str) -> Major:
        """The major with this id; KeyError names the majors there are."""
        return named({major.id: major for major in self.majors}, name, "major")

    def limit(self, name: str) -> int:
        """The value of a limit; KeyError names the limits there are."""
        return named(self.limits, name, "limit").value

    def limit_or(self, name: str, otherwise: int) -> int:
        """The value of a limit, or `otherwise` where the season has none of that name."""
        return self.limits[name].value if name in self.limits else otherwise

    def date(self, name: str) -> datetime | None:
        """The instant of a date; None where the season names no such date."""
        return self.dates[name].value if name in self.dates else None

    def minimum(self, name: str) -> str | int | tuple[str, ...] | None:
        """What a phone must at least be in one respect; None where the season does not say."""
        return self.minimums[name].value if name in self.minimums else None
