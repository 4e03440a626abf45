"""What the XCUITest driver sends to WebDriverAgent, by hand and without a socket."""

import json
from dataclasses import dataclass
from typing import Any

from simulators.wire.ios.agent import Agent
from simulators.wire.ios.agent.refusals import STATUS
from simulators.wire.webdriver import Answer
from simulators.wire.webdriver.call import ELEMENT


@dataclass
class Driver:
    """An agent, and the session in use."""

    agent: Agent
    session: str = ""

    def send(self, method: str, path: str, body: object = None) -> Answer:
        """`path` is below the session, or, with a leading slash, whole."""
        whole = path if path.startswith("/") else f"/session/{self.session}/{path}".rstrip("/")
        return self.agent.handle(method, whole, b"" if body is None else json.dumps(body).encode())

    def ask(self, method: str, path: str, body: object = None) -> Any:
        answer = self.send(method, path, body)
        assert answer.status == 200, answer.payload
        assert set(answer.payload) == {"value", "sessionId"}
        return answer.payload["value"]

    def refused(self, method: str, path: str, body: object = None) -> str:
        """The error's word."""
        answer = self.send(method, path, body)
        error = answer.payload["value"]
        assert set(error) == {"error", "message", "traceback"}
        assert error["message"]
        assert answer.status == STATUS[error["error"]]
        return str(error["error"])

    def begin(self, **capabilities: object) -> "Driver":
        body = {"capabilities": {"firstMatch": [capabilities], "alwaysMatch": {}}}
        self.session = self.ask("POST", "/session", body)["sessionId"]
        return self

    def find(self, using: str, value: str) -> str:
        return str(self.ask("POST", "element", {"using": using, "value": value})[ELEMENT])
