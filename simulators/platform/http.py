"""The platform over HTTP: reads the body, stamps the request, and carries the answer."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from simulators.platform.appending import Appending
from simulators.platform.call import Answer, Call
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.reviewing import pages
from simulators.platform.routes import ROWS, Row, authorise, refuse, serve
from simulators.platform.tus import HEADERS

BASE = "/api/v1"
Endpoint = Callable[[Request], Awaitable[Response]]
OF_STATUS: Mapping[int, str] = {404: "not_found", 405: "method_not_allowed"}


def application(house: House) -> Starlette:
    paths: dict[str, dict[str, Endpoint]] = defaultdict(dict)
    for row in ROWS:
        paths[row.path][row.method] = _endpoint(house, row)
    paths["/uploads/{upload}"]["PATCH"] = _patch(house)
    routes = [
        Route(BASE + path, _by_method(methods), methods=list(methods)) for path, methods in paths.items()
    ]

    routes += pages.routes(house)

    async def in_one_form(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        refusal = Refusal(OF_STATUS.get(error.status_code, "bad_request"))
        told = refusal.body(request.method, house.stamps.now())
        return _response(Answer(told, error.status_code, error.headers or {}))

    return Starlette(routes=routes, exception_handlers={HTTPException: in_one_form})


def _by_method(methods: Mapping[str, Endpoint]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        # tus 1.0.0: a client that cannot send PATCH or DELETE names it in a header.
        method = request.headers.get("x-http-method-override", request.method).upper()
        if method not in methods:
            raise HTTPException(405, headers={"Allow": ", ".join(methods)})
        return await methods[method](request)

    return endpoint


def _endpoint(house: House, row: Row) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request, row.limit)
        except Refusal as refusal:
            return _response(_unread(house, row, _call(house, request, row.operation), refusal))
        with house.stamps.take() as at:
            call = _call(house, request, row.operation)
            call.at, call.body = at, body
            if row.aside:
                return _response(await run_in_threadpool(serve, house, row, call))
            with house.lock:
                return _response(serve(house, row, call))

    return endpoint


def _unread(house: House, row: Row, call: Call, refusal: Refusal) -> Answer:
    """The answer to a body that was not read to its end; who sent it is looked up, so that it can be recorded."""
    with house.lock, suppress(Refusal):
        authorise(house, row.phone, call)
        seat = house.seats.find(call.params.get("sitting", ""))
        call.about = seat.sitting if seat and seat.account == call.known.account else None
    return refuse(house, call, refusal)


def _patch(house: House) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        call = _call(house, request, "upload_bytes")
        try:
            return _response(await _append(house, call, request))
        except Refusal as refusal:
            return _response(refuse(house, call, refusal))
        except ClientDisconnect:
            return _response(refuse(house, call, Refusal("incomplete")))

    return endpoint


async def _append(house: House, call: Call, request: Request) -> Answer:
    with house.lock:
        authorise(house, "either", call)
        appending = Appending(house, call)
    async for piece in request.stream():
        with house.lock:
            appending.feed(piece)
    with house.stamps.take() as at:
        with house.lock:
            appending.agree()
        digest = await run_in_threadpool(appending.digest)
        with house.lock:
            call.at = at
            return appending.finish(at, digest)


async def _body(request: Request, limit: int) -> bytes:
    """The whole body; Refusal where it is larger than `limit` or breaks off."""
    stated = request.headers.get("content-length", "0")
    if stated.isdigit() and int(stated) > limit:
        raise Refusal("too_large", f"at most {limit} bytes")
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > limit:
                raise Refusal("too_large", f"at most {limit} bytes")
    except ClientDisconnect as error:
        raise Refusal("incomplete") from error
    return bytes(body)


def _call(house: House, request: Request, operation: str) -> Call:
    return Call(operation, house.stamps.now(), request.path_params, request.headers)


def _response(answer: Answer) -> Response:
    content = b"" if answer.payload is None else msgspec.json.encode(answer.payload)
    media = None if answer.payload is None else "application/json"
    headers = dict(answer.headers)
    if answer.status == 412:
        headers |= HEADERS | {"Tus-Version": HEADERS["Tus-Resumable"]}
    return Response(content, answer.status, headers, media_type=media)
