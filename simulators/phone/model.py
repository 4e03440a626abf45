"""Phone models, as data: simulators/phone/models/<id>.toml."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

DEFAULT = "oppo-a55-5g"


class ModelError(ValueError):
    """A model file that does not exist or does not hold what it should."""


@dataclass(frozen=True, slots=True)
class Model:
    """One model of phone. Lengths in pixels, storage in bytes, rates in bytes a second."""

    id: str
    manufacturer: str
    name: str
    code: str
    platform: str
    platform_version: str
    api_level: int
    width: int
    height: int
    density: int
    storage_bytes: int
    system_bytes: int
    battery_minutes: int
    video_bytes_per_second: int
    wifi_bytes_per_second: int
    mobile_bytes_per_second: int


@cache
def load(model_id: str) -> Model:
    """The shipped model of that id. ModelError names what is there, or the key that is wrong."""
    file = files("simulators.phone") / "models" / f"{model_id}.toml"
    if model_id not in names():
        raise ModelError(f"no phone model {model_id!r}; there are {', '.join(names())}")
    return _checked(model_id, tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def names() -> tuple[str, ...]:
    folder = files("simulators.phone") / "models"
    return tuple(
        sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    )


def _checked(model_id: str, found: dict[str, Any]) -> Model:
    expected = {row.name: row.type for row in fields(Model) if row.name != "id"}
    if found.keys() != expected.keys():
        odd = sorted(found.keys() ^ expected.keys())
        raise ModelError(
            f"models/{model_id}.toml: keys {odd} are missing or unknown; expected {sorted(expected)}"
        )
    wrong = [key for key, kind in expected.items() if type(found[key]) is not kind]
    if wrong:
        raise ModelError(
            f"models/{model_id}.toml: {wrong[0]} is {found[wrong[0]]!r}, expected {expected[wrong[0]]}"
        )
    return Model(id=model_id, **found)
