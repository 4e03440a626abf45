"""The platform of a command line: its store opened, its clock found or made, its people registered."""

import argparse
import secrets
import sys
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from conformance.season import load
from simulators.core.chance import Chance
from simulators.core.paces import PacedClock
from simulators.platform import postgres
from simulators.platform.alone import people
from simulators.platform.alone.bench import Alone
from simulators.platform.alone.keeping import KeptClock
from simulators.platform.board import Board, BoardClock
from simulators.platform.messages import MessageFile
from simulators.platform.platform import Platform


class NotTogether(Exception):
    """Options that cannot be given with one another."""


def check(given: argparse.Namespace) -> None:
    """NotTogether where several processes are asked for and their store is a file."""
    if not postgres.is_server(given.db) and (given.processes > 1 or given.joins):
        asked = "--joins" if given.joins else f"--processes {given.processes}"
        raise NotTogether(f"{asked} needs a database to share, such as --db postgresql://user@host/name")


def opened(given: argparse.Namespace, until: ExitStack) -> Alone:
    """The platform, closed at the end of `until`. Who joins others registers nobody and leaves the clock to them."""
    season = load(given.season)
    candidates = [] if given.joins else people.candidates(given.candidates)
    roster = [] if given.joins else people.roster(given.roster)
    people.known_majors(season, [*candidates, *roster])
    start = given.now or datetime.now(season.zone)
    board = until.enter_context(Board(_files(given) / "board", joins=given.joins)) if _shares(given) else None
    clock = BoardClock(start, board) if board is not None else PacedClock(start)
    platform = Platform(
        season,
        clock,
        given.db,
        Chance(secrets.token_hex(16)),
        password_cost=given.password_cost,
        merged_beats=False,
        deliver=MessageFile(given.sms, clock) if given.sms else None,
        heartbeat=given.heartbeat,
        files=_files(given),
        joins=given.joins,
        board=board,
    )
    until.callback(platform.close)
    kept = KeptClock(clock, platform)
    if not given.joins:
        if kept.go_on():
            for sentence in kept.differences(given.now, given.clock):
                print(f"simulators.platform: {sentence}", file=sys.stderr)
        people.admit(platform, candidates, roster)
    return Alone(platform, season, kept, given.heartbeat)


def _shares(given: argparse.Namespace) -> bool:
    return postgres.is_server(given.db)


def _files(given: argparse.Namespace) -> Path:
    """The folder of photos and uploads."""
    if given.files is not None:
        made: Path = given.files
    else:
        made = postgres.files(given.db) if _shares(given) else Path(f"{given.db}.files")
    made.mkdir(parents=True, exist_ok=True)
    return made
