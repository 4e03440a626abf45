"""The controls that a target file may declare: those of the bench's contract, as the target's schema lists them."""

from __future__ import annotations

from collections.abc import Iterable

import contracts

CONTROLS: tuple[str, ...] = tuple(
    contracts.schema("target")["properties"]["features"]["properties"]["controls"]["items"]["enum"]
)


def offered(need: str, controls: Iterable[str]) -> bool:
    """Whether the control `need`, or a part of it (`phones` of `phones/network`), is among some."""
    return any(name == need or name.startswith(f"{need}/") for name in controls)
