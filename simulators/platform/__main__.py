"""`python -m simulators.platform --db exam.sqlite --season zjcm-2023`: the platform alone, on the wall clock."""

import argparse
import json
import secrets
import socket
import sys
from datetime import datetime
from pathlib import Path
from threading import Thread

import uvicorn

from conformance.season import SeasonError, load
from simulators.core.chance import Chance
from simulators.core.clock import ScaledClock
from simulators.core.instants import CST, parse
from simulators.platform import Candidate, Platform
from simulators.platform.http import BASE
from simulators.platform.store import StoreError

BAD_INPUT = 3


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulators.platform", description=__doc__)
    parser.add_argument("--db", required=True, type=Path, help="the store; made where there is none")
    parser.add_argument("--season", default="zjcm-2023", help="a shipped season or a file")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--now", type=parse, help="start the clock at this instant, not at the present one")
    parser.add_argument("--candidates", type=Path, help="JSON: a list of account, password, name, majors")
    parser.add_argument("--password-cost", type=int, help="log2 of scrypt's n")
    parser.add_argument("--until-eof", action="store_true", help="end when the standard input ends")
    return parser


def main(argv: list[str] | None = None) -> int:
    given = arguments().parse_args(argv)
    try:
        listener = _listen(given.host, given.port)
        platform = _platform(given)
    except (OSError, SeasonError, StoreError) as error:
        print(f"cannot start: {error}", file=sys.stderr)
        return BAD_INPUT
    url = f"http://{given.host}:{listener.getsockname()[1]}{BASE}"
    print(json.dumps({"platform": url}), flush=True)
    server = uvicorn.Server(uvicorn.Config(platform.asgi, log_level="warning", lifespan="off"))
    if given.until_eof:
        Thread(target=_end_with_input, args=(server,), daemon=True).start()
    server.run(sockets=[listener])
    platform.close()
    return 0


def _platform(given: argparse.Namespace) -> Platform:
    clock = ScaledClock(given.now or datetime.now(CST), 1.0)
    chance = Chance(secrets.token_hex(16))
    cost = given.password_cost
    platform = Platform(load(given.season), clock, given.db, chance, password_cost=cost, merged_beats=False)
    rows = json.loads(given.candidates.read_text("utf-8")) if given.candidates else []
    for row in rows:
        if not platform.sittings_of(row["account"]):
            platform.register(Candidate(**{**row, "majors": tuple(row.get("majors", ()))}))
    return platform


def _listen(host: str, port: int) -> socket.socket:
    # Only of a socket that says it is TCP does asyncio switch Nagle's delay off, which costs 40 ms a request.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen()
    return listener


def _end_with_input(server: uvicorn.Server) -> None:
    sys.stdin.buffer.read()
    server.should_exit = True


if __name__ == "__main__":
    sys.exit(main())
