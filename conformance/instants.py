"""The examiner's own instants, derived from the season's published values and from nothing the platform says.

Sources: waiting room R038 and R428, start R427 and R434, display R106, photo countdown R462 and R467, automatic end
of the auxiliary recording R532 and R535; the limits are the season's. A window is half-open: it begins with its
first instant and does not hold its last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from conformance.season import Season

DATES = ("confirmation_opens", "identity_deadline", "sheets_from", "sheets_until", "posting_deadline")
"""The season's dates from which on something is possible (R011, C12, R056, C29) or late (R328, C11, R057, R117, C30)."""


OWN_MINUTES = ("reading_minutes", "answer_minutes")


@dataclass(frozen=True, slots=True)
class Own:
    """When a candidate herself began and ended, where a season leaves that to her; None: as everybody."""

    began: datetime | None = None
    finished: datetime | None = None


EVERYBODYS = Own()


@dataclass(frozen=True, slots=True)
class SittingInstants:
    """When things happen in one sitting. `display_ends` is None where there is no answer sheet or no display,
    `aux_ends` where there is no aux phone.

    `photos_end` is the last instant of photographing and submitting; without a sheet, of submitting.
    `confirmation_opens` and what follows it are the season's own; None where the season does not say. The support desk
    opens and closes on the day of the sitting (R573).

    The question is read until `answering_begins`; where there is no time for reading, that is the start. Where everybody
    begins at a time of their own, nobody does from `closes` on: the window's end.
    """

    waiting_opens: datetime
    starts: datetime
    answering_begins: datetime
    closes: datetime
    ends: datetime
    display_ends: datetime | None
    photos_end: datetime
    aux_ends: datetime | None
    confirmation_opens: datetime | None = None
    identity_deadline: datetime | None = None
    sheets_from: datetime | None = None
    sheets_until: datetime | None = None
    posting_deadline: datetime | None = None
    support_opens: datetime | None = None
    support_closes: datetime | None = None
    kept_until: datetime | None = None
    """The last instant at which both phones must still have their apps (C18): of a formal exam, where the season says so."""

    @property
    def half_waited(self) -> datetime:
        """When half of the waiting time is over: no limit, but a moment that lies in every season's waiting room."""
        return self.waiting_opens + (self.closes - self.waiting_opens) / 2

    def named(self) -> Mapping[str, datetime]:
        """The sitting's own instants there are, by name, in their order."""
        names = ("waiting_opens", "starts", "ends", "display_ends", "photos_end", "aux_ends")
        return {name: at for name in names if (at := getattr(self, name)) is not None}

    def hours(self) -> Mapping[str, datetime]:
        """When the support desk opens and closes on that day."""
        names = ("support_opens", "support_closes")
        return {name: at for name in names if (at := getattr(self, name)) is not None}


@dataclass(frozen=True, slots=True)
class Instants:
    """Derives the instants of every sitting of a season."""

    season: Season

    def of(self, subject: str, session: str, own: Own = EVERYBODYS) -> SittingInstants:
        """The instants of one subject's session, as the candidate's `own` choices make them; KeyError names what there is."""
        paper = self.season.subject(subject)
        window = paper.window(session)
        free = self.season.exam.start == "free"
        reading, answering = (timedelta(minutes=self.season.limit_or(name, 0)) for name in OWN_MINUTES)
        starts = own.began or window.start
        ends = own.finished or (starts + reading + answering if own.began else window.end)
        displays = paper.has_sheet and self.season.limit("display_seconds") > 0
        display_ends = ends + self._seconds("display_seconds") if displays else None
        photos_end = (display_ends or ends) + self._last(paper.has_sheet)
        return SittingInstants(
            waiting_opens=window.start - (timedelta(0) if free else self._minutes("waiting_minutes")),
            starts=starts,
            answering_begins=starts + reading,
            closes=window.end if free else window.start,
            ends=ends,
            display_ends=display_ends,
            photos_end=photos_end,
            aux_ends=photos_end + self._minutes("aux_margin_minutes")
            if self.season.exam.cameras == 2
            else None,
            **{name: self.season.date(name) for name in DATES},
            **self._support(window.start),
            kept_until=self._kept_until(paper.major) if window.formal else None,
        )

    def dates(self) -> Mapping[str, datetime]:
        """The season's limits that belong to no sitting, as far as it names them."""
        return {name: at for name in DATES if (at := self.season.date(name)) is not None}

    def all(self) -> Iterator[tuple[str, str, SittingInstants]]:
        """Subject, session and instants of every sitting."""
        for subject in self.season.subjects:
            for window in subject.windows:
                yield subject.id, window.session, self.of(subject.id, window.session)

    def _kept_until(self, major: str) -> datetime | None:
        """Counted from the end of the major's last formal exam."""
        hours = self.season.limit_or("keep_app_hours", 0)
        formal = [
            window.end
            for paper in self.season.subjects
            for window in paper.windows
            if paper.major == major and window.formal
        ]
        return max(formal) + timedelta(hours=hours) if hours else None

    def _support(self, day: datetime) -> dict[str, datetime | None]:
        """The hours of the support desk on a day; nothing where the season does not say, or not of that day."""
        desk = self.season.support
        if day.isoweekday() not in desk.days:
            return {}
        midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
        hours = {"support_opens": desk.opens, "support_closes": desk.closes}
        return {name: midnight + timedelta(minutes=at) for name, at in hours.items()}

    def _last(self, has_sheet: bool) -> timedelta:
        """How long the last step lasts: photos and submission; or without sheets the submission, or the videos' deadline."""
        if has_sheet:
            return self._minutes("photo_minutes")
        videos = timedelta(minutes=self.season.limit_or("video_minutes", 0))
        return videos or self._minutes("submit_minutes")

    def _minutes(self, limit: str) -> timedelta:
        return timedelta(minutes=self.season.limit(limit))

    def _seconds(self, limit: str) -> timedelta:
        return timedelta(seconds=self.season.limit(limit))
