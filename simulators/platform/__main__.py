"""`python -m simulators.platform --db exam.sqlite --season zjcm-2023`: the platform alone, clean or with a seeded defect."""

import importlib
import sys

from simulators.defects import early


def main(arguments: list[str]) -> int:
    """Run until the end that the command line asks for; the exit code."""
    early.become("python -m simulators.platform", arguments)
    return int(importlib.import_module("simulators.platform.alone.running").main(arguments))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
