"""A phone of this world, with the app that it was handed out for."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulators.apps import AuxApp, MainApp
from simulators.phone.phone import Phone
from simulators.stages import Role
from simulators.world.errors import WorldError

App = MainApp | AuxApp
APPS: Mapping[Role, type[MainApp] | type[AuxApp]] = {"main": MainApp, "aux": AuxApp}


@dataclass(frozen=True, slots=True)
class Handset:
    """A phone with the app of its role, unless it cannot have one; `owner` is an account."""

    phone: Phone
    role: Role
    owner: str | None

    @property
    def udid(self) -> str:
        return self.phone.udid

    @property
    def installed(self) -> App | None:
        """The app of its role, if it is there."""
        found = self.phone.apps.get(APPS[self.role].package)
        assert found is None or isinstance(found, MainApp | AuxApp)
        return found

    @property
    def app(self) -> App:
        """The app. WorldError where the phone does not have it."""
        if self.installed is None:
            raise WorldError(f"phone {self.udid} has no app: {self.phone.model.why_no_app or 'uninstalled'}")
        return self.installed
