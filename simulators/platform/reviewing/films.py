"""A recording as the desk lays it beside another: what its film says of itself, in exam time."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any

import av

from simulators.core.instants import iso, parse

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Film:
    """`takes` are the spans that were filmed; `seconds` is how long the file lasts, 0 where it is no film."""

    takes: tuple[Span, ...]
    causes: tuple[str, ...]
    seconds: float
    nominal_bytes: int
    factor: float
    cut: bool

    @property
    def gaps(self) -> tuple[Span, ...]:
        """What lies between two takes."""
        return tuple((one[1], other[0]) for one, other in pairwise(self.takes) if other[0] > one[1])

    @property
    def scale(self) -> float | None:
        """Seconds of exam that a second of the film stands for; None where there is nothing to measure by."""
        if not self.takes or self.seconds <= 0:
            return None
        return (self.takes[-1][1] - self.takes[0][0]).total_seconds() / self.seconds

    def told(self) -> dict[str, Any]:
        return {
            "takes": [
                {"from": iso(start), "to": iso(end), "cause": cause}
                for (start, end), cause in zip(self.takes, self.causes, strict=True)
            ],
            "gaps": [{"from": iso(start), "to": iso(end)} for start, end in self.gaps],
            "seconds": round(self.seconds, 3),
            "scale": None if self.scale is None else round(self.scale, 4),
            "nominal_bytes": self.nominal_bytes,
            "factor": self.factor,
            "cut": self.cut,
        }


UNREADABLE = Film((), (), 0.0, 0, 0.0, False)


@lru_cache(maxsize=8)
def read(content: bytes) -> Film:
    """The film in a file; what is none is a film of nothing."""
    try:
        with av.open(io.BytesIO(content), "r") as container:
            said: Mapping[str, Any] = json.loads(container.metadata.get("comment", "{}"))
            seconds = (container.duration or 0) / av.time_base
    except (av.FFmpegError, ValueError):
        return UNREADABLE
    rows = list(_segments(said))
    return Film(
        takes=tuple((start, end) for start, end, _ in rows),
        causes=tuple(cause for *_, cause in rows),
        seconds=seconds,
        nominal_bytes=int(said.get("nominal_bytes", len(content))),
        factor=float(said.get("factor", 1.0)),
        cut=bool(said.get("cut", False)),
    )


def _segments(said: Mapping[str, Any]) -> Iterator[tuple[datetime, datetime, str]]:
    for start, end, cause in said.get("segments", ()):
        if start and end and end > start:
            yield parse(start), parse(end), cause or ""
