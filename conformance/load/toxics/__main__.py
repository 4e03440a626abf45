"""`python -m conformance.load.toxics --upstream HOST:PORT --toxics FILE`: one proxy as a process of its own."""

import argparse
import json
import os
import sys
from pathlib import Path

from conformance.load.toxics import Proxy, forms

BAD_INPUT = 3


def main() -> int:
    """Prints its address as one JSON line, and ends with its standard input."""
    parser = argparse.ArgumentParser(prog="python -m conformance.load.toxics", description=__doc__)
    parser.add_argument("--upstream", required=True, help="host:port of what lies behind")
    parser.add_argument("--toxics", type=Path, help="JSON as Toxiproxy has it: a toxic, a list, or a proxy")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--name", default="proxy")
    given = parser.parse_args()
    host, _, port = given.upstream.rpartition(":")
    try:
        toxics = forms.read(given.toxics) if given.toxics else ()
        proxy = Proxy(given.name, (host, int(port)), toxics, given.seed)
    except (OSError, ValueError) as error:
        print(f"toxics: cannot start: {error}", file=sys.stderr)
        return BAD_INPUT
    print(json.dumps({"proxy": proxy.url}), flush=True)
    while os.read(0, 4096):
        pass
    proxy.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
