"""The vendor's official site: a page with a download code for each app, and what the codes lead to (R281 to R284, R487 to R490)."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import segno
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from conformance.season import Season
from simulators.around import pages
from simulators.around.refusing import Refusal, as_json, refused

SCALE = 8
BORDER = 4
UNPUBLISHED = "https://official.example/"
"""Where a season does not say where its apps are downloaded."""
Latest = Callable[[str], str]
"""The newest version of an app, by its role."""


class OfficialSite:
    """The site of one season; `packages` are the apps' names for a phone, by role."""

    def __init__(self, season: Season, packages: Mapping[str, str], latest: Latest) -> None:
        self._season, self._packages, self._latest = season, packages, latest
        self.asgi = Starlette(
            routes=[
                Route("/", self._front),
                Route("/codes/{app}.png", self._code),
                Route("/download/{app}", self._download),
            ],
            exception_handlers={Refusal: refused},
        )

    @property
    def address(self) -> str:
        """What the site calls itself; ends in a slash."""
        return (self._season.addresses.vendor_site or UNPUBLISHED).rstrip("/") + "/"

    async def _front(self, _: Request) -> Response:
        return HTMLResponse(pages.official(self._season))

    async def _code(self, request: Request) -> Response:
        return Response(code(self.address, self._named(request)), media_type="image/png")

    async def _download(self, request: Request) -> Response:
        """What a phone that asks for the app is given: the package, its version, and the channel of the build."""
        app = self._named(request)
        told: dict[str, Any] = {"app": app, "package": self._packages[app], "version": self._latest(app)}
        return as_json({**told, "source": "official"})

    def _named(self, request: Request) -> str:
        app = str(request.path_params["app"])
        if app not in self._season.apps:
            raise Refusal("not_found")
        return app


def code(address: str, app: str) -> bytes:
    """The download code of an app as a PNG: the address where it lies. The manual prints the same one."""
    file = io.BytesIO()
    segno.make(f"{address}download/{app}", error="m", micro=False).save(
        file, kind="png", scale=SCALE, border=BORDER
    )
    return file.getvalue()
