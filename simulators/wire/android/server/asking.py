"""How one request of UiAutomator2's becomes one of the endpoint's: a row of a table, and what is known of the request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulators.wire.webdriver.call import ELEMENT

IN_SESSION = "/session/{session}"
OF_ELEMENT = "/session/{session}/element/{element}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to the server of the phone `udid`: the names in its path, its body.

    `tell` puts a request to the endpoint, at a path behind that of the session, and gives its value, or raises WireError.
    """

    udid: str
    names: Mapping[str, str]
    body: Mapping[str, Any]
    tell: Callable[..., Any]

    @property
    def element(self) -> str:
        """The path of the element that is meant."""
        return f"/element/{self.names['element']}"

    def get(self, path: str) -> Any:
        return self.tell("GET", path)

    def post(self, path: str, **body: Any) -> Any:
        return self.tell("POST", path, body)

    def mobile(self, name: str, **arguments: Any) -> Any:
        """A `mobile:` command; arguments that are None are left out."""
        given = {key: value for key, value in arguments.items() if value is not None}
        return self.post("/execute/sync", script=f"mobile: {name}", args=[given])


@dataclass(frozen=True, slots=True)
class Row:
    """One address of the server and how it is answered."""

    method: str
    path: str
    answer: Callable[[Asked], Any]


def same(method: str, path: str) -> Row:
    """An address that both have, with the same body and value."""
    return Row(method, f"{IN_SESSION}{path}", lambda asked: asked.tell(method, path, asked.body))


def of_element(method: str, path: str) -> Row:
    """An element's address that both have."""
    return Row(
        method, f"{OF_ELEMENT}{path}", lambda asked: asked.tell(method, f"{asked.element}{path}", asked.body)
    )


def origin(asked: Asked) -> str | None:
    """The element that a gesture begins from, if it does."""
    given = asked.body.get("origin")
    found = given.get(ELEMENT, given.get("ELEMENT")) if isinstance(given, dict) else None
    return found if isinstance(found, str) else None
