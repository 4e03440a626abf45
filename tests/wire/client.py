"""Commands straight into the endpoint, and the two verbs that judge an answer."""

import json
from dataclasses import dataclass
from typing import Any

from simulators.wire.webdriver import Answer, Endpoint
from simulators.wire.webdriver.call import ELEMENT
from simulators.wire.webdriver.errors import STATUS


def assert_success(answer: Answer) -> Any:
    assert answer.status == 200, answer.payload
    assert set(answer.payload) == {"value"}
    return answer.payload["value"]


def assert_error(answer: Answer, code: str) -> str:
    """The message of the error."""
    error = answer.payload["value"]
    assert error["error"] == code, error
    assert answer.status == STATUS[code]
    assert set(error) == {"error", "message", "stacktrace"}
    return str(error["message"])


@dataclass
class Wire:
    """An endpoint and the session in use."""

    endpoint: Endpoint
    session: str = ""

    def send(self, method: str, path: str, body: object = None) -> Answer:
        """`path` is below the session, or, with a leading slash, whole."""
        whole = path if path.startswith("/") else f"/session/{self.session}/{path}".rstrip("/")
        return self.endpoint.handle(method, whole, b"" if body is None else json.dumps(body).encode())

    def ask(self, method: str, path: str, body: object = None) -> Any:
        return assert_success(self.send(method, path, body))

    def new(self, platform: str = "Android", **capabilities: object) -> Answer:
        asked = {f"appium:{name}": value for name, value in capabilities.items()}
        body = {"capabilities": {"alwaysMatch": {"platformName": platform, **asked}}}
        return self.send("POST", "/session", body)

    def begin(self, platform: str = "Android", **capabilities: object) -> "Wire":
        return Wire(self.endpoint, assert_success(self.new(platform, **capabilities))["sessionId"])

    def find(self, using: str, value: str, within: str = "") -> str:
        """The id of the first element found."""
        place = f"element/{within}/element" if within else "element"
        return str(self.ask("POST", place, {"using": using, "value": value})[ELEMENT])

    def find_all(self, using: str, value: str, within: str = "") -> list[str]:
        place = f"element/{within}/elements" if within else "elements"
        return [one[ELEMENT] for one in self.ask("POST", place, {"using": using, "value": value})]

    def click(self, element: str) -> None:
        assert self.ask("POST", f"element/{element}/click", {}) is None

    def text(self, element: str) -> str:
        return str(self.ask("GET", f"element/{element}/text"))

    def attribute(self, element: str, name: str) -> str | None:
        value = self.ask("GET", f"element/{element}/attribute/{name}")
        assert value is None or isinstance(value, str)
        return value

    def mobile(self, name: str, /, **arguments: object) -> Answer:
        return self.send("POST", "execute/sync", {"script": f"mobile: {name}", "args": [arguments]})
