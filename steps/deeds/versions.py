"""What is installed on a candidate's phones, beside what, in which version, and what it may use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from conformance.bench import Role
from conformance.bench.forms import Probed, Record
from steps.deeds.account import Account
from steps.deeds.registering import SIDES
from steps.findings import View
from steps.moments import Moment
from steps.permissions import refuse
from steps.screens.screen import Screen

OTHER: Mapping[str, str] = {"main": "aux", "aux": "main"}
Age = Literal["old", "new"]


class Versions(Account):
    """The part of a candidate that looks after the apps."""

    def hold(self, role: str, holds: tuple[str, ...]) -> None:
        """Have the phone's own app, that of the other phone, both or neither of them."""
        if "other" in holds:
            self.bench.install(self.udid(role), self._package(OTHER[role], role))
        if "own" not in holds:
            self.bench.app(self.udid(role), "uninstall", self._package(role, role))

    def open_app(self, role: str) -> View:
        """Opened anew, as far as it goes on."""
        handset = self.stage.phone(self.udid(role))
        handset.terminate(role)
        handset.launch(role)
        self.cast.first_page = self._first_page(role).look()
        return self.cast.first_page

    def open_without_other(self, role: str) -> View:
        self.bench.app(self.udid(role), "uninstall", self._package(OTHER[role], role))
        return self.open_app(role)

    def become_outdated(self, role: str) -> None:
        """A version is published that is later than the one on this phone."""
        self.bench.publish(cast(Role, role), self._version(role, "new"))

    def update_and_open(self, role: str) -> View:
        self._update(role)
        return self.open_app(role)

    def ask_in_newest(self, moment: Moment) -> str:
        self._update("main")
        self.main.handset.launch("main")
        return self.ask_for_waiting(moment)

    def ask_in_version(self, age: Age, moment: Moment) -> str:
        self.at(moment)
        self.bench.probe(
            "enter",
            self.entry.phones.main,
            account=self.entry.account,
            sitting=self.sitting,
            app_version=self._version("main", age),
        )
        return self.sitting

    def read_outdated(self) -> None:
        """Read the code, as far as the app goes on: one that insists on the update does not."""
        self.aux.restart()
        if self.aux.handset.shows("aux.update.later"):
            self.aux.handset.tap("aux.update.later")
        if self.aux.home.shown():
            self.cast.read(self.name, self.name)

    def read_in_newest(self) -> tuple[str, list[Record]]:
        self._update("aux")
        self.cast.read(self.name, self.name)
        return self.aux.device, self.records()

    def join_in_version(self, age: Age) -> Probed:
        version = self._version("aux", age)
        return self.bench.probe("pair", self.entry.phones.aux, sitting=self.sitting, app_version=version)

    # --- what they may use -----------------------------------------------------------------------------------

    def forbid(self, role: str) -> None:
        """Whatever was allowed has to be asked for again."""
        self.bench.set_permissions(self.udid(role), self._package(role, role), granted=False)

    def _permit(self, role: str) -> None:
        self.bench.set_permissions(self.udid(role), self._package(role, role), granted=True)

    def refuse_at_card(self) -> None:
        self.cast.mark()
        self.go_to_identity()
        self.bench.point_camera(self.entry.phones.main, {"id_card": {"side": SIDES[0]}})
        self.main.identity.photograph(SIDES[0])
        refuse(self.main.handset)

    def identify_once_allowed(self) -> list[Record]:
        self._permit("main")
        return self.identify_by_photos()

    def refuse_at_code(self) -> None:
        self.aux.to_home()
        self.bench.point_camera(self.entry.phones.aux, {"screen": self.entry.phones.main})
        self.aux.home.scan()
        refuse(self.aux.handset)

    def read_once_allowed(self) -> tuple[str, list[Record]]:
        self._permit("aux")
        self.cast.read(self.name, self.name)
        return self.aux.device, self.records()

    def _update(self, role: str) -> None:
        package = self._package(role, role)
        self.bench.update(self.udid(role), package, self._version(role, "new"))

    def _version(self, role: str, age: Age) -> str:
        """What the phone came with, or the one after it."""
        apps: Mapping[str, Mapping[str, str]] = self._info(role)["apps"]
        installed = self.versions.setdefault(role, apps[self._package(role, role)]["version"])
        return installed if age == "old" else f"{int(installed.split('.')[0]) + 1}.0.0"

    def _package(self, role: str, on: str) -> str:
        """The app of a role, as the phone of a role calls it."""
        return self.stage.target.app(role).id(self.stage.phone(self.udid(on)).kind)

    def _first_page(self, role: str) -> Screen:
        return self.main.login if role == "main" else self.aux.home
