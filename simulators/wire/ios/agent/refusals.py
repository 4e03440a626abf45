"""WebDriverAgent's errors: fewer words than WebDriver has, and statuses of its own."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver import Answer

STATUS: Mapping[str, int] = {
    "element not visible": 400,
    "invalid argument": 400,
    "invalid element state": 400,
    "invalid selector": 400,
    "invalid session id": 404,
    "no such alert": 404,
    "no such element": 404,
    "session not created": 500,
    "stale element reference": 404,
    "timeout": 408,
    "unable to capture screen": 500,
    "unknown command": 404,
    "unknown error": 500,
    "unsupported operation": 500,
}
WORDS: Mapping[str, str] = {
    "element click intercepted": "invalid element state",
    "element not interactable": "element not visible",
    "move target out of bounds": "invalid element state",
    "unknown method": "unknown command",
}
"""What WebDriver has a word for, and WebDriverAgent calls otherwise."""
UNSAID = "An unknown server-side error occurred while processing the command"


class Refusal(Exception):
    """A command that WebDriverAgent answers with an error."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        said = WORDS.get(code, code)
        self.code = said if said in STATUS else "unknown error"
        self.message = message or UNSAID
        """Never empty: a driver makes something else of an error without one."""

    def answer(self, session: str | None) -> Answer:
        value: Any = {"error": self.code, "message": self.message, "traceback": ""}
        return Answer(STATUS[self.code], {"value": value, "sessionId": session})
