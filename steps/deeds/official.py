"""Where the apps come from: the official site with its codes, or elsewhere."""

from __future__ import annotations

from steps.deeds.versions import Versions
from steps.findings import View


class OfficialSite(Versions):
    """The part of a candidate that installs the apps."""

    def go_without(self, role: str) -> None:
        """Her phone of this role does not have its app yet."""
        self.bench.app(self.udid(role), "uninstall", self._package(role, role))

    def scan_code(self, role: str, on: str) -> None:
        """The phone reads the code that stands there, and the app that it leads to is installed."""
        site = self.bench.official_site()
        code = next(one for one in site.codes if (one.app, one.on) == (role, on))
        self.bench.point_camera(self.udid(role), {"picture": code.picture})
        self.bench.scan_and_install(self.udid(role))

    def open_new_app(self, role: str) -> View:
        """Its first page, which is not there where the phone does not have the app."""
        if self._package(role, role) not in self._info(role)["apps"]:
            return View(self._first_page(role).name, False, ())
        return self.open_app(role)

    def open_from_official_site(self, role: str) -> View:
        self.go_without(role)
        self.scan_code(role, "site")
        return self.open_new_app(role)

    def install_from_elsewhere(self, role: str) -> None:
        self.go_without(role)
        package = self._package(role, role)
        self.bench.install(self.udid(role), package, granted=True, source="elsewhere")
