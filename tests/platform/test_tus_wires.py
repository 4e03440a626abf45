"""tus at its edges, over real sockets and many at once, on a platform that keeps what it acknowledges."""

import base64
import hashlib
import http.client
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from urllib.parse import urlsplit

import pytest

from conformance.season import Season
from simulators.core.chance import Chance
from tests.platform.exam import Reply, World, a_file, eventually, served
from tests.platform.test_uploads import Uploader

DATA = hashlib.sha256(b"film").digest() * 3000
FILE = a_file("main.mp4", DATA)
STREAM = {"Content-Type": "application/offset+octet-stream"}
MANY = 8


@dataclass
class Wire:
    """An upload of the main phone's, and its address."""

    url: str
    world: World
    uploader: Uploader

    def ask(self, method: str, body: bytes = b"", **headers: str) -> Reply:
        """A request on a connection of its own; status 0 where none of an answer came."""
        place = urlsplit(self.url)
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
        try:
            connection.request(method, f"/api/v1{self.uploader.path}", body, self.uploader.headers | named)
            answer = connection.getresponse()
            told = {key.lower(): value for key, value in answer.getheaders()}
            return Reply(answer.status, told, answer.read())
        except (OSError, http.client.HTTPException):
            return Reply(0, {}, b"")
        finally:
            connection.close()

    def patch(self, offset: int, data: bytes, **more: str) -> Reply:
        return self.ask("PATCH", data, Upload_Offset=str(offset), Content_Type=STREAM["Content-Type"], **more)

    def offset(self) -> int:
        return int(self.ask("HEAD").headers["upload-offset"])

    def half(self, offset: int, data: bytes, length: int) -> socket.socket:
        """A PATCH that says `length` and has sent `data` so far; its connection stays open."""
        place = urlsplit(self.url)
        head = {
            **self.uploader.headers,
            **STREAM,
            "Upload-Offset": str(offset),
            "Content-Length": str(length),
        }
        lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
        wire = socket.create_connection((place.hostname or "", place.port or 0), timeout=30)
        wire.sendall(f"PATCH /api/v1{self.uploader.path} HTTP/1.1\r\nHost: x\r\n{lines}\r\n".encode() + data)
        return wire

    def whole(self) -> bool:
        """Whether the file on the disk is the one that was sent, and said to be so once."""
        upload = self.uploader.path.rpartition("/")[2]
        place = self.world.platform._house.disk.place(upload)
        return place.read_bytes() == DATA and len(self.world.records("upload_done")) == 1


@pytest.fixture
def wire(tmp_path: Path, season: Season) -> Iterator[Wire]:
    world = World(tmp_path, season, durable=True).to_submitted([FILE])
    uploader = Uploader(world)
    assert uploader.create(**FILE).status == 201
    with served(world.platform) as url:
        yield Wire(url, world, uploader)
    world.close()


def together(*work: tuple[Wire, int, bytes]) -> list[Reply]:
    """PATCHes that are sent at one instant."""
    gate = Barrier(len(work))

    def one(wire: Wire, offset: int, data: bytes) -> Reply:
        gate.wait()
        return wire.patch(offset, data)

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(lambda row: one(*row), work))


def test_of_many_at_one_offset_the_file_comes_out_whole(wire: Wire) -> None:
    answers = together(*[(wire, 0, DATA)] * MANY)
    statuses = sorted(answer.status for answer in answers)
    assert set(statuses) <= {204, 409}, statuses
    assert statuses.count(204) <= 1
    while wire.uploader.state()[1] != "done":
        offset = wire.offset()
        assert wire.patch(offset, DATA[offset:]).status == 204
    assert wire.whole()


def test_each_piece_is_taken_once(wire: Wire) -> None:
    offset = 0
    while offset < len(DATA):
        piece = DATA[offset : offset + 20_000]
        answers = together(*[(wire, offset, piece)] * 4)
        assert [answer.status for answer in answers].count(204) <= 1
        moved = wire.offset()
        assert offset <= moved <= offset + len(piece)
        offset = moved
    assert wire.whole()


@pytest.mark.parametrize("seed", range(4))
def test_an_acknowledged_offset_never_falls(wire: Wire, seed: int) -> None:
    """Phones that break off anywhere, ask, repeat, and overtake one another."""

    def phone(number: int) -> list[tuple[int, int]]:
        random, told = Chance(100 * seed + number).random, []
        for _ in range(12):
            before = wire.ask("HEAD")
            if before.status != 200:
                break
            offset = int(before.headers["upload-offset"])
            told.append((offset, offset))
            size = random.randrange(1, 30_000)
            if random.random() < 0.3:
                with wire.half(offset, DATA[offset : offset + size // 2], max(1, len(DATA[offset:]))):
                    pass
            else:
                answer = wire.patch(offset, DATA[offset : offset + size])
                if answer.status == 204:
                    told.append((offset, int(answer.headers["upload-offset"])))
        return told

    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(phone, range(4)))
    for run in runs:
        ends = [end for _, end in run]
        assert ends == sorted(ends)
    highest = max(end for run in runs for _, end in run)
    offset = wire.offset()
    assert offset >= highest
    assert offset == len(DATA) or wire.patch(offset, DATA[offset:]).status == 204
    assert wire.whole()


def test_a_bad_checksum_takes_nothing_while_others_send(wire: Wire) -> None:
    digest = base64.b64encode(hashlib.sha256(DATA[:5000]).digest()).decode()
    wrong = base64.b64encode(hashlib.sha256(b"other").digest()).decode()
    sums = [digest, wrong, wrong, digest, wrong, wrong]
    with ThreadPoolExecutor(len(sums)) as pool:
        answers = list(
            pool.map(lambda one: wire.patch(0, DATA[:5000], Upload_Checksum=f"sha256 {one}"), sums)
        )
    taken = [answer.status for answer in answers]
    assert {status for status, one in zip(taken, sums, strict=True) if one == wrong} <= {460, 409}
    assert taken.count(204) <= 1
    assert wire.offset() in (0, 5000)
    assert (wire.offset() == 5000) is (204 in taken)


def test_a_silent_connection_holds_nothing_up(wire: Wire) -> None:
    """What it sent counts; the next one goes on at once, and what it sends afterwards is nobody's."""
    silent = wire.half(0, DATA[:4000], len(DATA))
    eventually(lambda: wire.uploader.on_disk() == 4000)
    assert wire.offset() == 4000
    assert wire.patch(4000, DATA[4000:]).status == 204
    silent.sendall(b"x" * 1000)
    assert silent.recv(65536).startswith(b"HTTP/1.1 409")
    silent.close()
    assert wire.whole()


def test_twenty_silent_ones_hold_nothing_up(wire: Wire) -> None:
    silent = []
    for number in range(20):
        silent.append(
            wire.half(100 * number, DATA[100 * number : 100 * number + 100], len(DATA) - 100 * number)
        )
        eventually(lambda n=number: wire.uploader.on_disk() == 100 * (n + 1))  # type: ignore[misc]
    assert wire.patch(2000, DATA[2000:]).status == 204
    for one in silent:
        one.close()
    assert wire.whole()


def test_what_was_given_up_in_the_midst_is_gone(wire: Wire) -> None:
    sending = wire.half(0, DATA[:4000], len(DATA))
    eventually(lambda: wire.uploader.on_disk() == 4000)
    assert wire.ask("DELETE").status == 204
    sending.sendall(DATA[4000:8000])
    assert sending.recv(65536)[9:12] in (b"409", b"410")
    sending.close()
    assert wire.ask("HEAD").status == 410
    assert wire.patch(0, DATA).status == 410
    assert wire.uploader.on_disk() == 0


def test_what_expired_in_the_midst_is_gone_and_nobody_calls_it_finished(wire: Wire) -> None:
    sending = wire.half(0, DATA[:4000], len(DATA))
    eventually(lambda: wire.uploader.on_disk() == 4000)
    wire.world.clock.advance(wire.world.clock.now() + timedelta(hours=49))
    assert wire.ask("HEAD").status == 410
    sending.sendall(DATA[4000:])
    answer = sending.recv(65536)
    assert answer[9:12] in (b"409", b"410"), answer
    sending.close()
    assert wire.world.records("upload_done") == []
    assert wire.uploader.state() == (0, "expired")


def test_the_last_byte_twice_is_one_file(wire: Wire) -> None:
    assert wire.patch(0, DATA[:-1]).status == 204
    answers = together(*[(wire, len(DATA) - 1, DATA[-1:])] * MANY)
    statuses = [answer.status for answer in answers]
    assert statuses.count(204) <= 1
    assert set(statuses) <= {204, 409}
    assert wire.offset() in (len(DATA) - 1, len(DATA))
    if wire.offset() < len(DATA):
        assert wire.patch(len(DATA) - 1, DATA[-1:]).status == 204
    assert wire.whole()


def test_once_whole_it_takes_no_more_and_is_not_given_up(wire: Wire) -> None:
    assert wire.patch(0, DATA).status == 204
    with ThreadPoolExecutor(3) as pool:
        more, again, away = pool.map(
            lambda ask: ask(),
            (
                lambda: wire.patch(len(DATA), b"more"),
                lambda: wire.patch(0, DATA),
                lambda: wire.ask("DELETE"),
            ),
        )
    assert (more.status, again.status, away.status) == (409, 409, 409)
    assert wire.whole()


@pytest.mark.parametrize(
    "headers",
    [
        {"Upload-Offset": "0", "Content-Length": "100", "Transfer-Encoding": "chunked"},
        {"Upload-Offset": "0", "Content-Length": "-5"},
        {"Upload-Offset": "0", "Content-Length": "1e3"},
        {"Upload-Offset": "0x10", "Content-Length": "1"},
        {"Upload-Offset": "99999999999999999999", "Content-Length": "1"},
        {"Upload-Offset": "-1", "Content-Length": "1"},
    ],
    ids=str,
)
def test_lengths_that_are_none(wire: Wire, headers: dict[str, str]) -> None:
    place = urlsplit(wire.url)
    lines = "".join(
        f"{key}: {value}\r\n" for key, value in {**wire.uploader.headers, **STREAM, **headers}.items()
    )
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as raw:
        raw.sendall(f"PATCH /api/v1{wire.uploader.path} HTTP/1.1\r\nHost: x\r\n{lines}\r\n0\r\n\r\n".encode())
        raw.shutdown(socket.SHUT_WR)
        answer = raw.recv(65536)
    assert answer == b"" or 400 <= int(answer[9:12]) < 500
    assert wire.offset() == 0
