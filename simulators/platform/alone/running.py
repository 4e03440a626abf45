"""What `python -m simulators.platform` does: registers people, starts the clock, serves until it is ended.

Exit codes: 0 ended as asked; 3 it could not start, with one sentence on stderr.
"""

import argparse
import json
import os
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import datetime
from importlib.util import find_spec

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from conformance.season import SeasonError, load
from simulators.core.chance import Chance
from simulators.core.paces import PacedClock
from simulators.core.patience import Patient
from simulators.core.starting import PortTaken, listen, when_input_ends
from simulators.door.doorway import BASE as BENCH
from simulators.platform.alone import options, people
from simulators.platform.alone.bench import Alone, bench
from simulators.platform.alone.keeping import KeptClock
from simulators.platform.http import BASE
from simulators.platform.messages import MessageFile
from simulators.platform.opening import StoreError
from simulators.platform.platform import Platform

CANNOT_START = (OSError, SeasonError, StoreError, PortTaken, people.BadList, people.UnknownMajor, ValueError)
IDLE_SECONDS = 75
"""Wall seconds that an idle connection lives, as at common gateways."""
BACKLOG = 4096
"""Connections that may wait to be accepted where everybody comes at one instant."""


class _Server(uvicorn.Server):
    """Calls `ready` once it serves."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def main(arguments: list[str]) -> int:
    parser = options.parser()
    given = parser.parse_args(arguments)
    if given.otlp and not find_spec("opentelemetry"):
        parser.refuse("--otlp needs the extra 'otel': python -m pip install 'examgate[otel]'")
    try:
        token = _token(given)
        listener = listen(given.host, given.port, "platform", "--port")
        alone = _open(given)
    except CANNOT_START as error:
        parser.refuse(f"cannot start: {error}")
    with closing(listener), closing(alone.platform):
        root = f"http://{given.host}:{listener.getsockname()[1]}"
        told = {"platform": root + BASE} | ({"bench": root + BENCH} if given.bench else {})
        told |= {"token": token} if given.bench and not given.token_from_env else {}

        def ready() -> None:
            if not alone.clock.going:
                alone.clock.set_rate(given.clock or 1.0)
            print(json.dumps(told), flush=True)

        with _observed(_doors(alone, token) if given.bench else alone.platform.asgi, given) as app:
            _serve(app, listener, ready, given.until_eof)
    return 0


def _token(given: argparse.Namespace) -> str:
    """ValueError where a variable is named and empty."""
    if not given.token_from_env:
        return secrets.token_urlsafe(24)
    token = os.environ.get(given.token_from_env, "")
    if not token:
        raise ValueError(f"--token-from-env {given.token_from_env}: this variable is not set")
    return token


def _open(given: argparse.Namespace) -> Alone:
    candidates, roster = people.candidates(given.candidates), people.roster(given.roster)
    season = load(given.season)
    people.known_majors(season, [*candidates, *roster])
    clock = PacedClock(given.now or datetime.now(season.zone))
    platform = Platform(
        season,
        clock,
        given.db,
        Chance(secrets.token_hex(16)),
        password_cost=given.password_cost,
        merged_beats=False,
        deliver=MessageFile(given.sms, clock) if given.sms else None,
        heartbeat=given.heartbeat,
    )
    kept = KeptClock(clock, platform)
    try:
        if kept.go_on():
            for sentence in kept.differences(given.now, given.clock):
                print(f"simulators.platform: {sentence}", file=sys.stderr)
        people.admit(platform, candidates, roster)
    except BaseException:
        platform.close()
        raise
    return Alone(platform, season, kept, given.heartbeat)


def _doors(alone: Alone, token: str) -> ASGIApp:
    """The platform and its bench behind one address."""
    beside, platform = bench(alone, token), alone.platform.asgi

    async def doors(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = beside if str(scope.get("path", "")).startswith(BENCH) else platform
        await chosen(scope, receive, send)

    return doors


def _observed(app: ASGIApp, given: argparse.Namespace) -> AbstractContextManager[ASGIApp]:
    """The app, watched by OpenTelemetry where that is asked for; its libraries are those of an extra."""
    if not given.otlp:
        return nullcontext(app)
    from simulators.platform.alone import telemetry

    return telemetry.observed(app, given.otlp.rstrip("/"), given.otlp_share)


def _serve(app: ASGIApp, listener: socket.socket, ready: Callable[[], None], until_eof: bool) -> None:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        http=Patient,
        lifespan="off",
        ws="none",
        backlog=BACKLOG,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config, ready)

    def end() -> None:
        server.should_exit = True

    if until_eof:
        when_input_ends(end)
    server.run(sockets=[listener])
