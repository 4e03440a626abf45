"""The endpoint's socket side: one ASGI route around the endpoint."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

HEADERS = ((b"content-type", b"application/json; charset=utf-8"), (b"cache-control", b"no-cache"))


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and the JSON object that goes with it."""

    status: int
    payload: Mapping[str, Any]


def adapter(handle: Callable[[str, str, bytes], Answer]) -> ASGIApp:
    """An ASGI application around `handle(method, path, body)`.

    Every command is a turn under one lock, so it is run where it was heard: a thread of its own would only wait there.
    """

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"WebDriver speaks HTTP, not {scope['type']}")
        path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
        query = scope["query_string"].decode("latin-1")
        answer = handle(scope["method"], f"{path}?{query}" if query else path, await _body(receive))
        body = json.dumps(answer.payload).encode()  # all in ASCII, so that no text can spoil an answer
        headers = [*HEADERS, (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


async def _body(receive: Receive) -> bytes:
    taken, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        taken += message.get("body", b"")
        more = message.get("more_body", False)
    return bytes(taken)
