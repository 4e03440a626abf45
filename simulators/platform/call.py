"""A request and its answer, without any socket."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulators.platform.accounts import Caller
from simulators.platform.refusals import Refusal


@dataclass(slots=True)
class Call:
    """One request, stamped at `at`. `about` names the sitting once it is known, so that a refusal is recorded there;
    `number` the account that is asked for where nobody has logged in yet.
    """

    operation: str
    at: datetime
    params: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    caller: Caller | None = None
    about: str | None = None
    number: str | None = None

    @property
    def known(self) -> Caller:
        """The caller; Refusal where there is none."""
        if self.caller is None:
            raise Refusal("no_token")
        return self.caller

    @property
    def device(self) -> str:
        """The physical phone: what the header says, else the phone that was given the token."""
        stated = self.headers.get("x-device", "")[:200]
        return stated or (self.caller.device if self.caller else "")

    def stated_device(self) -> str:
        """The phone named in the header; Refusal where it is not named."""
        device = self.headers.get("x-device", "")
        if not 0 < len(device) <= 200:
            raise Refusal("bad_request", "X-Device must name the phone in 1 to 200 characters")
        return device


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a JSON value or nothing."""

    payload: Mapping[str, Any] | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Later:
    """The answer needs something that takes long and touches nothing that others may change: `work`, done beside the
    queue; `then` makes the answer of what it gave, in a turn of its own."""

    work: Callable[[], Any]
    then: Callable[[Any], "Step"]


Step = Answer | Later
