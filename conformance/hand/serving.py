"""Serves the operators' pages: one address a place, each with a secret of its own; state is polled, answers are posted.

An answer may be posted twice: who lost the connection does not know whether it arrived, and the second changes nothing.
"""

from __future__ import annotations

import json
import secrets
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from conformance.hand import showing
from conformance.hand.answers import LONGEST_NAME, LONGEST_NOTE, MOST_PHOTOS, Answer, Joined
from conformance.hand.lane import Lane, NotOpen, NotSo
from conformance.hand.photos import MOST_BYTES, NoPhoto, Photos
from conformance.hand.words import WORDS
from conformance.masking import Mask
from conformance.saying import Stopped
from conformance.season import Season
from conformance.target.hand import HandForm, Place
from reports.form import Text

ADDRESSES = ".pages.json"
"""In the run's folder as long as it goes on: the secrets and the port, so that open pages live on when it is resumed."""
POLL_S = 20.0
MOST_JSON = 64 << 10
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src blob: data:; base-uri 'none'"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
PAGE_FILES = {"page.css": "text/css", "page.js": "text/javascript"}
Reply = tuple[int, str, bytes]


class Refused(Exception):
    """What was asked does not fit; `status` says how."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)


class Pages:
    """The pages of one run, as functions of a request; the server below only carries them."""

    def __init__(self, lane: Lane, photos: Photos, season: Season, form: HandForm, *, masked: bool) -> None:
        self._lane, self._photos, self._season, self._masked = lane, photos, season, masked
        self._mask = Mask(off=not masked)
        self.secrets: dict[Place, str] = {place: secrets.token_urlsafe(16) for place in form.operators}

    def get(self, path: str) -> Reply:
        """The page, its files, or the state of a place once it is another than the one that is known."""
        parts = urlsplit(path)
        words = parts.path.strip("/").split("/")
        if len(words) == 2 and words[0] == "static" and words[1] in PAGE_FILES:
            return 200, PAGE_FILES[words[1]], _file(words[1])
        place = self._place(words[0])
        if len(words) == 1:
            return 200, "text/html", _page()
        if words[1:] != ["state"]:
            raise Refused(404)
        known = parse_qs(parts.query).get("version", [""])[0]
        if known.isdecimal() and int(known) == self._lane.version:
            self._lane.after(int(known), POLL_S)
        return _json(200, {**showing.state(self._lane, place, self._season), "masked": self._masked})

    def post(self, path: str, kind: str, content: bytes) -> Reply:
        """An answer, a photo, or somebody who joins."""
        words = urlsplit(path).path.strip("/").split("/")
        place = self._place(words[0])
        deeds: Mapping[str, Callable[[Place, bytes], Reply]] = {
            "join": self._join, "answer": self._answer, "photo": self._photo, "covered": self._photo
        }  # fmt: skip
        if len(words) != 2 or words[1] not in deeds:
            raise Refused(404)
        if words[1] == "photo" and self._masked:
            raise Refused(403)
        # A page of another origin cannot send these types without asking first, and is not answered when it asks.
        if kind not in ("application/json", "image/jpeg"):
            raise Refused(415)
        return deeds[words[1]](place, content)

    def _place(self, secret: str) -> Place:
        for place, own in self.secrets.items():
            if secrets.compare_digest(own.encode(), secret.encode()):
                return place
        raise Refused(404)

    def _join(self, place: Place, content: bytes) -> Reply:
        said = _object(content)
        name = _text(said, "name", LONGEST_NAME)
        if not name:
            raise Refused(400)
        self._lane.join(Joined(place=place, by=name, at=_now(), version=_text(said, "version", LONGEST_NAME)))
        return _json(200, {})

    def _answer(self, place: Place, content: bytes) -> Reply:
        said = _object(content)
        joined = self._lane.joined.get(place)
        photos = said.get("photos", [])
        line = said.get("line")
        if (
            joined is None
            or not isinstance(line, int)
            or not isinstance(photos, list)
            or len(photos) > MOST_PHOTOS
        ):
            raise Refused(400)
        if not all(isinstance(one, str) and self._photos.has(one) for one in photos):
            raise Refused(400)
        answer = Answer(
            case=_text(said, "case", 1000), line=line, place=place, said=said.get("said", ""), by=joined.by, at=_now(),
            note=self._mask.text(_text(said, "note", LONGEST_NOTE)), photos=tuple(photos),
        )  # fmt: skip
        try:
            self._lane.answer(answer)
        except NotOpen:
            raise Refused(409) from None
        except NotSo:
            raise Refused(400) from None
        return _json(200, {})

    def _photo(self, _: Place, content: bytes) -> Reply:
        try:
            return _json(200, {"photo": self._photos.add(content)})
        except NoPhoto:
            raise Refused(400) from None


class Server:
    """The pages on a port, until it is closed; the addresses of a run that goes on are the old ones where they are free."""

    def __init__(self, pages: Pages, form: HandForm, folder: Path) -> None:
        self._pages, self._file = pages, folder / ADDRESSES
        host, _, port = form.listen.rpartition(":")
        before = self._before(set(form.operators))
        if before:
            pages.secrets.update(before["secrets"])
        self._http = _bound(
            host,
            [before["port"]] if before else [],
            int(port),
            type("Handler", (_Handler,), {"pages": pages}),
        )
        self._http.daemon_threads = (
            False  # whoever waits for a change is told of the end before the port is closed
        )
        self.host = _reached(host)
        self._file.touch(mode=0o600)
        self._file.write_text(json.dumps({"port": self._http.server_port, "secrets": pages.secrets}))
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def addresses(self) -> dict[Place, str]:
        """Where each place's page is."""
        origin = f"http://{self.host}:{self._http.server_port}"
        return {place: f"{origin}/{secret}" for place, secret in self._pages.secrets.items()}

    def close(self, *, whole: bool) -> None:
        """End; `whole`: the run is over, and nobody comes back."""
        self._http.shutdown()
        self._http.server_close()
        if whole:
            self._file.unlink(missing_ok=True)

    def _before(self, places: set[Place]) -> dict[str, Any] | None:
        with suppress(OSError, ValueError, LookupError, TypeError):
            found: dict[str, Any] = json.loads(self._file.read_text())
            return found if set(found["secrets"]) == places else None
        return None


def _bound(
    host: str, first: list[int], otherwise: int, handler: type[BaseHTTPRequestHandler]
) -> ThreadingHTTPServer:
    for port in first:
        with suppress(OSError):
            return ThreadingHTTPServer((host, port), handler)
    try:
        return ThreadingHTTPServer((host, otherwise), handler)
    except (OSError, OverflowError) as fault:
        raise Stopped(
            Text(
                f"the operators' pages cannot be served at {host}:{otherwise}; choose another address with `listen` "
                "in the table hand of the target's file",
                f"无法在 {host}:{otherwise} 提供操作员页面，请在对象文件 hand 表的 listen 项另填地址",
            ),
            str(fault),
        ) from fault


def _reached(host: str) -> str:
    """The address under which others reach this machine; nothing is sent to find it out."""
    if host != "0.0.0.0":
        return host
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return "127.0.0.1"


class _Handler(BaseHTTPRequestHandler):
    timeout = 10
    pages: Pages

    def do_GET(self) -> None:
        self._reply(lambda: self.pages.get(self.path))

    def do_POST(self) -> None:
        kind = (self.headers.get("Content-Type") or "").partition(";")[0]
        length = self.headers.get("Content-Length") or ""
        if not length.isdecimal() or int(length) > (MOST_BYTES if kind == "image/jpeg" else MOST_JSON):
            self.close_connection = True
            return self._reply(_too_large)
        content = self.rfile.read(int(length))
        return self._reply(lambda: self.pages.post(self.path, kind, content))

    def _reply(self, answer: Callable[[], Reply]) -> None:
        try:
            status, kind, body = answer()
        except Refused as refused:
            status, kind, body = _json(refused.status, {})
        except OSError:  # no room for an answer: the page keeps it and tries again
            status, kind, body = _json(507, {})
        head = {"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(body)), **HEADERS}
        with suppress(OSError):
            self.send_response(status)
            for name, value in head.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing of it belongs on the terminal."""


def _too_large() -> Reply:
    raise Refused(413)


def _page() -> bytes:
    words = json.dumps({key: [said.en, said.zh] for key, said in WORDS.items()}, ensure_ascii=False)
    return _file("page.html").replace(b"{words}", words.replace("<", "\\u003c").encode())


def _file(name: str) -> bytes:
    return (files("conformance.hand") / "page" / name).read_bytes()


def _json(status: int, content: Mapping[str, Any]) -> Reply:
    return status, "application/json", json.dumps(content, ensure_ascii=False).encode()


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        raise Refused(400) from None
    if not isinstance(found, dict):
        raise Refused(400)
    return found


def _text(said: Mapping[str, Any], key: str, longest: int) -> str:
    found = said.get(key, "")
    if not isinstance(found, str) or len(found) > longest:
        raise Refused(400)
    return (
        "".join(sign for sign in found.strip() if sign.isprintable() or sign == "\n")
        .encode(errors="replace")
        .decode()
    )


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
