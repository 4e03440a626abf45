"""Faults that strike a phone's next request, each exact to the byte, as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from simulators.phone.http import Cut, NetworkDown, Part, Response

Octets = bytes
"""The builtin under a name that the field `bytes` does not hide."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `bytes`, `wait`, `byte` and `status` are read by the kinds that need them.

    `wait` is called in the midst of a dribble: time is not the phone's to move, so whoever sets the fault lets it pass.
    """

    kind: str
    bytes: int = 0
    wait: Callable[[], None] | None = None
    byte: int = 0
    status: int = 503

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault {self.kind!r}; there are {', '.join(sorted(KINDS))}")
        if self.kind == "dribble" and self.wait is None:
            raise ValueError(
                "a dribble needs `wait`, which lets time pass before the rest of the body arrives"
            )

    def fits(self, body: Octets) -> bool:
        """Whether a request with that body can suffer it; if not, the fault waits for one that can."""
        return len(body) >= (NEEDS[self.kind](self) if self.kind in NEEDS else 0)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the phone wants to send it."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


class Sender(Protocol):
    """What a fault may use of the network."""

    def send(self, request: Request, parts: tuple[Part, ...] | None = None) -> Response: ...


def drop_answer(network: Sender, _: Fault, request: Request) -> Response:
    """The request arrives whole; its answer is lost."""
    network.send(request)
    raise NetworkDown(f"the answer to {request.method} {request.url} was lost")


def cut_after(network: Sender, fault: Fault, request: Request) -> Response:
    """The connection ends after `bytes` of the body."""

    def cut() -> None:
        raise Cut

    try:
        return network.send(request, (request.body[: fault.bytes], cut))
    except Cut:
        raise NetworkDown(f"the connection was cut after {fault.bytes} bytes of the body") from None


def dribble(network: Sender, fault: Fault, request: Request) -> Response:
    """The second half of the body leaves the phone after the wait, long after the server has begun to read."""
    half, wait = len(request.body) // 2, fault.wait
    assert wait is not None
    begun = replace(request, headers={**request.headers, "Expect": "100-continue"})
    return network.send(begun, (request.body[:half], wait, request.body[half:]))


def corrupt(network: Sender, fault: Fault, request: Request) -> Response:
    """Every bit of one byte of the body arrives inverted."""
    body = bytearray(request.body)
    body[fault.byte] ^= 0xFF
    return network.send(request, (bytes(body),))


def answer(_: Sender, fault: Fault, __: Request) -> Response:
    """Something on the way answers in the platform's place."""
    return Response(fault.status)


def repeat(network: Sender, _: Fault, request: Request) -> Response:
    """The request arrives twice; the phone sees the second answer."""
    network.send(request)
    return network.send(request)


def outage(_: Sender, __: Fault, request: Request) -> Response:
    """Nothing leaves the phone."""
    raise NetworkDown(f"the network was away when {request.method} {request.url} should have left")


KINDS: Mapping[str, Callable[[Sender, Fault, Request], Response]] = {
    "drop_answer": drop_answer,
    "cut_after": cut_after,
    "dribble": dribble,
    "corrupt": corrupt,
    "answer": answer,
    "repeat": repeat,
    "outage": outage,
}
NEEDS: Mapping[str, Callable[[Fault], int]] = {
    "cut_after": lambda fault: fault.bytes + 1,
    "dribble": lambda _: 2,
    "corrupt": lambda fault: fault.byte + 1,
}
"""How long a body must be to suffer the fault; a fault without a row strikes any request."""
