"""An app opened on a phone or a tablet of some kind, to see whether it goes on there."""

from __future__ import annotations

from typing import cast

from conformance.bench import Role
from conformance.lab.stagehand import Stagehand
from conformance.season import Season
from steps.findings import View
from steps.screens.aux import Home
from steps.screens.main import Login
from steps.screens.screen import Screen
from steps.stagecraft import Stagecraft


class TryingOut(Stagecraft):
    """In a world of its own; the phones belong to nobody."""

    def __init__(self, stage: Stagehand, season: Season) -> None:
        super().__init__(stage, season)
        self._installed: tuple[str, Role] = ("", "main")

    def install_on(self, kind: str, role: str) -> None:
        """A phone of this kind with the app of this role."""
        if not self.stage.opened:
            self.stage.open()
        wanted = cast(Role, role)
        self._installed = (self.stage.new_phone(wanted, model=self.stage.model(kind)).udid, wanted)

    def open_installed(self) -> View:
        udid, role = self._installed
        handset = self.stage.phone(udid)
        handset.launch(role)
        first: Screen = {"main": Login, "aux": Home}[role](handset)
        self.first_page = first.look()
        return self.first_page

    def open_on(self, kind: str) -> View:
        """The same app on a phone of another kind."""
        self.install_on(kind, self._installed[1])
        return self.open_installed()
