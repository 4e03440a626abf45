"""One phone: hardware, operating system and the apps on it. The wires and the bench act on this object."""

from collections.abc import Callable, Mapping

import msgspec

from simulators.phone import edges
from simulators.phone.element import Element
from simulators.phone.hardware import PhoneOff
from simulators.phone.scrolling import scrollable_at, wish
from simulators.phone.settings import MOST_VOLUME
from simulators.phone.shell import SYSTEM
from simulators.phone.showing import Showing
from simulators.phone.system import Answer

__all__ = ["Phone", "PhoneOff"]


class Phone(Showing):
    """A phone to look at and to touch. All commands are turns of whoever holds the world's lock."""

    def tap(self, element: Element) -> None:
        """Touch the middle of what can be seen of an element of the present tree; nothing where nothing can."""
        box = element.bounds
        if box.width and box.height:
            self.tap_at(box.x + box.width // 2, box.y + box.height // 2)

    def tap_at(self, x: int, y: int) -> None:
        """Touch a point: what is topmost there and can be tapped is tapped, if it is enabled."""
        self._must_be_on()
        self.touched()
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
        self.touched()
        if self._take((x, y), (to_x, to_y)):
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
            self.touched()
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
            "assistant": self.wake_assistant,
            "volume_up": lambda: self._turn_volume(1),
            "volume_down": lambda: self._turn_volume(-1),
        }
        keys.get(key, lambda: self.capture("screenshot"))()

    def _actions(self) -> Mapping[str, Callable[[str], None]]:
        return {
            "launch": self.launch,
            "unlock": lambda _: self.unlock(),
            "clear": lambda _: self.inbox.clear(),
            "answer": lambda _: self.answer_call(),
            "decline": lambda _: self.end_call(),
            "snooze": lambda _: self.alarms.snooze(),
            "stop_alarm": lambda _: self.alarms.stop(),
            "follow": self._follow,
            "dismiss_assistant": lambda _: self.dismiss_assistant(),
            "permit": lambda answer: self.answer_question(msgspec.convert(answer, Answer)),
        }

    def _follow(self, package: str) -> None:
        """Tapping a notification opens its app, where it is one that can be opened."""
        self.inbox.dismiss()
        if package in self.apps:
            self.unlock()
            self.launch(package)

    def _turn_volume(self, by: int) -> None:
        """Louder ends the silence, too."""
        volume = min(MOST_VOLUME, max(0, int(self.settings["media_volume"]) + by))
        self.settings.set({"media_volume": volume, **({"muted": False} if by > 0 else {})})

    def _take(self, start: edges.Point, end: edges.Point) -> bool:
        """Whether a finger's way is not one over the page; a call leaves nothing else to take."""
        size = self.model.width, self.model.height
        swipes = "back" not in self.system.keys
        bar = swipes and self.model.height > 2 * self.model.width
        edge = edges.begun(size, start, end, locked=self.locked, shade=self.shade, bar=bar, swipes=swipes)
        does: Mapping[edges.Edge, Callable[[], None]] = {
            "unlock": self.unlock,
            "notifications": self.open_notifications,
            "close": self.close_notifications,
            "home": self.background,
            "back": self._back_in_app,
        }
        if edge is None or self.calls.state != "idle":
            return False
        does[edge]()
        return True

    def _back(self) -> None:
        if self.listening:
            return self.dismiss_assistant()
        if self.shade:
            return self.close_notifications()
        return self._back_in_app()

    def _back_in_app(self) -> None:
        covered = self.listening or self.locked or self.alarms.ringing is not None
        if self.calls.state != "talking" and not covered and (app := self._in_front()) is not None:
            app.tap("back", "")

    def _takes_text(self, element: Element) -> bool:
        self._must_be_on()
        found = self.tree().find(element.id)
        return found is not None and found.kind == "field" and found.enabled and self.foreground is not None
