"""`python -m simulators.platform --db exam.sqlite --season zjcm-2023`: the platform alone, on the wall clock."""

import argparse
import json
import secrets
from datetime import datetime
from pathlib import Path

import msgspec
import uvicorn

from conformance.season import SeasonError, load
from simulators.core.chance import Chance
from simulators.core.clock import ScaledClock
from simulators.core.instants import CST, parse
from simulators.core.starting import Parser, PortTaken, listen, when_input_ends
from simulators.platform import Candidate, Platform
from simulators.platform.http import BASE
from simulators.platform.store import StoreError


class BadCandidates(Exception):
    """The file of candidates does not hold any."""


def _parser() -> Parser:
    parser = Parser(prog="python -m simulators.platform", description=__doc__)
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
    parser = _parser()
    given = parser.parse_args(argv)
    try:
        listener = listen(given.host, given.port, "platform", "--port")
        platform = _platform(given)
    except (OSError, SeasonError, StoreError, PortTaken, BadCandidates) as error:
        parser.refuse(f"cannot start: {error}")
    url = f"http://{given.host}:{listener.getsockname()[1]}{BASE}"
    print(json.dumps({"platform": url}), flush=True)
    server = uvicorn.Server(uvicorn.Config(platform.asgi, log_level="warning", lifespan="off"))

    def end() -> None:
        server.should_exit = True

    if given.until_eof:
        when_input_ends(end)
    try:
        server.run(sockets=[listener])
    finally:
        platform.close()
    return 0


def _platform(given: argparse.Namespace) -> Platform:
    candidates = _candidates(given.candidates) if given.candidates else []
    clock = ScaledClock(given.now or datetime.now(CST), 1.0)
    chance = Chance(secrets.token_hex(16))
    cost = given.password_cost
    platform = Platform(load(given.season), clock, given.db, chance, password_cost=cost, merged_beats=False)
    for candidate in candidates:
        if not platform.sittings_of(candidate.account):
            platform.register(candidate)
    return platform


def _candidates(file: Path) -> list[Candidate]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=list[Candidate])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        wanted = "a JSON list of objects with account, password, name and majors"
        raise BadCandidates(f"--candidates {file}: {error}; expected {wanted}") from error


if __name__ == "__main__":
    raise SystemExit(main())
