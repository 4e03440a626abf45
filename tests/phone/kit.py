"""Small parts that the tests of the phone share."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from socket import create_server
from threading import Thread
from typing import Any

import h11

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.instants import parse
from simulators.phone.app import Capture, Cause
from simulators.phone.element import Element
from simulators.phone.phone import Phone

NOON = parse("2023-01-12T12:00:00+08:00")
PACKAGE = "com.example.app"


class SmallApp:
    """An app that notes what happens to it."""

    package, activity, label, version = PACKAGE, ".Main", "示例", "1"

    def __init__(self) -> None:
        self.log: list[str] = []
        self.state: dict[str, Any] = {}

    def screen(self, now: datetime) -> Element:
        return Element("group", "small", style="whole", children=(
            Element("text", "time", now.strftime("%H:%M")),
            Element("field", "name", self.state.get("name", "")),
            Element("button", "go", "开始", tap="go"),
            Element("button", "off", "关闭", tap="go", enabled=False),
        ))  # fmt: skip

    def tap(self, action: str, element_id: str) -> None:
        self.log.append(f"tap {action} {element_id}")

    def type(self, element_id: str, text: str) -> None:
        self.state[element_id] = self.state.get(element_id, "") + text

    def clear(self, element_id: str) -> None:
        self.state[element_id] = ""

    def launched(self) -> None:
        self.log.append("launched")

    def to_background(self, cause: Cause) -> None:
        self.log.append(f"background {cause}")

    def to_foreground(self) -> None:
        self.log.append("foreground")

    def killed(self) -> None:
        self.log.append("killed")

    def network_changed(self) -> None:
        self.log.append("network")

    def recording_ended(self, name: str, cause: str) -> None:
        self.log.append(f"ended {name} {cause}")

    def permissions_answered(self) -> None:
        self.log.append("answered")

    def captured(self, kind: Capture) -> None:
        self.log.append(f"captured {kind}")

    def restore(self, state: dict[str, Any]) -> None:
        self.state = state


def phone(folder: Path, model: str = "xiaomi-redmi-9a") -> tuple[Phone, SmallApp, DrivenClock]:
    """A phone with a small app, on a clock that stands at noon."""
    clock = DrivenClock(NOON)
    made = Phone("phone-1", clock, Chance(3), folder, model)
    app = SmallApp()
    made.install(app)
    return made, app, clock


def tap(device: Phone, element_id: str) -> None:
    """Tap what has that id, which must be on the screen."""
    found = device.tree().find(element_id)
    assert found is not None, element_id
    device.tap(found)


def texts(device: Phone) -> list[str]:
    """Every text on the screen, in its order."""
    return [element.text for _, element in device.tree().walk() if element.text]


@dataclass
class Heard:
    """What arrived at the server: one entry a connection, one body a request, whole or not."""

    bodies: list[bytes] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    raw: list[int] = field(default_factory=list)


@contextmanager
def listener() -> Iterator[tuple[str, Heard]]:
    """A server that answers every whole request with its body, and counts bytes."""
    heard = Heard()
    server = create_server(("127.0.0.1", 0))
    server.settimeout(0.02)
    thread = Thread(target=_serve, args=(server, heard), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/echo", heard
    finally:
        server.close()
        thread.join(5)


def _serve(server: Any, heard: Heard) -> None:
    while server.fileno() >= 0:
        try:
            client, _ = server.accept()
        except TimeoutError:
            continue
        except OSError:
            return
        Thread(target=_talk, args=(client, heard), daemon=True).start()


def _received(client: Any) -> bytes:
    """What comes next; nothing where the phone broke off."""
    try:
        return bytes(client.recv(65536))
    except ConnectionResetError:
        return b""


def _talk(client: Any, heard: Heard) -> None:
    protocol = h11.Connection(h11.SERVER)
    body, begun = b"", False
    with client:
        client.settimeout(5)
        while True:
            event = protocol.next_event()
            if event is h11.NEED_DATA:
                data = _received(client)
                heard.raw.append(len(data))
                if not data:
                    return _note(heard, body, whole=False) if begun else None
                protocol.receive_data(data)
            elif isinstance(event, h11.Request):
                body, begun = b"", True
                if protocol.they_are_waiting_for_100_continue:
                    go_ahead = h11.InformationalResponse(status_code=100, headers=[])
                    client.sendall(protocol.send(go_ahead) or b"")
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage):
                _note(heard, body, whole=True)
                begun = False
                head = h11.Response(status_code=200, headers=[("Content-Length", str(len(body)))])
                with suppress(ConnectionError):
                    client.sendall((protocol.send(head) or b"") + (protocol.send(h11.Data(data=body)) or b""))
                protocol.send(h11.EndOfMessage())
                protocol.start_next_cycle()
            else:
                return None


def _note(heard: Heard, body: bytes, *, whole: bool) -> None:
    heard.bodies.append(body)
    heard.whole.append(whole)
