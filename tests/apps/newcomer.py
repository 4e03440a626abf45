"""A candidate before anything has been done: on the school's roster, with two phones, both apps fresh from the store."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from conformance.season import load
from simulators.apps import AuxApp, MainApp
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.instants import parse
from simulators.phone.camera import IdCard, Scene, Screen
from simulators.phone.inbox import BANNER
from simulators.phone.model import DEFAULT
from simulators.phone.phone import Phone
from simulators.platform.platform import Platform
from simulators.platform.roster import Entry
from tests.apps.stand import Hand, serving

OPENS = parse("2023-01-10T09:00:00+08:00")
"""The confirmation."""
ID_NUMBER, NAME, MAJOR, SUBJECT = "330106200409010017", "王芳", "composition", "song"
NUMBER, PASSWORD = "13800000001", "secret-1"


class Newcomer:
    """Two phones of some model in the candidate's hands; nothing is granted, nobody is known to the platform."""

    def __init__(self, folder: Path, url: str, clock: DrivenClock, platform: Platform, model: str) -> None:
        self.clock, self.platform, self.folder, self.url = clock, platform, folder, url
        main = Phone("main-1", clock, Chance(7), folder, model, number=NUMBER)
        aux = Phone("aux-1", clock, Chance(7), folder, model)
        main.install(MainApp(main, url), granted=False)
        aux.install(AuxApp(aux, url), granted=False)
        self.phones = [main, aux]
        self.main, self.aux = Hand(main, MainApp.package), Hand(aux, AuxApp.package)

    def another(self) -> Hand:
        """A third phone with the main app."""
        phone = Phone("main-2", self.clock, Chance(7), self.folder)
        phone.install(MainApp(phone, self.url))
        self.phones.append(phone)
        return Hand(phone, MainApp.package)

    def at(self, instant: datetime) -> None:
        self.clock.advance(instant)

    def what(self) -> list[str]:
        return [record["what"] for record in self.platform.records(0)]

    # what a person does

    def start(self) -> None:
        self.main.tap(f"icon_{self.main.package}")

    def register(self, number: str = NUMBER) -> None:
        self.main.tap("to_register")
        self.main.type("phone_number", number)
        self.main.tap("send_code")
        self.main.allow()
        self.main.type("code", self.code())
        self.main.type("new_password", PASSWORD)
        self.main.tap("register")

    def code(self) -> str:
        """The code of the newest message, once its banner has gone from the upper edge."""
        self.at(self.clock.now() + BANNER)
        found = re.search(r"\d{6}", self.main.phone.messages[-1].text)
        assert found is not None
        return found[0]

    def log_in(self, account: str = "") -> None:
        if account:
            self.main.phone.clear(self.main.see("account"))
            self.main.type("account", account)
        self.main.type("password", PASSWORD)
        self.main.tap("login")
        self.main.allow()

    def show_card(self, name: str = NAME, id_number: str = ID_NUMBER) -> None:
        for side in ("portrait", "emblem"):
            self.main.phone.camera.scene = Scene(IdCard(side, name, id_number))
            self.main.tap(f"take_{side}")
            self.main.allow()
        self.main.tap("next")

    def fill_in(self, province: str = "浙江省") -> None:
        self.main.tap("kind")
        self.main.type("province", province)
        self.main.type("candidate_number", "23330100000012")
        self.main.type("school", "杭州市第一中学")
        self.main.tap("check_profile")
        self.main.tap("save_profile")

    def authenticate(self) -> None:
        self.main.tap("blue_bar")
        self.show_card()
        self.fill_in()
        self.main.tap("back")

    def confirm(self) -> None:
        self.main.tap("confirm_exams")
        self.main.tap(f"confirm_{MAJOR}")
        self.main.tap("back")

    def prepare(self) -> None:
        self.main.tap("red_bar")
        self.main.tap("verify")
        self.main.allow()
        self.main.tap(f"exam_{MAJOR}")
        for task in ("notice", "positions"):
            self.main.tap(f"task_{task}")
            self.main.tap("finish_task")
        self.main.tap("sign_pledge")

    def to_authenticated(self) -> None:
        self.start()
        self.register()
        self.log_in()
        self.authenticate()

    def to_confirmed(self) -> None:
        self.to_authenticated()
        self.at(OPENS)
        self.main.tap("tab_exams")
        self.confirm()
        self.prepare()

    def pair(self) -> None:
        self.main.tap("code_entry")
        self.aux.tap(f"icon_{self.aux.package}")
        self.aux.phone.camera.scene = Scene(Screen(self.main.phone.pixels))
        self.aux.tap("scan")
        self.aux.allow()
        self.main.tap("back")


@contextmanager
def newcomer(
    folder: Path, model: str = DEFAULT, *, name: str = NAME, majors: tuple[str, ...] = (MAJOR,)
) -> Iterator[Newcomer]:
    """`name` and `majors` are what the school has."""
    season, clock = load("zjcm-2023"), DrivenClock(OPENS - timedelta(days=2))
    made: list[Newcomer] = []

    def deliver(number: str, text: str) -> None:
        for one in made:
            if one.main.phone.number == number:
                one.main.phone.receive_message("小艺帮", text)

    platform = Platform(season, clock, folder / "platform.sqlite", Chance(1), durable=False, deliver=deliver)
    if majors:
        platform.enrol(Entry(ID_NUMBER, name, "浙江省", "23330100000012", majors))
    try:
        with serving(platform.asgi) as url:
            made.append(Newcomer(folder, url, clock, platform, model))
            yield made[0]
    finally:
        for phone in made[0].phones if made else ():
            phone.power_off()
        platform.close()
