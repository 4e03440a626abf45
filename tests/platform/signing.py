"""A person at a platform before any exam: an enrolled candidate, and what a main phone does for one account."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.phone.camera import Camera, Scene
from simulators.phone.id_card import IdCard
from simulators.platform.id_numbers import check_character
from simulators.platform.platform import Platform
from simulators.platform.roster import Entry
from tests.platform.exam import Asgi, Reply, portrait

PHONE, PASSWORD = "13800000001", "secret-1"
NAME, PROVINCE, NUMBER, SCHOOL = "王芳", "浙江省", "23330106000001", "杭州市第一中学"


def id_number(order: int = 1) -> str:
    """A valid ID number of a place in Zhejiang."""
    first = f"33010620040901{order:03d}"
    return first + check_character(first)


def entry(order: int = 1, **otherwise: Any) -> Entry:
    """What the school has of the candidate with that ID number."""
    true = {"id_number": id_number(order), "name": NAME, "province": PROVINCE, "candidate_number": NUMBER}
    return Entry(**{**true, "majors": ("composition",), **otherwise})


def card(side: Any, name: str = NAME, number: str = "", **scene: Any) -> bytes:
    """A photo of one side of an ID card, taken by a simulated camera."""
    camera = Camera(Chance(3))
    camera.scene = Scene(IdCard(side, name, number or id_number()), **scene)
    return camera.photo("back")


@dataclass
class Office:
    """A platform two days before exams can be confirmed; text messages are kept as they are sent."""

    root: Path
    season: Season
    sent: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        opens = self.season.date("confirmation_opens")
        first = min(window.start for subject in self.season.subjects for window in subject.windows)
        self.opens = opens or first
        self.clock = DrivenClock(self.opens - timedelta(days=2))
        self.open_store()

    def open_store(self) -> None:
        self.platform = Platform(
            self.season,
            self.clock,
            self.root / "exam.sqlite",
            Chance(7),
            durable=False,
            deliver=lambda number, text: self.sent.append((number, text)),
        )
        self.http = Asgi(self.platform.asgi)

    def reopen(self) -> None:
        self.close()
        self.open_store()

    def close(self) -> None:
        self.http.close()
        self.platform.close()

    def code(self, number: str = PHONE) -> str:
        """The code that was sent last to this number."""
        text = next(text for to, text in reversed(self.sent) if to == number)
        return text.partition("验证码为")[2][:6]

    def person(self, number: str = PHONE, device: str = "main-1") -> "Person":
        return Person(self, number, device)

    def words(self) -> list[str]:
        return [row["what"] for row in self.platform.records()]


@dataclass
class Person:
    """One phone number at one phone."""

    office: Office
    number: str
    device: str
    token: str = ""

    def ask(self, method: str, path: str, payload: Any = None, **headers: str) -> Reply:
        data = (
            payload
            if isinstance(payload, bytes)
            else b""
            if payload is None
            else json.dumps(payload).encode()
        )
        told = {"X-Device": self.device, **({"Authorization": f"Bearer {self.token}"} if self.token else {})}
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return self.office.http(method, path, data, {**told, **named})

    @property
    def account(self) -> Any:
        return self.ask("GET", "/account").json

    @property
    def state(self) -> str:
        return str(self.account["state"])

    # --- the way, step by step ---

    def send_code(self) -> Reply:
        return self.ask("POST", "/accounts/code", {"phone": self.number})

    def create(self, code: str | None = None, password: str = PASSWORD) -> Reply:
        given = self.office.code(self.number) if code is None else code
        return self.ask("POST", "/accounts", {"phone": self.number, "code": given, "password": password})

    def log_in(self, login: str | None = None, password: str = PASSWORD) -> Reply:
        reply = self.ask("POST", "/login", {"account": login or self.number, "password": password})
        self.token = reply.json["token"] if reply.status == 200 else self.token
        return reply

    def show(self, side: str, photo: bytes | None = None) -> Reply:
        return self.ask("PUT", f"/identity/{side}", card(side) if photo is None else photo)

    def verify(self) -> Reply:
        return self.ask("POST", "/identity", {"method": "photos"})

    def type_in(self, name: str = NAME, number: str = "") -> Reply:
        told = {"method": "manual", "name": name, "id_number": number or id_number()}
        return self.ask("POST", "/identity", told)

    def lock(self, **otherwise: Any) -> Reply:
        true = {"kind": "高考生", "province": PROVINCE, "candidate_number": NUMBER, "school": SCHOOL}
        return self.ask("PUT", "/profile", {**true, **otherwise})

    def confirm(self, major: str = "composition") -> Reply:
        return self.ask("POST", f"/confirmations/{major}")

    def face(self, picture: bytes | None = None) -> Reply:
        return self.ask("POST", "/account/face", portrait() if picture is None else picture)

    # --- stages of the way ---

    def registered(self) -> "Person":
        assert self.send_code().status == 204
        assert self.create().status == 201
        return self

    def logged_in(self) -> "Person":
        assert self.registered().log_in().status == 200
        return self

    def identified(self, name: str = NAME, number: str = "") -> "Person":
        assert self.logged_in().type_in(name, number).status == 200
        return self

    def authenticated(self, **otherwise: Any) -> "Person":
        assert self.identified().lock(**otherwise).status == 200
        return self

    def confirmed(self) -> "Person":
        self.authenticated()
        self.office.clock.advance(max(self.office.opens, self.office.clock.now()))
        assert self.confirm().status == 200
        return self

    def prepared(self) -> "Person":
        self.confirmed()
        assert self.ask("POST", "/exams/composition/pledge").status == 200
        for task in ("notice", "positions"):
            assert self.ask("POST", f"/exams/composition/tasks/{task}").status == 200
        assert self.face().json["passed"] is True
        return self


def encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


@contextmanager
def office(root: Path, season: Season) -> Iterator[Office]:
    made = Office(root, season)
    try:
        yield made
    finally:
        made.close()
