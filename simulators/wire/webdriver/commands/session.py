"""Sessions: begin, look up, end, release."""

from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.capabilities import VENDOR, Capabilities, vendor, wanted
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import field
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import DEFAULT_COMMAND_TIMEOUT_S
from simulators.wire.webdriver.timeouts import checked_timeouts

NAME = "examgate simulated phones"


def status(call: Call) -> Any:
    held = len(call.sessions.all())
    return {"ready": True, "message": f"{NAME}; sessions: {held}", "build": {"version": "1", "name": NAME}}


def begin(call: Call) -> Any:
    """New session; an app named by appPackage is brought to the front. App data are always kept (noReset)."""
    asked = wanted(call.body)
    limit = float(vendor(asked, "newCommandTimeout", DEFAULT_COMMAND_TIMEOUT_S))
    if not 0 <= limit < float("inf"):
        raise invalid(f"{VENDOR}newCommandTimeout is {limit:g}; give seconds, or 0 for never")
    timeouts = checked_timeouts(field(asked, "timeouts", dict, {}))
    session = call.sessions.begin(vendor(asked, "udid", None), vendor(asked, "sessionName", ""), limit, asked)
    try:
        _start_app(session.phone, asked)
    except BaseException:
        call.sessions.end(session.id)
        raise
    session.timeouts.update(timeouts)
    session.capabilities = {**asked, **_granted(session.phone, limit), "timeouts": dict(session.timeouts)}
    return {"sessionId": session.id, "capabilities": session.capabilities}


def _granted(phone: Phone, limit: float) -> Capabilities:
    facts = {
        "automationName": "UiAutomator2",
        "udid": phone.udid,
        "deviceUDID": phone.udid,
        "deviceName": phone.udid,
        "newCommandTimeout": limit,
        "noReset": True,
        "simulated": True,
    }
    return {"platformName": "Android", **{f"{VENDOR}{name}": value for name, value in facts.items()}}


def _start_app(phone: Phone, asked: Capabilities) -> None:
    package = vendor(asked, "appPackage", None)
    activity = vendor(asked, "appActivity", None)
    if package is None or not vendor(asked, "autoLaunch", True):
        return
    if package not in phone.apps:
        listed = ", ".join(phone.apps) or "none"
        raise WireError(
            "session not created", f"{package} is not installed on {phone.udid}; installed: {listed}"
        )
    known = phone.apps[package].activity
    if activity is not None and activity.rpartition(".")[2] != known.rpartition(".")[2]:
        raise WireError("session not created", f"{package} has no activity {activity}; it has {known}")
    if vendor(asked, "forceAppLaunch", False):
        phone.terminate(package)
    if phone.foreground != package:
        phone.launch(package)


def end(call: Call) -> None:
    """Ending twice is no fault."""
    held = {session.id: session for session in call.sessions.all()}
    session = held.get(call.path["ended"])
    call.sessions.end(call.path["ended"])
    package = session and vendor(session.capabilities, "appPackage", None)
    if session and package and vendor(session.capabilities, "shouldTerminateApp", False):
        session.phone.terminate(package)


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
