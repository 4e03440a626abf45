"""XCUITest's gestures: on an element (`elementId`), at a point (`x`, `y`), or on the app as a whole."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, choice, number, shown
from simulators.wire.webdriver.locators import locate
from simulators.wire.webdriver.mobile.gestures import WAYS, double_tap, point, tap
from simulators.wire.webdriver.mobile.verb import NUMBER, WORD, Kinds, Verb
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.touch import Point, scrolling_at, swipe
from simulators.wire.webdriver.views import Rect

SHARE = 0.8
"""How much of the element a swipe goes over."""
SOURCES: Mapping[str, str] = {
    "name": "accessibility id",
    "predicateString": "-ios predicate string",
}
"""How a scroll may name what it looks for, and the locator that finds it."""
SPANS = ("fromX", "fromY", "toX", "toY")
ORDERS = {"next": 1, "previous": -1}
ELEMENT: Kinds = {"elementId": str}
POINT: Kinds = {**ELEMENT, "x": NUMBER, "y": NUMBER}


def place(session: Session, body: Body) -> Rect:
    """The element's rectangle, or the app's."""
    view = session.view(body["elementId"]) if body.get("elementId") else session.look().root
    return view.rect


def middle(session: Session, body: Body) -> Point:
    """The point that is named, or the middle of the element or the app."""
    if body.get("elementId") or "x" in body:
        return point(session, body)
    box = place(session, body)
    return box.x + box.width / 2, box.y + box.height / 2


def touch(session: Session, body: Body) -> None:
    x, y = middle(session, body)
    tap(session, {"x": x, "y": y})


def touch_twice(session: Session, body: Body) -> None:
    x, y = middle(session, body)
    double_tap(session, {"x": x, "y": y})


def touch_often(session: Session, body: Body) -> None:
    """Fingers beside each other touch one thing; taps follow each other."""
    taps = body.get("numberOfTaps", 1)
    if not 1 <= taps <= 10 or not 1 <= body.get("numberOfTouches", 1) <= 10:
        raise invalid(f"'numberOfTaps' and 'numberOfTouches' must be from 1 to 10, not {shown(body)}")
    for _ in range(taps):
        touch(session, body)


def glide(session: Session, body: Body) -> None:
    """A finger goes that way over the middle of the element."""
    across, down = choice({"direction": body["direction"].lower()}, "direction", WAYS)
    box = place(session, body)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    step = across * box.width * SHARE / 2, down * box.height * SHARE / 2
    swipe(session, (x - step[0], y - step[1]), (x + step[0], y + step[1]))


def scroll(session: Session, body: Body) -> None:
    """By direction as far as `distance` (1 is the element's height), or until what is named is in view."""
    for name, using in SOURCES.items():
        if body.get(name):
            return reveal(session, using, body[name])
    if body.get("direction"):
        _, down = choice({"direction": body["direction"].lower()}, "direction", WAYS)
        return roll(session, body, down * float(body.get("distance", 1)))
    if body.get("toVisible") and body.get("elementId"):
        return show(session, body)
    raise invalid("give one of name, direction, predicateString, and toVisible with elementId")


def roll(session: Session, body: Body, heights: float) -> None:
    """Move what scrolls under the middle by so many of its heights, downwards where positive."""
    for part in scrolling_at(session, middle(session, body))[:1]:
        session.phone.scroll(part, round(heights * part.bounds.height))


def reveal(session: Session, using: str, value: str) -> None:
    found = locate(session.look(), None, using, value, session.settings)
    if not found:
        raise WireError("no such element", f"there is nothing to scroll to: no element has {using} {value!r}")
    session.phone.reveal(found[0].element)


def show(session: Session, body: Body) -> None:
    session.phone.reveal(session.view(body["elementId"]).element)


def drag(session: Session, body: Body) -> None:
    """Offsets are counted from the element's upper left corner, where one is named."""
    box = place(session, body) if body.get("elementId") else None
    left, top = (box.x, box.y) if box else (0, 0)
    x, y, to_x, to_y = (number(body, name) for name in SPANS)
    swipe(session, (left + x, top + y), (left + to_x, top + to_y))


def drag_quickly(session: Session, body: Body) -> None:
    if body.get("fromElementId"):
        if not body.get("toElementId"):
            raise invalid("'toElementId' must go with 'fromElementId'")
        begin, end = (session.view(body[name]).rect.centre for name in ("fromElementId", "toElementId"))
        swipe(session, begin, end)
    else:
        drag(session, body)


def stretch(session: Session, body: Body) -> None:
    """Two fingers: nothing on these screens grows, shrinks or turns."""
    place(session, body)


def turn_wheel(session: Session, body: Body) -> Any:
    choice({"order": body["order"].lower()}, "order", ORDERS)
    view = session.view(body["elementId"])
    raise WireError("invalid element state", f"{view.class_name} is no picker wheel")


IOS: Mapping[str, Verb] = {
    "tap": Verb(tap, {"x": NUMBER, "y": NUMBER}, ELEMENT),
    "doubleTap": Verb(touch_twice, takes=POINT),
    "twoFingerTap": Verb(touch, takes=ELEMENT),
    "tapWithNumberOfTaps": Verb(touch_often, takes={**ELEMENT, "numberOfTaps": int, "numberOfTouches": int}),
    "touchAndHold": Verb(touch, {"duration": WORD}, POINT),
    "forcePress": Verb(touch, takes={**POINT, "duration": NUMBER, "pressure": NUMBER}),
    "swipe": Verb(glide, {"direction": str}, {**ELEMENT, "velocity": NUMBER}),
    "scroll": Verb(
        scroll,
        takes={
            **ELEMENT,
            "name": str,
            "direction": str,
            "predicateString": str,
            "toVisible": bool,
            "distance": NUMBER,
        },
    ),
    "scrollToElement": Verb(show, {"elementId": str}),
    "pinch": Verb(stretch, {"scale": NUMBER, "velocity": NUMBER}, ELEMENT),
    "rotateElement": Verb(stretch, {"rotation": NUMBER, "velocity": NUMBER}, ELEMENT),
    "dragFromToForDuration": Verb(drag, {"duration": NUMBER, **dict.fromkeys(SPANS, NUMBER)}, ELEMENT),
    "dragFromToWithVelocity": Verb(
        drag_quickly,
        {"pressDuration": NUMBER, "holdDuration": NUMBER, "velocity": NUMBER},
        {"fromElementId": str, "toElementId": str, **dict.fromkeys(SPANS, NUMBER)},
    ),
    "selectPickerWheelValue": Verb(
        turn_wheel, {"elementId": str, "order": str}, {"offset": NUMBER, "value": str, "maxAttempts": NUMBER}
    ),
}
