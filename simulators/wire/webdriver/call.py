"""One command at work: where it was addressed, what it carries, and whom it may ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session, Sessions
from simulators.wire.webdriver.views import View

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element reference (W3C WebDriver, section 12.2)."""


@dataclass(frozen=True)
class Call:
    """A command with the names in its path filled in."""

    sessions: Sessions
    path: Mapping[str, str]
    body: Body

    @cached_property
    def session(self) -> Session:
        """The session that the path names; the endpoint has seen that there is one."""
        return self.sessions.touch(self.path["session"])

    @property
    def phone(self) -> Phone:
        return self.session.phone

    @cached_property
    def view(self) -> View:
        """The view that the path names; it must still be on the screen."""
        return self.session.view(self.path["element"])

    def reference(self, view: View) -> dict[str, str]:
        """A view as the client is given it, also under the name of the time before W3C."""
        element_id = self.session.id_of(view)
        return {ELEMENT: element_id, "ELEMENT": element_id}


Run = Callable[[Call], Any]
"""A command's work: its value, or WireError."""


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table of commands; a path's part in braces is a name."""

    method: str
    path: str
    run: Run
