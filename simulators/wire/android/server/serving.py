"""The server without its socket: method, path and body go in, a status and a JSON payload come out.

It has an endpoint of its own over the one phone, which takes turns with everybody else, and holds one session at a time: a new
one ends the one before, as on a phone.
"""

import json
import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

from simulators.core.turns import Turns
from simulators.wire.android.device import COMPANIONS, SERVER
from simulators.wire.android.server import device, elements, gestures
from simulators.wire.android.server.asking import IN_SESSION, Asked, Row
from simulators.wire.webdriver import Endpoint
from simulators.wire.webdriver.asgi import Answer
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import parsed
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.router import Router

log = logging.getLogger(__name__)
PACKAGE = COMPANIONS[SERVER]
SESSION = "session"


class Server:
    """What answers at port 6790 of one phone."""

    def __init__(self, phone: Phone, turns: Turns) -> None:
        self._phone, self._turns = phone, turns
        self._endpoint = Endpoint(lambda: {phone.udid: phone}, turns)

    def handle(self, method: str, path: str, body: bytes) -> Answer:
        """Answer one request; whatever is wrong is an error in the server's form."""
        session: str | None = None
        try:
            row, names = ROUTER.find(method, path)
            session = names.get(SESSION)
            base = f"/session/{session}" if session else ""
            with self._turns.take(f"uiautomator2 {method} {path}"):
                value = row.answer(Asked(self._phone.udid, names, parsed(body), partial(self._tell, base)))
        except WireError as refusal:
            return Answer(refusal.status, {"sessionId": session, **refusal.payload})
        except Exception as fault:
            log.exception("the request %s %s failed", method, path)
            failure = WireError("unknown error", f"{method} {path}: {type(fault).__name__}: {fault}")
            return Answer(failure.status, {"sessionId": session, **failure.payload})
        begun = value["sessionId"] if row is BEGIN else session
        return Answer(200, {"sessionId": begun, "value": value})

    def _tell(self, base: str, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The endpoint's value for a request; WireError as it was refused."""
        sent = json.dumps(body or {}).encode() if method == "POST" else b""
        answer = self._endpoint.handle(method, f"{base}{path}", sent)
        value = answer.payload["value"]
        if answer.status != 200:
            raise WireError(value["error"], value["message"])
        return value


def _status(_: Asked) -> Any:
    return {
        "ready": True,
        "message": "UiAutomator2 Server is ready to accept commands",
        "build": {"version": PACKAGE.version, "versionCode": PACKAGE.code},
    }


def _begin(asked: Asked) -> Any:
    """A session on the phone as it stands; the one before is ended."""
    for held in asked.get("/sessions"):
        asked.tell("DELETE", f"/session/{held['id']}")
    wish = {
        "platformName": "Android",
        "appium:automationName": "UiAutomator2",
        "appium:udid": asked.udid,
        "appium:noReset": True,
        "appium:autoLaunch": False,
        "appium:newCommandTimeout": 0,
    }
    return asked.post("/session", capabilities={"alwaysMatch": wish})


def _sessions(asked: Asked) -> Any:
    return [{"id": one["id"], "capabilities": one["capabilities"]} for one in asked.get("/sessions")]


BEGIN = Row("POST", "/session", _begin)
ROWS = (
    Row("GET", "/status", _status),
    Row("GET", "/sessions", _sessions),
    BEGIN,
    Row("GET", IN_SESSION, lambda asked: asked.get("")),
    Row("DELETE", IN_SESSION, lambda asked: asked.tell("DELETE", "")),
    *elements.ROWS,
    *gestures.ROWS,
    *device.ROWS,
)
ROUTER = Router(ROWS)
