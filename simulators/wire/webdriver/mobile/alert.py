"""The system's question, answered by a button's own words."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import Body, choice
from simulators.wire.webdriver.mobile.verb import Kinds, Verb
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.views import View

QUESTION, ALLOW, DENY = "permission_dialog", "permission_allow", "permission_deny"
LABELLED: Kinds = {"buttonLabel": str}


def buttons(session: Session) -> list[View]:
    """The answers that the open question offers; `no such alert` where none is open."""
    asked = [view for view in session.look().root.walk() if view.element.id == QUESTION]
    if not asked:
        raise WireError("no such alert", f"no permission is being asked for on {session.phone.udid}")
    return [view for view in asked[0].walk() if view.element.kind == "button"]


def answer(session: Session, body: Body, usual: str) -> None:
    """Press the button with that label, or the usual one."""
    offered, label = buttons(session), body.get("buttonLabel")
    wanted = [view for view in offered if (view.label == label if label else view.element.id == usual)]
    if not wanted:
        raise WireError(
            "invalid element state",
            f"the question has no button {label or usual!r}; it has {', '.join(view.label for view in offered)}",
        )
    session.phone.tap(wanted[0].element)


def accept(session: Session, body: Body) -> None:
    answer(session, body, ALLOW)


def dismiss(session: Session, body: Body) -> None:
    answer(session, body, DENY)


def get_buttons(session: Session, _: Body) -> list[str]:
    return [view.label for view in buttons(session)]


ACTIONS = {"accept": accept, "dismiss": dismiss, "getButtons": get_buttons}


def handle(session: Session, body: Body) -> Any:
    return choice(body, "action", ACTIONS)(session, body)


ANDROID: Mapping[str, Verb] = {
    "acceptAlert": Verb(accept, takes=LABELLED),
    "dismissAlert": Verb(dismiss, takes=LABELLED),
}
IOS: Mapping[str, Verb] = {"alert": Verb(handle, {"action": str}, LABELLED)}
