"""Alerts: read, accepted, dismissed."""

from typing import Any

from simulators.wire.webdriver import alerts
from simulators.wire.webdriver.call import Call, Command, Run
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import field

TAKES_NO_TEXT = {"UiAutomator2": "element not interactable", "XCUITest": "unsupported operation"}


def text(call: Call) -> str:
    return alerts.words(alerts.opened(call.session))


def answer(act: alerts.Act) -> Run:
    """`name` is XCUITest's word for a button's label, `buttonLabel` UiAutomator2's."""

    def run(call: Call) -> None:
        named = [field(call.body, name, str) for name in ("name", "buttonLabel") if call.body.get(name)]
        alerts.answer(call.session, act, named[0] if named else None)

    return run


def write(call: Call) -> Any:
    alerts.opened(call.session)
    code = TAKES_NO_TEXT[call.session.dialect.driver]
    raise WireError(code, "the question for a permission has no field to write into")


ROWS = (
    Command("GET", "/session/{session}/alert/text", text),
    Command("POST", "/session/{session}/alert/text", write),
    Command("POST", "/session/{session}/alert/accept", answer("accept")),
    Command("POST", "/session/{session}/alert/dismiss", answer("dismiss")),
)
