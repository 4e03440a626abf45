"""Controls for what stands around the apps: the bench goes there as the person would, over HTTP."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import urllib3

from simulators.around.school import password
from simulators.around.vendor import code
from simulators.bench import around_bodies as bodies
from simulators.bench import forms
from simulators.bench.ask import Ask
from simulators.bench.stand import Stand
from simulators.door.errors import BadBody, BenchError, Unknown
from simulators.phone.network import NetworkDown
from simulators.world import World

SECONDS = urllib3.Timeout(connect=5, read=60)
NOBODY = "there is no world with sites at an address; start it with its servers"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answered; `content` is its JSON, empty where there is none."""

    status: int
    content: Mapping[str, Any]
    data: bytes

    @property
    def refused(self) -> Mapping[str, Any] | None:
        """The cause and its sentence, where the site said no."""
        return self.content.get("refused") if self.status >= 400 else None


def visit(stand: Stand, ask: Ask) -> Any:
    """Log in at the registration site and download; what is refused is told, file by file."""
    body: bodies.Visit = ask.body
    world = stand.world
    registered = world.seat(body.account).registration.id_number
    who = registered if body.id_number is None else body.id_number
    word = password(who) if body.password is None else body.password
    login = _send(world, "school", "POST", "/login", {"id_number": who, "password": word})
    if login.refused is not None:
        return {"logged_in": False, "refused": login.refused, "offered": [], "files": []}
    token = {"Authorization": f"Bearer {login.content['token']}"}
    listed = _send(world, "school", "GET", "/sheets", headers=token).content
    wanted = [one["subject"] for one in listed["sheets"]] if body.subjects is None else body.subjects
    files = [_download(world, subject, token) for subject in wanted]
    return {"logged_in": True, "refused": None, "offered": listed["sheets"], "files": files}


def _download(world: World, subject: str, token: Mapping[str, str]) -> dict[str, Any]:
    if not subject.replace("-", "").isalnum():
        raise BadBody("subjects", subject, "the id of a subject, such as song")
    reply = _send(world, "school", "GET", f"/sheets/{subject}.pdf", headers=token)
    file = None if reply.refused is not None else base64.b64encode(reply.data).decode()
    return {"subject": subject, "refused": reply.refused, "pdf": file}


def contact(stand: Stand, ask: Ask) -> Any:
    """The candidate turns to the school, which compares the registration with the application and puts it right."""
    world = stand.world
    before = world.seat(ask.body.account).registration
    try:
        after = world.correct(ask.body.account)
    except ValueError as error:
        raise BenchError(str(error)) from error
    names = [name for name in before.__slots__ if getattr(before, name) != getattr(after.registration, name)]
    return {"corrected": names, "candidate": forms.candidate(world, after)}


def official_site(stand: Stand, _: Ask) -> Any:
    """The codes as the site shows them and as the manual prints them."""
    world = stand.world
    address = world.town.vendor.address
    shown = [
        {
            "app": app,
            "on": "site",
            "picture": _picture(_send(world, "vendor", "GET", f"/codes/{app}.png").data),
        }
        for app in world.wish.season.apps
    ]
    printed = [
        {"app": app, "on": "manual", "picture": _picture(code(address, app))}
        for app in world.wish.season.apps
    ]
    return {"address": address, "codes": [*shown, *printed]}


def query(stand: Stand, ask: Ask) -> Any:
    """Ask the support desk; Unknown where nobody is reached."""
    return _support(stand.world, "POST", "/queries", msgspec.to_builtins(ask.body))


def answer(stand: Stand, ask: Ask) -> Any:
    """How a query stands now."""
    number = ask.names["query"]
    return _support(stand.world, "GET", f"/queries/{number if number.isdecimal() else 0}")


def _support(world: World, method: str, path: str, content: Any = None) -> Any:
    reply = _send(world, "support", method, path, content)
    if reply.refused is not None:
        raise Unknown(f"the support desk: {reply.refused['message']['en']}")
    return reply.content


def parcel(stand: Stand, ask: Ask) -> Any:
    """Hand the sheets in at the counter."""
    body: bodies.Parcel = ask.body
    seat = stand.world.seat(body.account)
    wish: dict[str, Any] = msgspec.to_builtins(body)
    del wish["account"]
    wish["id_number"] = seat.registration.id_number
    return _send(stand.world, "post", "POST", "/parcels", wish).content


def mail_room(stand: Stand, _: Ask) -> Any:
    """What has reached the school by now."""
    return _send(stand.world, "post", "GET", "/mail-room").content


def scan(world: World, phone: Any, body: bodies.Scan) -> None:
    """The phone's own scanner reads the code before its camera, and the person installs what it leads to."""
    address = phone.camera.scan()
    if address is None:
        raise BenchError("the phone's scanner reads no code in what its camera sees")
    where = world.town.resolve(address)
    try:
        response = phone.network.request("GET", where)
    except NetworkDown as error:
        raise BenchError(str(error)) from error
    if response.status != 200:
        raise BenchError(f"{address} answers {response.status}")
    told = response.json()
    phone.get(told["package"], version=told["version"], granted=body.granted, source=told["source"])


def _send(
    world: World,
    site: str,
    method: str,
    path: str,
    content: Any = None,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """One request to a site; BenchError where it does not answer."""
    if not world.town.url:
        raise BenchError(NOBODY)
    body = b"" if content is None else msgspec.json.encode(content)
    try:
        found = urllib3.request(
            method,
            world.town.where(site) + path,
            body=body or None,
            headers=dict(headers or {}),
            retries=False,
            timeout=SECONDS,
        )
    except urllib3.exceptions.HTTPError as error:
        raise BenchError(f"the {site} site did not answer {method} {path}: {error}") from error
    kind = found.headers.get("content-type", "")
    told = msgspec.json.decode(found.data) if kind.startswith("application/json") else {}
    return Reply(found.status, told, found.data)


def _picture(png: bytes) -> str:
    return base64.b64encode(png).decode()
