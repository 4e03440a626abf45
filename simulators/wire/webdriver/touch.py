"""A finger at a point of the glass, in the client's units."""

from simulators.wire.webdriver.ports import Box
from simulators.wire.webdriver.sessions import Session


def tap_at(session: Session, x: int, y: int) -> None:
    """Tap there; a field that is hit takes the keyboard, as it does when it is clicked."""
    x, y = x * session.scale, y * session.scale
    hit = [view for view in session.look().root.walk() if _holds(view.element.bounds, x, y)]
    if hit and hit[-1].element.kind == "field" and hit[-1].element.enabled:
        session.focus = hit[-1].key
    session.phone.tap_at(x, y)


def _holds(box: Box, x: int, y: int) -> bool:
    return box.x <= x < box.x + box.width and box.y <= y < box.y + box.height
