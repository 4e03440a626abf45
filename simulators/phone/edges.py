"""Fingers that begin at an edge of the glass, or on the lock screen: the system takes them before
any app does, but for the way back on a phone that has no key for it, which it hands to the app."""

from typing import Literal

Edge = Literal["unlock", "notifications", "close", "home", "back"]
Point = tuple[int, int]
TOP, BOTTOM, LEFT = 0.04, 0.97, 0.04
"""Shares of the height and of the width: above, below and to the left of these the system listens."""
FAR, ACROSS = 0.15, 0.3
"""So much of the height, or of the width, a finger has to go."""


def begun(
    size: Point, start: Point, end: Point, *, locked: bool, shade: bool, bar: bool, swipes: bool
) -> Edge | None:
    """What a finger that goes from `start` to `end` on a glass of that size does; None where it is the app's to take.

    `locked` and `shade` say what is on the screen; `bar` whether home is a bar at the lower edge and not a key, `swipes`
    whether there is no key for back either.
    """
    (width, height), (x, y) = size, start
    over, down = (end[0] - x) / width, (end[1] - y) / height
    if swipes and x < LEFT * width and over >= ACROSS and abs(end[0] - x) > abs(end[1] - y):
        return None if locked or shade else "back"
    if down >= FAR and y < TOP * height:
        return "notifications"
    if down > -FAR:
        return None
    if locked:
        return "unlock"
    if shade:
        return "close"
    return "home" if bar and y >= BOTTOM * height else None
