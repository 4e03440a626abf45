"""From a target file to the target."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, cast, get_args

from conformance import tomlfile
from conformance.faults import Fault, FileError, Words
from conformance.naming import UnknownName
from conformance.target import appium, extending, hand, laws
from conformance.target.model import Target, TargetError
from conformance.target.pairs import read_pairs
from conformance.target.parts import SECONDS, Address, App, Attendant, Driver, Features, Masked, Seeding
from reports.form import TargetKind, Text

SHIPPED = "targets"
WAYS = ("start", "address", "hand")
"""How a target is there: it is started, or reached where it is, or people carry the script out."""
SEVERAL, NONE = Words("several", "填写了多项"), Words("none of them", "均未填写")
EITHER = Words(
    "either a command that starts the target, or its address, or a table hand where people carry the script out",
    "启动被测对象的命令、被测对象的地址、由人工执行的 hand 表，三者只填写其中一项",
)


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
        raw = tomlfile.read(path, "target", laws.laws, _whole)
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
    ids, named = laws.ids(raw), raw.get("masked", {})
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
        appium=appium.read_form(raw["appium"]) if "appium" in raw else None,
        real_parties=tuple(raw.get("real", ())),
        hand=hand.read_form(raw["hand"]) if "hand" in raw else None,
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
