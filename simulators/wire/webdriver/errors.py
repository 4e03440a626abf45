"""The errors of WebDriver and their HTTP status (W3C WebDriver, section 6.6)."""

from typing import Any

STATUS: dict[str, int] = {
    "detached shadow root": 404,
    "element click intercepted": 400,
    "element not interactable": 400,
    "insecure certificate": 400,
    "invalid argument": 400,
    "invalid cookie domain": 400,
    "invalid element state": 400,
    "invalid selector": 400,
    "invalid session id": 404,
    "javascript error": 500,
    "move target out of bounds": 500,
    "no such alert": 404,
    "no such cookie": 404,
    "no such element": 404,
    "no such frame": 404,
    "no such shadow root": 404,
    "no such window": 404,
    "script timeout": 500,
    "session not created": 500,
    "stale element reference": 404,
    "timeout": 500,
    "unable to capture screen": 500,
    "unable to set cookie": 500,
    "unexpected alert open": 500,
    "unknown command": 404,
    "unknown error": 500,
    "unknown method": 405,
    "unsupported operation": 500,
}


class WireError(Exception):
    """A command that WebDriver answers with an error: one of STATUS, and a sentence for the person who sent it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message

    @property
    def status(self) -> int:
        return STATUS[self.code]

    @property
    def payload(self) -> dict[str, Any]:
        """The body of the answer."""
        return {"value": {"error": self.code, "message": self.message, "stacktrace": ""}}


def invalid(message: str) -> WireError:
    """The caller's argument is at fault."""
    return WireError("invalid argument", message)
