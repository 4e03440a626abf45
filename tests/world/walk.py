"""The real path to each stage: what a candidate taps on two phones, minute by minute, with time between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from simulators.core.clock import DrivenClock
from simulators.phone.camera import Scene, Screen
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.stages import minutes
from simulators.world import Seat, World

MAIN, AUX = "com.xiaoyibang.main", "com.xiaoyibang.aux"


def element(phone: Phone, element_id: str) -> Element:
    """The element on the screen; AssertionError says what is there instead."""
    found = phone.tree().find(element_id)
    if found is None:
        there = ", ".join(one.id for _, one in phone.tree().walk() if one.id)
        raise AssertionError(f"{element_id} is not on the screen of {phone.udid}; there are {there}")
    return found


def tap(phone: Phone, element_id: str) -> None:
    target = element(phone, element_id)
    assert target.enabled, f"{element_id} cannot be tapped"
    phone.tap(target)


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
        return self.seat.aux.phone

    def wait_until(self, before_start: timedelta) -> None:
        """Let time pass until so long after the start (negative: before)."""
        clock = self.world.clock
        assert isinstance(clock, DrivenClock)
        clock.advance(self.world.sitting(self.seat.sitting).schedule.start + before_start)

    def start_apps(self) -> None:
        self.main.launch(MAIN)
        self.aux.launch(AUX)

    def log_in(self) -> None:
        self.wait_until(minutes(-31))
        type_in(self.main, "account", self.seat.person.account)
        type_in(self.main, "password", self.seat.person.password)
        tap(self.main, "login")
        tap(self.main, f"exam_{self.seat.major}")

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
START: tuple[Step, ...] = (Walker.start_apps,)
LOG_IN = (*START, Walker.log_in)
PAIR = (*LOG_IN, Walker.open_exam_page, Walker.pair, Walker.record_with_aux)
ENTER = (*PAIR, Walker.enter, Walker.show_face)
PATHS: Mapping[str, tuple[Step, ...]] = {
    "registered": START,
    "confirmed": LOG_IN,
    "paired": PAIR,
    "waiting": ENTER,
    "answering": ENTER,
    "photos": ENTER,
}
