"""The endpoint without its socket: method, path and body go in, a status and a JSON payload come out.

Every command is a turn. Whatever is sent, the answer has WebDriver's form; a fault of our own is logged and
answered as `unknown error` with its message.
"""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from starlette.types import ASGIApp

from simulators.core.turns import Turns
from simulators.phone.phone import PhoneOff
from simulators.wire.webdriver.alerts import settle
from simulators.wire.webdriver.asgi import Answer, adapter
from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.commands import COMMANDS
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import parsed
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.router import Router
from simulators.wire.webdriver.sessions import Sessions

log = logging.getLogger(__name__)
ROUTER = Router(COMMANDS)
SESSION = "session"


class Endpoint:
    """WebDriver for the phones that `phones` gives at the time of a command. `wall` counts seconds for time-outs."""

    def __init__(
        self,
        phones: Callable[[], Mapping[str, Phone]],
        turns: Turns,
        wall: Callable[[], float] = time.monotonic,
    ) -> None:
        self._turns = turns
        self.sessions = Sessions(phones, wall)

    def handle(self, method: str, path: str, body: bytes) -> Answer:
        """Run one command to its end."""
        try:
            command, names = ROUTER.find(method, path)
            with self._turns.take(f"webdriver {method} {path}"):
                session = self.sessions.touch(names[SESSION]) if SESSION in names else None
                call = Call(self.sessions, names, parsed(body))
                return Answer(200, {"value": command.run(call) if session is None else _run(command, call)})
        except WireError as refusal:
            return Answer(refusal.status, refusal.payload)
        except PhoneOff as off:
            dark = WireError("unknown error", str(off))
            return Answer(dark.status, dark.payload)
        except Exception as fault:
            log.exception("the command %s %s failed", method, path)
            failure = WireError("unknown error", f"{method} {path}: {type(fault).__name__}: {fault}")
            return Answer(failure.status, failure.payload)

    @property
    def asgi(self) -> ASGIApp:
        """The endpoint as an ASGI application."""
        return adapter(self.handle)


def _run(command: Command, call: Call) -> Any:
    """A command on a phone: alerts that the session answers of itself are none before it, and none after."""
    settle(call.session)
    value = command.run(call)
    settle(call.session)
    if call.session.tape is not None:
        call.session.tape.look()
    return value
