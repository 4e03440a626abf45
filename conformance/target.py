"""A target: what is judged, how it is reached, and what its screens call things (TOML, `target.schema.json`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, cast, get_args

from conformance import extending, targetlaws, tomlfile
from conformance.appiumform import AppiumForm, read_form
from conformance.faults import NOTHING, Fault, FileError, Words, one_of, quoted, value
from conformance.handform import HandForm
from conformance.handform import read_form as read_hand
from conformance.naming import UnknownName
from conformance.pairsform import Device, PhonePair, read_pairs
from reports import form
from reports.form import Party, TargetKind, Text

SHIPPED = "targets"
Driver = Literal["android", "ios"]
"""Who speaks to a phone: Appium's UiAutomator2 driver or its XCUITest driver."""
ONLY: Mapping[str, Driver] = {"ui": "android", "predicate": "ios", "chain": "ios"}
"""Ways of finding an element that one of the drivers alone has."""
SECONDS = 120.0
"""An operator has so long to answer, unless the file says otherwise."""
LOOK_OVER_S = 120.0
"""Wall seconds within which a target is looked over before anything is judged, unless its file says otherwise."""
WAYS = ("start", "address", "hand")
"""How a target is there: it is started, or reached where it is, or people carry the script out."""
SEVERAL, NONE = Words("several", "填写了多项"), Words("none of them", "均未填写")
EITHER = Words(
    "either a command that starts the target, or its address, or a table hand where people carry the script out",
    "启动被测对象的命令、被测对象的地址、由人工执行的 hand 表，三者只填写其中一项",
)

A_TABLE = Words(
    "a table with android and ios where the two drivers find an element in different ways",
    "两种驱动定位方式不同时，须写成列有 android 与 ios 的表",
)


class TargetError(FileError):
    """A target file that cannot be used; `faults` lists all that is wrong with it."""


@dataclass(frozen=True, slots=True)
class App:
    """One of the two apps as the phone knows it: by its package, on iPhones by its bundle id."""

    package: str
    label: str
    bundle: str

    def id(self, driver: Driver) -> str:
        """The name by which this driver launches it."""
        return {"android": self.package, "ios": self.bundle}[driver]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a target is reached: the WebDriver endpoint, the bench, and the bench's token; both empty where there is none."""

    webdriver: str
    bench: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """How an element is found: `how` is one of id, text, has, desc, class, ui, predicate, chain, xpath.

    `package` is that of the app whose element it is; empty for elements of the system.
    """

    name: str
    how: str
    value: str
    package: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.how}={self.value})"


@dataclass(frozen=True, slots=True)
class Attendant:
    """Who answers at this target: `kind` is scripted, terminal or page; `looks` tells a scripted one where to read.

    `does` are the controls that this person takes the place of: told what to do, and asked whether it is done.
    """

    kind: str
    seconds: float
    looks: Mapping[str, str]
    does: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seeding:
    """How a target is started as a release with a seeded defect: `listing` prints them, the others follow `start`."""

    listing: tuple[str, ...]
    start: tuple[str, ...]
    further: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Features:
    """What the target declares to have: controls of its bench, and for which seasons apps and platform are made."""

    controls: tuple[str, ...]
    abilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masked:
    """Ids of the elements whose words are a secret, or somebody's name, wherever else they stand; `names` are those of secrets."""

    secrets: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


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
    masked: Masked = Masked()
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


def names() -> list[str]:
    """The targets that are shipped."""
    return sorted(
        entry.name.removesuffix(".toml") for entry in _shipped().iterdir() if entry.name.endswith(".toml")
    )


def load(ref: str) -> Target:
    """The target with a shipped name, or in the file at a path; UnknownName, or TargetError with every fault."""
    path = _named(ref)
    if path is None:
        raise UnknownName(Text("target or target file", "被测对象或对象文件"), ref, names())
    try:
        raw = tomlfile.read(path, "target", targetlaws.laws, _whole)
    except FileError as error:
        raise TargetError(error.faults) from error
    ways = [key for key in WAYS if raw.get(key)]
    if len(ways) != 1:
        raise TargetError([Fault(path, ", ".join(ways or WAYS), SEVERAL if ways else NONE, EITHER)])
    return _target(raw, path)


def _named(ref: str, beside: Path = Path()) -> Path | None:
    """The file of a shipped name, or at a path; a path in a file counts from where that lies."""
    shipped, own = _shipped() / f"{ref}.toml", beside / ref
    return shipped if shipped.is_file() else own if own.is_file() else None


def _whole(path: Path) -> extending.Raw:
    return extending.whole(path, tomlfile.parse, lambda ref, at: _named(ref, at.parent))


def _masked(raw: Mapping[str, Any]) -> Masked:
    ids, named = targetlaws.ids(raw), raw.get("masked", {})
    found = {key: frozenset(one for name in names for one in ids[name]) for key, names in named.items()}
    return Masked(**found, names=frozenset(named.get("secrets", ())))


def _target(raw: Mapping[str, Any], path: Path) -> Target:
    drivers = get_args(Driver)
    screens = {
        f"{app}.{screen}.{element}": (
            locator if isinstance(locator, dict) else dict.fromkeys(drivers, locator)
        )
        for app, tables in raw["screens"].items()
        for screen, elements in tables.items()
        for element, locator in elements.items()
    }
    return Target(
        name=raw["name"],
        kind=cast(TargetKind, raw["kind"]),
        under_test=Text(**raw["under_test"]),
        start=tuple(raw.get("start", ())),
        start_timeout_s=raw.get("start_timeout_s", 60.0),
        address=Address(**raw["address"]) if "address" in raw else None,
        max_wait_s=raw.get("max_wait_s", 0.0),
        capabilities=_capabilities(raw.get("capabilities", {})),
        features=Features(tuple(raw["features"]["controls"]), tuple(raw["features"]["abilities"])),
        phones={kind: tuple(models) for kind, models in raw.get("phones", {}).items()},
        apps={role: App(**{"bundle": app["package"], **app}) for role, app in raw["apps"].items()},
        labels=raw.get("labels", {}),
        screens=screens,
        preflight=raw.get("preflight", {}),
        path=path,
        operator=_attendant(raw["operator"], raw["apps"]) if "operator" in raw else None,
        masked=_masked(raw),
        defects=_seeding(raw["defects"]) if "defects" in raw else None,
        appium=read_form(raw["appium"]) if "appium" in raw else None,
        real_parties=tuple(raw.get("real", ())),
        hand=read_hand(raw["hand"]) if "hand" in raw else None,
        pairs=read_pairs(raw.get("pairs", [])),
        irreversible=frozenset(raw.get("irreversible", ())),
    )


def _attendant(raw: Mapping[str, Any], apps: Mapping[str, Any]) -> Attendant:
    packages = {role: app["package"] for role, app in apps.items()}
    looks = {fact: where.format_map(packages) for fact, where in raw.get("looks", {}).items()}
    return Attendant(raw["kind"], raw.get("seconds", SECONDS), looks, tuple(raw.get("does", ())))


def _seeding(raw: Mapping[str, Any]) -> Seeding:
    return Seeding(*(tuple(raw.get(key, ())) for key in ("list", "start", "further", "reach")))


def _capabilities(raw: Mapping[str, Any]) -> dict[Driver, dict[str, Any]]:
    """Those of every phone, and those of its driver."""
    drivers: tuple[Driver, ...] = get_args(Driver)
    common = {name: value for name, value in raw.items() if name not in drivers}
    return {driver: {**common, **raw.get(driver, {})} for driver in drivers}


def _shipped() -> Path:
    return Path(str(files("conformance") / SHIPPED))
