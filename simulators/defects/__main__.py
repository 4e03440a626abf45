"""`python -m simulators.defects [FILE ...]`: the seeded defects as JSON, those of the files with them.

Beside what a row says, each has its `places`, where alone the release differs, and a digest of the `release` itself.
"""

import sys

import msgspec

from simulators.core.starting import CANNOT_START
from simulators.defects import locating, release
from simulators.defects.rows import DefectError, every


def main(arguments: list[str]) -> int:
    """Print; 3 where a row cannot be used."""
    try:
        told = [
            msgspec.to_builtins(one) | {"places": locating.of(one), "release": release.made_of(one)}
            for one in every(arguments)
        ]
        print(msgspec.json.encode(told).decode())
    except DefectError as error:
        print(f"simulators.defects: {error}", file=sys.stderr)
        return CANNOT_START
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
