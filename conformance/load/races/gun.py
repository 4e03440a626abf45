"""The herd gun: every shot has a connection of its own, is sent but for its last byte beforehand, and goes off at one instant.

The platform stamps a request when its last byte has come, so one byte a phone decides, and thousands of them leave
within milliseconds. How late each left is told, and what lies between that and its stamp is the kernel's queue.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import SplitResult

from conformance.load.asking import Raw, Request
from conformance.load.races.wire import Incoming, request

PIECE = 1 << 16
SPIN_S = 0.002
"""The last wall seconds before an instant are not slept but watched, so that no timer makes the herd late."""
READY_S = 0.5
"""Wall seconds before the instant at which all but the last bytes are sent."""
OPENING = 200
"""Connections that are opened at once: fewer than any server lets wait."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One request of a herd. `late_s`: wall seconds after the instant at which its last byte is due."""

    request: Request
    late_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """What became of a shot: when its last byte left and its answer was there, on the monotonic wall clock."""

    sent: float
    answered: float | None
    raw: Raw


@dataclass(slots=True)
class _Barrel:
    """A shot on its connection. None of them where none could be made."""

    shot: Shot
    line: socket.socket | None
    last: bytes = b""
    sent: float = 0.0
    fault: str = ""


async def volley(
    base: SplitResult, shots: Sequence[Shot], instant: float, timeout_s: float = 60.0
) -> list[Hit]:
    """Fire at a wall instant of `time.monotonic`; what came of each shot, in their order."""
    with ExitStack() as held:
        barrels = await _loaded(base, shots, held)
        await until(instant - READY_S)
        await asyncio.gather(*(_all_but_the_last(one, base) for one in barrels))
        await until(instant - SPIN_S)
        for one in sorted(barrels, key=lambda barrel: barrel.shot.late_s):
            await _fire(one, instant + one.shot.late_s)
        return list(await asyncio.gather(*(_hit(one, timeout_s) for one in barrels)))


async def until(wall: float) -> None:
    """Wait for an instant of the monotonic wall clock, if it is still to come."""
    loop = asyncio.get_running_loop()
    reached = loop.create_future()
    loop.call_at(wall, reached.set_result, None)
    await reached


async def _loaded(base: SplitResult, shots: Iterable[Shot], held: ExitStack) -> list[_Barrel]:
    """A connection for each shot."""
    few = asyncio.Semaphore(OPENING)
    loop = asyncio.get_running_loop()

    async def open_one(shot: Shot) -> _Barrel:
        line = held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
        line.setblocking(False)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        async with few:
            try:
                await loop.sock_connect(line, (base.hostname, base.port))
            except OSError as fault:
                return _Barrel(shot, None, fault=type(fault).__name__)
        return _Barrel(shot, line)

    return list(await asyncio.gather(*(open_one(shot) for shot in shots)))


async def _all_but_the_last(one: _Barrel, base: SplitResult) -> None:
    whole = request(base, one.shot.request)
    one.last = whole[-1:]
    if one.line is not None:
        try:
            await asyncio.get_running_loop().sock_sendall(one.line, whole[:-1])
        except OSError as fault:
            one.line, one.fault = None, type(fault).__name__


async def _fire(one: _Barrel, due: float) -> None:
    if due - time.monotonic() > SPIN_S:
        await until(due - SPIN_S)
    while time.monotonic() < due:
        pass
    one.sent = time.monotonic()
    if one.line is not None:
        try:
            one.line.send(one.last)
        except OSError as fault:
            one.line, one.fault = None, type(fault).__name__


async def _hit(one: _Barrel, timeout_s: float) -> Hit:
    if one.line is None:
        return Hit(one.sent, None, Raw(0, fault=one.fault))
    incoming = Incoming(head=one.shot.request.method == "HEAD")
    try:
        async with asyncio.timeout(timeout_s):
            raw = await _answer(one.line, incoming)
    except (OSError, TimeoutError) as fault:
        return Hit(one.sent, None, Raw(0, fault=type(fault).__name__))
    return Hit(one.sent, time.monotonic(), raw)


async def _answer(line: socket.socket, incoming: Incoming) -> Raw:
    """ConnectionResetError where it ends before the answer does."""
    loop = asyncio.get_running_loop()
    while piece := await loop.sock_recv(line, PIECE):
        if (raw := incoming.take(piece)) is not None:
            return raw
    raise ConnectionResetError
