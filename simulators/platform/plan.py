"""The platform's own derivation of instants from the published plan of a season."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from conformance.season import Season, Subject
from simulators.platform.terms import Own, Terms, terms

HEARTBEAT = timedelta(seconds=1)
"""How often phones send a heartbeat. Assumed, as the next: no document says how silence is noticed."""
SILENCE_BEATS = 5
"""A main phone that has not been heard for so many heartbeats is interrupted."""

FORMAL = "formal"
UPLOAD_HOURS = 48
"""An upload that nothing was added to for so long expires. Assumed, after the 48 hours of R272 and R273."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One sitting's instants and limits. `display_ends` is None where no answer sheet is displayed; without an aux phone
    `phones_per_code` is 0 and `auto_end` is `photo_ends`.

    Nobody comes in at `closes` or later: the start, or the window's end where everybody begins at a time of their own
    and then has `answering`. The question is read before `answering_from`.
    """

    opens_at: datetime
    closes: datetime
    start: datetime
    reading: timedelta
    answering: timedelta
    end: datetime
    display_ends: datetime | None
    photo_ends: datetime
    auto_end: datetime
    has_aux: bool
    formal: bool
    has_sheet: bool
    pages: int
    interruption: timedelta
    interruptions_allowed: int
    face_failures: int
    phones_per_code: int
    free_storage: int
    silence: timedelta
    terms: Terms = field(default_factory=Terms)
    kept_until: datetime | None = None
    """The last instant at which the phones must still have the apps (C18); None where the season asks for no such thing."""

    @property
    def answering_from(self) -> datetime:
        return self.start + self.reading

    def may_be_under_way(self, at: datetime) -> bool:
        """Whether somebody may be in this sitting; who begins last goes on beyond the window."""
        latest = self.photo_ends + (self.reading + self.answering if self.terms.free else timedelta(0))
        return self.opens_at <= at < latest

    def own(self, own: Own) -> "Schedule":
        """The times of a candidate who began, or ended, at a time of her own; what follows keeps its distance."""
        if own.begun is None and own.finished is None:
            return self
        start = own.begun or self.start
        end = own.finished or (start + self.reading + self.answering if own.begun else self.end)
        later = end - self.end
        return replace(
            self,
            start=start,
            end=end,
            display_ends=self.display_ends + later if self.display_ends else None,
            photo_ends=self.photo_ends + later,
            auto_end=self.auto_end + later,
        )


def confirmation_opens(season: Season) -> datetime | None:
    """The first instant at which an exam can be confirmed (C12); None where it always can."""
    return season.date("confirmation_opens")


def clash(season: Season, major: str, other: str) -> bool:
    """Whether a formal exam of one major lies at the time of one of the other's: nobody can sit both (C23)."""
    one, two = (
        [subject.window(FORMAL) for subject in season.subjects if subject.major == name]
        for name in (major, other)
    )
    return any(first.start < second.end and second.start < first.end for first in one for second in two)


def schedule(season: Season, subject: Subject, session: str, heartbeat: timedelta = HEARTBEAT) -> Schedule:
    """Opens 15 minutes before the start (C05); answering is [start, end) (C56); the display follows, then the
    photo countdown (C13), or the submission's own time where there is no sheet (C61); the auxiliary recording
    ends after that (C46)."""
    window, laid_down = subject.window(session), terms(season)
    display = timedelta(seconds=season.limit("display_seconds") if subject.has_sheet else 0)
    closing = window.end + display + _closing(season, subject)
    free = laid_down.free
    return Schedule(
        opens_at=window.start - timedelta(minutes=0 if free else season.limit("waiting_minutes")),
        closes=window.end if free else window.start,
        start=window.start,
        reading=timedelta(minutes=season.limit_or("reading_minutes", 0)),
        answering=timedelta(minutes=season.limit_or("answer_minutes", 0)) or window.end - window.start,
        end=window.end,
        display_ends=window.end + display if display else None,
        photo_ends=closing,
        auto_end=closing + timedelta(minutes=season.limit_or("aux_margin_minutes", 0)),
        has_aux=season.exam.cameras == 2,
        formal=window.formal,
        has_sheet=subject.has_sheet,
        pages=subject.pages,
        interruption=timedelta(seconds=season.limit("interruption_seconds")),
        interruptions_allowed=season.limit("interruptions_allowed"),
        face_failures=season.limit("face_failures"),
        phones_per_code=season.limit_or("phones_per_code", 0),
        free_storage=season.limit("free_storage_bytes"),
        silence=SILENCE_BEATS * heartbeat,
        terms=laid_down,
        kept_until=_kept_until(season, subject) if window.formal else None,
    )


def _kept_until(season: Season, subject: Subject) -> datetime | None:
    """So many hours after the last formal exam of the subject's major (C18)."""
    hours = season.limit_or("keep_app_hours", 0)
    papers = (paper for paper in season.subjects if paper.major == subject.major)
    ends = (window.end for paper in papers for window in paper.windows if window.formal)
    return max(ends) + timedelta(hours=hours) if hours else None


def _closing(season: Season, subject: Subject) -> timedelta:
    """How long the photos may take; where there are none, the deadline of the videos, or the time that we assume."""
    if subject.has_sheet:
        return timedelta(minutes=season.limit("photo_minutes"))
    return timedelta(minutes=season.limit_or("video_minutes", 0) or season.limit("submit_minutes"))
