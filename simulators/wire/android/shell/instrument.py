"""`am instrument`: the UiAutomator2 server runs for as long as this command does."""

import asyncio
from functools import partial

from simulators.wire.android.device import SERVER, Device
from simulators.wire.webdriver.mobile.shell import activities
from simulators.wire.webdriver.mobile.shell.cable import KILLED
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Terminal

WITH_VALUE = {"-e": 2, "--user": 1, "--abi": 1, "-p": 1}
PASSED = "\nTime: 0.1\n\nOK (1 test)\n\n\nINSTRUMENTATION_CODE: -1\n"
CRASHED = "INSTRUMENTATION_RESULT: shortMsg=Process crashed.\nINSTRUMENTATION_CODE: 0\n"
MISSING = (
    "INSTRUMENTATION_STATUS: id=ActivityManagerService\n"
    "INSTRUMENTATION_STATUS: Error=Unable to find instrumentation info for: ComponentInfo{{{0}}}\n"
    "INSTRUMENTATION_STATUS_CODE: -1\n"
)


def am(device: Device) -> Run:
    """`am`, whose `instrument` goes on until the server's session is deleted, or the server is stopped."""

    def run(asked: Asked) -> Result | str:
        if asked.words[:1] != ["instrument"]:
            return activities.am(asked)
        wanted = _target(asked.words[1:])
        if wanted not in {one.instrumentation for one in device.cable.packages.values()}:
            return Result(MISSING.format(wanted), f"INSTRUMENTATION_FAILED: {wanted}\n", 1)
        return Result(lasting=lambda terminal: _serve(device, terminal))

    return run


def _target(words: list[str]) -> str:
    """The last word that is neither an option nor a value of one."""
    rest, found = list(words), ""
    while rest:
        word = rest.pop(0)
        if word.startswith("-"):
            del rest[: WITH_VALUE.get(word, 0)]
        else:
            found = word
    return found


async def _serve(device: Device, terminal: Terminal) -> int:
    """One server at a time: a second one ends the first, as on Android."""
    device.cable.jobs.stop(SERVER)
    ended: asyncio.Future[int] = device.loop.create_future()

    def finish(signal: int) -> None:
        if not ended.done():
            ended.set_result(signal)

    def end(signal: int) -> None:
        device.cable.jobs.over(number)
        device.soon(partial(finish, signal))

    number = device.cable.jobs.begin(SERVER, end, "u0_a240")
    device.instrumented.set()
    try:
        signal = await ended
    finally:
        device.cable.jobs.over(number)
        if not device.cable.jobs.runs(SERVER):
            device.instrumented.clear()
    await terminal.out(CRASHED if signal == KILLED else PASSED)
    return 0
