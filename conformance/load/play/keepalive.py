"""A phone keeps its connection between two requests, however many files its process has open."""

from __future__ import annotations

import select
from typing import Any

import gevent.monkey
from geventhttpclient.connectionpool import ConnectionPool

poll = gevent.monkey.get_original("select", "poll")
"""The system's own: it does not wait, so nobody else needs a turn."""


def install() -> None:
    """geventhttpclient asks select(2) whether an idle connection is still there. That knows no file beyond the 1,023rd: what
    lies there counts as closed, and every request would open another connection."""
    ConnectionPool._is_socket_alive = _alive  # type: ignore[method-assign, assignment]  # noqa: SLF001  # no other pool can be chosen


def _alive(_: ConnectionPool, sock: Any | None) -> bool:
    """Whether there is nothing to be read from an idle connection: no end of it, and no answer to nothing."""
    if sock is None or sock.fileno() < 0:
        return False
    asked = poll()
    asked.register(sock.fileno(), select.POLLIN)
    return not asked.poll(0)
