"""A phone's port that is a port of this machine: what comes on one side goes out on the other."""

import asyncio
from contextlib import suppress

from simulators.wire.ios.channel import Channel, Ended
from simulators.wire.ios.device import Device

HOST = "127.0.0.1"


async def bridge(device: Device, channel: Channel) -> None:
    """WebDriverAgent, as a tool that forwards ports reaches it; until either side ends."""
    reader, writer = await asyncio.open_connection(HOST, device.port)
    other = Channel(reader, writer)
    ways = [asyncio.create_task(_pump(one, to)) for one, to in ((channel, other), (other, channel))]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        other.close()


async def _pump(source: Channel, sink: Channel) -> None:
    with suppress(Ended):
        while True:
            await sink.write(await source.some())
