"""The school's registration site: a candidate logs in, reads what is registered, downloads answer sheets (R047 to R057)."""

from collections.abc import Callable
from datetime import datetime
from hmac import compare_digest
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from conformance.season import Season, Subject
from simulators.around import pages, sheets
from simulators.around.refusing import Refusal, as_json, read, refused
from simulators.core.chance import Chance
from simulators.core.instants import iso
from simulators.platform.roster import Entry

PASSWORD_CHARACTERS = 6
Find = Callable[[str], Entry | None]
"""What the school has registered under an ID number."""


class Login(msgspec.Struct, frozen=True):
    id_number: str
    password: str


class RegistrationSite:
    """The site of one season. It keeps no registration of its own: `find` asks for the one that there is."""

    def __init__(self, season: Season, now: Callable[[], datetime], find: Find, chance: Chance) -> None:
        self._season, self._now, self._find, self._chance = season, now, find, chance
        self.asgi = Starlette(
            routes=[
                Route("/", self._front),
                Route("/login", self._login, methods=["POST"]),
                Route("/registration", self._registration),
                Route("/sheets", self._sheets),
                Route("/sheets/{subject}.pdf", self._sheet),
            ],
            exception_handlers={Refusal: refused},
        )

    async def _front(self, _: Request) -> Response:
        return HTMLResponse(pages.registration(self._season))

    async def _login(self, request: Request) -> Response:
        wish: Login = await read(request, Login)
        entry = self._find(wish.id_number)
        if entry is None:
            raise Refusal("not_registered")
        if not compare_digest(wish.password.encode(), password(entry.id_number).encode()):
            raise Refusal("wrong_password")
        return as_json({"token": self._token(entry.id_number), "name": entry.name})

    async def _registration(self, request: Request) -> Response:
        entry = self._whose(request)
        told: dict[str, Any] = msgspec.to_builtins(entry)
        return as_json({**told, "majors": [self._major(one) for one in entry.majors]})

    async def _sheets(self, request: Request) -> Response:
        """Every subject of the candidate's with answer sheets, and when they can be downloaded."""
        mine = [one for one in self._subjects(self._whose(request)) if one.has_sheet]
        return as_json(
            {
                "from": _maybe(self._season.date("sheets_from")),
                "until": _maybe(self._season.date("sheets_until")),
                "now": iso(self._now()),
                "sheets": [{"subject": one.id, "name": one.name, "pages": one.pages} for one in mine],
            }
        )

    async def _sheet(self, request: Request) -> Response:
        subject = self._wanted(self._whose(request), request.path_params["subject"])
        file = await run_in_threadpool(sheets.pdf, self._season, subject)
        return Response(file, media_type="application/pdf")

    def _wanted(self, entry: Entry, name: str) -> Subject:
        """The subject whose sheet may be downloaded now; Refusal otherwise. The window is closed at both ends (C29)."""
        subject = next((one for one in self._subjects(entry) if one.id == name), None)
        opens, closes, now = (
            self._season.date("sheets_from"),
            self._season.date("sheets_until"),
            self._now(),
        )
        if subject is None:
            raise Refusal("not_yours")
        if not subject.has_sheet:
            raise Refusal("no_sheet")
        if opens is not None and now < opens:
            raise Refusal("too_early")
        if closes is not None and now > closes:
            raise Refusal("too_late")
        return subject

    def _whose(self, request: Request) -> Entry:
        """Who asks. The token names the registration; Refusal where there is none of that name any more."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        id_number, _, proof = token.partition(".")
        good = kind == "Bearer" and compare_digest(proof.encode(), self._proof(id_number).encode())
        entry = self._find(id_number) if good else None
        if entry is None:
            raise Refusal("not_logged_in")
        return entry

    def _subjects(self, entry: Entry) -> list[Subject]:
        return [one for one in self._season.subjects if one.major in entry.majors]

    def _major(self, major: str) -> dict[str, str]:
        return {"id": major, "name": self._season.major(major).name}

    def _token(self, id_number: str) -> str:
        return f"{id_number}.{self._proof(id_number)}"

    def _proof(self, id_number: str) -> str:
        return self._chance.child(f"login/{id_number}").token(16)


def password(id_number: str) -> str:
    """What a candidate logs in with: the last characters of the ID number, as such sites begin."""
    return id_number[-PASSWORD_CHARACTERS:]


def _maybe(instant: datetime | None) -> str | None:
    return None if instant is None else iso(instant)
