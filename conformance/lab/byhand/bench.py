"""The bench of phones that lie in a lab: the vendor's where it offers a control, else their drivers, else an operator.

Nothing that cannot be taken back is done unless the run was allowed to do it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from conformance.bench import Bench
from conformance.bench.forms import Controls, Now, Product, World
from conformance.bench.wire import BenchWire
from conformance.lab.byhand import emulated, there
from conformance.lab.byhand.doing import Hands, Held
from conformance.lab.byhand.done import Done
from conformance.operator.question import Operator
from conformance.outcome import ControlMissing, KitFault, Withheld
from conformance.target import Address, Target
from conformance.target.pairs import PhonePair

RESOLUTION_MS = 1000


class HandWire(BenchWire):
    """Answers as a bench would; what no bench has, `hands` do."""

    def __init__(self, target: Target, address: Address, pair: PhonePair) -> None:
        super().__init__(address.bench or "http://127.0.0.1:9", address.token)
        self.token = address.token
        self._there = bool(address.bench)
        self._target, self._pair = target, pair
        self._vendors: Controls | None = None
        self._by_operator = target.operator.does if target.operator else ()
        self.hands = Hands(self._by_operator)

    def tell(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> bytes:
        control = _control(path)
        if control in self._target.irreversible and method != "GET":
            raise Withheld(control)
        if path == "/controls":
            return _encoded(self._controls())
        if self._offered(control):
            return self._of_bench(method, path, control, body)
        local = LOCAL.get((method, path.split("?")[0]))
        if local is not None:
            return _encoded(local(self._pair))
        return self._at_phone(method, path, control, dict(body or {}))

    def _of_bench(self, method: str, path: str, control: str, body: Mapping[str, Any] | None) -> bytes:
        """The vendor's answer. Its worlds are lived on the phones of the pair, of which it may know nothing."""
        if control == "phones" and method == "GET":
            try:
                return super().tell(method, path, body)
            except KitFault:
                return self._at_phone(method, path, control, {})
        if (method, path) in HERE_ALREADY:
            raise ControlMissing(control)
        if control == "worlds" and body:
            body = {**body, "candidates": [there.wished(self._pair, body.get("candidates", ()))]}
        answer = super().tell(method, path, body)
        if control == "worlds" and answer and method != "DELETE":
            return _encoded(there.on_the_pair(self._pair, msgspec.json.decode(answer, type=World)))
        return answer

    def _at_phone(self, method: str, path: str, control: str, body: Mapping[str, Any]) -> bytes:
        parts = path.strip("/").split("/")
        if parts[0] != "phones" or len(parts) < 2:
            raise ControlMissing(control)
        udid = parts[1]
        if method != "GET":
            self.hands.do(control, udid, body)
        return _encoded(there.phone(self._pair, udid))

    def _offered(self, control: str) -> bool:
        """Whether the vendor's bench has this very control."""
        if not self._there:
            return False
        if self._vendors is None:
            self._vendors = msgspec.json.decode(super().tell("GET", "/controls"), type=Controls)
        return control in self._vendors.controls

    def _controls(self) -> Controls:
        """Those of all three, without those that the run may not use."""
        self._offered("")
        vendors = self._vendors or Controls((), RESOLUTION_MS, "wall", Product("", ""))
        driven = [
            name for one in self._pair.devices.values() for name in emulated.reads(one.driver, one.udid)
        ]
        # A control is offered where it is there for each of the phones.
        both = [name for name in driven if driven.count(name) == len(self._pair.devices)]
        every = dict.fromkeys((*vendors.controls, "phones", *both, *self._by_operator))
        kept = tuple(name for name in every if name not in (*self._target.irreversible, "candidates"))
        return replace(vendors, controls=kept)


class HandBench(Bench):
    """A bench on such a wire."""

    def __init__(self, wire: HandWire) -> None:
        super().__init__(wire.url, wire.token)
        self._wire = self._hand = wire

    def lend(self, phone: Callable[[str], Held], operator: Callable[[], Operator | None]) -> None:
        """Whose phones it is from now on, and who attends them; nothing has been done to them yet."""
        self._hand.hands.lend(phone, operator)

    @property
    def deeds(self) -> list[Done]:
        """What has been done since."""
        return self._hand.hands.done


HERE_ALREADY = (("POST", "/phones"), ("POST", "/candidates"))
"""What would make phones: those of a lab are there, and no others."""
LOCAL: Mapping[tuple[str, str], Callable[[PhonePair], object]] = {
    ("GET", "/worlds/current"): there.world,
    ("DELETE", "/worlds/current"): lambda _: {},
    ("GET", "/clock"): lambda _: Now(there.now()),
}


def _control(path: str) -> str:
    """A path's control: without the phone, the sitting or the file that it is about."""
    parts = path.split("?")[0].strip("/").split("/")
    if parts[0] == "phones" and len(parts) > 2:
        return f"phones/{parts[2]}"
    return (
        "/".join(parts)
        if parts[0] in ("probes", "face-checks", "desk", "school", "support", "post", "platform")
        else parts[0]
    )


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value)
