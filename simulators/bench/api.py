"""The bench of a simulated world at its doorway: a body read and checked, one turn, one answer."""

from typing import Any

from starlette.requests import Request

from simulators.bench.ask import Ask, Control
from simulators.bench.controls import CONTROLS
from simulators.bench.stand import Stand
from simulators.core.clock import ClockError
from simulators.door import reading
from simulators.door.doorway import Doorway
from simulators.door.errors import BenchError, NotOffered, Unknown
from simulators.phone.phone import PhoneOff
from simulators.platform.refusals import Refusal
from simulators.world import NoSuch, WorldError

CANNOT = (ClockError, PhoneOff, Refusal, WorldError)
"""What clocks, phones, the platform's review desk and worlds say when they cannot do now what is asked."""


class Bench:
    """The ASGI side of a stand. `token` is the only one that is let in."""

    def __init__(self, stand: Stand, token: str) -> None:
        self._stand = stand
        self.asgi = Doorway(CONTROLS, token, self._run).asgi

    def _run(self, control: Control, request: Request, raw: bytes) -> Any:
        """One turn of the world; BenchError where it cannot do what is asked."""
        if control.driven and not self._stand.driven:
            why = f"the {self._stand.clock_name} clock follows the wall; start with --clock driven"
            raise NotOffered(control.name, why)
        body = None if control.body is None else reading.read(raw, control.body)
        try:
            with self._stand.turns.take(f"bench {control.method} {control.path}"):
                return control.handler(self._stand, Ask(request.path_params, request.query_params, body))
        except NoSuch as error:
            raise Unknown(str(error)) from error
        except CANNOT as error:
            raise BenchError(str(error)) from error
