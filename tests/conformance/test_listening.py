"""The small server behind the operators' pages and the tapes."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

from conformance.listening import HERE, Answered, Asked, Listener


def echo(asked: Asked) -> Answered:
    return Answered(200, f"{asked.method} {asked.path} {asked.kind} ".encode() + asked.body, "text/plain")


@contextmanager
def listening(answer: Callable[[Asked], Answered] = echo, *, lasting: bool = False) -> Iterator[Listener]:
    made = Listener(answer, lasting=lasting, most=lambda asked: 10 if asked.kind == "image/jpeg" else 4)
    try:
        yield made
    finally:
        made.close()


def raw(port: int, request: bytes) -> bytes:
    with socket.create_connection((HERE, port), 10) as there:
        there.sendall(request)
        there.shutdown(socket.SHUT_WR)
        with there.makefile("rb") as answer:
            return answer.read()


BODIES = [
    (b"POST /a?b HTTP/1.0\r\nContent-Type: text/x; charset=y\r\nContent-Length: 4\r\n\r\nfour", 200, b"POST /a?b text/x four"),
    (b"POST /a HTTP/1.0\r\nContent-Type: image/jpeg\r\nContent-Length: 10\r\n\r\n0123456789", 200, b"0123456789"),
    (b"GET /a HTTP/1.0\r\n\r\n", 200, b"GET /a  "),
    (b"POST /a HTTP/1.0\r\nContent-Length: 5\r\n\r\nfives", 413, b""),
    (b"POST /a HTTP/1.0\r\nContent-Length: -1\r\n\r\n", 413, b""),
    (b"POST /a HTTP/1.0\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", 413, b""),
    (b"DELETE /a HTTP/1.0\r\n\r\n", 501, b""),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "status", "body"), BODIES)
def test_a_body_is_taken_up_to_the_most(request_: bytes, status: int, body: bytes) -> None:
    with listening() as made:
        answer = raw(made.port, request_)
    assert answer.split()[1] == str(status).encode()
    assert body in answer


def test_a_lasting_connection_carries_one_request_after_another_of_any_method() -> None:
    with listening(lasting=True) as made:
        connection = HTTPConnection(HERE, made.port, timeout=10)
        for method in ("GET", "DELETE", "PATCH"):
            connection.request(method, "/x", b"ab")
            assert connection.getresponse().read() == f"{method} /x  ab".encode()
        connection.close()


def test_once_closed_nobody_listens() -> None:
    with listening() as made:
        port = made.port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HERE, port), 10)


def test_an_address_that_somebody_has_is_not_taken() -> None:
    with listening() as made, pytest.raises(OSError, match="in use"):
        Listener(echo, port=made.port)
