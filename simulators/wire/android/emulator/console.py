"""The emulator's console: one command a line, answered by OK, or by KO and a reason."""

import asyncio
import logging
import shlex

from simulators.phone.phone import PhoneOff
from simulators.wire.android.device import Device
from simulators.wire.android.emulator.asking import Asked, Refused
from simulators.wire.android.emulator.commands import HINT, find
from simulators.wire.android.stream import StreamClosed

log = logging.getLogger(__name__)
GREETING = f"{HINT}\r\nOK\r\n"
ENDS = {"quit", "exit"}


class Console:
    """One phone's console; whoever connects may type."""

    def __init__(self, device: Device, serial: str) -> None:
        self._device, self._serial = device, serial
        self._radio = {"voice": "home", "data": "home"}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Commands until the line that ends it, or until the other side goes."""
        writer.write(GREETING.encode())
        try:
            while line := await reader.readline():
                text = line.decode(errors="replace").strip()
                if text in ENDS:
                    return
                if text:
                    writer.write(f"{self._answer(text)}\r\n".encode())
                    await writer.drain()
        except (ValueError, ConnectionError) as fault:
            log.info("a console was closed: %s", fault)

    def _answer(self, text: str) -> str:
        try:
            run, words, rest = find(_words(text), text)
            with self._device.turn(f"console {text[:100]}"):
                said = run(Asked(self._device, self._serial, words, rest, self._radio))
        except (Refused, ValueError, PhoneOff, StreamClosed) as refusal:
            return f"KO: {refusal}"
        except Exception as fault:
            log.exception("the console's command %r failed", text[:100])
            return f"KO: {type(fault).__name__}: {fault}"
        return f"{said}\r\nOK" if said else "OK"


def _words(text: str) -> list[str]:
    """Quotes keep words together; where they do not match, they are letters."""
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
