"""`python -m simulators`: the simulated world, clean or as a release that has a seeded defect.

A defect changes modules, so it is put into the process before any of them is loaded.
"""

import importlib
import sys
from pathlib import Path

from simulators import defects
from simulators.core.starting import Parser
from simulators.defects import reach


def main(arguments: list[str]) -> int:
    """Run until the end that the command line asks for; the exit code."""
    early = Parser(prog="python -m simulators", add_help=False, allow_abbrev=False)
    for option in ("--defect", "--defects"):
        early.add_argument(option, action="append", default=[])
    early.add_argument("--reach", type=Path)
    asked, _ = early.parse_known_args(arguments)
    if asked.reach:
        reach.install(asked.reach)
    try:
        defects.install(defects.chosen(list(filter(None, asked.defect)), asked.defects))
    except defects.DefectError as error:
        early.refuse(str(error))
    return int(importlib.import_module("simulators.serve.command").main(arguments))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
