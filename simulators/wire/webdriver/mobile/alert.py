"""Alerts, by `mobile:` commands: a button may be named by its label."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver import alerts
from simulators.wire.webdriver.fields import Body, choice
from simulators.wire.webdriver.mobile.verb import Verb
from simulators.wire.webdriver.sessions import Session

LABEL = {"buttonLabel": str}


def answer(act: alerts.Act) -> Callable[[Session, Body], None]:
    return lambda session, body: alerts.answer(session, act, body.get("buttonLabel") or None)


def labels(session: Session, _: Body) -> list[str]:
    return [button.text for button in alerts.buttons(alerts.opened(session))]


ACTIONS: Mapping[str, Callable[[Session, Body], Any]] = {
    "accept": answer("accept"),
    "dismiss": answer("dismiss"),
    "getButtons": labels,
}


def handle(session: Session, body: Body) -> Any:
    return choice(body, "action", ACTIONS)(session, body)


ANDROID: Mapping[str, Verb] = {
    "acceptAlert": Verb(answer("accept"), takes=LABEL),
    "dismissAlert": Verb(answer("dismiss"), takes=LABEL),
}
IOS: Mapping[str, Verb] = {"alert": Verb(handle, {"action": str}, LABEL)}
