"""The endpoint's socket side: one ASGI route that hands each request to a thread."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and the JSON object that goes with it."""

    status: int
    payload: Mapping[str, Any]


def adapter(handle: Callable[[str, str, bytes], Answer]) -> ASGIApp:
    """An ASGI application around `handle(method, path, body)`."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"WebDriver speaks HTTP, not {scope['type']}")
        request = Request(scope, receive)
        path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
        answer = await run_in_threadpool(handle, request.method, path, await request.body())
        body = json.dumps(answer.payload)  # all in ASCII, so that no text can spoil an answer
        headers = {"content-type": "application/json; charset=utf-8", "cache-control": "no-cache"}
        await Response(body, answer.status, headers)(scope, receive, send)

    return app
