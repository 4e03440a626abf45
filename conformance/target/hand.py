"""The `[hand]` table of a target file: people carry the script out, at pages that the kit serves to their browsers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

Place = Literal["main", "aux", "platform"]
"""Where an operator stands: at the main phone, at the aux phone, at the platform."""
PLACES: tuple[Place, ...] = get_args(Place)
LISTEN, RESOLUTION_MS = "127.0.0.1:0", 1000


@dataclass(frozen=True, slots=True)
class HandForm:
    """`operators`: the places that somebody stands at; `listen`: HOST:PORT of the pages, any free port where it is 0;
    `resolution_ms`: how exactly a person does or sees something at a given time."""

    operators: tuple[Place, ...] = PLACES
    listen: str = LISTEN
    resolution_ms: int = RESOLUTION_MS


def read_form(raw: Mapping[str, Any]) -> HandForm:
    """The table, which fits the schema."""
    operators = cast(tuple[Place, ...], tuple(raw.get("operators", PLACES)))
    return HandForm(operators, raw.get("listen", LISTEN), raw.get("resolution_ms", RESOLUTION_MS))
