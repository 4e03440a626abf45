"""What relative words came to: the report shows the value beside `1 ms before the waiting room opens`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from conformance.instants import SittingInstants
from conformance.season import Season


def values(arguments: Mapping[str, object], times: SittingInstants | None, season: Season) -> dict[str, str]:
    """The resolved value of each argument that is a moment (anchor, offset), a count (limit, plus) or a length
    (limit, share, longer)."""
    found: dict[str, str] = {}
    for argument in arguments.values():
        found |= _moment(argument, times) | _count(argument, season) | _length(argument, season)
    return found


def _moment(argument: object, times: SittingInstants | None) -> dict[str, str]:
    anchor, offset = getattr(argument, "anchor", None), getattr(argument, "offset", None)
    if times is None or not isinstance(anchor, str) or not isinstance(offset, timedelta):
        return {}
    at = getattr(times, anchor, None)
    if not isinstance(at, datetime):
        return {}
    instants = {anchor: at.isoformat(timespec="milliseconds")}
    return (
        instants if not offset else {"instant": (at + offset).isoformat(timespec="milliseconds"), **instants}
    )


def _count(argument: object, season: Season) -> dict[str, str]:
    limit, plus = getattr(argument, "limit", None), getattr(argument, "plus", None)
    if limit not in season.limits or not isinstance(plus, int):
        return {}
    value = season.limit(str(limit))
    return {str(limit): str(value)} if not plus else {"count": str(value + plus), str(limit): str(value)}


def _length(argument: object, season: Season) -> dict[str, str]:
    limit, share, longer = (getattr(argument, name, None) for name in ("limit", "share", "longer"))
    if limit not in season.limits or not isinstance(share, float) or not isinstance(longer, timedelta):
        return {}
    value = season.limit(str(limit))
    lasts = timedelta(seconds=value * share) + longer
    return {"length": f"{lasts.total_seconds():g} s", str(limit): str(value)}
