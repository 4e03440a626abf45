"""Phone models, as data: simulators/phone/models/<id>.toml."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

DEFAULT = "oppo-a55-5g"
OSES = ("Android", "HarmonyOS", "iOS", "iPadOS")
FORMS = ("phone", "tablet")
LAST_HARMONY_WITH_ANDROID = 4
"""From HarmonyOS 5 on there is no Android layer beneath."""
Platform = Literal["Android", "iOS", "HarmonyOS"]
Runs = Literal["apk", "ipa", "hap"]
PACKAGES: Mapping[Platform, Runs] = {"Android": "apk", "iOS": "ipa", "HarmonyOS": "hap"}


class ModelError(ValueError):
    """A model file that does not exist or does not hold what it should."""


@dataclass(frozen=True, slots=True)
class Model:
    """One model of phone. Lengths in pixels, storage in bytes, rates in bytes a second.

    `os_version` is what the maker says; `platform_version` and `api_level` are what the Android layer reports, or iOS
    itself. `scale` is the number of pixels of one of iOS's points.
    """

    id: str
    manufacturer: str
    brand: str
    name: str
    code: str
    os: str
    os_version: str
    platform_version: str
    api_level: int
    form: str
    released: date
    width: int
    height: int
    density: int
    scale: int
    storage_bytes: int
    system_bytes: int
    battery_minutes: int
    video_bytes_per_second: int
    wifi_bytes_per_second: int
    mobile_bytes_per_second: int

    @property
    def platform(self) -> Platform:
        """What the phone answers as: HarmonyOS 2 to 4 as Android, later ones as themselves."""
        if self.os in ("iOS", "iPadOS"):
            return "iOS"
        pure = self.os == "HarmonyOS" and self.version[0] > LAST_HARMONY_WITH_ANDROID
        return "HarmonyOS" if pure else "Android"

    @property
    def runs(self) -> Runs:
        """The kind of package that can be installed."""
        return PACKAGES[self.platform]

    @property
    def why_no_app(self) -> str | None:
        """Why what is released as apk and ipa cannot be installed, None where it can."""
        if self.runs != "hap":
            return None
        return f"{self.os} {self.os_version} has no Android layer and takes neither an apk nor an ipa, only {self.runs}"

    @property
    def version(self) -> tuple[int, ...]:
        """`os_version` as numbers, to be compared."""
        return numbers(self.os_version)


def numbers(version: str) -> tuple[int, ...]:
    """`7.1.1` is (7, 1, 1)."""
    return tuple(map(int, version.split(".")))


@cache
def load(model_id: str) -> Model:
    """The shipped model of that id. ModelError names what is there, or the key that is wrong."""
    if model_id not in names():
        raise ModelError(f"no phone model {model_id!r}; there are {', '.join(names())}")
    file = files("simulators.phone") / "models" / f"{model_id}.toml"
    return read(model_id, file.read_text(encoding="utf-8"))


@cache
def names() -> tuple[str, ...]:
    """The ids of the shipped models."""
    folder = files("simulators.phone") / "models"
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    )


def read(model_id: str, text: str) -> Model:
    """A model's TOML, checked whole. ModelError names the key, what was found and what is expected."""
    where = f"models/{model_id}.toml"
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{where}: no TOML document: {error}") from error
    expected = {row.name: row.type for row in fields(Model) if row.name != "id"}
    if found.keys() != expected.keys():
        odd = sorted(found.keys() ^ expected.keys())
        raise ModelError(f"{where}: keys {odd} are missing or unknown; expected {sorted(expected)}")
    for key, kind in expected.items():
        if type(found[key]) is not kind:
            raise ModelError(f"{where}: {key} is {found[key]!r}, expected {kind}")
        if (said := _fault(key, found[key])) is not None:
            raise ModelError(f"{where}: {key} is {found[key]!r}, expected {said}")
    return _consistent(where, Model(id=model_id, **found))


def _fault(key: str, value: Any) -> str | None:
    """What a value of that key should be, if it is not."""
    if key in RULES:
        fits, said = RULES[key]
        return None if fits(value) else said
    if isinstance(value, int) and value <= 0:
        return "a positive number"
    return "some text" if value == "" else None


def _consistent(where: str, model: Model) -> Model:
    layer = model.platform == "Android"
    if layer != (model.api_level > 0):
        said = "a number above 0 where there is an Android layer, and 0 elsewhere"
        raise ModelError(f"{where}: api_level is {model.api_level}, expected {said}")
    if model.system_bytes >= model.storage_bytes:
        raise ModelError(f"{where}: system_bytes is {model.system_bytes}, expected less than storage_bytes")
    return model


def _is_version(value: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+){0,3}", value) is not None


VERSION: tuple[Callable[[Any], bool], str] = (_is_version, 'a version such as "7.1.1"')
RULES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "os": (OSES.__contains__, f"one of {', '.join(OSES)}"),
    "form": (FORMS.__contains__, f"one of {', '.join(FORMS)}"),
    "os_version": VERSION,
    "platform_version": VERSION,
    "api_level": (lambda value: value >= 0, "0 or more"),
}
