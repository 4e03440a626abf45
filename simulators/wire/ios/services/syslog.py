"""The system log as it is written: what the phone still has, then every line as it comes."""

import asyncio

from simulators.phone.journal import Entry
from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.webdriver.logs import syslog, told

END = "\n\0"


async def serve(device: Device, channel: Channel) -> None:
    """Until the other side hangs up."""
    loop, more = asyncio.get_running_loop(), asyncio.Event()

    def noted(_: Entry) -> None:
        loop.call_soon_threadsafe(more.set)

    journal, read = device.phone.journal, 0
    journal.watch(noted)
    hung_up = asyncio.create_task(_until_end(channel))
    try:
        while not hung_up.done():
            with device.turn("syslog"):
                entries, read = journal.since(read), journal.count
            await channel.write("".join(f"{line}{END}" for _, line in told(entries, syslog)).encode())
            news = asyncio.create_task(more.wait())
            await asyncio.wait({news, hung_up}, return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
            more.clear()
    finally:
        journal.unwatch(noted)
        hung_up.cancel()


async def _until_end(channel: Channel) -> None:
    while True:
        await channel.some()
