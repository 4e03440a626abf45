"""What a bench answers when it cannot do as asked. The shape is `Error` in contracts/bench.openapi.yaml."""

from typing import Any


class BenchError(Exception):
    """A refusal of the bench with its HTTP status; `facts` name the control or the field at fault."""

    status = 409

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.message, self.facts = message, facts

    def payload(self) -> dict[str, Any]:
        return {"error": {"message": self.message, **self.facts}}


class BadBody(BenchError):
    """The body is not what the control takes."""

    status = 400

    def __init__(self, field: str, found: Any, expected: str) -> None:
        shown = "nothing" if found is None else repr(found)
        super().__init__(
            f"{field}: found {shown}, expected {expected}", field=field, found=found, expected=expected
        )


class BadToken(BenchError):
    status = 401


class Unknown(BenchError):
    """There is no such phone, candidate or sitting in this world."""

    status = 404


class WrongMethod(BenchError):
    status = 405


class TooLong(BenchError):
    status = 413


class NotOffered(BenchError):
    """This bench has no such control."""

    status = 501

    def __init__(self, control: str, why: str) -> None:
        super().__init__(f"the control {control!r} is not offered: {why}", control=control)


class TryAgain(BenchError):
    """What is asked for cannot be had at present."""

    status = 503


class NoRoom(BenchError):
    """The disk is full."""

    status = 507
