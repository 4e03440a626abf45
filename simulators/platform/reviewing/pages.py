"""The desk for a browser: a page for each sitting, its films and photos, and forms for what a reviewer finds.

An address holds the desk's key, so that no candidate can guess it. Films are served in ranges, as players ask for them.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from simulators.core.instants import parse
from simulators.core.machine import Refused
from simulators.platform.house import House
from simulators.platform.reviewing import desk, dossier
from simulators.platform.reviewing.classes import CLASSES
from simulators.platform.reviewing.desk import Decision, Remark
from simulators.platform.reviewing.words import LANGUAGES, word
from simulators.platform.seats import Seat
from simulators.platform.secret import same

Endpoint = Callable[[Request], Awaitable[Response]]
MOST_BYTES = 16 * 2**10
PARTS: Mapping[str, str] = {"desk.css": "text/css", "desk.js": "text/javascript"}
POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; media-src 'self'; img-src 'self'; form-action 'self'"


def routes(house: House) -> list[Route]:
    """The addresses of the desk's pages."""
    base = "/desk/{key}"
    rows: tuple[tuple[str, str, Callable[[House, Request], Awaitable[Response]]], ...] = (
        ("GET", "/sittings/{sitting}", _page),
        ("POST", "/sittings/{sitting}/findings", _make),
        ("POST", "/findings/{finding}", _decide),
        ("GET", "/films/{sha256}", _film),
        ("GET", "/photos/{sha256}", _photo),
        ("GET", "/{part}", _part),
    )
    return [Route(base + path, _door(house, handler), methods=[method]) for method, path, handler in rows]


def _door(house: House, handler: Callable[[House, Request], Awaitable[Response]]) -> Endpoint:
    async def door(request: Request) -> Response:
        if not same(dossier.key(house), request.path_params["key"]):
            raise HTTPException(404)
        try:
            return await handler(house, request)
        except KeyError as error:
            raise HTTPException(404) from error

    return door


async def _page(house: House, request: Request) -> Response:
    lang = request.query_params.get("lang", "zh")
    return await _shown(house, request.path_params["sitting"], "en" if lang == "en" else "zh")


async def _shown(house: House, sitting: str, lang: str, trouble: str = "") -> Response:
    with house.stamps.take() as at:
        told = await house.turns.do(lambda: dossier.dossier(house, _seat(house, sitting), at))
    text = _environment().get_template("desk.html.j2").render(
        told=told, lang=lang, root=dossier.root(house), trouble=trouble, classes=CLASSES, languages=LANGUAGES,
        w=lambda key: word(key, lang),
    )  # fmt: skip
    return HTMLResponse(text, 409 if trouble else 200, headers={"Content-Security-Policy": POLICY})


async def _make(house: House, request: Request) -> Response:
    form = await _form(request)
    sitting = request.path_params["sitting"]
    try:
        begins, ends = (parse(form[name]) if form.get(name) else None for name in ("begins", "ends"))
        remark = Remark(
            form.get("item", ""), form.get("reviewer", ""), form.get("note", ""), form.get("phone", ""), begins, ends
        )  # fmt: skip
        with house.stamps.take() as at:
            await house.turns.do(lambda: desk.make(house, _seat(house, sitting), remark, at))
    except ValueError as error:
        return await _shown(house, sitting, form.get("lang", "zh"), str(error))
    return _back(house, sitting, form)


async def _decide(house: House, request: Request) -> Response:
    form = await _form(request)
    number = request.path_params["finding"]
    named = int(number) if number.isascii() and number.isdigit() else 0
    seat, _ = await house.turns.do(lambda: desk.find(house, named))
    ruled = tuple(form.get("classes", "").split()) if "classes" in form else None
    try:
        decision = Decision(form.get("decision", ""), form.get("reviewer", ""), form.get("note", ""), ruled)
        with house.stamps.take() as at:
            await house.turns.do(lambda: desk.decide(house, named, decision, at))
    except (ValueError, Refused) as error:
        return await _shown(house, seat.sitting, form.get("lang", "zh"), str(error))
    return _back(house, seat.sitting, form)


async def _film(house: House, request: Request) -> Response:
    place = await house.turns.do(lambda: house.uploads.place(request.path_params["sha256"]))
    return FileResponse(place, media_type="video/mp4")


async def _photo(house: House, request: Request) -> Response:
    digest = request.path_params["sha256"]
    if not house.disk.has_picture(digest):
        raise KeyError(digest)
    content = await house.turns.beside(lambda: house.disk.picture(digest))
    return Response(content, media_type="image/png" if content.startswith(b"\x89PNG") else "image/jpeg")


async def _part(_: House, request: Request) -> Response:
    name = request.path_params["part"]
    media = PARTS[name]
    text = files("simulators.platform.reviewing").joinpath("templates", name)
    return Response(text.read_bytes(), media_type=media)


def _back(house: House, sitting: str, form: Mapping[str, str]) -> Response:
    """The page again, by an address that can be loaded anew without making the finding twice."""
    lang = "en" if form.get("lang") == "en" else "zh"
    return RedirectResponse(f"{dossier.root(house)}/sittings/{sitting}?lang={lang}", 303)


def _seat(house: House, sitting: str) -> Seat:
    seat = house.seats.find(sitting)
    if seat is None:
        raise KeyError(sitting)
    return seat


async def _form(request: Request) -> Mapping[str, str]:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise HTTPException(404)
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: " ".join(values) if name == "classes" else values[-1] for name, values in fields.items()}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("simulators.platform.reviewing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
