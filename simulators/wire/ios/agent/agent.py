"""WebDriverAgent of one iPhone without its socket: method, path and body go in, a status and a JSON payload come out.

Commands are those of our endpoint under other names; it has one session at a time, and the endpoint is its own.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import parse_qsl

from starlette.types import ASGIApp

from simulators.core.turns import Turns
from simulators.wire.ios.agent import apps, beginning, device, elements, screen, touches
from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import SESSION, Request, Row
from simulators.wire.ios.agent.sessions import Sessions
from simulators.wire.webdriver import Answer, Endpoint
from simulators.wire.webdriver.asgi import adapter
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import parsed
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.router import Router

log = logging.getLogger(__name__)


def below_sessions(rows: Iterable[Row]) -> Iterator[Row]:
    """Each row below a session, and, where it is free, without one."""
    for row in rows:
        yield replace(row, path=f"/session/{{{SESSION}}}{row.path}")
        if row.free:
            yield row


ROWS = (*elements.ROWS, *touches.ROWS, *screen.ROWS, *device.ROWS, *apps.ROWS)
ROUTER = Router((*beginning.ROWS, *below_sessions(ROWS)))


class Agent:
    """WebDriverAgent on `phone`, until it is closed."""

    def __init__(self, phone: Phone, turns: Turns) -> None:
        self._plugged = True
        endpoint = Endpoint(lambda: {phone.udid: phone} if self._plugged else {}, turns)
        self._sessions = Sessions(endpoint.handle)

    def close(self) -> None:
        """The phone is taken from its cable: no session is known any more."""
        self._plugged = False

    def handle(self, method: str, path: str, body: bytes) -> Answer:
        """Run one command to its end."""
        try:
            row, names = ROUTER.find(method, path)
            query = dict(parse_qsl(path.partition("?")[2], keep_blank_values=True))
            value = row.run(Request(self._sessions, names, query, parsed(body)))
            return Answer(200, {"value": value, "sessionId": self._sessions.current})
        except WireError as refusal:
            return self._refused(refusal.code, refusal.message)
        except Refusal as refusal:
            return self._refused(refusal.code, refusal.message)
        except Exception as fault:
            log.exception("the command %s %s failed", method, path)
            return self._refused("unknown error", f"{method} {path}: {type(fault).__name__}: {fault}")

    def _refused(self, code: str, message: str) -> Answer:
        return Refusal(code, message).answer(self._sessions.current)

    @property
    def asgi(self) -> ASGIApp:
        """The agent as an ASGI application."""
        return adapter(self.handle)
