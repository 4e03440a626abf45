"""The alert that is open: the system's question for a permission is the one dialog that either driver takes for one.

Calls and alarms are none. XCUITest knows buttons by their place: the last accepts, the first dismisses, whatever they
say, unless a setting names another. UiAutomator2 knows them by their ids, which say what allows and what denies.
"""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.locators.class_chain import by_class_chain
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.views import View, identifier

Act = Literal["accept", "dismiss"]
DIALOG = "permission_dialog"
SETTINGS: Mapping[Act, str] = {"accept": "acceptAlertButtonSelector", "dismiss": "dismissAlertButtonSelector"}
"""XCUITest's settings that name a button by a class chain."""
SAYS: Mapping[Act, re.Pattern[str]] = {
    "accept": re.compile("(^|[^a-z])allow([^a-z]|$)", re.IGNORECASE),
    "dismiss": re.compile("(^|[^a-z])deny([^a-z]|$)", re.IGNORECASE),
}
MANY = 10
"""So many questions at most follow one another."""


def dialog(session: Session) -> View | None:
    """The alert, if one is open."""
    return next((view for view in session.look().root.walk() if identifier(view.element) == DIALOG), None)


def opened(session: Session) -> View:
    """The alert; `no such alert` where none is open."""
    found = dialog(session)
    if found is None:
        raise WireError("no such alert", f"no permission is being asked for on {session.phone.udid}")
    return found


def words(alert: View) -> str:
    """Its text, line by line, without that of the buttons."""
    return "\n".join(view.text for view in alert.walk() if view.element.kind == "text" and view.text)


def buttons(alert: View) -> list[View]:
    return [view for view in alert.walk() if view.element.kind == "button"]


def answer(session: Session, act: Act, label: str | None = None) -> None:
    """Tap the button with that label, or the one that the driver takes for it; `invalid element state` without one."""
    alert = opened(session)
    there = buttons(alert)
    if label is not None:
        button = next((one for one in there if one.text == label), None)
    else:
        button = CHOOSE[session.dialect.driver](session, alert, act)
    if button is None:
        listed = ", ".join(one.text for one in there) or "none"
        wish = f"button {label!r}" if label is not None else f"button to {act} it by"
        raise WireError("invalid element state", f"the alert has no {wish}; its buttons are: {listed}")
    session.phone.tap(button.element)


def _by_place(session: Session, alert: View, act: Act) -> View | None:
    chain = session.settings.get(SETTINGS[act])
    if isinstance(chain, str) and chain:
        try:
            chosen = by_class_chain(session.look(), alert, chain)
        except WireError:
            chosen = []  # as the driver: a selector that is none is passed over
        if chosen:
            return chosen[0]
    there = buttons(alert)
    return there[-1 if act == "accept" else 0] if there else None


def _by_id(_: Session, alert: View, act: Act) -> View | None:
    there = buttons(alert)
    named = [one for one in there if SAYS[act].search(one.element.id)]
    if named or len(there) < 2:
        return next(iter(named or there), None)
    return there[1 if act == "accept" else 0]


CHOOSE: Mapping[str, Callable[[Session, View, Act], View | None]] = {
    "UiAutomator2": _by_id,
    "XCUITest": _by_place,
}
ALWAYS: Mapping[str, Act] = {"autoAcceptAlerts": "accept", "autoDismissAlerts": "dismiss"}
"""The capabilities by which XCUITest answers every alert at once; the later one wins where both are asked for."""
DEFAULT_ACTION = "defaultAlertAction"


def settle(session: Session) -> None:
    """Answer what is open, where the session is to answer every alert."""
    wish = session.settings.get(DEFAULT_ACTION)
    if wish not in SETTINGS or not session.phone.on:
        return
    for _ in range(MANY):
        if dialog(session) is None:
            return
        answer(session, "accept" if wish == "accept" else "dismiss")
