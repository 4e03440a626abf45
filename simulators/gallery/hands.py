"""Hands that walk: they touch what a screen shows, move the clock, and take a picture where they are told to."""

from collections.abc import Callable
from datetime import datetime, timedelta

import cv2
import numpy as np

from simulators.core.clock import DrivenClock
from simulators.gallery.stills import Still, Words
from simulators.phone import shell
from simulators.phone.camera import Scene, Screen, Subject
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.platform.plan import schedule
from simulators.world import Handset, Seat, World

PICTURE_WIDTH = 480
"""Pixels; a screen is shown at less than half of this, so that it is sharp on a fine display too."""
SMALL = [cv2.IMWRITE_PNG_COMPRESSION, 9]

Keep = Callable[[Still], None]


class AstrayError(Exception):
    """A walk came to another place than it says: the app has changed, and the walk has to follow it."""


class Hand:
    """One phone in a hand."""

    def __init__(self, handset: Handset, keep: Keep) -> None:
        self.phone: Phone = handset.phone
        self.app, self._role, self._keep = handset.app, handset.role, keep

    def opens(self) -> None:
        """Bring the app to the front."""
        self.phone.launch(self.app.package)

    def taps(self, *element_ids: str) -> None:
        """Touch one thing after the other. AstrayError where it is not there."""
        for element_id in element_ids:
            self.phone.tap(self.phone.reveal(self._see(element_id)))

    def types(self, **texts: str) -> None:
        """Fill fields, by their ids."""
        for element_id, text in texts.items():
            self.phone.clear(self._see(element_id))
            self.phone.type(self._see(element_id), text)

    def grants(self) -> None:
        """Allow whatever the system asks for the app, one question after the other."""
        while (question := self.phone.permissions.open_question(self.app.package)) is not None:
            self.taps(f"permission_{next(one.answer for one in question.buttons if one.answer != 'deny')}")

    def presses(self, key: str) -> None:
        self.phone.press(key)

    def has_key(self, key: str) -> bool:
        """Whether the phone's system has such a key; iOS, for one, has none that leads back."""
        return key in self.phone.system.keys

    def holds_up(self, subject: Subject) -> None:
        """Hold something before the back lens."""
        self.phone.camera.scene = Scene(subject)

    def points_at(self, other: "Hand") -> None:
        """Hold the back lens before another phone's screen."""
        self.phone.camera.scene = Scene(Screen(other.phone.pixels), distance_cm=14)

    def shows(self, screen: str, en: str, zh: str) -> None:
        """Take a picture of the app's screen. AstrayError where another one is shown."""
        if self.phone.foreground != self.app.package or shell.owns(self.phone.tree()):
            raise AstrayError(f"the walk is to show {screen!r}, but {self.app.label} is not to be seen")
        shown = self.app.book.shown(self.app.state, self.app.now())
        if shown != screen:
            said = self.app.state["notice"] or "nothing"
            raise AstrayError(
                f"the walk is to show {screen!r}, but {self.app.label} is at {shown!r} and says {said}"
            )
        self._keep(Still(self._role, screen, Words(en, zh), self.phone.model, _small(self.phone)))

    def shows_system(self, screen: str, en: str, zh: str) -> None:
        """Take a picture of a screen that belongs to the phone itself."""
        if not shell.owns(self.phone.tree()):
            raise AstrayError(f"the walk is to show the phone's {screen!r}, but an app is in front")
        self._keep(Still("system", screen, Words(en, zh), self.phone.model, _small(self.phone)))

    def _see(self, element_id: str) -> Element:
        found = self.phone.tree().find(element_id)
        if found is None:
            there = ", ".join(element.id for _, element in self.phone.tree().walk() if element.id)
            raise AstrayError(f"the walk is to touch {element_id!r} on {self._role}; there are {there}")
        return found


class Walk:
    """One candidate with the phones of the exam in a world of their own, and the instants of the sitting."""

    def __init__(self, world: World, seat: Seat, keep: Keep) -> None:
        self.world, self.seat, self.subject = world, seat, world.wish.subject
        self.main = Hand(seat.main, keep)
        self._aux = Hand(seat.aux, keep) if seat.aux else None
        season = world.wish.season
        self.limits = {name: season.limit(name) for name in season.limits}
        self._plan = schedule(season, season.subject(self.subject), world.wish.session)

    @property
    def aux(self) -> Hand:
        """The aux phone. AstrayError where the exam has none."""
        if self._aux is None:
            raise AstrayError("the walk is to use an aux phone, and this exam has one phone only")
        return self._aux

    def comes_to(self, instant: datetime) -> None:
        """Let time come to an instant that the season names."""
        self._to(instant)

    def at(self, edge: str, seconds: float = 0) -> None:
        """Let time come to an instant of the sitting: opens_at, start, end, display_ends, photo_ends, auto_end."""
        self._to(getattr(self._plan, edge) + timedelta(seconds=seconds))

    def passes(self, seconds: float) -> None:
        self._to(self.world.clock.now() + timedelta(seconds=seconds))

    def _to(self, instant: datetime) -> None:
        assert isinstance(self.world.clock, DrivenClock)
        self.world.clock.advance(instant)


def _small(phone: Phone) -> bytes:
    pixels = phone.pixels()
    height = round(PICTURE_WIDTH * pixels.shape[0] / pixels.shape[1])
    shrunk = cv2.resize(np.asarray(pixels), (PICTURE_WIDTH, height), interpolation=cv2.INTER_AREA)
    _, file = cv2.imencode(".png", shrunk, SMALL)
    return file.tobytes()
