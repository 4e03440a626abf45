"""The phones of a world: made, furnished, handed out, and kept by their udid."""

from functools import partial
from itertools import count
from pathlib import Path

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.core.clock import Clock
from simulators.phone import others
from simulators.phone.phone import Phone
from simulators.phone.settings_app import SettingsApp
from simulators.stages import Role
from simulators.world.handset import APPS, Handset

SENDER = "10690000"
"""From whom the platform's text messages come."""


class Phones:
    """Those that were handed out stand in `handsets`, in their order."""

    def __init__(self, season: Season, clock: Clock, chance: Chance, room: Path, platform_url: str) -> None:
        self._season, self._clock, self._chance, self._room = season, clock, chance, room
        self._platform_url = platform_url
        self._numbers = count(1)
        self.handsets: dict[str, Handset] = {}

    def new(self, model: str, number: str | None = None) -> Phone:
        """With what every phone has, and the exam's apps to be had where they run on it. ModelError for an unknown model."""
        udid = self._chance.child(f"phone {next(self._numbers)}").token(10).lower()
        phone = Phone(udid, self._clock, self._chance, self._room, model, number=number)
        self._furnish(phone)
        if phone.model.why_no_app is None:
            names = {role: app.name for role, app in self._season.apps.items()}
            offered = [app for role, app in APPS.items() if role in names]
            phone.shelf.update(
                {app.package: partial(app, phone, self._platform_url, names) for app in offered}
            )
        return phone

    def keep(self, role: Role, phone: Phone, owner: str | None, granted: bool = True) -> Handset:
        """Hand a phone out, with the app of its role where one is released for it."""
        package = APPS[role].package
        if package in phone.shelf:
            phone.get(package, granted=granted)
        handset = Handset(phone, role, owner)
        self.handsets[handset.udid] = handset
        return handset

    def deliver(self, number: str, text: str) -> None:
        """A text message goes to every phone of that number."""
        for handset in self.handsets.values():
            if handset.phone.number == number:
                handset.phone.receive_message(SENDER, text)

    def _furnish(self, phone: Phone) -> None:
        """The apps that every phone has: the system's messages and settings, and those that a candidate has to close."""
        messages, label = phone.system.packages.messages, phone.system.words.messages.zh
        phone.install(others.MessageApp(phone.inbox, messages, label, phone.model.os_version))
        phone.install(SettingsApp(phone))
        phone.shelf.update(others.shelf(phone.model.runs))
        for package in tuple(phone.shelf):
            phone.get(package, granted=True)
