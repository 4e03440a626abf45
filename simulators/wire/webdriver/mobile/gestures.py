"""UiAutomator2's gestures, on an element (`elementId`), at a point (`x`, `y`) or in an area (`left`, `top`, ...)."""

from collections.abc import Mapping

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, choice, number
from simulators.wire.webdriver.locators import locate
from simulators.wire.webdriver.mobile.verb import NUMBER, Kinds, Verb
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.touch import Point, more, swipe, tap_at

Area = tuple[float, float, float, float]
SIDES = ("left", "top", "width", "height")
ELEMENT: Kinds = {"elementId": str}
POINT: Kinds = {**ELEMENT, "x": NUMBER, "y": NUMBER}
AREA: Kinds = {**ELEMENT, **dict.fromkeys(SIDES, NUMBER), "speed": NUMBER}
MOMENTUM = 3
"""How much farther than the finger a fling goes."""
WAYS: Mapping[str, Point] = {
    "up": (0, -1),
    "down": (0, 1),
    "left": (-1, 0),
    "right": (1, 0),
}
"""Where a finger goes that swipes that way."""


def point(session: Session, body: Body) -> tuple[int, int]:
    """Where: an offset is counted from the element's upper left corner."""
    if not body.get("elementId"):
        return round(number(body, "x")), round(number(body, "y"))
    view = session.view(body["elementId"])
    if "x" not in body:
        return view.rect.centre
    box = view.rect
    return round(box.x + number(body, "x")), round(box.y + number(body, "y"))


def tap(session: Session, body: Body) -> None:
    tap_at(session, *point(session, body))


def double_tap(session: Session, body: Body) -> None:
    tap(session, body)
    tap(session, body)


def area(session: Session, body: Body) -> Area:
    """The element's rectangle or the one that is given; `invalid argument` where there is neither."""
    if body.get("elementId"):
        return session.view(body["elementId"]).rect
    if not all(side in body for side in SIDES):
        raise invalid(f"give 'elementId', or all of {', '.join(SIDES)}")
    left, top, width, height = (float(body[side]) for side in SIDES)
    if width <= 0 or height <= 0:
        raise invalid(f"the area is {width:g} x {height:g}; it must have a width and a height")
    return left, top, width, height


def glide(session: Session, body: Body) -> None:
    """A finger goes through the middle of the area, over `percent` of it."""
    swipe(session, *path(session, body, choice({"direction": body["direction"].lower()}, "direction", WAYS)))


def path(session: Session, body: Body, way: Point) -> tuple[Point, Point]:
    """From where to where a finger goes that way; it begins and ends inside the area."""
    left, top, width, height = area(session, body)
    x, y = left + width / 2, top + height / 2
    across, down = way[0] * (width / 2 - 1) * share(body), way[1] * (height / 2 - 1) * share(body)
    return (x - across, y - down), (x + across, y + down)


def share(body: Body) -> float:
    part = float(body.get("percent", 1))
    if not 0 <= part <= 1:
        raise invalid(f"'percent' is {part:g}; it must be from 0 to 1")
    return part


def scroll(session: Session, body: Body, times: float = 1) -> bool:
    """Move what is in the area by `percent` of it; whether there is more that way."""
    across, down = choice({"direction": body["direction"].lower()}, "direction", WAYS)
    begin, end = path(session, body, (-across, -down))
    far = tuple(one + times * (other - one) for one, other in zip(begin, end, strict=True))
    swipe(session, begin, (far[0], far[1]))
    return more(session, begin, down)


def fling(session: Session, body: Body) -> bool:
    """A quick scroll: what has been moved runs on."""
    return scroll(session, body, MOMENTUM)


def pinch(session: Session, body: Body) -> None:
    """Two fingers: nothing on these screens grows or shrinks."""
    share(body)
    area(session, body)


def drag(session: Session, body: Body) -> None:
    start = {"elementId": body.get("elementId"), "x": body.get("startX"), "y": body.get("startY")}
    begin = point(session, {name: value for name, value in start.items() if value is not None})
    swipe(session, begin, (number(body, "endX"), number(body, "endY")))


def scroll_to(session: Session, body: Body) -> None:
    """Bring an element into view, also one that is scrolled out of sight."""
    using, value = body["strategy"], body["selector"]
    found = locate(session.look_through(), None, using, value, session.settings)
    if not found:
        raise WireError("no such element", f"there is nothing to scroll to: no element has {using} {value!r}")
    session.phone.reveal(found[0].element)


def scroll_back_to(session: Session, body: Body) -> None:
    session.view(body["elementId"])
    session.phone.reveal(session.view(body["elementToId"]).element)


DIRECTED: Kinds = {"direction": str}
MEASURED: Kinds = {"percent": NUMBER}
ANDROID: Mapping[str, Verb] = {
    "clickGesture": Verb(tap, takes=POINT),
    "longClickGesture": Verb(tap, takes={**POINT, "duration": NUMBER}),
    "doubleClickGesture": Verb(double_tap, takes=POINT),
    "dragGesture": Verb(
        drag,
        takes={**ELEMENT, **dict.fromkeys(("startX", "startY", "endX", "endY", "speed"), NUMBER)},
    ),
    "swipeGesture": Verb(glide, {**DIRECTED, **MEASURED}, AREA),
    "flingGesture": Verb(fling, DIRECTED, AREA),
    "scrollGesture": Verb(scroll, {**DIRECTED, **MEASURED}, AREA),
    "pinchOpenGesture": Verb(pinch, MEASURED, AREA),
    "pinchCloseGesture": Verb(pinch, MEASURED, AREA),
    "scroll": Verb(scroll_to, {"strategy": str, "selector": str}, {**ELEMENT, "maxSwipes": NUMBER}),
    "scrollBackTo": Verb(scroll_back_to, {"elementId": str, "elementToId": str}),
}
