"""Emulators for adb: a pair of neighbouring ports for each phone, the console's even and adbd's odd."""

import asyncio
import logging
import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.android.adb import HOST, Adb, adbd
from simulators.wire.android.device import Device, Handle
from simulators.wire.android.emulator.console import Console
from simulators.wire.android.listener import Listener

log = logging.getLogger(__name__)
FIRST = 5554
"""The console of the first emulator; adb's servers look at 16 pairs from there on when they start."""
LAST = 65_534
SERVER_PORT, SERVER = "ANDROID_ADB_SERVER_PORT", 5037
PROPERTIES: Mapping[str, str] = {
    "ro.kernel.qemu": "1",
    "ro.boot.qemu": "1",
    "ro.hardware": "ranchu",
    "ro.build.characteristics": "emulator",
}


class NoPorts(OSError):
    """There is no pair of neighbouring ports left."""


class Emulators(Adb):
    """Cables that look like emulators. `first` is the lowest console port, `announce` the adb server that is told of each,
    None for no one."""

    def __init__(
        self,
        turns: Turns,
        server: Callable[[Phone], Handle | None] = lambda _: None,
        first: int = FIRST,
        announce: int | None = None,
    ) -> None:
        super().__init__(turns, server)
        self._first, self._announce = first, announce

    def _open(self, device: Device) -> tuple[Mapping[str, str], Mapping[str, Listener]]:
        console, adb = pair(self._first)
        port = console.getsockname()[1]
        serial = f"emulator-{port}"
        device.cable.properties = {**PROPERTIES, "ro.boot.qemu.avd_name": device.phone.model.id}
        if self._announce is not None:
            asyncio.run_coroutine_threadsafe(told(self._announce, port + 1), device.loop)
        listeners = {
            "console": Listener(console, Console(device, serial).serve, device.there),
            "adb": adbd(device, adb),
        }
        return {"adb": serial, "console": f"{HOST}:{port}"}, listeners


def server_port(environment: Mapping[str, str] = os.environ) -> int:
    """Where adb's own server is, as adb itself would look for it."""
    return int(environment.get(SERVER_PORT) or SERVER)


async def told(server: int, port: int) -> None:
    """Tell an adb server of an emulator's port, as emulators do; where there is no server, nobody is told."""
    request = f"host:emulator:{port}"
    with suppress(OSError):
        _, writer = await asyncio.open_connection(HOST, server)
        writer.write(f"{len(request):04x}{request}".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()


def pair(first: int) -> tuple[socket.socket, socket.socket]:
    """Sockets that listen on an even port and on the next one, the lowest that are free from `first` on."""
    for port in range(first + first % 2, LAST, 2):
        with suppress(OSError):
            console = socket.create_server((HOST, port))
            try:
                return console, socket.create_server((HOST, port + 1))
            except OSError:
                console.close()
                raise
    raise NoPorts(f"no two neighbouring ports are free from {first} on")
