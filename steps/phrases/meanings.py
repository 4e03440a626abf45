"""What phrases mean: numbers, lengths and phones that stand somewhere against what the season fixes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Count:
    """A number that stands `plus` away from (a share of) a limit of the season, or from nothing."""

    limit: str | None
    plus: int = 0
    share: float = 1


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time: a share of a limit of the season, and so much more; no limit where none is named."""

    limit: str = ""
    share: float = 1.0
    longer: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class PhoneClock:
    """How a phone's own clock is wrong; `zone` is an offset from UTC."""

    offset_ms: int = 0
    drift_ppm: float = 0.0
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """A phone of certain kinds (empty: of any) for which one aspect stands so against what the season asks."""

    kinds: tuple[str, ...]
    aspect: str
    how: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is seen or heard around the phones of these roles; `words` names a fact of the candidate that is written or
    said there; no sound can be made out as words."""

    seen: str = ""
    heard: str = ""
    words: str = ""
    phones: tuple[str, ...] = ("main", "aux")


MINUTE_MS = 60_000

HOUR_MS = 60 * MINUTE_MS

SECOND = timedelta(seconds=1)

MS = timedelta(milliseconds=1)
