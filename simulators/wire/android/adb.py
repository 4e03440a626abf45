"""adbd's side of the cable: every phone with an Android layer listens on a port of its own, all in one thread."""

import asyncio
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from simulators.core.turns import Turns
from simulators.phone.journal import Entry
from simulators.phone.phone import Phone
from simulators.wire.android.device import Device, Handle
from simulators.wire.android.services import service
from simulators.wire.android.shell.table import table
from simulators.wire.android.transport import Transport
from simulators.wire.thread import LoopThread
from simulators.wire.webdriver.mobile.shell.properties import properties

HOST = "127.0.0.1"
OFF = "power_off"
FEATURES = "shell_v2,cmd"
"""What this adbd can do beyond the oldest: with these a host uses the first sync protocol and streams packages."""
NAMES = ("ro.product.name", "ro.product.model", "ro.product.device")


def banner(phone: Phone) -> bytes:
    """How a phone presents itself to a host."""
    known = properties(phone)
    told = ";".join(f"{name}={known.get(name, '')}" for name in NAMES)
    return f"device::{told};features={FEATURES}".encode()


@dataclass(slots=True, eq=False)
class Socket:
    """A phone's listening socket, and the connections that have come through it."""

    device: Device
    listener: socket.socket
    connections: set[asyncio.Task[None]] = field(default_factory=set)

    async def listen(self) -> None:
        """Serve until cancelled."""
        server = await asyncio.start_server(self._connected, sock=self.listener)
        try:
            await server.serve_forever()
        finally:
            server.close()
            left = list(self.connections)
            self.drop()
            await asyncio.gather(*left, return_exceptions=True)

    def noted(self, entry: Entry) -> None:
        """What the phone writes down; without power the cable is dead."""
        self.device.noted(entry)
        if entry.what == OFF and self.device.plugged:
            self.device.soon(self.drop)

    def drop(self) -> None:
        """End every connection; who comes anew is served."""
        for task in list(self.connections):
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self.connections.add(task)
            task.add_done_callback(self.connections.discard)
        if not self.device.phone.on or not self.device.plugged:
            writer.close()
            return
        transport = Transport(reader, writer, banner(self.device.phone), partial(service, self.device))
        with suppress(asyncio.CancelledError):  # by drop: the connection is over, nothing else
            await transport.run()


class Adb:
    """The cables of all phones. `server` gives what answers for the UiAutomator2 server of a phone."""

    def __init__(self, turns: Turns, server: Callable[[Phone], Handle | None] = lambda _: None) -> None:
        self._turns, self._server = turns, server
        self._thread: LoopThread | None = None
        self._sockets: dict[str, Socket] = {}

    def plug(self, phone: Phone) -> Mapping[str, str]:
        """Listen for this phone; `adb` is the serial number to connect to."""
        if phone.model.platform != "Android":
            return {}
        if self._thread is None:
            self._thread = LoopThread("adb")
        listener = socket.create_server((HOST, 0))
        device = Device(phone, self._turns, self._thread.loop, self._server(phone))
        device.table = table(device)
        self._sockets[phone.udid] = made = Socket(device, listener)
        self._thread.begin(f"adb {phone.udid}", made.listen)
        phone.journal.watch(made.noted)
        return {"adb": f"{HOST}:{listener.getsockname()[1]}"}

    def unplug(self, udid: str) -> None:
        """Close its port and its connections, soon; from now on nothing of it reaches the phone."""
        found = self._sockets.pop(udid, None)
        if found is not None and self._thread is not None:
            found.device.plugged = False
            self._thread.end(f"adb {udid}")

    def close(self) -> None:
        """End all and the thread."""
        for udid in list(self._sockets):
            self.unplug(udid)
        if self._thread is not None:
            self._thread.close()
        self._thread = None
