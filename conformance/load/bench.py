"""The small bench of a platform alone, as the load needs it: its clock, its records, its people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import urllib3

TIMEOUT_S = 120.0
PAGE = 500
"""Records that are asked for at once."""


class Silent(Exception):
    """The bench does not answer, or not as its contract says."""


class Shown(msgspec.Struct):
    """What the clock shows; `since`: the exam instant from which on it goes at this rate, where the bench says so."""

    now: datetime
    rate: float = 1.0
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """Raises Silent where there is no good answer."""

    url: str
    token: str
    pool: urllib3.PoolManager

    def controls(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = json.loads(self._ask("GET", "/controls"))
        return found

    def clock(self) -> Shown:
        return _shown(self._ask("GET", "/clock"))

    def pace(self, rate: float) -> Shown:
        """From now on so many exam seconds a second."""
        return _shown(self._ask("POST", "/clock", {"rate": rate}))

    def register(self, people: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Candidates with their whole way to the exam behind them; their sittings."""
        found: list[dict[str, Any]] = json.loads(self._ask("POST", "/candidates", list(people)))["candidates"]
        return found

    def records(self, since: int) -> tuple[list[bytes], int]:
        """Records after number `since`, a page of them, as JSON each; and the number of the last."""
        page = msgspec.json.decode(self._ask("GET", f"/records?since={since}&limit={PAGE}"), type=Page)
        return [bytes(one) for one in page.records], page.last

    def _ask(self, method: str, path: str, body: object = None) -> bytes:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        content = None if body is None else msgspec.json.encode(body)
        try:
            answer = self.pool.request(
                method, self.url + path, body=content, headers=headers, timeout=TIMEOUT_S
            )
        except urllib3.exceptions.HTTPError as fault:
            raise Silent(f"{method} {path}: {fault}") from fault
        if answer.status >= 400:
            raise Silent(f"{method} {path}: {answer.status} {answer.data[:300].decode(errors='replace')}")
        return bytes(answer.data)


class Page(msgspec.Struct):
    records: list[msgspec.Raw]
    last: int


def bench(url: str, token: str) -> Bench:
    return Bench(url, token, urllib3.PoolManager(retries=False, maxsize=4))


def _shown(body: bytes) -> Shown:
    try:
        return msgspec.json.decode(body, type=Shown)
    except msgspec.DecodeError as fault:
        raise Silent(f"the clock: {fault}") from fault
