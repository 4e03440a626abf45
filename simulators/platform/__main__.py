"""`python -m simulators.platform --db exam.sqlite --season zjcm-2023`: the platform alone, on the wall clock."""

import argparse
import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
import uvicorn

from conformance.season import Season, SeasonError, load
from simulators.core.chance import Chance
from simulators.core.clock import ScaledClock
from simulators.core.instants import CST, parse
from simulators.core.starting import Parser, PortTaken, listen, when_input_ends
from simulators.platform.http import BASE
from simulators.platform.messages import MessageFile
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.roster import Entry
from simulators.platform.store import StoreError

T = TypeVar("T")


class UnknownMajor(Exception):
    """Somebody applies for what the season does not have."""


class BadList(Exception):
    """A file does not hold the list that it should."""


def _parser() -> Parser:
    parser = Parser(prog="python -m simulators.platform", description=__doc__)
    parser.add_argument("--db", required=True, type=Path, help="the store; made where there is none")
    parser.add_argument("--season", default="zjcm-2023", help="a shipped season or a file")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--now", type=parse, help="start the clock at this instant, not at the present one")
    parser.add_argument(
        "--candidates",
        type=Path,
        help="JSON: a list of account, password, name, majors; their way to the exam lies behind them",
    )
    parser.add_argument(
        "--roster",
        type=Path,
        help="JSON: a list of id_number, name, province, candidate_number, majors, as the school has them",
    )
    parser.add_argument("--sms", type=Path, help="append text messages to this file, one JSON line each")
    parser.add_argument("--password-cost", type=int, help="log2 of scrypt's n")
    parser.add_argument("--until-eof", action="store_true", help="end when the standard input ends")
    return parser


def main(argv: list[str] | None = None) -> int:
    parser = _parser()
    given = parser.parse_args(argv)
    try:
        listener = listen(given.host, given.port, "platform", "--port")
        platform = _platform(given)
    except (OSError, SeasonError, StoreError, PortTaken, BadList, UnknownMajor) as error:
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
    candidates, wanted = [], "account, password, name and majors"
    if given.candidates:
        candidates = _read("--candidates", given.candidates, list[Candidate], wanted)
    roster = _read("--roster", given.roster, list[Entry], "id_number and name") if given.roster else []
    season = load(given.season)
    _known_majors(season, [*candidates, *roster])
    clock = ScaledClock(given.now or datetime.now(CST), 1.0)
    chance = Chance(secrets.token_hex(16))
    cost = given.password_cost
    deliver = MessageFile(given.sms, clock) if given.sms else None
    platform = Platform(
        season, clock, given.db, chance, password_cost=cost, merged_beats=False, deliver=deliver
    )
    for candidate in candidates:
        if not platform.knows(candidate.account):
            platform.register(candidate)
    for entry in roster:
        if not platform.has_enrolled(entry.id_number):
            platform.enrol(entry)
    return platform


def _known_majors(season: Season, people: Sequence[Candidate | Entry]) -> None:
    known = {major.id for major in season.majors}
    for person in people:
        for major in set(person.majors) - known:
            there = ", ".join(sorted(known))
            raise UnknownMajor(f"{person.name} applies for {major!r}; the season has {there}")


def _read(option: str, file: Path, kind: type[T], wanted: str) -> T:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        expected = f"a JSON list of objects with {wanted}"
        raise BadList(f"{option} {file}: {error}; expected {expected}") from error


if __name__ == "__main__":
    raise SystemExit(main())
