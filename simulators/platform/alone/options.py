"""The command line of the platform alone."""

import argparse
from datetime import timedelta
from pathlib import Path

from simulators.core.instants import parse
from simulators.core.paces import FASTEST
from simulators.core.starting import Parser
from simulators.defects import early
from simulators.platform.board import PLACES

PROGRAM = "python -m simulators.platform"


def parser() -> Parser:
    made = Parser(
        prog=PROGRAM, description="The platform alone, on a clock that follows the wall.", allow_abbrev=False
    )
    made.add_argument(
        "--db",
        required=True,
        metavar="FILE|URL",
        help="the store, made where there is none: a file, or a database as postgresql://user@host/name",
    )
    made.add_argument("--files", type=Path, help="the folder of photos and uploads; default beside the store")
    made.add_argument(
        "--processes", type=_processes, default=1, metavar="N", help="so many on one port and one database"
    )
    made.add_argument(
        "--joins",
        action="store_true",
        help="one more process of a platform that is at work: same database, files and port, nobody to register",
    )
    made.add_argument("--season", default="zjcm-2023", help="a shipped season or a file")
    made.add_argument("--host", default="127.0.0.1")
    made.add_argument("--port", type=int, default=0, help="0 takes any free port")
    made.add_argument(
        "--clock", type=_rate, metavar="real|xN", help="N exam seconds a second; real, x1, is the usual one"
    )
    made.add_argument(
        "--now", type=parse, help="the instant at which a new store's clock starts, once everything is ready"
    )
    made.add_argument(
        "--heartbeat",
        type=_heartbeat,
        default=timedelta(seconds=1),
        metavar="SECONDS",
        help="exam seconds between two heartbeats of a phone; five of them missing are silence",
    )
    made.add_argument(
        "--candidates",
        type=Path,
        help="JSON: a list of account, password, name, majors; their way to the exam lies behind them",
    )
    made.add_argument(
        "--roster",
        type=Path,
        help="JSON: a list of id_number, name, province, candidate_number, majors, as the school has them",
    )
    made.add_argument("--sms", type=Path, help="append text messages to this file, one JSON line each")
    made.add_argument("--password-cost", type=int, help="log2 of scrypt's n")
    made.add_argument("--bench", action="store_true", help="serve the small bench on the same port")
    made.add_argument(
        "--token-from-env",
        metavar="NAME",
        help="the variable that holds the bench's token; without it one is made and told",
    )
    made.add_argument(
        "--otlp", metavar="URL", help="send OpenTelemetry there, by OTLP over HTTP; needs the extra 'otel'"
    )
    made.add_argument(
        "--otlp-share", type=_share, default=0.01, metavar="SHARE", help="of the requests that have a span"
    )
    early.declare(made)
    made.add_argument("--until-eof", action="store_true", help="end when the standard input ends")
    return made


def _rate(text: str) -> float:
    try:
        rate = 1.0 if text == "real" else float(text.removeprefix("x"))
    except ValueError:
        rate = 0.0
    if not 0 < rate <= FASTEST or not (text == "real" or text.startswith("x")):
        raise argparse.ArgumentTypeError(f"{text!r} is none; write real, or x60 (at most x{FASTEST})")
    return rate


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is none; write a share from 0 to 1")
    return share


def _processes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < PLACES:
        raise argparse.ArgumentTypeError(f"{text!r} is none; write a number from 1 to {PLACES - 1}")
    return int(text)


def _heartbeat(text: str) -> timedelta:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is none; write seconds, more than 0 and at most 3600")
    return timedelta(seconds=seconds)
