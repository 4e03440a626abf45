"""The systems around the apps, put together once for a world: each is a site below a path of one address."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from starlette.applications import Starlette
from starlette.routing import Mount

from conformance.season import Season
from simulators.around.post import Post
from simulators.around.school import RegistrationSite
from simulators.around.support import SupportDesk
from simulators.around.vendor import OfficialSite
from simulators.core.chance import Chance
from simulators.platform.roster import Entry

SITES = ("school", "vendor", "support", "post")


class School(Protocol):
    """The school's registrations, of which there is one copy: the one that the platform received."""

    def registered(self, id_number: str) -> Entry | None:
        """What is registered under an ID number."""
        ...

    def latest(self, app: str) -> str:
        """The newest version of an app, by its role."""
        ...


class Town:
    """All sites of one world. `url` is the address at which they stand, `packages` the apps' by role."""

    def __init__(
        self,
        season: Season,
        now: Callable[[], datetime],
        school: School,
        chance: Chance,
        packages: Mapping[str, str],
        url: str,
    ) -> None:
        self.url = url
        self.vendor = OfficialSite(season, packages, school.latest)
        sites: Mapping[str, Starlette] = {
            "school": RegistrationSite(season, now, school.registered, chance).asgi,
            "vendor": self.vendor.asgi,
            "support": SupportDesk(season, now).asgi,
            "post": Post(season, now, school.registered).asgi,
        }
        self.asgi = Starlette(routes=[Mount(f"/{name}", site) for name, site in sites.items()])

    def where(self, site: str) -> str:
        """The address of a site."""
        return f"{self.url}/{site}"

    def resolve(self, address: str) -> str:
        """Where an address of the vendor's site lies in this world; ValueError for another address."""
        if not address.startswith(self.vendor.address):
            raise ValueError(f"{address!r} leads nowhere in this world")
        return f"{self.where('vendor')}/{address.removeprefix(self.vendor.address)}"
