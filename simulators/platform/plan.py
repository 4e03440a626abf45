"""The platform's own derivation of instants from the published plan of a season."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from conformance.season import Season, Subject

SILENCE_SECONDS = 5
"""A main phone that has not been heard for longer is interrupted. Assumed: no document says how it is noticed."""

UPLOAD_HOURS = 48
"""An upload that nothing was added to for so long expires. Assumed, after the 48 hours of R272 and R273."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One sitting's instants and limits. `display_ends` is None where no answer sheet is displayed; without an aux phone
    `phones_per_code` is 0 and `auto_end` is `photo_ends`."""

    opens_at: datetime
    start: datetime
    end: datetime
    display_ends: datetime | None
    photo_ends: datetime
    auto_end: datetime
    formal: bool
    has_sheet: bool
    pages: int
    interruption: timedelta
    interruptions_allowed: int
    face_failures: int
    phones_per_code: int
    free_storage: int
    silence: timedelta


def confirmation_opens(season: Season) -> datetime | None:
    """The first instant at which an exam can be confirmed (C12); None where it always can."""
    return season.date("confirmation_opens")


def schedule(season: Season, subject: Subject, session: str) -> Schedule:
    """Opens 15 minutes before the start (C05); answering is [start, end) (C56); the display follows, then the
    photo countdown (C13), or the submission's own time where there is no sheet (C61); the auxiliary recording
    ends after that (C46)."""
    window = subject.window(session)
    display = timedelta(seconds=season.limit("display_seconds") if subject.has_sheet else 0)
    photos = timedelta(minutes=season.limit("photo_minutes" if subject.has_sheet else "submit_minutes"))
    closing = window.end + display + photos
    return Schedule(
        opens_at=window.start - timedelta(minutes=season.limit("waiting_minutes")),
        start=window.start,
        end=window.end,
        display_ends=window.end + display if display else None,
        photo_ends=closing,
        auto_end=closing + timedelta(minutes=season.limit_or("aux_margin_minutes", 0)),
        formal=window.formal,
        has_sheet=subject.has_sheet,
        pages=subject.pages,
        interruption=timedelta(seconds=season.limit("interruption_seconds")),
        interruptions_allowed=season.limit("interruptions_allowed"),
        face_failures=season.limit("face_failures"),
        phones_per_code=season.limit_or("phones_per_code", 0),
        free_storage=season.limit("free_storage_bytes"),
        silence=timedelta(seconds=SILENCE_SECONDS),
    )
