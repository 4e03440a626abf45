"""What a phone's screen shows: the bar at the top, what is in front, and what the system has laid over it."""

from dataclasses import replace
from datetime import datetime

import numpy as np

from simulators.phone import draw
from simulators.phone.element import Element
from simulators.phone.layout import lay_out
from simulators.phone.look import PHONE_DP, TABLET_DP, Look
from simulators.phone.pictures import Pixels
from simulators.phone.reaching import Reachable
from simulators.phone.shell import banners, calls, dialogs, home, owns, shade
from simulators.phone.shell.bar import Signs, status_bar
from simulators.phone.shell.voice import SPACE, Voice, image

WARM = np.array([0.62, 0.86, 1.0])
"""What the night display leaves of blue, green and red."""


class Showing(Reachable):
    """A phone to look at."""

    def tree(self) -> Element:
        """What the screen shows, laid out, as whoever touches it reaches it: nothing beneath a question of the
        system's. PhoneOff where it is dark."""
        question = self._question()
        return self._laid(self._screen(question or self._content(), question))

    def pixels(self) -> Pixels:
        """The pixels that the glass shows, (height, width, 3) in blue, green, red; read only."""
        pixels = self.picture()
        return _warm(pixels) if self.settings["night_display"] else pixels

    def picture(self) -> Pixels:
        """The pixels of a screenshot; read only. The night display is a matter of the glass, and not in it."""
        return draw.draw(self._whole(), self.model.width, self.model.height, self.look)

    def screenshot(self) -> bytes:
        """The screen as a PNG file."""
        return draw.png(self._whole(), self.model.width, self.model.height, self.look)

    @property
    def look(self) -> Look:
        """How everything is drawn now."""
        return Look(
            PHONE_DP if self.model.form == "phone" else TABLET_DP,
            self.settings["dark_mode"] is True,
            float(self.settings["font_scale"]),
            str(self.settings["font"]),
        )

    def _laid(self, root: Element) -> Element:
        return lay_out(self.scrolling.shown(root), self.model.width, self.model.height, self.look)

    def _whole(self) -> Element:
        """With what can be seen beneath a question."""
        return self.scrolling.shown(self._screen(self._content(), self._question()))

    def _screen(self, front: Element, question: Element | None) -> Element:
        """The screen is named after what is in front."""
        self._must_be_on()
        system = owns(front)
        clear = system and front is not question and front.style != "whole"
        night = front.style == "whole_night" and system
        paper = image(f"wallpaper:{self.system.name}", "wallpaper") if clear and not night else None
        content = SPACE if front is question else replace(front, id="")
        parts = (paper, self._bar(clear), content, question, self._banner())
        children = tuple(part for part in parts if part is not None)
        return Element(
            "screen", f"{front.id}_screen", children=children, style="screen_night" if night else "screen"
        )

    def _bar(self, clear: bool) -> Element:
        signs = Signs(
            self.network.kind if self.network.up else "none",
            self.network.generation,
            self.network.bars,
            round(self.battery.level),
            self.battery.charging,
            bool(self.alarms.daily),
            self.settings.as_dict(),
        )
        return status_bar(self._voice, self.clock.now(), signs, clear=clear)

    def _content(self) -> Element:
        now, voice = self.clock.now(), self._voice
        if self.alarms.ringing is not None:
            return dialogs.alarm(voice, self.alarms.ringing)
        if self.calls.state == "talking":
            return calls.talking(voice, self.calls.number)
        if self.calls.state == "ringing" and not self.calls_in_banner:
            return calls.ringing(voice, self.calls.number)
        if self.locked:
            return home.lock(voice, self.notifications, self.apps.values(), now)
        if self.shade:
            icons = {app.package: home.icon_of(app) for app in self.apps.values()}
            return shade.notifications(voice, self.notifications, icons, now)
        if self.foreground is None:
            return home.home(voice, self.apps.values(), now)
        return self._app_screen(now)

    def _app_screen(self, now: datetime) -> Element:
        return self.apps[self.foreground or ""].screen(now)

    def _question(self) -> Element | None:
        """What the system asks over what is in front, where nothing else covers both."""
        called = self.calls.state == "talking" or (self.calls.state == "ringing" and not self.calls_in_banner)
        if self.locked or self.shade or called or self.alarms.ringing is not None:
            return None
        if self.listening:
            return dialogs.assistant(self._voice)
        if (app := self._in_front()) is None:
            return None
        question = self.permissions.open_question(app.package)
        return None if question is None else dialogs.permission(self._voice, app.label, question)

    def _banner(self) -> Element | None:
        if self.alarms.ringing is not None:
            return None
        if self.calls.state == "ringing" and self.calls_in_banner:
            return banners.call_banner(self._voice, self.calls.number)
        note = self.inbox.banner
        if note is None or self.locked or self.shade:
            return None
        app = self.apps.get(note.package)
        return banners.banner(self._voice, note, home.icon_of(app) if app else None)

    @property
    def _voice(self) -> Voice:
        return Voice(self.model, self.system, str(self.settings["language"]))


def _warm(pixels: Pixels) -> Pixels:
    warmed: Pixels = (pixels * WARM).astype(np.uint8)
    warmed.setflags(write=False)
    return warmed
