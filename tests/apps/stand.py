"""A platform on a loopback port, a driven clock, a candidate, two phones: what a test of the apps stands on."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn

from conformance.season import load
from simulators.apps import AuxApp, MainApp
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.instants import parse
from simulators.phone.camera import Scene, Screen
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform

ACCOUNT, PASSWORD = "13800000001", "secret-1"
START = parse("2023-01-12T10:00:00+08:00")
SECOND = timedelta(seconds=1)


class Hand:
    """A phone in somebody's hand: it touches what it sees."""

    def __init__(self, phone: Phone, package: str) -> None:
        self.phone, self.package = phone, package

    @property
    def app(self) -> Any:
        return self.phone.apps[self.package]

    def see(self, element_id: str) -> Element:
        found = self.phone.tree().find(element_id)
        shown = [element.id for _, element in self.phone.tree().walk() if element.id]
        assert found is not None, f"no {element_id}; there are {shown}; notice {self.app.state['notice']!r}"
        return found

    def sees(self, element_id: str) -> bool:
        return self.phone.tree().find(element_id) is not None

    @property
    def screen(self) -> str:
        return self.phone.tree().id.removesuffix("_screen")

    def tap(self, element_id: str) -> None:
        """Scrolled into view first, where it is not."""
        self.phone.tap(self.phone.reveal(self.see(element_id)))

    def allow(self, *, deny: str = "") -> list[str]:
        """Answer the system's questions as they come up: yes, but for the one for `deny`. What was asked for."""
        asked = []
        while (question := self.phone.permissions.open_question(self.package)) is not None:
            asked.append(question.permission)
            self.tap("permission_deny" if question.permission == deny else "permission_allow")
        return asked

    def type(self, element_id: str, words: str) -> None:
        self.phone.type(self.see(element_id), words)


class Stand:
    """Everything together; `subject` is what the candidate sits."""

    def __init__(self, folder: Path, url: str, clock: DrivenClock, platform: Platform, subject: str) -> None:
        self.clock, self.platform, self.subject, self.url, self.folder = clock, platform, subject, url, folder
        main, aux = Phone("main-1", clock, Chance(7), folder), Phone("aux-1", clock, Chance(7), folder)
        main.install(MainApp(main, url))
        aux.install(AuxApp(aux, url))
        self.main, self.aux = Hand(main, MainApp.package), Hand(aux, AuxApp.package)

    def at(self, instant: datetime) -> None:
        self.clock.advance(instant)

    def pass_time(self, seconds: float) -> None:
        self.clock.advance(self.clock.now() + timedelta(seconds=seconds))

    def what(self) -> list[str]:
        return [record["what"] for record in self.platform.records(0)]

    # the way through an exam

    def log_in(self) -> None:
        self.main.phone.launch(self.main.package)
        self.main.type("account", ACCOUNT)
        self.main.type("password", PASSWORD)
        self.main.tap("login")

    def open(self) -> None:
        self.log_in()
        major = self.main.app.state["exams"][0]["major"]["id"]
        self.main.tap(f"exam_{major}")
        self.main.tap(f"open_{self.subject}_formal")

    def pair(self) -> None:
        self.main.tap("code_entry")
        self.aux.phone.launch(self.aux.package)
        self.aux.phone.camera.scene = Scene(Screen(self.main.phone.pixels))
        self.aux.tap("scan")
        self.main.tap("back")

    def record_aux(self) -> None:
        self.aux.tap("agree")
        self.aux.tap("enter_recording")
        self.aux.tap("record")

    def to_waiting(self) -> None:
        self.at(START - timedelta(minutes=20))
        self.open()
        self.pair()
        self.record_aux()
        self.at(START - timedelta(minutes=10))
        self.main.tap("start")
        self.main.tap("verify")

    def to_photos(self) -> None:
        self.to_waiting()
        self.at(START)
        self.at(self.instant("end"))
        self.at(self.instant("photo_ends") - timedelta(minutes=9))

    def instant(self, name: str) -> datetime:
        return parse(self.main.app.state["view"][name])


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """An ASGI application on a loopback port of its own."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@contextmanager
def stand(folder: Path, subject: str = "song", *, merge: bool = True) -> Iterator[Stand]:
    season, clock = load("zjcm-2023"), DrivenClock(START - timedelta(hours=2), merge_beats=merge)
    platform = Platform(season, clock, folder / "platform.sqlite", Chance(1), durable=False)
    platform.register(
        Candidate(ACCOUNT, PASSWORD, "王芳", "330100200501011234", (season.subject(subject).major,))
    )
    with serving(platform.asgi) as url:
        built = Stand(folder, url, clock, platform, subject)
        yield built
        built.main.phone.power_off()
        built.aux.phone.power_off()
    platform.close()
