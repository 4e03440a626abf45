"""adbd's side of the cable: every phone with an Android layer listens on a port of its own, all in one thread."""

import asyncio
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from simulators.core.turns import Turns
from simulators.phone.journal import Entry
from simulators.phone.phone import Phone
from simulators.wire.android.device import Device, Handle
from simulators.wire.android.listener import Listener
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


@dataclass(frozen=True, slots=True)
class Cabled:
    """A phone on its cable, and where it listens."""

    device: Device
    listeners: Mapping[str, Listener]

    def noted(self, entry: Entry) -> None:
        """What the phone writes down; without power its ports are dead."""
        self.device.noted(entry)
        if entry.what == OFF and self.device.plugged:
            for one in self.listeners.values():
                self.device.soon(one.drop)


class Adb:
    """The cables of all phones. `server` gives what answers for the UiAutomator2 server of a phone."""

    def __init__(self, turns: Turns, server: Callable[[Phone], Handle | None] = lambda _: None) -> None:
        self._turns, self._server = turns, server
        self._thread: LoopThread | None = None
        self._cabled: dict[str, Cabled] = {}

    def plug(self, phone: Phone) -> Mapping[str, str]:
        """Listen for this phone; `adb` is the serial number to connect to."""
        if phone.model.platform != "Android":
            return {}
        if self._thread is None:
            self._thread = LoopThread("adb")
        device = Device(phone, self._turns, self._thread.loop, self._server(phone))
        device.table = table(device)
        ends, listeners = self._open(device)
        self._cabled[phone.udid] = made = Cabled(device, listeners)
        phone.journal.watch(made.noted)
        for kind, one in listeners.items():
            self._thread.begin(f"{kind} {phone.udid}", one.listen, one.listening.close)
        return ends

    def unplug(self, udid: str) -> None:
        """Close its ports and its connections, soon; from now on nothing of it reaches the phone."""
        found = self._cabled.pop(udid, None)
        if found is not None and self._thread is not None:
            found.device.plugged = False
            for kind in found.listeners:
                self._thread.end(f"{kind} {udid}")

    def close(self) -> None:
        """End all and the thread."""
        for udid in list(self._cabled):
            self.unplug(udid)
        if self._thread is not None:
            self._thread.close()
        self._thread = None

    def _open(self, device: Device) -> tuple[Mapping[str, str], Mapping[str, Listener]]:
        """Where the cable leads, and what listens there."""
        listening = socket.create_server((HOST, 0))
        end = f"{HOST}:{listening.getsockname()[1]}"
        return {"adb": end}, {"adb": adbd(device, listening)}


def adbd(device: Device, listening: socket.socket) -> Listener:
    """What serves adb's hosts on a socket."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await Transport(reader, writer, banner(device.phone), partial(service, device)).run()

    return Listener(listening, serve, device.there)
