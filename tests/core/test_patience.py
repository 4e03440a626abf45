"""Connections that say nothing, or too slowly, over real sockets; and those that are only slow, which are served."""

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from simulators.core.connections import Room
from simulators.core.patience import Patient
from simulators.serve.servers import Served
from tests.platform.test_alone import alone

HEAD = b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"


class Quick(Patient):
    """The same with limits that a test can wait for."""

    silent_s, head_s, body_s, least_rate, most_head = 0.5, 1.0, 1.0, 100, 4096


async def count(_: Scope, receive: Receive, send: Send) -> None:
    """Says how many bytes came, or was told that no more come."""
    taken = 0
    while (message := await receive())["type"] == "http.request":
        taken += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    body = str(taken).encode()
    head = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body})


@contextmanager
def served(protocol: type[Patient]) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(count, log_level="critical", lifespan="off", http=protocol))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served(Quick) as found:
        yield found


def talk(port: int, *pieces: bytes, every: float = 0.0) -> bytes:
    """What comes until the other side closes; pieces are sent so many seconds apart while it listens."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        for piece in pieces:
            try:
                wire.sendall(piece)
            except OSError:
                break
            Event().wait(every)
        answer = b""
        try:
            while piece := wire.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
        return answer


def test_who_says_nothing_is_let_go(port: int) -> None:
    assert talk(port).startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("start", [b"P", HEAD[:20], b"GET / HTTP/1.1\r\nX-A: "])
def test_a_head_that_does_not_end_is_let_go(port: int, start: bytes) -> None:
    assert talk(port, start).startswith(b"HTTP/1.1 408 ")


def test_so_is_one_that_comes_byte_by_byte(port: int) -> None:
    """Each byte is in time; the head is not (slowloris)."""
    answer = talk(port, b"GET / HTTP/1.1\r\n", *[b"X-%d: y\r\n" % number for number in range(40)], every=0.05)
    assert answer.startswith(b"HTTP/1.1 408 ") or answer == b""


def test_a_head_of_any_size_is_not_kept(port: int) -> None:
    answer = talk(port, b"GET / HTTP/1.1\r\n", *[b"X: " + b"y" * 3000 + b"\r\n"] * 4)
    assert answer.startswith(b"HTTP/1.1 431 ") or answer == b""


def test_a_body_that_stops_is_let_go(port: int) -> None:
    assert talk(port, HEAD % 10_000 + b"x" * 100) == b""


def test_a_body_that_hardly_comes_is_let_go(port: int) -> None:
    assert talk(port, HEAD % 10_000, *[b"x"] * 40, every=0.05) == b""


def test_a_slow_line_is_served(port: int) -> None:
    """Longer than any of the limits, and faster than the least rate."""
    answer = talk(
        port, (HEAD % 1000).replace(b"Host", b"Connection: close\r\nHost"), *[b"x" * 50] * 20, every=0.1
    )
    assert answer.endswith(b"\r\n\r\n1000")


def test_a_connection_is_used_again_and_may_be_idle_between(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        for number in range(4):
            wire.sendall(HEAD % 3 + b"abc")
            answer = b""
            while not answer.endswith(b"\r\n\r\n3"):
                piece = wire.recv(65536)
                assert piece, number
                answer += piece
            Event().wait(0.4 if number == 1 else 0)


def test_requests_in_one_piece_are_answered_in_turn(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        wire.sendall((HEAD % 2 + b"ab") * 3)
        answer = b""
        while answer.count(b"\r\n\r\n2") < 3:
            piece = wire.recv(65536)
            assert piece
            answer += piece


def test_ten_thousand_bytes_in_two_pieces_are_no_long_head(port: int) -> None:
    answer = talk(
        port, (HEAD % 10_000).replace(b"Host", b"Connection: close\r\nHost"), b"x" * 5000, b"x" * 5000
    )
    assert answer.endswith(b"10000")


def test_slow_ones_keep_nobody_else_waiting(port: int) -> None:
    slow = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(200)]
    for wire in slow:
        wire.sendall(b"GET / HTT")
    answer = talk(port, (HEAD % 1).replace(b"Host", b"Connection: close\r\nHost") + b"x")
    assert answer.startswith(b"HTTP/1.1 200 ")
    for wire in slow:
        assert wire.recv(65536).startswith(b"HTTP/1.1 408 ")
        wire.close()


def test_usual_limits_leave_phones_their_time() -> None:
    assert Patient.silent_s >= 300
    assert Patient.head_s >= 10
    assert Patient.least_rate * 8 < 9600, "no slower than the slowest mobile network"


def no_end_of_a_head(url: str) -> bytes:
    """What a server says of a head that grows and grows."""
    place = urlsplit(url)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as wire:
        with suppress(OSError):
            wire.sendall(b"GET / HTTP/1.1\r\n")
            for _ in range(40):
                wire.sendall(b"X: " + b"y" * 8000 + b"\r\n")
        with suppress(ConnectionResetError):
            return wire.recv(65536)
    return b""


def test_the_servers_of_a_world_have_these_limits() -> None:
    served = Served("bench", count)
    try:
        assert (
            no_end_of_a_head(served.url).startswith(b"HTTP/1.1 431 ") or no_end_of_a_head(served.url) == b""
        )
        assert served._server.config.http_protocol_class is Patient
    finally:
        served.close()


def test_a_platform_by_itself_has_them_too(tmp_path: Path) -> None:
    with alone(tmp_path, []) as (process, _):
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["platform"]
        assert no_end_of_a_head(url)[9:12] in (b"431", b"")


def asked(wire: socket.socket) -> bytes:
    """The answer to one whole request; what came of it where the connection was closed."""
    answer = b""
    with suppress(OSError):
        wire.sendall(HEAD % 1 + b"x")
        while not answer.endswith(b"\r\n\r\n1") and (piece := wire.recv(65536)):
            answer += piece
    return answer


def test_where_there_is_no_room_for_one_more_the_longest_idle_goes() -> None:
    narrow = type("Narrow", (Patient,), {"room": Room(3)})
    with served(narrow) as port, ExitStack() as open_wires:
        wires = [
            open_wires.enter_context(socket.create_connection(("127.0.0.1", port), 20)) for _ in range(3)
        ]
        assert all(map(asked, wires))
        wires[0].sendall(HEAD % 2 + b"x")  # no longer idle: its body is still to come
        assert asked(wires[1])
        assert asked(open_wires.enter_context(socket.create_connection(("127.0.0.1", port), 20)))
        assert wires[2].recv(1) == b""
        wires[0].sendall(b"x")
        assert wires[0].recv(65536)
        assert asked(wires[1])
