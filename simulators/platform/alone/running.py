"""What `python -m simulators.platform` does: registers people, starts the clock, serves until it is ended.

Exit codes: 0 ended as asked; 3 it could not start, or lost a process that could not be replaced, with one sentence on stderr.
"""

import argparse
import json
import os
import secrets
import signal
import sys
from contextlib import ExitStack, closing
from importlib.util import find_spec
from typing import Any

from conformance.season import SeasonError
from simulators.core.starting import PortTaken, listen, when_input_ends
from simulators.door.doorway import BASE as BENCH
from simulators.platform.alone import options, people, serving, starting
from simulators.platform.alone.processes import Lost, Processes
from simulators.platform.board import NoPlace
from simulators.platform.http import BASE
from simulators.platform.opening import StoreError
from simulators.platform.transactions import NotKept

CANNOT_START = (
    OSError,
    ValueError,
    SeasonError,
    StoreError,
    NotKept,
    PortTaken,
    NoPlace,
    Lost,
    starting.NotTogether,
    people.BadList,
    people.UnknownMajor,
)
TOKEN = "EXAMGATE_BENCH_TOKEN"


def main(arguments: list[str]) -> int:
    parser = options.parser()
    given = parser.parse_args(arguments)
    if given.otlp and not find_spec("opentelemetry"):
        parser.refuse("--otlp needs the extra 'otel': python -m pip install 'examgate[otel]'")
    try:
        with ExitStack() as until:
            _run(given, arguments, until)
    except CANNOT_START as error:
        parser.refuse(f"cannot start: {error}")
    return 0


def _run(given: argparse.Namespace, arguments: list[str], until: ExitStack) -> None:
    starting.check(given)
    token = _token(given)
    shared = given.joins or given.processes > 1
    listener = until.enter_context(
        closing(listen(given.host, given.port, "platform", "--port", shared=shared))
    )
    root = f"http://{given.host}:{listener.getsockname()[1]}"
    told = {"platform": root + BASE} | ({"bench": root + BENCH} if given.bench else {})
    told |= {"token": token} if given.bench and not given.token_from_env else {}
    alone = starting.opened(given, until)

    def ready() -> None:
        if alone.clock.clock.rate == 0 and not given.joins:
            alone.clock.set_rate(given.clock or 1.0)
        print(json.dumps(told), flush=True)

    if given.processes == 1:
        with serving.observed(serving.doors(alone, token), given.otlp, given.otlp_share) as app:
            serving.serve(app, listener, ready, until_eof=given.until_eof)
        return
    command = [sys.executable, "-m", "simulators.platform", *arguments, "--joins", "--processes", "1"]
    command += ["--port", str(listener.getsockname()[1]), "--until-eof"]
    command += ["--token-from-env", TOKEN] if given.bench else []
    workers = Processes(command, {TOKEN: token} if given.bench else {}, given.processes)
    with closing(workers):
        listener.close()
        ready()
        _watch(workers, until_eof=given.until_eof)


def _watch(workers: Processes, *, until_eof: bool) -> None:
    """Until SIGINT, SIGTERM, or the end of the standard input."""

    def end(*_: Any) -> None:
        workers.end()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    if until_eof:
        when_input_ends(end)
    workers.watch()


def _token(given: argparse.Namespace) -> str:
    """The bench's, empty where there is none. ValueError where a variable is named and empty."""
    if not given.bench:
        return ""
    if not given.token_from_env:
        return secrets.token_urlsafe(24)
    token = os.environ.get(given.token_from_env, "")
    if not token:
        raise ValueError(f"--token-from-env {given.token_from_env}: this variable is not set")
    return token
