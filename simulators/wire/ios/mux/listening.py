"""usbmuxd's socket: clients come and go there; it ends when nobody is in the midst of a sentence."""

import asyncio
import logging
import socket
from contextlib import suppress
from pathlib import Path

from simulators.core.starting import BACKLOG, PortTaken
from simulators.wire.ios.channel import Channel, Ended
from simulators.wire.ios.mux.daemon import Daemon

log = logging.getLogger(__name__)
PATIENCE_S = 3.0
"""Wall seconds that conversations have to come to their end. A driver whose conversation is torn may die of it."""


def bound(path: Path) -> socket.socket:
    """A socket that listens at `path`. PortTaken where something else does, or where nothing can."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        if path.is_socket() and not _answers(path):
            path.unlink()
        listener.bind(str(path))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise PortTaken(
            f"usbmuxd cannot listen at {path} ({error}); choose another path with --usb"
        ) from error
    return listener


def _answers(path: Path) -> bool:
    """Whether somebody listens there; a socket that nobody serves is left over."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knocking:
        return knocking.connect_ex(str(path)) == 0


class Listening:
    """The server of one socket, in the loop where it is served."""

    def __init__(self, daemon: Daemon, listener: socket.socket) -> None:
        self._daemon, self._listener = daemon, listener
        self._talks = set[asyncio.Task[None]]()
        self._ending = asyncio.Event()

    async def serve(self) -> None:
        """Until `end`, and until those who talk are through."""
        server = await asyncio.start_unix_server(self._came, sock=self._listener)
        try:
            await self._ending.wait()
            server.close()
            if self._talks:
                await asyncio.wait(self._talks, timeout=PATIENCE_S)
        finally:
            server.close()
            left = list(self._talks)
            for talk in left:
                talk.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    def end(self) -> None:
        """Nobody is let in any more."""
        self._ending.set()

    async def _came(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task, channel = asyncio.current_task(), Channel(reader, writer)
        if task is not None:
            self._talks.add(task)
            task.add_done_callback(self._talks.discard)
        try:
            with suppress(Ended, asyncio.CancelledError):
                await self._daemon.serve(channel)
        except Exception:
            log.exception("a conversation with usbmuxd failed")
        finally:
            channel.close()
