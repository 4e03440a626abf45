"""A server that sends back whatever it is sent, and remembers how each connection ended."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Condition, Thread


@dataclass
class Echo:
    port: int = 0
    came: int = 0
    got: list[bytes] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)

    def answer(self, connection: socket.socket) -> None:
        end = "closed"
        with self.changed:
            self.came += 1
            self.changed.notify_all()
        try:
            while data := connection.recv(65536):
                with self.changed:
                    self.got.append(data)
                    self.changed.notify_all()
                connection.sendall(data)
        except OSError:
            end = "reset"
        connection.close()
        with self.changed:
            self.ends.append(end)
            self.changed.notify_all()

    def wait_for(self, ends: list[str]) -> bool:
        """Whether the connections ended so, in any order, in the end."""
        with self.changed:
            return self.changed.wait_for(lambda: sorted(self.ends) == sorted(ends), timeout=20)

    def wait_for_connections(self, number: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.came == number, timeout=20)

    def wait_for_bytes(self, data: bytes) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: b"".join(self.got) == data, timeout=20)


@contextmanager
def echoing() -> Iterator[Echo]:
    listener = socket.create_server(("127.0.0.1", 0))
    echo = Echo(listener.getsockname()[1])

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                Thread(target=echo.answer, args=(connection,), daemon=True).start()

    thread = Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield echo
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(20)
