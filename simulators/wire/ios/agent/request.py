"""One request to WebDriverAgent, and the ways in which it is put to our endpoint."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulators.wire.ios.agent.sessions import Sessions
from simulators.wire.webdriver.fields import Body

SESSION, ELEMENT = "session", "uuid"


@dataclass(frozen=True)
class Request:
    """`names` are those in the path, `query` what follows it."""

    sessions: Sessions
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: Body

    @property
    def element(self) -> str:
        """The id of the element in the path."""
        return self.names[ELEMENT]

    @cached_property
    def session(self) -> str:
        """The endpoint's session in which it is done."""
        return self.sessions.named(self.names[SESSION]) if SESSION in self.names else self.sessions.any()

    def ask(self, method: str, path: str, body: Body | None = None) -> Any:
        """What the endpoint says to a command of the session; Refusal where it refuses."""
        return self.sessions.put(method, f"/session/{self.session}{path}", body)

    def verb(self, name: str, /, **arguments: Any) -> Any:
        """What the endpoint says to a `mobile:` command; arguments of None are left out."""
        given = {key: value for key, value in arguments.items() if value is not None}
        return self.ask("POST", "/execute/sync", {"script": f"mobile: {name}", "args": [given]})


Run = Callable[[Request], Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of commands. `path` stands below a session; one that is `free` is heard without any, too."""

    method: str
    path: str
    run: Run
    free: bool = False


def same(method: str, path: str, *, free: bool = False) -> Row:
    """A command that WebDriver has at the same address, with the same body."""

    def run(request: Request) -> Any:
        return request.ask(method, path.format(**request.names), request.body)

    return Row(method, path, run, free)


def nothing(_: Request) -> None:
    """What an iPhone takes note of, and a simulated one has no need of."""
