"""`python -m simulators`: the simulated world, clean or as a release that has a seeded defect.

A defect changes modules, so it is put into the process before any of them is loaded.
"""

import importlib
import sys
from pathlib import Path

from simulators.core.starting import Parser
from simulators.defects import early, reach

PROGRAM = "python -m simulators"


def main(arguments: list[str]) -> int:
    """Run until the end that the command line asks for; the exit code."""
    parser = Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("--reach", type=Path)
    asked, _ = parser.parse_known_args(arguments)
    if asked.reach:
        reach.install(asked.reach)
    early.become(PROGRAM, arguments)
    return int(importlib.import_module("simulators.serve.command").main(arguments))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
