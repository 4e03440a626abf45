"""Serves the operators' pages on a port, which stays the same when a run is resumed."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

from conformance.hand.pages import Pages, Refused
from conformance.hand.photos import MOST_BYTES
from conformance.listening import HERE, Answered, Asked, Listener
from conformance.saying import Stopped
from conformance.target.hand import HandForm, Place
from reports.form import Text

ADDRESSES = ".pages.json"
"""In the run's folder as long as it goes on: the secrets and the port, so that open pages live on when it is resumed."""
MOST_JSON = 64 << 10
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src blob: data:; base-uri 'none'"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server:
    """The pages on a port, until it is closed; the addresses of a run that goes on are the old ones where they are free."""

    def __init__(self, pages: Pages, form: HandForm, folder: Path) -> None:
        self._pages, self._file = pages, folder / ADDRESSES
        host, _, port = form.listen.rpartition(":")
        before = self._before(set(form.operators))
        if before:
            pages.secrets.update(before["secrets"])
        self._listener = self._bound(host, int(port), [before["port"]] if before else [])
        self.host = _reached(host)
        self._file.touch(mode=0o600)
        self._file.write_text(json.dumps({"port": self._listener.port, "secrets": pages.secrets}))

    def addresses(self) -> dict[Place, str]:
        """Where each place's page is."""
        origin = f"http://{self.host}:{self._listener.port}"
        return {place: f"{origin}/{secret}" for place, secret in self._pages.secrets.items()}

    def close(self, *, whole: bool) -> None:
        """End; `whole`: the run is over, and nobody comes back."""
        self._listener.close()
        if whole:
            self._file.unlink(missing_ok=True)

    def _before(self, places: set[Place]) -> dict[str, Any] | None:
        with suppress(OSError, ValueError, LookupError, TypeError):
            found: dict[str, Any] = json.loads(self._file.read_text())
            return found if set(found["secrets"]) == places else None
        return None

    def _bound(self, host: str, otherwise: int, first: list[int]) -> Listener:
        """Whoever waits for a change at one of the pages is told of the end before the port is closed."""
        for port in first:
            with suppress(OSError):
                return Listener(self._reply, host, port, patient=True, most=_most)
        try:
            return Listener(self._reply, host, otherwise, patient=True, most=_most)
        except (OSError, OverflowError) as fault:
            raise Stopped(
                Text(
                    f"the operators' pages cannot be served at {host}:{otherwise}; choose another address with `listen` "
                    "in the table hand of the target's file",
                    f"无法在 {host}:{otherwise} 提供操作员页面，请在对象文件 hand 表的 listen 项另填地址",
                ),
                str(fault),
            ) from fault

    def _reply(self, asked: Asked) -> Answered:
        try:
            status, kind, body = (
                self._pages.post(asked.path, asked.kind, asked.body)
                if asked.method == "POST"
                else self._pages.get(asked.path)
            )
        except Refused as refused:
            status, kind, body = refused.status, "application/json", b"{}"
        except OSError:  # no room for an answer: the page keeps it and tries again
            status, kind, body = 507, "application/json", b"{}"
        return Answered(status, body, f"{kind}; charset=utf-8", HEADERS)


def _most(asked: Asked) -> int:
    return MOST_BYTES if asked.kind == "image/jpeg" else MOST_JSON


def _reached(host: str) -> str:
    """The address under which others reach this machine; nothing is sent to find it out."""
    if host != "0.0.0.0":
        return host
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return HERE
