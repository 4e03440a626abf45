"""A target file, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conformance.faults import NOTHING, Fault, FileError, Words, one_of, quoted, value
from conformance.target.appium import AppiumForm
from conformance.target.hand import HandForm
from conformance.target.pairs import Device, PhonePair
from conformance.target.parts import (
    UNMASKED,
    Address,
    App,
    Attendant,
    Driver,
    Features,
    Locator,
    Masked,
    Seeding,
)
from reports import form
from reports.form import Party, TargetKind, Text

ONLY: Mapping[str, Driver] = {"ui": "android", "predicate": "ios", "chain": "ios"}
"""Ways of finding an element that one of the drivers alone has."""
LOOK_OVER_S = 120.0
"""Wall seconds within which a target is looked over before anything is judged, unless its file says otherwise."""
A_TABLE = Words(
    "a table with android and ios where the two drivers find an element in different ways",
    "两种驱动定位方式不同时，须写成列有 android 与 ios 的表",
)


class TargetError(FileError):
    """A target file that cannot be used; `faults` lists all that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target file, read. `start` is empty where nothing is to be started; then `address` or `hand` is there."""

    name: str
    kind: TargetKind
    under_test: Text
    start: tuple[str, ...]
    start_timeout_s: float
    address: Address | None
    max_wait_s: float
    capabilities: Mapping[Driver, Mapping[str, Any]]
    features: Features
    phones: Mapping[str, tuple[str, ...]]
    apps: Mapping[str, App]
    labels: Mapping[str, str]
    screens: Mapping[str, Mapping[Driver, str]]
    preflight: Mapping[str, Any]
    path: Path
    operator: Attendant | None = None
    masked: Masked = UNMASKED
    defects: Seeding | None = None
    appium: AppiumForm | None = None
    """How the lab's own Appium reaches phones; None where all are reached at the target's endpoint."""
    real_parties: tuple[Party, ...] = ()
    """Of a mixed target, the parties that are the vendor's."""
    hand: HandForm | None = None
    """Who carries the script out, where nothing is driven."""
    pairs: tuple[PhonePair, ...] = ()
    """Phones that lie in a lab; empty where the bench hands them out."""
    irreversible: frozenset[str] = frozenset()
    """Elements and controls by which something is done that cannot be taken back, and that are not to be used."""

    @property
    def judged(self) -> form.Target:
        """The target as the results name it."""
        return form.Target(name=self.name, kind=self.kind, under_test=self.under_test, real=self.real_parties)

    @property
    def limit_s(self) -> float:
        """Wall seconds within which the preflight has to be over."""
        return float(self.preflight.get("limit_s", LOOK_OVER_S))

    def app(self, role: str) -> App:
        """The app of a role, main or aux."""
        return self.apps[role]

    @property
    def real_phones(self) -> bool:
        """Whether its phones are real ones, to which the exam's own rules apply."""
        apps_are = any(party != "platform" for party in self.real_parties)
        return bool(self.pairs) or self.kind == "device" or apps_are

    def device(self, udid: str) -> Device | None:
        """The phone of a pair; None where no pair has it."""
        there = (one for pair in self.pairs for one in pair.devices.values())
        return next((one for one in there if one.udid == udid), None)

    def label(self, name: str) -> str:
        """A text that the apps show; TargetError names the labels there are."""
        if name not in self.labels:
            raise self._absent(f"labels.{name}", self.labels)
        return self.labels[name]

    def locator(self, name: str, driver: Driver = "android", **values: str) -> Locator:
        """How this driver finds `app.screen.element`; `values` fill the locator's holes. TargetError if it cannot."""
        app = name.split(".")[0]
        if name not in self.screens:
            raise self._absent(f"screens.{name}", [key for key in self.screens if key.split(".")[0] == app])
        if driver not in self.screens[name]:
            raise self._absent(f"screens.{name}.{driver}", self.screens[name])
        how, locator = self.screens[name][driver].split("=", 1)
        if ONLY.get(how, driver) != driver:
            raise TargetError([Fault(self.path, f"screens.{name}", quoted(how), A_TABLE)])
        try:
            filled = locator.format_map(values) if values else locator
        except KeyError as hole:
            expected = Words(f"a value for the hole {hole}", f"须给出占位符 {hole} 的取值")
            raise TargetError([Fault(self.path, f"screens.{name}", value(locator), expected)]) from hole
        return Locator(name, how, filled, self.apps[app].package if app in self.apps else "")

    def _absent(self, key: str, there: Any) -> TargetError:
        return TargetError([Fault(self.path, key, NOTHING, one_of(there))])
