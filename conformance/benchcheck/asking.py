"""Asks a bench and keeps the whole answer: here the status and the form of an error are what is looked at."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import urllib3

CONNECT_S, ANSWER_S = 5.0, 60.0


class Silent(Exception):
    """The bench does not answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer; `ms` is wall time."""

    status: int
    content: bytes
    ms: float

    @property
    def error(self) -> Mapping[str, Any] | None:
        """What the contract's error says; None where the answer is none."""
        try:
            found = json.loads(self.content)["error"]
        except (ValueError, LookupError, TypeError):
            return None
        return found if isinstance(found, dict) and isinstance(found.get("message"), str) else None


class Asking:
    """One bench at `url`, which ends in `/bench/v1`."""

    def __init__(self, url: str, token: str) -> None:
        self._url, self._token = url.rstrip("/"), token
        timeout = urllib3.Timeout(connect=CONNECT_S, read=ANSWER_S)
        self._http = urllib3.PoolManager(timeout=timeout, retries=False, maxsize=1)

    def ask(self, method: str, path: str, body: Any = None, *, token: str | None = None) -> Answered:
        """Raises Silent."""
        head = {
            "Authorization": f"Bearer {self._token if token is None else token}",
            "Content-Type": "application/json",
        }
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        began = time.perf_counter()
        try:
            answer = self._http.request(method, self._url + path, body=content, headers=head)
        except urllib3.exceptions.HTTPError as fault:
            raise Silent(f"{type(fault).__name__}: {fault}") from fault
        return Answered(answer.status, answer.data, (time.perf_counter() - began) * 1000)

    def close(self) -> None:
        self._http.clear()
