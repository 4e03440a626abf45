"""`am` on a cable: the UiAutomator2 server runs for as long as `am instrument` does, and Appium's own app can be started."""

import asyncio
from collections.abc import Mapping
from functools import partial

from simulators.wire.android.device import SERVER, Device
from simulators.wire.android.shell import helper
from simulators.wire.android.shell.words import options
from simulators.wire.webdriver.mobile.shell.activities import AM, intent, service, start
from simulators.wire.webdriver.mobile.shell.cable import KILLED
from simulators.wire.webdriver.mobile.shell.packages import Sub, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Terminal

FOLLOWING = {"-e": 2, "--user": 1, "--abi": 1, "-p": 1}
PASSED = "\nTime: 0.1\n\nOK (1 test)\n\n\nINSTRUMENTATION_CODE: -1\n"
CRASHED = "INSTRUMENTATION_RESULT: shortMsg=Process crashed.\nINSTRUMENTATION_CODE: 0\n"
MISSING = (
    "INSTRUMENTATION_STATUS: id=ActivityManagerService\n"
    "INSTRUMENTATION_STATUS: Error=Unable to find instrumentation info for: ComponentInfo{{{0}}}\n"
    "INSTRUMENTATION_STATUS_CODE: -1\n"
)


def am(device: Device) -> Run:
    """`am`, with what only automation asks for."""
    verbs: Mapping[str, Sub] = {
        **AM,
        "instrument": partial(_instrument, device),
        "broadcast": helper.broadcast,
        "send-trim-memory": lambda _: "",
        **{name: partial(_start, device) for name in ("start", "start-activity")},
        **{
            name: partial(_service, device)
            for name in ("startservice", "start-service", "start-foreground-service")
        },
    }
    return lambda asked: sub("am", asked, verbs)


def _instrument(device: Device, asked: Asked) -> Result | str:
    """Goes on until the server's session is deleted, or the server is stopped."""
    wanted = "".join(options(asked.words, FOLLOWING).names[-1:])
    if wanted not in {one.instrumentation for one in device.cable.packages.values()}:
        return Result(MISSING.format(wanted), f"INSTRUMENTATION_FAILED: {wanted}\n", 1)
    return Result(lasting=lambda terminal: _serve(device, terminal))


def _start(device: Device, asked: Asked) -> Result | str:
    """What automation brings along has no screen: it only runs."""
    wish = intent(asked.words)
    if wish.package not in device.cable.packages:
        return start(asked)
    helper.started(device, wish.package)
    return f"Starting: {wish}\n" + ("Status: ok\nComplete\n" if "-W" in wish.flags else "")


def _service(device: Device, asked: Asked) -> Result | str:
    wish = intent(asked.words)
    if wish.package not in device.cable.packages:
        return service(asked)
    helper.started(device, wish.package)
    if wish.extras.keys() >= {"latitude", "longitude"}:
        helper.located(asked, wish)
    return f"Starting service: {wish}\n"


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
            for stream in list(device.connections):
                stream.close()
    await terminal.out(CRASHED if signal == KILLED else PASSED)
    return 0
