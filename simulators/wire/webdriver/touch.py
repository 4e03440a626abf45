"""A finger at a point of the glass, and from one point to another, in the client's units."""

from simulators.wire.webdriver.glass import Box, Element
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.views import View

Point = tuple[float, float]


def tap_at(session: Session, x: int, y: int) -> None:
    """Tap there; a field that is hit takes the keyboard, as it does when it is clicked."""
    x, y = x * session.scale, y * session.scale
    hit = topmost(session.look().root, x, y)
    if hit and hit[-1].element.kind == "field" and hit[-1].element.enabled:
        session.focus = hit[-1].key
    session.phone.tap_at(x, y)


def topmost(root: View, x: int, y: int) -> list[View]:
    """The views at a point of the glass, from the root down to the one that is drawn over all others."""
    if not _holds(root.element.bounds, x, y):
        return []
    below = (topmost(child, x, y) for child in reversed(root.children))
    return [root, *next(filter(None, below), [])]


def covering(root: View, view: View) -> View | None:
    """What another program, such as the system with a banner, has laid over the middle of a view below `root`."""
    box = view.element.bounds
    hit = topmost(root, box.x + box.width // 2, box.y + box.height // 2)
    if view in hit:
        return None
    return next((one for one in hit if one.package != view.package and not _holds_view(one, view)), None)


def _holds_view(around: View, view: View) -> bool:
    return view.key[: len(around.key)] == around.key


def swipe(session: Session, start: Point, end: Point) -> bool:
    """Draw a finger over the glass; whether anything moved with it."""
    (x, y), (to_x, to_y) = start, end
    scale = session.scale
    return session.phone.drag(*(round(one * scale) for one in (x, y, to_x, to_y)))


def more(session: Session, point: Point, down: float) -> bool:
    """Whether what scrolls under the point can still scroll that way: 1 is down, -1 up, 0 to the side."""
    for element in scrolling_at(session, point):
        return element.offset < element.reach if down > 0 else down < 0 < element.offset
    return False


def scrolling_at(session: Session, point: Point) -> list[Element]:
    """What scrolls and holds the point, from the innermost outwards."""
    x, y = round(point[0] * session.scale), round(point[1] * session.scale)
    elements = [view.element for view in session.look().root.walk()]
    return [one for one in reversed(elements) if one.reach and _holds(one.bounds, x, y)]


def _holds(box: Box, x: int, y: int) -> bool:
    return box.x <= x < box.x + box.width and box.y <= y < box.y + box.height
