"""Which cables the command line asks for."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from simulators.bench.cables import Plug
from simulators.core.turns import Turns
from simulators.wire.android import Adb
from simulators.wire.android.server import Server
from simulators.wire.ios import Usb


def declare(parser: argparse.ArgumentParser) -> None:
    """The options that plug cables in."""
    parser.add_argument(
        "--adb", action="store_true", help="plug phones with an Android layer in: each has a port for adb"
    )
    parser.add_argument(
        "--usb", type=Path, metavar="PATH", help="plug iPhones in: usbmuxd listens on a unix socket there"
    )


def plugs(wish: argparse.Namespace) -> Callable[[Turns], Sequence[Plug]]:
    """The cables of a process, by what its command line says."""

    def make(turns: Turns) -> Sequence[Plug]:
        adb = [Adb(turns, lambda phone: Server(phone, turns).handle)] if wish.adb else []
        return [*adb, *([Usb(turns, wish.usb)] if wish.usb else [])]

    return make
