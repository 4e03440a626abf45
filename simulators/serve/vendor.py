"""Simulated phones at somebody else's platform: requests of the apps and of the bench go on to where the vendor's are.

Phones, and what happens to them, are of this process. Everything else is the vendor's bench's, as far as it offers it: its worlds
with a pair of phones here for each of its candidates, its clock, its record. Exam time is the vendor's; what is due on the phones
on the way to an instant is done when the vendor's clock has come there.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

import msgspec
import urllib3
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from simulators.bench import forms, staging
from simulators.bench.bodies import CandidateWish, Models, WorldWish
from simulators.bench.controls import names
from simulators.bench.stand import Stand
from simulators.core.clock import DrivenClock
from simulators.core.instants import iso
from simulators.door.doorway import BASE, answer
from simulators.door.errors import BenchError, NotOffered

OURS = ("phones", "faults")
"""Controls, by the first word of their path, that are about the phones here."""
NOBODYS = ("probes", "platform", "releases")
"""What neither can offer: a probe would come from a phone that the vendor's platform does not know."""
FRESH = ("enrolled", "registered")
"""Stages of a world at which phones have nothing behind them yet; from a later one, steps walk."""
HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "te", "upgrade", "host", "content-length"})
Form = dict[str, Any]


class Vendor:
    """The vendor's bench at `url`, which ends in `/bench/v1`."""

    def __init__(self, url: str, token: str) -> None:
        self._url, self._head = url.rstrip("/"), {"Authorization": f"Bearer {token}"}
        self.http = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=5.0, read=120.0))

    def send(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """An answer as it is; BenchError where there is none."""
        try:
            said = self.http.request(
                method,
                self._url + path,
                body=body,
                headers={**self._head, "Content-Type": "application/json"},
            )
        except urllib3.exceptions.HTTPError as fault:
            raise BenchError(f"the vendor's bench at {self._url} does not answer: {fault}") from fault
        return said.status, said.data

    def ask(self, method: str, path: str, body: object = None) -> Form:
        """What is answered; BenchError where that is an error."""
        status, content = self.send(method, path, None if body is None else msgspec.json.encode(body))
        if status >= 400:
            raise BenchError(f"the vendor's bench answers {status}: {content[:300].decode(errors='replace')}")
        found: Form = msgspec.json.decode(content)
        return found

    def now(self) -> datetime:
        return datetime.fromisoformat(self.ask("GET", "/clock")["now"])

    def move(self, to: datetime) -> None:
        """Bring exam time there, unless it has come there."""
        if to > self.now():
            self.ask("POST", "/clock", {"to": iso(to)})


class Following(DrivenClock):
    """The phones' time: what is due is done when the vendor's clock has come to its instant."""

    def __init__(self, vendor: Vendor, start: datetime) -> None:
        super().__init__(max(start, vendor.now()))
        self._vendor = vendor

    def advance(self, to: datetime) -> None:
        """Both clocks, due by due; where the vendor's cannot be set, only what it has reached."""
        while (due := self._agenda.take(to)) is not None:
            at, action = due
            self._vendor.move(at)
            self._now = max(self._now, at.astimezone(self._now.tzinfo))
            action()
        self._vendor.move(to)
        self._now = max(self._now, to.astimezone(self._now.tzinfo))


class Relay:
    """The platform as the phones know it: whatever is asked is asked of the vendor's."""

    def __init__(self, vendor: Vendor, url: str) -> None:
        self._http, self._url = vendor.http, url.rstrip("/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        head = {name: value for name, value in request.headers.items() if name not in HOP}
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        said = await run_in_threadpool(
            self._http.request, request.method, self._url + path, body=body, headers=head, redirect=False,
            decode_content=False, retries=False,
        )  # fmt: skip
        kept = {name: value for name, value in said.headers.items() if name.lower() not in HOP}
        await Response(said.data, said.status, kept)(scope, receive, send)


class Guest:
    """The bench of phones that are guests at a vendor's platform, as ASGI: `ours` answers what is about the phones."""

    def __init__(self, stand: Stand, vendor: Vendor, ours: Any, token: str) -> None:
        self._stand, self._vendor, self._ours, self._token = stand, vendor, ours, token
        self._does = {
            ("GET", "/controls"): self._controls,
            ("POST", "/worlds"): self._make,
            ("GET", "/worlds/current"): self._world,
            ("POST", "/candidates"): self._candidate,
            ("GET", "/clock"): self._now,
            ("POST", "/clock"): self._move,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        path = request.url.path.removeprefix(BASE)
        if path.strip("/").split("/")[0] in OURS or not self._known(request):
            await self._ours(scope, receive, send)
            return
        body = await request.body()
        try:
            said = await run_in_threadpool(self._run, request.method, path, request.url.query, body)
        except BenchError as error:
            said = answer(error.status, error.payload())
        await said(scope, receive, send)

    def _known(self, request: Request) -> bool:
        return request.headers.get("authorization") == f"Bearer {self._token}"

    def _run(self, method: str, path: str, query: str, body: bytes) -> Response:
        word = path.strip("/").split("/")[0]
        if word in NOBODYS:
            raise NotOffered(path.strip("/"), "phones here are guests at the vendor's platform")
        with self._stand.turns.take(f"vendor {method} {path}"):
            does = self._does.get((method, path))
            if does is not None:
                return does(msgspec.json.decode(body) if body else {})
            status, content = self._vendor.send(method, path + (f"?{query}" if query else ""), body or None)
        return Response(content, status, media_type="application/json")

    def _controls(self, _: Form) -> Response:
        said = self._vendor.ask("GET", "/controls")
        theirs = [one for one in said["controls"] if one.split("/")[0] not in (*OURS, *NOBODYS, "controls")]
        ours = [one for one in names(True) if one.split("/")[0] in OURS]
        return answer(200, {**said, "controls": [*theirs, *ours], "stages": list(FRESH), "simulated": False})

    def _make(self, wish: Form) -> Response:
        """A fresh world of the vendor's, and fresh phones: further than registered, nobody is with phones that know nothing."""
        told = {**wish, "stage": _fresh(wish.get("stage"))}
        people = [
            {**one, "stage": _fresh(one.get("stage"))} if "stage" in one else one
            for one in wish.get("candidates", [{}])
        ]
        told["candidates"] = [{key: value for key, value in one.items() if key != "models"} for one in people]
        world = self._vendor.ask("POST", "/worlds", told)
        season = str(wish.get("season", world["season"]))
        self.settle(world, [one.get("models", {}) for one in people], season)
        return answer(201, self._merged(world))

    def _world(self, _: Form) -> Response:
        return answer(200, self._merged(self._vendor.ask("GET", "/worlds/current")))

    def _candidate(self, wish: Form) -> Response:
        told = {
            **{key: value for key, value in wish.items() if key != "models"},
            "stage": _fresh(wish.get("stage")),
        }
        made = self._vendor.ask("POST", "/candidates", told)
        self._admit(made, wish.get("models", {}))
        return answer(201, {**made, "phones": self._phones(made["account"])})

    def _now(self, _: Form) -> Response:
        self._follow()
        return answer(200, {"now": iso(self._vendor.now())})

    def _move(self, wish: Form) -> Response:
        self._follow()
        clock = self._stand.world.clock
        assert isinstance(clock, DrivenClock)
        ((field, value),) = wish.items()
        return answer(200, staging.moved(clock, field, value))

    def _follow(self) -> None:
        """What the vendor's time has made due on the phones is done."""
        clock, now = self._stand.world.clock, self._vendor.now()
        if isinstance(clock, Following) and now > clock.now():
            clock.advance(now)

    def settle(self, world: Form, models: list[Form], season: str) -> None:
        """Phones for the vendor's world: for each of its candidates a pair, with the apps and without an account."""
        wish = WorldWish(
            season=season, seed=world.get("seed", 1), stage="registered", subject=world["subject"],
            session=world["session"], candidates=(),
        )  # fmt: skip
        staging.make(self._stand, wish)
        for number, one in enumerate(world["candidates"]):
            self._admit(one, models[number] if number < len(models) else {})

    def _admit(self, one: Form, models: Mapping[str, str]) -> None:
        wish = CandidateWish(name=one["name"], account=one["account"], models=Models(**models))
        staging.admit(self._stand, wish)

    def _merged(self, world: Form) -> Form:
        people = [{**one, "phones": self._phones(one["account"])} for one in world["candidates"]]
        phones = [forms.phone(handset) for handset in self._stand.world.handsets.values()]
        return {**world, "stage": _fresh(world["stage"]), "candidates": people, "phones": phones}

    def _phones(self, account: str) -> Form:
        seat = self._stand.world.seat(account)
        return {"main": seat.main.udid, **({"aux": seat.aux.udid} if seat.aux else {})}


def _fresh(stage: str | None) -> str:
    return stage if stage in FRESH else "registered"


def standing(vendor: Vendor) -> Form | None:
    """The vendor's world as it stands; None where it has to make one first."""
    with suppress(BenchError):
        return vendor.ask("GET", "/worlds/current")
    return None
