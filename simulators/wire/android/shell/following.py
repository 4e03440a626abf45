"""`logcat` without -d: the log so far, then each line as it is written."""

import asyncio

from simulators.phone.journal import Entry
from simulators.wire.android.device import Device
from simulators.wire.webdriver.logs import logcat, told
from simulators.wire.webdriver.mobile.shell import system
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Terminal
from simulators.wire.webdriver.mobile.shell.texts import joined

INTERRUPTED = 130
ENDS = {"-d", "-c", "-t", "-g"}
"""With these it prints what it has to and ends."""


def log(device: Device) -> Run:
    """`logcat`, which goes on where it is not told to end."""

    def run(asked: Asked) -> Result | str:
        if ENDS & set(asked.words):
            return system.log(asked)
        lines = [line for _, line in told(asked.phone.journal.since(0), logcat)]
        queue: asyncio.Queue[Entry | None] = asyncio.Queue()
        device.followers.add(queue)
        head = joined(["--------- beginning of main", *lines])
        return Result(head, lasting=lambda terminal: _follow(device, queue, terminal))

    return run


async def _follow(device: Device, queue: asyncio.Queue[Entry | None], terminal: Terminal) -> int:
    number = device.cable.jobs.begin("logcat", lambda _: queue.put_nowait(None))
    try:
        while (entry := await queue.get()) is not None:
            await terminal.out(joined(logcat(entry)))
    finally:
        device.followers.discard(queue)
        device.cable.jobs.over(number)
    return INTERRUPTED
