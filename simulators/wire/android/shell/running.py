"""One line on one phone: run in turns of the world, what lasts in between."""

import asyncio
import logging
from collections.abc import Iterator

from simulators.phone.phone import PhoneOff
from simulators.wire.android.device import Device
from simulators.wire.android.shell.terminal import Terminal
from simulators.wire.android.stream import StreamClosed
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.mobile.shell.running import Lasting, Result, Shell

log = logging.getLogger(__name__)
FAILED = 1


async def run(device: Device, shell: Shell, terminal: Terminal, line: str) -> int:
    """Everything that a line says, printed as it comes; the exit code of what ran last."""
    walk, code = shell.walk(line), 0
    while (result := _turn(device, walk, line)) is not None:
        if result.out:
            await terminal.out(result.out)
        if result.err:
            await terminal.err(result.err)
        code = result.code
        if result.lasting is not None:
            code = await _while_open(terminal, result.lasting)
            shell.ended(code)
    return code


def _turn(device: Device, walk: Iterator[Result], line: str) -> Result | None:
    """The next pipeline's result; what a command refuses or cannot do is told as that command would."""
    with device.turn(f"adb shell {line[:200]}"):
        try:
            result = next(walk, None)
            device.look()
        except WireError as refusal:
            return Result(err=f"{refusal}\n", code=FAILED)
        except PhoneOff as off:
            raise StreamClosed(str(off)) from off
        except Exception as fault:
            log.exception("the line %r failed", line[:200])
            return Result(err=f"{type(fault).__name__}: {fault}\n", code=FAILED)
        return result


async def _while_open(terminal: Terminal, lasting: Lasting) -> int:
    """What lasts ends at the latest with its stream."""
    work = asyncio.ensure_future(lasting(terminal))
    gone = asyncio.ensure_future(terminal.stream.gone.wait())
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise StreamClosed("nobody reads it any more")
        return work.result()
    finally:
        for one in (work, gone):
            one.cancel()
        await asyncio.gather(work, gone, return_exceptions=True)
