"""`python -m simulators.defects [FILE ...]`: the seeded defects as JSON, those of the files with them."""

import sys

import msgspec

from simulators.core.starting import CANNOT_START
from simulators.defects.rows import DefectError, every


def main(arguments: list[str]) -> int:
    """Print; 3 where a row cannot be used."""
    try:
        print(msgspec.json.encode(every(arguments)).decode())
    except DefectError as error:
        print(f"simulators.defects: {error}", file=sys.stderr)
        return CANNOT_START
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
