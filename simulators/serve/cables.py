"""Which cables the command line asks for."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from simulators.bench.cables import Plug
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.android import Adb, Handle
from simulators.wire.android.emulator.emulators import FIRST, Emulators, server_port
from simulators.wire.android.server import Server
from simulators.wire.ios import Usb


def declare(parser: argparse.ArgumentParser) -> None:
    """The options that plug cables in."""
    parser.add_argument(
        "--adb", action="store_true", help="plug phones with an Android layer in: each has a port for adb"
    )
    parser.add_argument(
        "--emulators",
        nargs="?",
        type=int,
        const=FIRST,
        metavar="PORT",
        help=f"instead, each shows itself as an emulator; the first console is at PORT or above ({FIRST})",
    )
    parser.add_argument(
        "--announce",
        action="store_true",
        help="emulators that tell adb's server of themselves, at ANDROID_ADB_SERVER_PORT or 5037, as Google's do",
    )
    parser.add_argument(
        "--usb", type=Path, metavar="PATH", help="plug iPhones in: usbmuxd listens on a unix socket there"
    )


def plugs(wish: argparse.Namespace) -> Callable[[Turns], Sequence[Plug]]:
    """The cables of a process, by what its command line says."""

    def make(turns: Turns) -> Sequence[Plug]:
        return [*_android(wish, turns), *([Usb(turns, wish.usb)] if wish.usb else [])]

    return make


def _android(wish: argparse.Namespace, turns: Turns) -> list[Plug]:
    def server(phone: Phone) -> Handle:
        return Server(phone, turns).handle

    if wish.announce or wish.emulators is not None:
        return [Emulators(turns, server, wish.emulators or FIRST, server_port() if wish.announce else None)]
    return [Adb(turns, server)] if wish.adb else []
