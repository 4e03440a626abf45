"""The real path to each stage: what a candidate taps on two phones, minute by minute, with time between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from simulators.core.clock import DrivenClock
from simulators.phone.camera import Scene, Screen
from simulators.phone.element import Element
from simulators.phone.id_card import IdCard, Side
from simulators.phone.phone import Phone
from simulators.stages import STAGES, minutes
from simulators.world import Seat, World
from simulators.world.edges import edges, stands_at

SIDES: tuple[Side, ...] = ("portrait", "emblem")
MAIN, AUX = "com.xiaoyibang.main", "com.xiaoyibang.aux"


def element(phone: Phone, element_id: str) -> Element:
    """The element on the screen; AssertionError says what is there instead."""
    found = phone.tree().find(element_id)
    if found is None:
        there = ", ".join(one.id for _, one in phone.tree().walk() if one.id)
        raise AssertionError(f"{element_id} is not on the screen of {phone.udid}; there are {there}")
    return found


def tap(phone: Phone, element_id: str) -> None:
    """Tap, and allow whatever the phone's system asks then."""
    target = phone.reveal(element(phone, element_id))
    assert target.enabled, f"{element_id} cannot be tapped"
    phone.tap(target)
    while phone.foreground is not None and phone.permissions.open_question(phone.foreground) is not None:
        phone.answer_question("allow")


def type_in(phone: Phone, element_id: str, text: str) -> None:
    phone.type(element(phone, element_id), text)


@dataclass(frozen=True)
class Walker:
    """One candidate of a world, with the hands of a person."""

    world: World
    seat: Seat

    @property
    def main(self) -> Phone:
        return self.seat.main.phone

    @property
    def aux(self) -> Phone:
        assert self.seat.aux is not None
        return self.seat.aux.phone

    def wait_until(self, before_start: timedelta) -> None:
        """Let time pass until so long after the start (negative: before)."""
        clock = self.world.clock
        assert isinstance(clock, DrivenClock)
        clock.advance(self.world.sitting(self.seat.sitting).schedule.start + before_start)

    def wait_since_enrolment(self, span: timedelta) -> None:
        """Let time pass until so long after the stage enrolled."""
        clock = self.world.clock
        assert isinstance(clock, DrivenClock)
        plan = self.world.sitting(self.seat.sitting).schedule
        clock.advance(stands_at(STAGES["enrolled"], edges(self.world.wish.season, plan)) + span)

    def start_apps(self) -> None:
        self.main.launch(MAIN)
        self.aux.launch(AUX)

    def tap(self, *element_ids: str) -> None:
        """Tap on the main phone, one after the other."""
        for element_id in element_ids:
            tap(self.main, element_id)

    def type_in(self, **fields: str) -> None:
        for element_id, text in fields.items():
            type_in(self.main, element_id, text)

    def register(self) -> None:
        self.start_apps()
        self.wait_since_enrolment(minutes(2))
        self.tap("to_register")
        self.type_in(phone_number=self.seat.person.account)
        self.tap("send_code")
        self.wait_since_enrolment(minutes(3))
        code = self.main.messages[-1].text.partition("验证码为")[2][:6]
        self.type_in(code=code, new_password=self.seat.person.password)
        self.tap("register")
        self.wait_since_enrolment(minutes(4))
        self.type_in(password=self.seat.person.password)
        self.tap("login")

    def identify(self) -> None:
        self.wait_since_enrolment(minutes(6))
        self.tap("blue_bar")
        person = self.seat.person
        for side in SIDES:
            self.main.camera.scene = Scene(IdCard(side, person.name, person.id_number))
            self.tap(f"take_{side}")
        self.main.camera.scene = Scene()
        self.wait_since_enrolment(minutes(7))
        self.tap("next")

    def fill_in(self) -> None:
        self.wait_since_enrolment(minutes(10))
        self.tap("kind")
        self.type_in(**self.seat.person.information)
        self.tap("check_profile", "save_profile", "back", "tab_mine", "log_out")

    def log_in(self) -> None:
        self.wait_until(minutes(-31))
        self.type_in(account=self.seat.person.account, password=self.seat.person.password)
        self.tap("login")

    def confirm(self) -> None:
        self.tap("confirm_exams", f"confirm_{self.seat.major}", "to_exams", f"exam_{self.seat.major}")

    def prepare(self) -> None:
        self.tap("sign_pledge")
        for task in ("notice", "positions"):
            self.tap(f"task_{task}", "finish_task")
        self.tap("back", "red_bar", "verify", f"exam_{self.seat.major}")

    def open_exam_page(self) -> None:
        self.wait_until(minutes(-25))
        sitting = self.world.sitting(self.seat.sitting)
        tap(self.main, f"open_{sitting.subject.id}_{sitting.session}")

    def pair(self) -> None:
        self.wait_until(minutes(-24))
        tap(self.main, "code_entry")
        self.aux.camera.scene = Scene(Screen(self.main.pixels), distance_cm=14)
        tap(self.aux, "scan")
        tap(self.aux, "agree")
        tap(self.aux, "enter_recording")
        self.main.press("back")

    def record_with_aux(self) -> None:
        self.wait_until(minutes(-22))
        tap(self.aux, "record")

    def enter(self) -> None:
        self.wait_until(minutes(-11))
        tap(self.main, "start")

    def show_face(self) -> None:
        self.wait_until(minutes(-10.5))
        tap(self.main, "verify")


Step = Callable[[Walker], None]
SIGN_UP: tuple[Step, ...] = (Walker.register, Walker.identify, Walker.fill_in)
CONFIRM = (*SIGN_UP, Walker.log_in, Walker.confirm, Walker.prepare)
PAIR = (*CONFIRM, Walker.open_exam_page, Walker.pair, Walker.record_with_aux)
ENTER = (*PAIR, Walker.enter, Walker.show_face)
PATHS: Mapping[str, tuple[Step, ...]] = {
    "enrolled": (),
    "registered": SIGN_UP,
    "confirmed": CONFIRM,
    "paired": PAIR,
    "waiting": ENTER,
    "answering": ENTER,
    "photos": ENTER,
}
