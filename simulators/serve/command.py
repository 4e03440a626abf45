"""What `python -m simulators` does: platform, phones, WebDriver endpoint and bench, until interrupted.

Exit codes: 0 ended as asked; 3 it could not start (a port in use, an unknown season, a full disk, a wrong word on
the command line), with one sentence on stderr and nothing left behind.
"""

import argparse
import json
import os
import secrets
import signal
from collections.abc import Sequence
from threading import Event
from typing import Any

from sqlalchemy.exc import OperationalError

from simulators.bench.bodies import CandidateWish, WorldWish
from simulators.core.starting import Parser, PortTaken, when_input_ends
from simulators.defects import early
from simulators.door import doorway
from simulators.door.errors import BenchError
from simulators.phone.model import DEFAULT
from simulators.serve import cables
from simulators.serve.simulation import CLOCKS, PORTS, Simulation
from simulators.serve.vendor import Vendor
from simulators.stages import STAGES, Role

TOKEN = "EXAMGATE_BENCH_TOKEN"
VENDOR_TOKEN = "EXAMGATE_VENDOR_TOKEN"


def main(arguments: Sequence[str]) -> int:
    """Run until SIGINT, SIGTERM, or (with --until-eof) until stdin ends."""
    parser = _parser()
    wish = parser.parse_args(arguments)
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    if wish.until_eof:
        when_input_ends(ended.set)
    try:
        _run(wish, ended)
    except (PortTaken, BenchError) as error:
        parser.refuse(str(error))
    except (OSError, OperationalError) as error:
        if not doorway.full(error):
            raise
        parser.refuse(doorway.no_room(error))
    return 0


def _run(wish: argparse.Namespace, ended: Event) -> None:
    ports = {name: getattr(wish, f"port_{name}") for name in PORTS}
    token = os.environ.get(TOKEN) or secrets.token_urlsafe(24)
    vendor = Vendor(wish.vendor, os.environ.get(VENDOR_TOKEN, "")) if wish.vendor else None
    models: dict[Role, str] = {"main": wish.main, "aux": wish.aux}
    simulation = Simulation(wish.clock, ports, token, cables.plugs(wish), models, vendor)
    try:
        world = WorldWish(season=wish.season, seed=wish.seed, stage=wish.stage, candidates=(CandidateWish(),))
        told = simulation.visit(world) if vendor else simulation.open(world)
        _tell(told, wish.json)
        ended.wait()
    finally:
        simulation.close()


def _tell(told: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(json.dumps(told, ensure_ascii=False), flush=True)
        return
    for name in ("platform", "webdriver", "bench", "token", "clock", "now"):
        print(f"{name:10} {told[name]}")
    for site, url in told["around"].items():
        print(f"{site:10} {url}")
    for candidate in told["candidates"]:
        print(f"{'candidate':10} {candidate['name']} {candidate['account']} {candidate['password']}")
    for phone in told["phones"]:
        print(f"{'phone':10} {phone['udid']} {phone['role']} {phone['model']}")
        for kind, end in phone.get("cables", {}).items():
            print(f"{kind:10} {end}")
    print("until interrupted (Ctrl-C)", flush=True)


def _parser() -> Parser:
    parser = Parser(prog="python -m simulators", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true", help="say where everything is as one JSON line")
    parser.add_argument("--clock", choices=tuple(CLOCKS), default="driven", help="who moves exam time")
    parser.add_argument("--season", default="zjcm-2023", help="a shipped season or a path to one")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same world")
    parser.add_argument("--stage", choices=tuple(STAGES), default="registered", help="where the world begins")
    for role in ("main", "aux"):
        parser.add_argument(
            f"--{role}",
            default=DEFAULT,
            metavar="MODEL",
            help=f"model of a {role} phone for which none is named",
        )
    cables.declare(parser)
    parser.add_argument(
        "--vendor",
        default="",
        metavar="URL",
        help=f"phones only, at the platform whose bench this is; its token is in {VENDOR_TOKEN}",
    )
    parser.add_argument(
        "--until-eof", action="store_true", help="end when stdin ends, as it does with its parent"
    )
    # Put into the process before this module is loaded (simulators.__main__); named here for the help.
    early.declare(parser)
    parser.add_argument("--reach", metavar="FILE", help="note there which functions are passed through")
    for name in PORTS:
        parser.add_argument(f"--port-{name}", type=int, default=0, help=f"of the {name}; 0 takes a free one")
    return parser
