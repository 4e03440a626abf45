"""The doorway of a bench: a token, a body, a row of the table of controls, one answer. Contract: contracts/bench.openapi.yaml."""

import errno
import hmac
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from sqlalchemy.exc import DBAPIError, OperationalError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulators.door.errors import BadToken, BenchError, NoRoom, NotOffered, TooLong, TryAgain, WrongMethod

log = logging.getLogger(__name__)
BASE = "/bench/v1"
MOST_BYTES = 16 * 1024 * 1024
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


class Row(Protocol):
    """A control's request: the name of the control, how it is asked for, and the status of its success."""

    @property
    def name(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def status(self) -> int: ...


R = TypeVar("R", bound=Row)


class Doorway(Generic[R]):
    """The ASGI side of a bench. `token` is the only one that is let in; `run` carries a row out, beside the event
    loop, with the request and its body, and gives what is answered."""

    def __init__(self, rows: Iterable[R], token: str, run: Callable[[R, Request, bytes], Any]) -> None:
        self._token, self._run = token.encode(), run
        by_path: dict[str, dict[str, R]] = defaultdict(dict)
        for row in rows:
            by_path[row.path][row.method] = row
        routes = [Route(BASE + path, self._door(its), methods=METHODS) for path, its in by_path.items()]
        self.asgi = Starlette(routes=[*routes, Route("/{rest:path}", self._door({}), methods=METHODS)])

    def _door(self, rows: Mapping[str, R]) -> Callable[[Request], Any]:
        async def door(request: Request) -> Response:
            try:
                self._admit(request)
                row = _chosen(rows, request)
                raw = await _body(request)
                return await run_in_threadpool(self._answer, row, request, raw)
            except BenchError as error:
                return answer(error.status, error.payload())

        return door

    def _admit(self, request: Request) -> None:
        given = request.headers.get("authorization", "").encode("latin-1")
        if not hmac.compare_digest(given, b"Bearer " + self._token):
            raise BadToken(
                "send the header 'Authorization: Bearer <token>' with the token that this bench was given"
            )

    def _answer(self, row: R, request: Request, raw: bytes) -> Response:
        """Every failure becomes an answer that says what to do."""
        try:
            return answer(row.status, self._run(row, request, raw))
        except BenchError:
            raise
        except Exception as error:  # a doorway answers whatever happens behind it
            if full(error):
                raise NoRoom(no_room(error)) from error
            if isinstance(error.__cause__, OperationalError):
                raise TryAgain(f"the store does not answer ({error}); ask again") from error
            return _broken(row, error)


def answer(status: int, payload: Any = None) -> Response:
    """A JSON answer; a file is its bytes, and 204 has none."""
    if isinstance(payload, bytes):
        return Response(payload, status, media_type="application/octet-stream")
    content = b"" if status == 204 else msgspec.json.encode(payload)
    return Response(content, status, media_type="application/json")


def full(error: Exception) -> bool:
    """Whether an error says that the disk is full."""
    for one in (error, error.__cause__):
        if isinstance(one, OSError) and one.errno in FULL:
            return True
        if isinstance(one, DBAPIError) and ("disk is full" in str(one) or "disk I/O error" in str(one)):
            return True
    return False


def no_room(error: Exception) -> str:
    """One sentence for a full disk."""
    cause = getattr(error, "orig", error)
    return f"no room to write the world's files ({cause}); free some disk, or set TMPDIR to a roomier place"


def _broken(row: Row, error: Exception) -> Response:
    log.error("the control %s failed", row.name, exc_info=error)
    message = f"{row.method} {row.path} broke inside the bench: {type(error).__name__}: {error}"
    return answer(500, {"error": {"message": message}})


def _chosen(rows: Mapping[str, R], request: Request) -> R:
    path = request.url.path
    if not rows:
        control = path.removeprefix(BASE).strip("/") or path
        raise NotOffered(
            control, f"this bench has nothing at {path}; GET {BASE}/controls lists what there is"
        )
    if request.method not in rows:
        raise WrongMethod(f"{path} takes {', '.join(sorted(rows))}, not {request.method}")
    return rows[request.method]


async def _body(request: Request) -> bytes:
    taken = bytearray()
    async for part in request.stream():
        taken += part
        if len(taken) > MOST_BYTES:
            raise TooLong(f"the body is longer than {MOST_BYTES} bytes")
    return bytes(taken)
