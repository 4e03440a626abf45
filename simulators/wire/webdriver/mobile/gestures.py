"""Gestures on an element (`elementId`) or at a point (`x`, `y`)."""

from typing import Any

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import Body, field, number
from simulators.wire.webdriver.locators import locate
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.touch import tap_at


def point(session: Session, body: Body) -> tuple[int, int]:
    """Where: an offset is counted from the element's upper left corner."""
    if not body.get("elementId"):
        return round(number(body, "x")), round(number(body, "y"))
    view = session.view(field(body, "elementId", str))
    if "x" not in body:
        return view.rect.centre
    box = view.rect
    return round(box.x + number(body, "x")), round(box.y + number(body, "y"))


def tap(session: Session, body: Body) -> None:
    tap_at(session, *point(session, body))


def double_tap(session: Session, body: Body) -> None:
    tap(session, body)
    tap(session, body)


def scroll_to(session: Session, body: Body) -> None:
    """Bring an element into view: it is, if it is on the screen at all."""
    using, value = field(body, "strategy", str), field(body, "selector", str)
    if not locate(session.look(), None, using, value):
        raise WireError("no such element", f"there is nothing to scroll to: no element has {using} {value!r}")


def stay(session: Session, body: Body) -> Any:
    """Swipes and scrolls: every screen is laid out whole, so there is never more to scroll; false says so."""
    if body.get("elementId"):
        session.view(field(body, "elementId", str))
    return False


TABLE = {
    "clickGesture": tap,
    "longClickGesture": tap,
    "doubleClickGesture": double_tap,
    "scroll": scroll_to,
    "scrollGesture": stay,
    "swipeGesture": stay,
    "flingGesture": stay,
}
