"""A shell as an adb service: one line, or as many as somebody types."""

from simulators.wire.android.device import Device
from simulators.wire.android.shell import interactive
from simulators.wire.android.shell.running import run
from simulators.wire.android.shell.terminal import Bare, Framed, Terminal
from simulators.wire.android.stream import Stream


async def framed(device: Device, stream: Stream, line: str) -> None:
    """`shell,v2:`, with exit codes and two streams."""
    await _serve(device, Framed(stream), line, pty=False)


async def framed_pty(device: Device, stream: Stream, line: str) -> None:
    """The same at a terminal, which shows what is typed."""
    await _serve(device, Framed(stream), line, pty=True)


async def bare(device: Device, stream: Stream, line: str) -> None:
    """`exec:`, and `shell:` as older hosts ask for it; without a line that is a terminal, too."""
    await _serve(device, Bare(stream), line, pty=True)


async def _serve(device: Device, terminal: Terminal, line: str, *, pty: bool) -> None:
    if line:
        code = await run(device, device.shell(), terminal, line)
    else:
        code = await (interactive.typed if pty else interactive.lines)(device, terminal)
    await terminal.exit(code)
