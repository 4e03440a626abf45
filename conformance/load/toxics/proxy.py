"""A port that leads to the platform, with the network of one cohort in between."""

import socket
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock, Thread

from conformance.load.dice import Dice
from conformance.load.toxics.kinds import STREAMS, Effect, effect
from conformance.load.toxics.link import Link
from conformance.load.toxics.toxic import Toxic

HOST, BACKLOG = "127.0.0.1", 4096


class Proxy:
    """Listens from the start on. Which connections a toxic strikes follows from the seed, the proxy's name and their order."""

    def __init__(self, name: str, upstream: tuple[str, int], toxics: Sequence[Toxic], seed: int = 0) -> None:
        self.name, self._upstream, self._dice = name, upstream, Dice(seed).child(name)
        self._toxics = tuple(toxics)
        self._lock, self._links, self._accepted = Lock(), set[Link](), 0
        self._listener: socket.socket | None = None
        self.port = 0
        self.up()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def connections(self) -> int:
        """How many are open."""
        with self._lock:
            return len(self._links)

    def change(self, toxics: Sequence[Toxic]) -> None:
        """Other toxics, for connections that come from now on."""
        self._toxics = tuple(toxics)

    def up(self) -> None:
        """Take connections, on the same port as before."""
        if self._listener is not None:
            return
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, self.port))
        listener.listen(BACKLOG)
        self.port, self._listener = listener.getsockname()[1], listener
        Thread(target=self._accept, args=(listener,), name=f"proxy {self.name}", daemon=True).start()

    def down(self) -> None:
        """Refuse connections, and reset those that there are."""
        listener, self._listener = self._listener, None
        if listener is not None:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self._lock:
            links, self._links = self._links, set()
        for link in links:
            link.end(reset=True)

    close = down

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                Thread(target=self._connect, args=(client, self._accepted), daemon=True).start()
                self._accepted += 1

    def _connect(self, client: socket.socket, number: int) -> None:
        try:
            server = socket.create_connection(self._upstream)
        except OSError:
            client.close()
            return
        for one in (client, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        upstream, downstream = (self._effects(number, stream) for stream in STREAMS)
        link = Link(client, server, upstream, downstream, self._forget)
        with self._lock:
            self._links.add(link)
        if link.over.is_set():
            self._forget(link)
        if self._listener is None:
            link.end(reset=True)

    def _forget(self, link: Link) -> None:
        with self._lock:
            self._links.discard(link)

    def _effects(self, number: int, stream: str) -> list[Effect]:
        """The toxics that strike this connection, as effects with chances of their own."""
        struck = []
        for place, toxic in enumerate(self._toxics):
            dice = self._dice.child(f"{number}/{place}")
            if toxic.stream == stream and dice.share() < toxic.toxicity:
                struck.append(effect(toxic, dice))
        return struck
