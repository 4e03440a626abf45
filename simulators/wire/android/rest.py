"""HTTP inside a stream: requests for port 6790 of the phone, answered by whatever stands for the UiAutomator2 server.

The server begins with `am instrument` and ends when its session is deleted. A driver asks for it as soon as it has
started that command, so that requests wait a little for it; the list of sessions is told at once.
"""

import asyncio
import json
import re
from contextlib import suppress

import h11

from simulators.wire.android.device import SERVER, Device
from simulators.wire.android.stream import Stream
from simulators.wire.webdriver.asgi import HEADERS, Answer

PATIENCE_S = 0.9
"""Wall seconds; a driver that is refused asks again after a second."""
SESSIONS = ("GET", "/sessions")
ENDS = re.compile(r"/session/[^/]+/?")
FINISHED = 0
MOST = 64 * 1024 * 1024
"""Bytes of one request."""


async def serve(device: Device, stream: Stream) -> None:
    """One connection, with any number of requests; it ends with the server that it leads to."""
    device.connections.add(stream)
    try:
        await _requests(device, stream)
    finally:
        device.connections.discard(stream)


async def _requests(device: Device, stream: Stream) -> None:
    connection = h11.Connection(h11.SERVER)
    while not stream.closed:
        try:
            asked = await _request(connection, stream)
        except h11.RemoteProtocolError as fault:
            await _refuse(connection, stream, fault)
            return
        if asked is None or (answer := await _answer(device, *asked)) is None:
            return
        await stream.write(_written(connection, answer))
        if connection.our_state is not h11.DONE or connection.their_state is not h11.DONE:
            return
        connection.start_next_cycle()


async def _request(connection: h11.Connection, stream: Stream) -> tuple[str, str, bytes] | None:
    """Method, path and body; None where the client has gone."""
    request, body = None, bytearray()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            if connection.they_are_waiting_for_100_continue:
                await stream.write(
                    connection.send(h11.InformationalResponse(status_code=100, headers=[])) or b""
                )
            connection.receive_data(await stream.read())
        elif isinstance(event, h11.Request):
            request = event
        elif isinstance(event, h11.Data):
            body += event.data
            if len(body) > MOST:
                raise h11.RemoteProtocolError(f"a request may have {MOST} bytes", error_status_hint=413)
        elif isinstance(event, h11.EndOfMessage) and request is not None:
            return request.method.decode(), request.target.decode("latin-1"), bytes(body)
        else:
            return None


async def _answer(device: Device, method: str, path: str, body: bytes) -> Answer | None:
    """None where no server runs, which to a client looks like a refused connection."""
    if device.handle is None:
        return None
    if (method, path) == SESSIONS and not device.instrumented.is_set():
        return Answer(200, {"sessionId": None, "value": []})
    with suppress(TimeoutError):
        await asyncio.wait_for(device.instrumented.wait(), PATIENCE_S)
    if not device.instrumented.is_set() or not device.plugged:
        return None
    with device.turn(f"uiautomator2 {method} {path}"):
        answer = device.handle(method, path, body)
        device.look()
    if method == "DELETE" and ENDS.fullmatch(path) and answer.status == 200:
        device.cable.jobs.stop(SERVER, FINISHED)
    return answer


def _written(connection: h11.Connection, answer: Answer) -> bytes:
    body = json.dumps(answer.payload).encode()
    headers = [*HEADERS, (b"content-length", b"%d" % len(body))]
    response = h11.Response(status_code=answer.status, headers=headers)
    parts = (connection.send(part) or b"" for part in (response, h11.Data(data=body), h11.EndOfMessage()))
    return b"".join(parts)


async def _refuse(connection: h11.Connection, stream: Stream, fault: h11.RemoteProtocolError) -> None:
    """What is no HTTP is told so, as far as that is still possible."""
    if connection.our_state in (h11.IDLE, h11.SEND_RESPONSE):
        value = {"error": "unknown error", "message": str(fault), "stacktrace": ""}
        await stream.write(
            _written(connection, Answer(fault.error_status_hint, {"sessionId": None, "value": value}))
        )
