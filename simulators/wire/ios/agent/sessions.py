"""WebDriverAgent's session: one at a time, begun with the app that it is for, ended with it.

Both the client's session and the one for whoever asks without any are sessions of our endpoint, under its ids.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.webdriver import Answer
from simulators.wire.webdriver.fields import Body

Ask = Callable[[str, str, bytes], Answer]
"""The endpoint: method, path and body."""


class Sessions:
    """Who drives the phone. A new session ends the one before."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.current: str | None = None
        self._spare: str | None = None
        """Begun for whoever asks without a session; it starts and ends nothing."""

    def put(self, method: str, path: str, body: Body | None = None) -> Any:
        """What the endpoint says; Refusal for an error."""
        answer = self._ask(method, path, b"" if body is None else json.dumps(dict(body)).encode())
        value = answer.payload["value"]
        if answer.status != 200:
            raise Refusal(value["error"], value["message"])
        return value

    def begin(self, asked: Mapping[str, Any]) -> str:
        """A session with these capabilities of the endpoint; whoever had the phone has it no more."""
        self.end()
        self.current = self._begun(asked)
        return self.current

    def end(self) -> None:
        """End what there is; ending nothing is no fault."""
        for session in (self.current, self._spare):
            if session is not None:
                self.put("DELETE", f"/session/{session}")
        self.current = self._spare = None

    def named(self, session: str) -> str:
        """The client's session; `invalid session id` where the id is another one."""
        if session != self.current:
            raise Refusal(
                "invalid session id", f"Session {session} does not exist: it was ended, or another began"
            )
        return session

    def any(self) -> str:
        """The client's session, or one to ask in."""
        self._spare = self._spare if self.current or self._spare else self._begun({})
        return self.current or str(self._spare)

    def _begun(self, asked: Mapping[str, Any]) -> str:
        always = {"platformName": "iOS", "appium:noReset": True, "appium:newCommandTimeout": 0, **asked}
        return str(self.put("POST", "/session", {"capabilities": {"alwaysMatch": always}})["sessionId"])
