"""The bench of phones that lie in a lab: the vendor's where it offers a control, else their drivers, else an operator.

What somebody did instead of a bench is kept, with who it was. Nothing that cannot be taken back is done unless the run was
allowed to do it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, Literal, Protocol

import msgspec

from conformance.bench import Bench
from conformance.bench.forms import Candidate, Controls, Now, Pair, Phone, Product, World
from conformance.bench.wire import BenchWire
from conformance.lab.byhand import emulated
from conformance.lab.byhand.done import Done
from conformance.lab.byhand.driven import Commands
from conformance.lab.byhand.telling import TOLD, deed
from conformance.operator.question import Operator
from conformance.outcome import ControlMissing, KitFault, Withheld
from conformance.target import Address, Driver, Target
from conformance.target.pairs import PhonePair
from reports.form import Text

CHINA = timezone(timedelta(hours=8))
RESOLUTION_MS = 1000
SYSTEMS: Mapping[Driver, str] = {"android": "Android", "ios": "iOS"}


class Held(Protocol):
    """What is needed of a phone in the hand."""

    kind: Driver
    name: str

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any: ...

    def does(self, name: str, arguments: Mapping[str, Any]) -> bool: ...


class HandWire(BenchWire):
    """Answers as a bench would. `hold` hands out the phone of a udid, `attend` the operator."""

    def __init__(self, target: Target, address: Address, pair: PhonePair) -> None:
        super().__init__(address.bench or "http://127.0.0.1:9", address.token)
        self.token = address.token
        self._there = bool(address.bench)
        self._target, self._pair = target, pair
        self._vendors: Controls | None = None
        self.hold: Callable[[str], Held] | None = None
        self.attend: Callable[[], Operator | None] = lambda: None
        self.done: list[Done] = []

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
            return _encoded(local(self))
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
            body = {**body, "candidates": [self._wished(body.get("candidates", ()))]}
        answer = super().tell(method, path, body)
        if control == "worlds" and answer and method != "DELETE":
            return _encoded(self._on_the_pair(msgspec.json.decode(answer, type=World)))
        return answer

    def _wished(self, wishes: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        """One candidate, on the phones that there are; ControlMissing for another one, or for another phone."""
        if len(wishes) > 1:
            raise ControlMissing("candidates")
        wish = dict(wishes[0]) if wishes else {}
        for role, model in dict(wish.pop("models", None) or {}).items():
            there = self._pair.devices.get(role)
            if there is None or there.known_as != model:
                raise ControlMissing(
                    f"phones of the model {model}",
                    Text(
                        f"the {role} phone of {self._pair.name} is no {model}",
                        f"{self._pair.name} 的手机（{role}）不是 {model}",
                    ),
                )
        return wish

    def _on_the_pair(self, world: World) -> World:
        """The first candidate has the phones that lie here, with whatever account the bench has made for her."""
        first, *others = world.candidates
        phones = tuple(self._phone(one.udid) for one in self._pair.devices.values())
        theirs = {udid for one in world.candidates for udid in one.phones.all}
        if all(phone.udid in theirs for phone in phones):
            return world
        mine = replace(first, phones=Pair(*(phone.udid for phone in phones)))
        kept = tuple(phone for phone in world.phones if phone.udid not in first.phones.all)
        return replace(world, candidates=(mine, *others), phones=(*phones, *kept))

    def _at_phone(self, method: str, path: str, control: str, body: Mapping[str, Any]) -> bytes:
        parts = path.strip("/").split("/")
        if parts[0] != "phones" or len(parts) < 2:
            raise ControlMissing(control)
        udid = parts[1]
        if method != "GET":
            self._do(control, udid, body)
        return _encoded(self._phone(udid))

    def _do(self, control: str, udid: str, body: Mapping[str, Any]) -> None:
        """The driver, if it has commands for it and takes them; else the operator, if one does it in time."""
        if self.hold is None:
            raise ControlMissing(control)
        phone = self.hold(udid)
        read = emulated.reads(phone.kind, udid).get(control)
        commands = read(body) if read else None
        if commands is not None and self._first(control, body) and _take(phone, commands):
            said = "; ".join(f"mobile: {name}" for name, _ in commands)
            self._keep(control, udid, "driver", Text(said, said))
            return
        operator = self.attend()
        if operator is None or control not in self._by_operator or control not in TOLD:
            raise ControlMissing(control)
        question = deed(control, body)
        answer = operator.ask(udid, phone.name, question)
        if answer is None or not question.read(answer):
            raise ControlMissing(control, undone(question.text))
        self._keep(control, udid, "operator", question.text)

    def _first(self, control: str, body: Mapping[str, Any]) -> bool:
        """Whether another phone has done what has to come before, if anything has."""
        other = emulated.before(control, body)
        return other is None or (self.hold is not None and _take(self.hold(other[0]), other[1]))

    def _keep(self, control: str, udid: str, by: Literal["driver", "operator"], said: Text) -> None:
        self.done.append(Done(_now(), control, udid, by, said))

    @property
    def _by_operator(self) -> tuple[str, ...]:
        return self._target.operator.does if self._target.operator else ()

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

    def _phone(self, udid: str) -> Phone:
        for role, one in self._pair.devices.items():
            if one.udid == udid:
                owner = self._pair.tester.account or None
                return Phone(
                    udid,
                    owner,
                    "main" if role == "main" else "aux",
                    one.model,
                    one.model,
                    SYSTEMS[one.driver],
                )
        raise ControlMissing("phones")

    def world(self) -> World:
        """The pair as it lies there: whatever has been done on it before."""
        pair, tester = self._pair, self._pair.tester
        candidate = Candidate(
            account=tester.account,
            password=tester.password,
            name=tester.name,
            admission_number=tester.admission_number,
            major="",
            phones=Pair(pair.main.udid, pair.aux.udid if pair.aux else ""),
            sittings=(),
        )
        return World(
            world=pair.name,
            stage="registered",
            now=_now(),
            platform_url="",
            season="",
            subject="",
            session="formal",
            candidates=(candidate,),
            phones=tuple(self._phone(one.udid) for one in pair.devices.values()),
        )


class HandBench(Bench):
    """A bench on such a wire."""

    def __init__(self, wire: HandWire) -> None:
        super().__init__(wire.url, wire.token)
        self._wire = self._hand = wire

    def lend(self, phone: Callable[[str], Held], operator: Callable[[], Operator | None]) -> None:
        """Whose phones it is from now on, and who attends them; nothing has been done to them yet."""
        self._hand.hold, self._hand.attend, self._hand.done = phone, operator, []

    @property
    def deeds(self) -> list[Done]:
        """What has been done since."""
        return self._hand.done


HERE_ALREADY = (("POST", "/phones"), ("POST", "/candidates"))
"""What would make phones: those of a lab are there, and no others."""
LOCAL: Mapping[tuple[str, str], Callable[[HandWire], object]] = {
    ("GET", "/worlds/current"): HandWire.world,
    ("DELETE", "/worlds/current"): lambda _: {},
    ("GET", "/clock"): lambda _: Now(_now()),
}


def _take(phone: Held, commands: Commands) -> bool:
    """Whether the phone's driver takes them all."""
    return all(phone.does(name, arguments) for name, arguments in commands)


def undone(told: Text) -> Text:
    return Text(f"the operator has not done it in time: {told.en}", f"操作员未在时限内完成：{told.zh}")


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


def _now() -> datetime:
    return datetime.now(CHINA)


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value)
