"""`python -m simulators.defects [FILE ...]`: the seeded defects as JSON, those of the files with them.

Beside what a row says, each has its `places`: the functions in which alone the release differs.
"""

import sys

import msgspec

from simulators.core.starting import CANNOT_START
from simulators.defects import places
from simulators.defects.rows import DefectError, every


def main(arguments: list[str]) -> int:
    """Print; 3 where a row cannot be used."""
    try:
        told = [msgspec.to_builtins(one) | {"places": places.of(one)} for one in every(arguments)]
        print(msgspec.json.encode(told).decode())
    except DefectError as error:
        print(f"simulators.defects: {error}", file=sys.stderr)
        return CANNOT_START
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
