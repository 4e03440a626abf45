"""Operating systems, as data: simulators/phone/systems/*.toml. What a phone's system has, says and asks."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from simulators.phone.model import Model, numbers

Answer = Literal["allow", "once", "wifi", "deny"]
"""What a button of a question says: for good, until the process ends, on Wi-Fi only, not."""


class BadSystem(ValueError):
    """A system's file that does not hold what it should."""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a system's file; an unknown key is an error."""


class Question(Table, frozen=True):
    """How the system asks for one permission, from a version on."""

    permission: str
    since: str
    message: str
    buttons: tuple[tuple[Answer, str], ...]


class Packages(Table, frozen=True):
    """Who draws what: the packages of the system's own screens."""

    bar: str
    banner: str
    home: str
    lock: str
    call: str
    alarm: str
    messages: str
    question: str


class System(Table, frozen=True):
    """One operating system. `rest_after_seconds` after it left the front, a process without a service lies still."""

    name: str
    oses: tuple[str, ...]
    keys: tuple[str, ...]
    call_banner_since: str
    rest_after_seconds: int
    packages: Packages
    questions: tuple[Question, ...]

    def questions_of(self, version: tuple[int, ...]) -> dict[str, Question]:
        """The questions of one version, by permission, in the file's order."""
        reached = [row for row in self.questions if numbers(row.since) <= version]
        newest = {row.permission: row for row in sorted(reached, key=lambda row: numbers(row.since))}
        return {row.permission: newest[row.permission] for row in reached}


@cache
def system_of(model: Model) -> System:
    """The system that runs on a model."""
    return next(system for system in systems() if model.os in system.oses)


@cache
def systems() -> tuple[System, ...]:
    """The systems that there are."""
    folder = files("simulators.phone") / "systems"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(read(name, (folder / name).read_text(encoding="utf-8")) for name in names)


def read(name: str, text: str) -> System:
    """A system's TOML. BadSystem says where it is not what it should be."""
    try:
        return msgspec.convert(tomllib.loads(text), System)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadSystem(f"systems/{name}: {error}") from error
