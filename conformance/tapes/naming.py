"""Short names for what is another string in each run: WebDriver sessions and elements, by the order of their appearance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element reference (W3C WebDriver, section 12.2)."""
KEYS = frozenset({ELEMENT, "ELEMENT"})
IN_SESSION = re.compile(r"^/session/(?P<id>[^/]+)(?P<rest>.*)$")
OF_ELEMENT = re.compile(r"(?<=/element/)(?P<id>[^/?]+)")
NO_ELEMENT = frozenset({"active"})


def within(path: str) -> tuple[str, str]:
    """The id of the session, and what follows it; no id for any other path."""
    found = IN_SESSION.match(path)
    return (found["id"], found["rest"]) if found else ("", path)


class Names:
    """The names of one scenario."""

    def __init__(self) -> None:
        self._sessions: dict[str, str] = {}
        self._elements: dict[str, str] = {}

    def opened(self, session_id: str) -> str:
        """The name of a session that has just been opened."""
        return self._sessions.setdefault(session_id, f"S{len(self._sessions) + 1}")

    def path(self, path: str) -> tuple[str, str]:
        """The session, and what follows it; no session for any other path."""
        session, rest = within(path)
        if not session:
            return "", path
        return self.opened(session), OF_ELEMENT.sub(lambda one: self.element(one["id"]), rest)

    def element(self, element_id: str) -> str:
        """The name of an element."""
        if element_id in NO_ELEMENT:
            return element_id
        return self._elements.setdefault(element_id, f"E{len(self._elements) + 1}")

    def data(self, value: Any) -> Any:
        """JSON with its element references named."""
        if isinstance(value, Mapping):
            return {
                key: self.element(one) if key in KEYS and isinstance(one, str) else self.data(one)
                for key, one in value.items()
            }
        return [self.data(one) for one in value] if isinstance(value, list) else value
