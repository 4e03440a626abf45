"""What is kept of the phones' records: of ten thousand candidates there are millions, and most are heartbeats."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from conformance.load.told import Told

BEAT, AUX_BEAT = "heartbeat", "auxHeartbeat"
SHARED = ("user", "cohort", "account", "device", "step", "op", "sitting")


class Thin:
    """Keeps one copy of what many records say alike."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._states: dict[Any, dict[str, Any]] = {}

    def kept(self, one: Told) -> Told | None:
        """The record as it is kept. None of an aux phone's beat that was heard: nothing follows from it. Of a main phone's it
        is kept when it was heard, and in which state."""
        if one.op == AUX_BEAT and one.accepted:
            return None
        shared = {name: self._one(value) for name in SHARED if (value := getattr(one, name)) is not None}
        if one.op != BEAT or not one.accepted or one.at is None:
            return replace(one, **shared)
        state = one.detail.get("state")
        detail = self._states.setdefault(state, {"state": state} if state else {})
        return replace(one, **shared, sent=one.at, answered=one.at, detail=detail)

    def _one(self, word: str) -> str:
        return self._words.setdefault(word, word)
