"""The notification proxy: tells whoever observes a notification that it was posted."""

import asyncio

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import receive, send, text

INSTALLED, UNINSTALLED = (f"com.apple.mobile.application_{done}" for done in ("installed", "uninstalled"))


async def serve(device: Device, channel: Channel) -> None:
    """Until the other side has enough of it, or hangs up."""
    posted: asyncio.Queue[str] = asyncio.Queue()
    device.observers.append((names := set[str](), posted))
    relaying = asyncio.create_task(_relay(posted, channel))
    try:
        while (asked := await receive(channel)) and (command := text(asked, "Command")) != "Shutdown":
            if command == "ObserveNotification":
                names.add(text(asked, "Name"))
            elif command == "PostNotification":
                device.post(text(asked, "Name"))
        await send(channel, {"Command": "ProxyDeath"})
    finally:
        device.observers.remove((names, posted))
        relaying.cancel()
        await asyncio.gather(relaying, return_exceptions=True)


async def _relay(posted: asyncio.Queue[str], channel: Channel) -> None:
    while True:
        await send(channel, {"Command": "RelayNotification", "Name": await posted.get()})
