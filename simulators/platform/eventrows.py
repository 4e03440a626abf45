"""Events as rows of their table, and grouped by whom they are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy.engine import RowMapping

from simulators.core.instants import iso, parse
from simulators.platform.events import VOCABULARY, Event


def by_sitting(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """Events grouped by the sitting that they belong to, those of none left out."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.sitting is not None:
            grouped[one.sitting].append(one)
    return grouped


def by_account(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """Events of accounts grouped by account; what belongs to a sitting is left out."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.sitting is None and one.account is not None:
            grouped[one.account].append(one)
    return grouped


def row(one: Event) -> dict[str, Any]:
    """As a row of the table; ValueError for a word that no record has."""
    if one.what not in VOCABULARY:
        raise ValueError(
            f"{one.what!r} is no word of the platform's records: {', '.join(sorted(VOCABULARY))}"
        )
    return {
        "seq": one.seq,
        "at": iso(one.at),
        "what": one.what,
        "sitting": one.sitting,
        "account": one.account,
        "device": one.device,
        "detail": msgspec.json.encode(dict(one.detail)).decode(),
    }


def event(kept: RowMapping) -> Event:
    """From a row of the table."""
    return Event(
        at=parse(kept["at"]),
        what=kept["what"],
        sitting=kept["sitting"],
        account=kept["account"],
        device=kept["device"],
        detail=msgspec.json.decode(kept["detail"]),
        seq=kept["seq"],
    )
