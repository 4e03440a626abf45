"""A line of either journal as people read it: when, what, whose, and what the journal has beside it. ``load.json`` has it whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from conformance.load.result.form import Violation
from reports.visible import one_line

LONGEST = 600


def side_by_side(one: Violation) -> list[tuple[str, str]]:
    """Both journals' lines of a violation in the order of time, the platform's on the left; one of the two is empty."""
    rows = [(str(record.get("at")), of_platform(record), "") for record in one.platform]
    rows += [(str(record.get("sent")), "", of_user(record)) for record in one.user]
    return [(left, right) for _, left, right in sorted(rows, key=lambda row: row[0])]


def of_platform(record: Mapping[str, Any]) -> str:
    """``09:38:44.563 #762 paired aux-000035-2 nth=2``."""
    head = [_time(record.get("at")), f"#{record.get('seq', '?')}", record.get("what"), record.get("device")]
    return _line(head, record.get("detail"))


def of_user(record: Mapping[str, Any]) -> str:
    """``09:38:44.512 k000035/aux pair → 201 at=09:38:44.563 nth=2``; a second attempt says that it is one."""
    told = {key: value for key, value in record.items() if key in ("cause", "at") and value}
    if record.get("attempt", 1) != 1:
        told["attempt"] = record["attempt"]
    if told.get("at"):
        told["at"] = _time(told["at"])
    head = [_time(record.get("sent")), record.get("user"), record.get("op"), f"→ {record.get('status', '?')}"]
    return _line(head, {**told, **(record.get("detail") or {})})


def _line(head: list[Any], facts: Mapping[str, Any] | None) -> str:
    shown = [str(one) for one in head if one not in (None, "")]
    shown += [f"{key}={_value(value)}" for key, value in (facts or {}).items()]
    return one_line(" ".join(shown), LONGEST)


def _value(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _time(at: Any) -> str:
    """The time of day of an instant, to the millisecond."""
    return str(at)[11:23] if at else ""
