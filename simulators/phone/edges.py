"""Fingers that begin at an edge of the glass, or on the lock screen: the system takes them before any app does."""

from typing import Literal

Edge = Literal["unlock", "notifications", "close", "home"]
TOP, BOTTOM = 0.04, 0.97
"""Shares of the height: above and below these the system listens."""
FAR = 0.15
"""So much of the height a finger has to go."""


def begun(height: int, y: int, to_y: int, *, locked: bool, shade: bool, bar: bool) -> Edge | None:
    """What the system does for a finger that goes from `y` to `to_y`; None where it is the app's to take.

    `locked` and `shade` say what is on the screen; `bar` whether home is a bar at the lower edge and not a key.
    """
    way = (to_y - y) / height
    if way >= FAR and y < TOP * height:
        return "notifications"
    if way > -FAR:
        return None
    if locked:
        return "unlock"
    if shade:
        return "close"
    return "home" if bar and y >= BOTTOM * height else None
