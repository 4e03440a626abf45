"""Sessions: begin, look up, end, release."""

from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.capabilities import VENDOR, Capabilities, vendor, wanted
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import field
from simulators.wire.webdriver.granting import granted
from simulators.wire.webdriver.sessions import DEFAULT_COMMAND_TIMEOUT_S
from simulators.wire.webdriver.starting import start, stop
from simulators.wire.webdriver.timeouts import checked_timeouts

NAME = "examgate simulated phones"


def status(call: Call) -> Any:
    held = len(call.sessions.all())
    return {"ready": True, "message": f"{NAME}; sessions: {held}", "build": {"version": "1", "name": NAME}}


def begin(call: Call) -> Any:
    """New session, by the first set of capabilities that can be given; its app is brought to the front."""
    refusals: list[WireError] = []
    for asked in wanted(call.body):
        try:
            return _begun(call, asked)
        except WireError as refusal:
            if refusal.code != "session not created":
                raise
            refusals.append(refusal)
    raise WireError("session not created", "; ".join(dict.fromkeys(one.message for one in refusals)))


def _begun(call: Call, asked: Capabilities) -> Any:
    limit = float(vendor(asked, "newCommandTimeout", DEFAULT_COMMAND_TIMEOUT_S))
    if not 0 <= limit < float("inf"):
        raise invalid(f"{VENDOR}newCommandTimeout is {limit:g}; give seconds, or 0 for never")
    timeouts = checked_timeouts(field(asked, "timeouts", dict, {}))
    session = call.sessions.begin(vendor(asked, "sessionName", ""), limit, asked)
    try:
        start(session, asked)
    except BaseException:
        call.sessions.end(session.id)
        raise
    session.timeouts.update(timeouts)
    session.capabilities = {**asked, **granted(session, limit), "timeouts": dict(session.timeouts)}
    return {"sessionId": session.id, "capabilities": session.capabilities}


def end(call: Call) -> None:
    """Ending twice is no fault."""
    held = {session.id: session for session in call.sessions.all()}
    session = held.get(call.path["ended"])
    call.sessions.end(call.path["ended"])
    if session is not None:
        stop(session)


def release(call: Call) -> Any:
    """Free a phone, whoever holds it."""
    return {"released": list(call.sessions.release(call.path["udid"]))}


def capabilities(call: Call) -> Any:
    return dict(call.session.capabilities)


def sessions(call: Call) -> Any:
    return [{"id": one.id, "capabilities": dict(one.capabilities)} for one in call.sessions.all()]


ROWS = (
    Command("GET", "/status", status),
    Command("GET", "/sessions", sessions),
    Command("GET", "/appium/sessions", sessions),
    Command("POST", "/session", begin),
    Command("POST", "/session/release/{udid}", release),
    Command("GET", "/session/{session}", capabilities),
    Command(
        "GET", "/session/{session}/appium/capabilities", lambda call: {"capabilities": capabilities(call)}
    ),
    Command("DELETE", "/session/{ended}", end),
)
