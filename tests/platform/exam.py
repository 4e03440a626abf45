"""A platform on a driven clock, with its two phones as plain HTTP callers."""

import asyncio
import base64
import hashlib
import json
import socket
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from threading import Event, Thread
from typing import Any

import uvicorn

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.seats import Seat

BASE = "/api/v1"
ACCOUNT, PASSWORD = "13800000001", "secret"
LOST = b"\0the connection is lost here\0"
MS = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def cause(self) -> str | None:
        return self.json["refused"]["cause"] if self.status >= 400 else None


class Asgi:
    """Calls an ASGI application directly."""

    def __init__(self, app: Any) -> None:
        self._app, self._loop = app, asyncio.new_event_loop()

    def close(self) -> None:
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def __call__(
        self,
        method: str,
        path: str,
        body: bytes | list[bytes] = b"",
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        pieces = body if isinstance(body, list) else [body]
        return self._loop.run_until_complete(self._call(method, path, pieces, headers or {}))

    async def _call(self, method: str, path: str, pieces: list[bytes], headers: Mapping[str, str]) -> Reply:
        scope = {
            "type": "http",
            "method": method,
            "path": BASE + path,
            "raw_path": (BASE + path).encode(),
            "query_string": b"",
            "headers": [(k.lower().encode(), v.encode("utf-8")) for k, v in headers.items()],
            "server": ("test", 80),
            "client": ("test", 1),
            "scheme": "http",
            "http_version": "1.1",
        }
        incoming = iter([*pieces, None])
        sent: list[dict[str, Any]] = []

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        async def receive() -> dict[str, Any]:
            piece = next(incoming)
            if piece == LOST:
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

        await self._app(scope, receive, send)
        told = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
        return Reply(sent[0]["status"], told, b"".join(row.get("body", b"") for row in sent[1:]))


def picture(width: int = 4, height: int = 3, shade: int = 0) -> bytes:
    """A PNG of one grey."""
    return grey_png(width, height, [bytes([shade]) * width] * height)


def grey_png(width: int, height: int, lines: Iterable[bytes]) -> bytes:
    """A PNG of these rows of grey levels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + line for line in lines)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


@cache
def portrait() -> bytes:
    """A PNG that a face check takes: well lit, with sharp edges."""
    side = 480
    rows = [bytes(200 if (x // 40 + y // 40) % 2 else 70 for x in range(side)) for y in range(side)]
    return grey_png(side, side, rows)


def a_file(name: str, data: bytes, kind: str = "video") -> dict[str, Any]:
    digest = hashlib.sha256(data).hexdigest()
    return {
        "name": name,
        "kind": kind,
        "bytes": len(data),
        "nominal_bytes": 1000 * len(data),
        "sha256": digest,
    }


def tus_metadata(**pairs: str) -> str:
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs.items())


@dataclass
class World:
    """One candidate's formal sitting of one subject, and what her two phones do."""

    root: Path
    season: Season
    subject: str = "song"
    session: str = "formal"
    device: str = "main-1"
    durable: bool = False
    store: str | Path | None = None
    platform: Platform = field(init=False)
    clock: DrivenClock = field(init=False)
    seat: Seat = field(init=False)

    def __post_init__(self) -> None:
        window = self.season.subject(self.subject).window(self.session)
        self.clock = DrivenClock(window.start - timedelta(minutes=30))
        self.open_store()
        self.platform.register(
            Candidate(
                ACCOUNT, PASSWORD, "王芳", "330100200001010000", (self.season.subject(self.subject).major,)
            )
        )
        self.seat = self.seat_of(self.subject, self.session)
        self.token = self.platform.token_for(ACCOUNT, self.device)
        self.bindings: dict[str, tuple[str, str]] = {}

    def open_store(self) -> None:
        where = self.store or self.root / "exam.sqlite"
        files = self.root / "exam.sqlite.files"
        self.platform = Platform(self.season, self.clock, where, Chance(7), self.durable, files=files)
        self.http = Asgi(self.platform.asgi)

    def close(self) -> None:
        self.http.close()
        self.platform.close()

    def reopen(self) -> None:
        self.close()
        self.open_store()

    def seat_of(self, subject: str, session: str, account: str = ACCOUNT) -> Seat:
        seats = self.platform.sittings_of(account)
        return next(seat for seat in seats if (seat.subject.id, seat.session) == (subject, session))

    def at(self, offset: timedelta, since: str = "start") -> None:
        self.clock.advance(getattr(self.seat.schedule, since) + offset)

    def main(
        self, operation: str, payload: Any = None, *, method: str = "POST", body: bytes | None = None
    ) -> Reply:
        data = body if body is not None else b"" if payload is None else json.dumps(payload).encode()
        path = f"/sittings/{self.seat.sitting}" + (f"/{operation}" if operation else "")
        headers = {"Authorization": f"Bearer {self.token}", "X-Device": self.device}
        return self.http(method, path, data, headers)

    def view(self) -> Any:
        return self.main("", method="GET").json

    @property
    def state(self) -> str:
        return str(self.view()["state"])

    def pair(self, device: str = "aux-1", payload: Any = None) -> Reply:
        told = {"code": self.seat.code} if payload is None else payload
        reply = self.http("POST", "/pair", json.dumps(told).encode(), {"X-Device": device})
        if reply.status == 200:
            self.bindings[device] = (reply.json["binding"], reply.json["token"])
        return reply

    def aux(
        self, operation: str, payload: Any = None, *, device: str = "aux-1", method: str = "POST"
    ) -> Reply:
        binding, token = self.bindings[device]
        data = b"" if payload is None else json.dumps(payload).encode()
        path = f"/bindings/{binding}" + (f"/{operation}" if operation else "")
        return self.http(method, path, data, {"Authorization": f"Bearer {token}", "X-Device": device})

    def photo(self, page: int, image: bytes | None = None) -> Reply:
        shown = picture(shade=page) if image is None else image
        return self.main(f"photos/{page}", method="PUT", body=shown)

    def records(self, *words: str) -> list[dict[str, Any]]:
        """What was recorded of this sitting, of these words only where any are given."""
        rows = [row for row in self.platform.records() if row["sitting"] == self.seat.sitting]
        return [row for row in rows if not words or row["what"] in words]

    def words(self) -> list[str]:
        return [row["what"] for row in self.records()]

    # --- the way through an exam, stage by stage ---

    def to_exam_page(self) -> "World":
        assert self.main("open").status == 200
        return self

    def to_paired(self) -> "World":
        self.to_exam_page()
        assert self.pair().status == 200
        assert self.aux("record").status == 200
        return self

    def to_face_check(self) -> "World":
        self.to_paired().at(timedelta(minutes=-10))
        assert self.main("enter").status == 200
        return self

    def to_waiting(self) -> "World":
        self.to_face_check()
        assert self.main("face", body=portrait()).json["passed"] is True
        return self

    def beat_until(self, offset: timedelta, since: str = "start") -> None:
        """The main phone beats every second until then; one request stands for all."""
        before = self.clock.now()
        self.at(offset, since)
        beats = int((self.clock.now() - before) / timedelta(seconds=1))
        if beats > 0:
            assert self.main("heartbeat", {"beats": beats}).status == 200

    def to_answering(self) -> "World":
        return self.to_waiting().to_answering_from_waiting()

    def to_answering_from_waiting(self) -> "World":
        self.beat_until(timedelta(minutes=1))
        return self

    def to_photos(self) -> "World":
        self.to_answering().beat_until(
            timedelta(0), "photo_ends" if not self.seat.schedule.has_sheet else "display_ends"
        )
        return self

    def to_ready(self) -> "World":
        if not self.seat.schedule.has_sheet:
            self.to_answering().beat_until(timedelta(seconds=10), "end")
            return self
        self.to_photos()
        for page in range(1, self.seat.schedule.pages + 1):
            assert self.photo(page).status == 200
        return self

    def submit(self, files: list[dict[str, Any]] | None = None, key: str = "k1") -> Reply:
        return self.main("submit", {"idempotency_key": key, "files": files or []})

    def to_submitted(self, files: list[dict[str, Any]] | None = None) -> "World":
        self.to_ready()
        assert self.submit(files).status == 200
        return self


def eventually(happened: Callable[[], bool], seconds: float = 20) -> None:
    """Wait on the wall for what another process or thread does."""
    pause = Event()
    for _ in range(int(seconds / 0.005)):
        if happened():
            return
        pause.wait(0.005)
    raise TimeoutError(f"has not happened within {seconds} s")


@contextmanager
def served(platform: Platform) -> Iterator[str]:
    """The platform behind a real socket on this machine; its address without the base path."""
    # Only of a socket that says it is TCP does asyncio switch Nagle's delay off, which costs 40 ms a request.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    config = uvicorn.Config(platform.asgi, log_level="warning", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        listener.close()
