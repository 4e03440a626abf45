"""Instants on the wire: ISO 8601 with milliseconds and an explicit offset."""

from datetime import datetime, timedelta, timezone

CST = timezone(timedelta(hours=8), "UTC+08:00")
"""China Standard Time, in which a notice that names no zone means its instants (reading C42)."""


def iso(instant: datetime) -> str:
    """`2023-01-12T09:45:00.000+08:00`: as its own zone has it, which is the season's for everything in an exam."""
    return instant.isoformat(timespec="milliseconds")


def parse(text: str) -> datetime:
    """The instant that `iso` wrote. ValueError where the text is no instant or names no offset."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} names no UTC offset; write it like 2023-01-12T09:45:00.000+08:00")
    return instant
