"""usbmuxd's requests: each is answered on the socket where it came, until one of them becomes a phone's port."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping

from simulators.wire.ios import plists
from simulators.wire.ios.channel import Channel, Ended
from simulators.wire.ios.device import PRODUCT, Device, Serve
from simulators.wire.ios.mux.bridging import bridge
from simulators.wire.ios.mux.frames import Frame, receive, written
from simulators.wire.ios.pairing import Pairing
from simulators.wire.ios.plists import BadFrame, Plist
from simulators.wire.ios.services import lockdown

log = logging.getLogger(__name__)
FINE, BAD_COMMAND, NO_DEVICE, REFUSED, BAD_VERSION = 0, 1, 2, 3, 6
SPEED = 480_000_000
AGENT_PORT = 8100
"""The phone's port on which WebDriverAgent listens."""
NUMBER = "DeviceID"
RESULT, ATTACHED, DETACHED = "Result", "Attached", "Detached"
Port = tuple[Device, Serve]
"""A phone, and who listens on one of its ports."""


def result(number: int) -> Plist:
    return {"MessageType": RESULT, "Number": number}


def attached(device: Device) -> Plist:
    facts = {
        "ConnectionSpeed": SPEED, "ConnectionType": "USB", NUMBER: device.number, "LocationID": device.number << 16,
        "ProductID": PRODUCT, "SerialNumber": device.phone.udid, "USBSerialNumber": device.phone.udid,
    }  # fmt: skip
    return {"MessageType": ATTACHED, NUMBER: device.number, "Properties": facts}


def swapped(port: int) -> int:
    """Ports stand in the order of a network, in a number that is read in that of the machine."""
    return int.from_bytes((port & 0xFFFF).to_bytes(2, "little"), "big")


class Daemon:
    """All phones that are attached, and who wants to hear of others."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.devices: dict[str, Device] = {}
        self._listeners: dict[Channel, int] = {}
        """Who listens, and the tag under which."""

    async def serve(self, channel: Channel) -> None:
        """One client, until it hangs up."""
        try:
            while (port := await self._answered(channel, await receive(channel))) is None:
                pass
            await self._talk(*port, channel)
        except BadFrame as fault:
            log.info("usbmuxd closes a connection: %s", fault)
            await channel.write(written(Frame(0, {**result(BAD_VERSION), "Reason": str(fault)})))
        finally:
            self._listeners.pop(channel, None)

    def here(self) -> Iterator[Device]:
        return (device for device in list(self.devices.values()) if device.here)

    async def came(self, device: Device) -> None:
        """Let everybody know who listens."""
        await self._tell(attached(device))

    async def gone(self, device: Device) -> None:
        """Let everybody know who listens; whoever talked to the phone is cut off."""
        for talk in list(device.talks):
            talk.cancel()
        await self._tell({"MessageType": DETACHED, NUMBER: device.number})

    async def _tell(self, what: Plist) -> None:
        for channel, tag in list(self._listeners.items()):
            try:
                await channel.write(written(Frame(tag, what)))
            except Ended:
                self._listeners.pop(channel, None)

    async def _answered(self, channel: Channel, frame: Frame) -> Port | None:
        """The port of a phone, where the channel has become one."""
        name = plists.text(frame.body, "MessageType")
        if name == "Connect":
            found = self._port(frame.body)
            await channel.write(written(Frame(frame.tag, result(found if isinstance(found, int) else FINE))))
            return None if isinstance(found, int) else found
        answer = ANSWERS[name](self, frame.body) if name in ANSWERS else result(BAD_COMMAND)
        await channel.write(written(Frame(frame.tag, answer)))
        if name == "Listen":
            self._listeners[channel] = frame.tag
            for device in self.here():
                await channel.write(written(Frame(frame.tag, attached(device))))
        return None

    async def _talk(self, device: Device, serve: Serve, channel: Channel) -> None:
        task = asyncio.current_task()
        if task is not None:
            device.talks.add(task)
            task.add_done_callback(device.talks.discard)
        await serve(device, channel)

    def _port(self, body: Plist) -> Port | int:
        """Who listens on a phone's port, or the number that says why nobody does."""
        number, port = body.get(NUMBER), body.get("PortNumber")
        device = next((one for one in self.here() if one.number == number), None)
        if device is None:
            return NO_DEVICE
        known = {lockdown.PORT: lockdown.serve, AGENT_PORT: bridge, **device.opened}
        wanted = swapped(port) if isinstance(port, int) else -1
        return (device, known[wanted]) if wanted in known else REFUSED


def record(daemon: Daemon, body: Plist) -> Plist:
    """What the computer keeps of a phone."""
    udid = plists.text(body, "PairRecordID")
    device = daemon.devices.get(udid)
    if device is None:
        return result(NO_DEVICE)
    saved = daemon.pairing.saved.get(udid)
    return {"PairRecordData": saved or plists.written(daemon.pairing.record(device.wifi))}


def save(daemon: Daemon, body: Plist) -> Plist:
    """What a computer puts down when it has paired."""
    udid, data = plists.text(body, "PairRecordID"), body.get("PairRecordData")
    if udid not in daemon.devices:
        return result(NO_DEVICE)
    if not isinstance(data, bytes):
        return result(BAD_COMMAND)
    daemon.pairing.saved[udid] = data
    return result(FINE)


def delete(daemon: Daemon, body: Plist) -> Plist:
    daemon.pairing.saved.pop(plists.text(body, "PairRecordID"), None)
    return result(FINE)


ANSWERS: Mapping[str, Callable[[Daemon, Plist], Plist]] = {
    "ListDevices": lambda daemon, _: {"DeviceList": [attached(device) for device in daemon.here()]},
    "ListListeners": lambda _, __: {"ListenerList": []},
    "Listen": lambda _, __: result(FINE),
    "ReadBUID": lambda daemon, _: {"BUID": daemon.pairing.system},
    "ReadPairRecord": record,
    "SavePairRecord": save,
    "DeletePairRecord": delete,
}
