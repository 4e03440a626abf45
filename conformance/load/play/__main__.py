"""`python -m conformance.load.play ORDER`: play the phones of an order; what happens comes as JSON lines on stdout."""

from __future__ import annotations

import locust.env  # isort: skip  # gevent's patches come before anything that they patch

import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import gevent
import gevent.os

from conformance.load import order
from conformance.load.order import Order
from conformance.load.play import keepalive, local, master, worker

COLLECTED = (20_000, 20, 100)
"""When the interpreter looks for garbage. To look at all that thousands of phones remember takes half a second, in which
none of them sends anything, and finds nothing."""
PLAY: Mapping[str, Callable[[Order], None]] = {
    "local": local.play,
    "master": master.play,
    "worker": worker.play,
}


def main(arguments: list[str]) -> int:
    given = order.read(Path(arguments[0]))
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    logging.getLogger(locust.__name__).setLevel(logging.ERROR)  # it warns of the speed at which we spawn
    keepalive.install()
    gc.set_threshold(*COLLECTED)
    gevent.spawn(_end_with_parent)
    try:
        PLAY[given.role](given)
    except master.TooFew as few:
        print(few, file=sys.stderr)
        return 2
    return 0


def _end_with_parent() -> None:
    while gevent.os.tp_read(0, 4096):
        pass
    os._exit(3)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
