"""The herd gun, against a server that notes when each request was whole."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import SplitResult, urlsplit

import pytest

from conformance.load.asking import Request
from conformance.load.races.gun import Shot, volley
from conformance.load.races.wire import Incoming

ANSWER = b"HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\nX-Word: yes\r\n\r\n{}"
SLOW = Request("photo", "PUT", "/slow", b"0123456789", {"X-Device": "main-1"})


@asynccontextmanager
async def server(whole: list[tuple[float, bytes]], answer: bytes = ANSWER) -> AsyncIterator[SplitResult]:
    """Notes the instant of each request's last byte, and answers."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            body = await reader.readexactly(length)
            whole.append((time.monotonic(), head + body))
            writer.write(answer)
            await writer.drain()
        except asyncio.IncompleteReadError:
            pass
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=500)
    port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield urlsplit(f"http://127.0.0.1:{port}/api/v1")


def test_no_request_is_whole_before_the_instant_and_each_is_answered() -> None:
    whole: list[tuple[float, bytes]] = []

    async def fire() -> None:
        async with server(whole) as base:
            instant = time.monotonic() + 0.6
            hits = await volley(base, [Shot(SLOW)] * 40, instant)
            assert len(whole) == len(hits) == 40
            assert min(at for at, _ in whole) >= instant
            assert min(hit.sent for hit in hits) >= instant
            assert {(hit.raw.status, hit.raw.headers["x-word"]) for hit in hits} == {(409, "yes")}
            assert all(hit.answered is not None and hit.answered >= hit.sent for hit in hits)

    asyncio.run(fire())


def test_a_shot_that_is_to_be_late_is() -> None:
    whole: list[tuple[float, bytes]] = []

    async def fire() -> None:
        async with server(whole) as base:
            instant = time.monotonic() + 0.6
            early, late = await volley(base, [Shot(SLOW), Shot(SLOW, late_s=0.05)], instant)
            assert late.sent >= instant + 0.05 > early.sent

    asyncio.run(fire())


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Le"])
def test_a_connection_that_dies_has_no_answer(answer: bytes) -> None:
    async def fire() -> None:
        async with server([], answer) as base:
            (hit,) = await volley(base, [Shot(SLOW)], time.monotonic())
            assert (hit.raw.status, hit.raw.fault, hit.answered) == (0, "ConnectionResetError", None)

    asyncio.run(fire())


def test_where_nobody_listens_no_shot_has_an_answer() -> None:
    async def fire() -> None:
        async with server([]) as base:
            pass
        (hit,) = await volley(base, [Shot(SLOW)], time.monotonic())
        assert (hit.raw.status, hit.raw.fault) == (0, "ConnectionRefusedError")

    asyncio.run(fire())


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_an_answer_may_come_in_any_pieces(size: int) -> None:
    incoming = Incoming()
    found = [incoming.take(ANSWER[at : at + size]) for at in range(0, len(ANSWER), size)]
    assert found[:-1] == [None] * (len(found) - 1)
    assert found[-1] is not None
    assert (found[-1].status, found[-1].body) == (409, b"{}")


@pytest.mark.parametrize(
    ("head", "answer"),
    [(True, ANSWER[:-2]), (False, b"HTTP/1.1 204 No Content\r\nUpload-Offset: 5\r\n\r\n")],
)
def test_answers_without_a_body_are_whole_with_their_head(head: bool, answer: bytes) -> None:
    found = Incoming(head).take(answer)
    assert found is not None
    assert found.body == b""
