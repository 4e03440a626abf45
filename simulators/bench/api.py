"""The bench's doorway: a token, a body read and checked, one turn, one answer. Contract: contracts/bench.openapi.yaml."""

import errno
import hmac
import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulators.bench import reading
from simulators.bench.ask import Ask, Control
from simulators.bench.controls import CONTROLS
from simulators.bench.errors import BadToken, BenchError, NoRoom, NotOffered, TooLong, Unknown, WrongMethod
from simulators.bench.stand import Stand
from simulators.core.clock import ClockError
from simulators.phone.phone import PhoneOff
from simulators.platform.refusals import Refusal
from simulators.world import NoSuch, WorldError

log = logging.getLogger(__name__)
BASE = "/bench/v1"
MOST_BYTES = 16 * 1024 * 1024
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
CANNOT = (ClockError, PhoneOff, Refusal, WorldError)
"""What clocks, phones, the platform's review desk and worlds say when they cannot do now what is asked."""
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


class Bench:
    """The ASGI side of a stand. `token` is the only one that is let in."""

    def __init__(self, stand: Stand, token: str) -> None:
        self._stand, self._token = stand, token.encode()
        by_path: dict[str, dict[str, Control]] = defaultdict(dict)
        for control in CONTROLS:
            by_path[control.path][control.method] = control
        routes = [Route(BASE + path, self._door(rows), methods=METHODS) for path, rows in by_path.items()]
        self.asgi = Starlette(routes=[*routes, Route("/{rest:path}", self._door(None), methods=METHODS)])

    def _door(self, rows: dict[str, Control] | None) -> Callable[[Request], Any]:
        async def door(request: Request) -> Response:
            try:
                self._admit(request)
                control = _chosen(rows, request)
                body = await _body(request)
                return await run_in_threadpool(self._run, control, request, body)
            except BenchError as error:
                return answer(error.status, error.payload())

        return door

    def _admit(self, request: Request) -> None:
        given = request.headers.get("authorization", "").encode("latin-1")
        if not hmac.compare_digest(given, b"Bearer " + self._token):
            raise BadToken(
                "send the header 'Authorization: Bearer <token>' with the token that this bench was given"
            )

    def _run(self, control: Control, request: Request, raw: bytes) -> Response:
        """One turn of the world; every failure becomes an answer that says what to do."""
        if control.driven and not self._stand.driven:
            why = f"the {self._stand.clock_name} clock follows the wall; start with --clock driven"
            raise NotOffered(control.name, why)
        body = None if control.body is None else reading.read(raw, control.body)
        try:
            with self._stand.turns.take(f"bench {control.method} {control.path}"):
                payload = control.handler(self._stand, Ask(request.path_params, request.query_params, body))
                return answer(control.status, payload)
        except NoSuch as error:
            raise Unknown(str(error)) from error
        except CANNOT as error:
            raise BenchError(str(error)) from error
        except (OSError, OperationalError) as error:
            if not full(error):
                return _fault(control, error)
            raise NoRoom(no_room(error)) from error
        except BenchError:
            raise
        except Exception as error:  # noqa: BLE001 - a doorway answers whatever happens behind it
            return _fault(control, error)


def answer(status: int, payload: Any = None) -> Response:
    """A JSON answer; a file is its bytes, and 204 has none."""
    if isinstance(payload, bytes):
        return Response(payload, status, media_type="application/octet-stream")
    content = b"" if status == 204 else msgspec.json.encode(payload)
    return Response(content, status, media_type="application/json")


def full(error: Exception) -> bool:
    """Whether an error says that the disk is full."""
    if isinstance(error, OSError):
        return error.errno in FULL
    return "disk is full" in str(error) or "disk I/O error" in str(error)


def no_room(error: Exception) -> str:
    """One sentence for a full disk."""
    cause = getattr(error, "orig", error)
    return f"no room to write the world's files ({cause}); free some disk, or set TMPDIR to a roomier place"


def _fault(control: Control, error: Exception) -> Response:
    log.error("the control %s failed", control.name, exc_info=error)
    message = f"{control.method} {control.path} broke inside the bench: {type(error).__name__}: {error}"
    return answer(500, {"error": {"message": message}})


def _chosen(rows: dict[str, Control] | None, request: Request) -> Control:
    path = request.url.path
    if rows is None:
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
