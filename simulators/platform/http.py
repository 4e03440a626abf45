"""The platform over HTTP: reads the body, stamps the request, and carries the answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from simulators.platform.appending import Appending
from simulators.platform.call import Answer, Call, Step
from simulators.platform.finding import Endpoint, Finder
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.reviewing import pages
from simulators.platform.routes import JSON, ROWS, Row, authorise, bearer, refuse, serve, unkept
from simulators.platform.transactions import NotKept
from simulators.platform.tus import HEADERS

BASE = "/api/v1"
OF_STATUS: Mapping[int, str] = {404: "not_found", 405: "method_not_allowed"}


def application(house: House) -> ASGIApp:
    paths: dict[str, dict[str, Endpoint]] = defaultdict(dict)
    for row in ROWS:
        paths[row.path][row.method] = _endpoint(house, row)
    paths["/uploads/{upload}"]["PATCH"] = _patch(house)
    found = {(method, path): own for path, methods in paths.items() for method, own in methods.items()}
    return Finder(BASE, found, partial(_others, house, paths))


def _others(house: House, paths: Mapping[str, Mapping[str, Endpoint]]) -> ASGIApp:
    """Pages, and what is to be refused."""
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
            if (
                row.limit > JSON
                and _may_be_large(request)
                and not house.accounts.remembers(bearer(request.headers))
            ):
                # So that nobody without a token has twenty megabytes kept for them; whose token is known is not kept
                # waiting, for the instant that decides is that of the last byte.
                early = _call(request, row.operation, house.stamps.now())
                await house.turns.do(partial(authorise, house, row.phone, early))
            body = await _body(request, row.limit)
            if body:
                _is_taken(row, request.headers.get("content-type", ""))
        except Refusal as refusal:
            call = _call(request, row.operation, house.stamps.now())
            return _response(await _answer(house, call, partial(_unread, house, row, call, refusal)))
        except NotKept as error:
            return _response(unkept(_call(request, row.operation, house.stamps.now()), error))
        with house.stamps.take() as at:
            call = _call(request, row.operation, at, body)
            return _response(await _answer(house, call, partial(serve, house, row, call)))

    return endpoint


async def _answer(house: House, call: Call, step: Callable[[], Step]) -> Answer:
    """The answer, once all that it tells of is kept."""
    try:
        return await house.turns.answer(step, call.headers.get("authorization", ""))
    except NotKept as error:
        return unkept(call, error)


def _unread(house: House, row: Row, call: Call, refusal: Refusal) -> Answer:
    """The answer to a body that was not read to its end; who sent it is looked up, so that it can be recorded."""
    with suppress(Refusal):
        authorise(house, row.phone, call)
        seat = house.seats.find(call.params.get("sitting", ""))
        call.about = seat.sitting if seat and seat.account == call.known.account else None
    return refuse(house, call, refusal)


def _patch(house: House) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        call = _call(request, "upload_bytes", house.stamps.now())
        error: Refusal | OSError
        try:
            return _response(await _append(house, call, request))
        except (Refusal, OSError) as refusal:
            error = refusal
        except ClientDisconnect:
            error = Refusal("incomplete")
        except NotKept as refusal:
            return _response(unkept(call, refusal))
        return _response(await _answer(house, call, partial(refuse, house, call, error)))

    return endpoint


async def _append(house: House, call: Call, request: Request) -> Answer:
    def begin() -> Appending:
        authorise(house, "either", call)
        return Appending(house, call)

    appending = await house.turns.do(begin)
    async for piece in request.stream():
        appending.feed(piece)
    with house.stamps.take() as at:
        digest = await house.turns.beside(appending.agree)
        call.at = at
        return await house.turns.do(partial(appending.finish, at, digest))


def _may_be_large(request: Request) -> bool:
    """Whether more may come than anybody may send."""
    stated = request.headers.get("content-length", "")
    return not stated.isdigit() or int(stated) > JSON


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


def _is_taken(row: Row, stated: str) -> None:
    """Refusal where a body is said to be of a type that is not taken here; where nothing is said it is looked at."""
    kind = stated.partition(";")[0].strip().lower()
    if kind and kind not in row.media:
        raise Refusal("wrong_type", f"send {' or '.join(row.media)}")


def _call(request: Request, operation: str, at: datetime, body: bytes = b"") -> Call:
    return Call(operation, at, request.path_params, request.headers, body)


def _response(answer: Answer) -> Response:
    content = b"" if answer.payload is None else msgspec.json.encode(answer.payload)
    media = None if answer.payload is None else "application/json"
    headers = dict(answer.headers)
    if answer.status == 412:
        headers |= HEADERS | {"Tus-Version": HEADERS["Tus-Resumable"]}
    return Response(content, answer.status, headers, media_type=media)
