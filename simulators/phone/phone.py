"""One phone: hardware, operating system and the apps on it. The wires and the bench act on this object."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import msgspec

from simulators.phone import draw, edges, shell
from simulators.phone.element import Element
from simulators.phone.hardware import PhoneOff
from simulators.phone.layout import lay_out
from simulators.phone.lifecycle import Lifecycle
from simulators.phone.pictures import Pixels
from simulators.phone.scrolling import scrollable_at, wish
from simulators.phone.system import Answer

__all__ = ["Phone", "PhoneOff"]

SYSTEM = "os:"
"""How the action of a tap on one of the system's own screens begins."""


class Phone(Lifecycle):
    """A phone to look at and to touch. All commands are turns of whoever holds the world's lock."""

    def tap(self, element: Element) -> None:
        """Touch the middle of what can be seen of an element of the present tree; nothing where nothing can."""
        box = element.bounds
        if box.width and box.height:
            self.tap_at(box.x + box.width // 2, box.y + box.height // 2)

    def tap_at(self, x: int, y: int) -> None:
        """Touch a point: what is topmost there and can be tapped is tapped, if it is enabled."""
        self._must_be_on()
        hit = next((element for element in reversed(self.tree().at(x, y)) if element.tap), None)
        if hit is None or not hit.enabled:
            return
        if hit.tap.startswith(SYSTEM):
            name, _, detail = hit.tap.removeprefix(SYSTEM).partition(":")
            self._actions()[name](detail)
        elif self.foreground is not None:
            self.apps[self.foreground].tap(hit.tap, hit.id)
        if self.scrolling.moved:
            self.scrolling.keep(self.tree())

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> bool:
        """Draw a finger over the glass: what lies under its beginning and scrolls moves with it, what begins at an
        edge is the system's; whether anything moved."""
        self._must_be_on()
        if self._take(y, to_y):
            return True
        tree = self.tree()
        part = scrollable_at(tree, x, y)
        return part is not None and abs(to_y - y) >= abs(to_x - x) and self.scroll(part, y - to_y)

    def scroll(self, part: Element, by: int) -> bool:
        """Move what a part of the present tree holds by so many pixels, downwards where positive; whether it moved."""
        self._must_be_on()
        return self.scrolling.move(self.tree(), part, by)

    def reveal(self, element: Element) -> Element:
        """Scroll until an element of the present tree is seen whole; the element as it then stands."""
        tree = self.tree()
        path = next(path for path, one in tree.walk() if one is element or one == element)
        if (found := wish(tree, element)) is not None:
            self.scroll(*found)
        now = self.tree()
        for place in path:
            now = now.children[place]
        return now

    def type(self, element: Element, text: str) -> None:
        """Append to a field that is enabled; anything else takes no text."""
        if self._takes_text(element):
            self.apps[self.foreground or ""].type(element.id, text)

    def clear(self, element: Element) -> None:
        if self._takes_text(element):
            self.apps[self.foreground or ""].clear(element.id)

    def press(self, key: str) -> None:
        """Press a key of the phone, or two at once (`power+volume_down`). ValueError for one that it does not have."""
        self._must_be_on()
        if key not in self.system.keys:
            raise ValueError(f"no key {key!r} on {self.system.name}; it has {', '.join(self.system.keys)}")
        keys: Mapping[str, Callable[[], None]] = {
            "home": self.background,
            "back": self._back,
            "power": lambda: self.unlock() if self.locked else self.lock(),
            "volume_up": lambda: self.settings.set({"muted": False}),
            "volume_down": lambda: None,
        }
        keys.get(key, lambda: self.capture("screenshot"))()

    def tree(self) -> Element:
        """What the screen shows, laid out. PhoneOff where it is dark."""
        self._must_be_on()
        now = self.clock.now()
        content = self._content(now)
        network = (
            shell.KIND_NAMES.get(self.network.kind, "5G") if self.network.up else shell.KIND_NAMES["none"]
        )
        bar = shell.status_bar(now, network, self.battery.level, night=shell.owns(content))
        root = Element(
            "screen", f"{content.id}_screen", children=(bar, replace(content, id="")), style="screen"
        )
        return lay_out(self.scrolling.shown(root), self.model.width, self.model.height)

    def pixels(self) -> Pixels:
        """The screen's pixels, (height, width, 3) in blue, green, red; read only."""
        return draw.draw(self.tree(), self.model.width, self.model.height)

    def screenshot(self) -> bytes:
        """The screen as a PNG file."""
        return draw.png(self.tree(), self.model.width, self.model.height)

    def _content(self, now: datetime) -> Element:
        if self.calls.state != "idle":
            return (shell.ringing if self.calls.state == "ringing" else shell.talking)(self.calls.number)
        if self.locked:
            return shell.lock(now)
        if self.shade:
            return shell.notifications(self.notifications, now)
        if self.foreground is None:
            return shell.home(self.apps.values(), now)
        app = self.apps[self.foreground]
        question = self.permissions.open_question(app.package)
        return app.screen(now) if question is None else shell.permission(app.label, question)

    def _actions(self) -> Mapping[str, Callable[[str], None]]:
        return {
            "launch": self.launch,
            "unlock": lambda _: self.unlock(),
            "clear": lambda _: self.inbox.clear(),
            "answer": lambda _: self.answer_call(),
            "decline": lambda _: self.end_call(),
            "permit": lambda answer: self.answer_question(msgspec.convert(answer, Answer)),
        }

    def _take(self, y: int, to_y: int) -> bool:
        """Whether the system takes a finger's way for itself; a call leaves it nothing to take."""
        bar = "back" not in self.system.keys and self.model.height > 2 * self.model.width
        edge = edges.begun(self.model.height, y, to_y, locked=self.locked, shade=self.shade, bar=bar)
        does: Mapping[edges.Edge, Callable[[], None]] = {
            "unlock": self.unlock,
            "notifications": self.open_notifications,
            "close": self.close_notifications,
            "home": self.background,
        }
        if edge is None or self.calls.state != "idle":
            return False
        does[edge]()
        return True

    def _back(self) -> None:
        if self.shade:
            return self.close_notifications()
        if self.calls.state != "idle" or self.locked:
            return None
        if (app := self._in_front()) is not None:
            app.tap("back", "")
        return None

    def _takes_text(self, element: Element) -> bool:
        self._must_be_on()
        found = self.tree().find(element.id)
        return found is not None and found.kind == "field" and found.enabled and self.foreground is not None
