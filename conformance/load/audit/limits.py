"""What must hold of one sitting, derived by the examiner from the published season alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from conformance.instants import Instants, SittingInstants
from conformance.load.audit.forms import Seat
from conformance.season import Season


@dataclass(frozen=True, slots=True)
class Limits:
    """Instants and counts of one sitting. `phones` is 0 where there is no aux phone, `pages` where there is no sheet;
    `fixed` where everybody begins at the same instant; `forfeits` where interruptions beyond the limit forfeit."""

    at: SittingInstants
    phones: int
    pages: int
    interruption: timedelta
    interruptions: int
    fixed: bool
    forfeits: bool
    second_login_fails: bool

    @property
    def closing_from(self) -> datetime:
        """From when photos and the submission are taken."""
        return self.at.display_ends or self.at.ends


class Lawgiver:
    """Derives the limits of sittings, once for each paper and session."""

    def __init__(self, season: Season) -> None:
        self._season = season
        self._of = cache(self._derived)

    def limits(self, seat: Seat) -> Limits:
        """KeyError for a subject or session that the season does not have."""
        return self._of(seat.subject, seat.session)

    def _derived(self, subject: str, session: str) -> Limits:
        season = self._season
        return Limits(
            at=Instants(season).of(subject, session),
            phones=season.limit_or("phones_per_code", 0) if season.exam.cameras == 2 else 0,
            pages=season.subject(subject).pages,
            interruption=timedelta(seconds=season.limit("interruption_seconds")),
            interruptions=season.limit("interruptions_allowed"),
            fixed=season.exam.start == "fixed",
            forfeits=season.interruption.beyond == "forfeit",
            second_login_fails=season.interruption.second_device_login == "fails_exam",
        )
