"""A phone's requests over locust's FastHttpSession; a connection that the plan cuts goes over a socket of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlsplit

from gevent import socket
from locust.contrib.fasthttp import FastHttpSession

from conformance.load.asking import AGAIN, Raw, Request

WORDS: Mapping[str, str] = {
    "TimeoutError": "timeout",
    "timeout": "timeout",
    "ConnectionRefusedError": "connection_refused",
}
"""What records call the ways in which no answer comes; others bear the name of Python's exception."""


class Carrier:
    """Carries requests to one platform."""

    def __init__(self, session: FastHttpSession, base: str) -> None:
        self._session, self._base = session, base

    def __call__(self, request: Request, name: str) -> Raw:
        if request.cut is not None:
            return self._cut(request, request.cut)
        with self._session.request(
            request.method,
            self._base + request.path,
            name=name,
            data=cast(Any, request.body or None),
            headers=dict(request.headers),
            catch_response=True,
        ) as answer:
            status = int(answer.status_code or 0)
            if status and status not in AGAIN and status < 500:
                answer.success()  # a rule's refusal is an answer; the audit judges whether it is the right one
            if not status:
                return Raw(0, fault=_word(answer.error))
            return Raw(status, bytes(answer.content or b""), _lower(answer.headers))

    def _cut(self, request: Request, after: int) -> Raw:
        """Send the head, the body's first bytes, and hang up."""
        there = urlsplit(self._base + request.path)
        head = [f"{request.method} {there.path} HTTP/1.1", f"Host: {there.netloc}"]
        head += [f"{key}: {text}" for key, text in request.headers.items()]
        head += [f"Content-Length: {len(request.body)}", "", ""]
        try:
            with socket.create_connection((there.hostname, there.port), 10) as line:
                line.sendall("\r\n".join(head).encode() + request.body[:after])
        except OSError as fault:
            return Raw(0, fault=_word(fault))
        return Raw(0, fault="cut")


def _word(fault: Any) -> str:
    name = type(fault).__name__
    return WORDS.get(name, name)


def _lower(headers: Any) -> dict[str, str]:
    return {str(key).lower(): str(text) for key, text in headers.items()} if headers else {}
