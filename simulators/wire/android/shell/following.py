"""`logcat` without -d: the log so far, then each line as it is written."""

import asyncio

from simulators.phone.journal import Entry
from simulators.wire.android.device import Device
from simulators.wire.webdriver.mobile.shell import system
from simulators.wire.webdriver.mobile.shell.log_lines import Wanted, wanted
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Terminal
from simulators.wire.webdriver.mobile.shell.texts import joined

INTERRUPTED = 130


def log(device: Device) -> Run:
    """`logcat`, which goes on where it is not told to end."""

    def run(asked: Asked) -> Result | str:
        asks = wanted(asked.words)
        if asks.ends or asks.clears:
            return system.log(asked)
        queue: asyncio.Queue[Entry | None] = asyncio.Queue()
        device.followers.add(queue)
        head = joined(system.so_far(asked, asks))
        return Result(head, lasting=lambda terminal: _follow(device, queue, asks, terminal))

    return run


async def _follow(
    device: Device, queue: asyncio.Queue[Entry | None], asks: Wanted, terminal: Terminal
) -> int:
    number = device.cable.jobs.begin("logcat", lambda _: queue.put_nowait(None))
    try:
        while (entry := await queue.get()) is not None:
            await terminal.out(joined(asks.lines([entry])))
    finally:
        device.followers.discard(queue)
        device.cable.jobs.over(number)
    return INTERRUPTED
