"""What a UiScrollable does to the screen before it finds anything: it scrolls.

What it looks for is brought into view where it is in the part that scrolls; a swipe moves that part by most of its
own height, and a fling does so more than once.
"""

from collections.abc import Callable, Mapping

from simulators.wire.webdriver.locators.java import Call, JavaError, parse
from simulators.wire.webdriver.locators.ui_selector import selected
from simulators.wire.webdriver.locators.uiautomator import GIVING, selector, sought, words
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.views import View

SWIPE = 0.8
"""The part of its height by which one swipe moves what scrolls."""
FLING = 3
"""The swipes of a fling."""


def bring_into_view(session: Session, using: str, value: str) -> None:
    """Scroll as a selector says; one that cannot be read moves nothing, and is told of when it is to find something."""
    if using != "-android uiautomator" or "UiScrollable" not in value:
        return
    try:
        chains = [calls for calls in parse(value) if calls[0].name == "UiScrollable"]
        for maker, *calls in chains:
            for call in calls:
                _done(session, selector(maker, 0), call)
    except JavaError:
        return


def _done(session: Session, scrollable: tuple[Call, ...], call: Call) -> None:
    found = [view for view in selected(session.look(), None, scrollable) if view.element.reach]
    if found and call.name in GIVING:
        _reveal(session, found[0], _looked_for(call))
    elif found and call.name in MOVES:
        MOVES[call.name](session, found[0], call)


def _looked_for(call: Call) -> tuple[Call, ...]:
    if call.name == "getChildByText":
        return Call("UiSelector", ()), Call("text", (words(call, 1),))
    if call.name == "getChildByDescription":
        return Call("UiSelector", ()), Call("description", (words(call, 1),))
    if call.name == "getChildByInstance":
        return (*selector(call, 0), Call("instance", call.arguments[1:2]))
    return sought(call)


def _reveal(session: Session, around: View, chain: tuple[Call, ...]) -> None:
    for view in selected(session.look_through(), None, chain):
        if view.key[: len(around.key)] == around.key:
            session.phone.reveal(view.element)
            return


def _swipe(way: int, swipes: int = 1) -> "Move":
    def move(session: Session, around: View, _: Call) -> None:
        session.phone.scroll(around.element, round(way * swipes * SWIPE * around.element.bounds.height))

    return move


def _all(way: int) -> "Move":
    def move(session: Session, around: View, _: Call) -> None:
        session.phone.scroll(around.element, way * around.element.reach)

    return move


Move = Callable[[Session, View, Call], None]
MOVES: Mapping[str, Move] = {
    "scrollForward": _swipe(1),
    "scrollBackward": _swipe(-1),
    "flingForward": _swipe(1, FLING),
    "flingBackward": _swipe(-1, FLING),
    "scrollToEnd": _all(1),
    "scrollToBeginning": _all(-1),
    "flingToEnd": _all(1),
    "flingToBeginning": _all(-1),
}
"""The calls that move the screen; the other ones that give nothing set how, and here everything scrolls up and down."""
