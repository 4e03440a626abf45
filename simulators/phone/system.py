"""Operating systems, as data: simulators/phone/systems/*.toml. What a phone's system has, says and asks."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol, TypeVar

import msgspec

from simulators.phone.model import Model, numbers

Answer = Literal["allow", "once", "wifi", "deny"]
"""What a button of a question says: for good, until the process ends, on Wi-Fi only, not."""
CHINESE = "zh"


class BadSystem(ValueError):
    """A system's file that does not hold what it should."""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a system's file; an unknown key is an error."""


class Text(Table, frozen=True):
    """Words of the system in both languages."""

    zh: str
    en: str

    def said(self, language: str) -> str:
        """In Chinese on a phone that is set to it, elsewhere in English."""
        return self.zh if language.startswith(CHINESE) else self.en


class Button(Text, frozen=True, kw_only=True):
    """A button of a question."""

    answer: Answer


class Question(Table, frozen=True):
    """How the system asks for one permission, from a version on."""

    permission: str
    since: str
    message: Text
    buttons: tuple[Button, ...]


class Hint(Text, frozen=True, kw_only=True):
    """How the lock screen says that it can be unlocked, from a version on."""

    since: str


class Packages(Table, frozen=True):
    """Who draws what: the packages of the system's own screens."""

    bar: str
    banner: str
    home: str
    lock: str
    call: str
    alarm: str
    messages: str
    settings: str
    question: str


class Words(Table, frozen=True):
    """What the system's own screens say."""

    ringing: Text
    talking: Text
    answer: Text
    decline: Text
    hang_up: Text
    alarm: Text
    alarm_stop: Text
    alarm_snooze: Text
    messages: Text
    settings: Text
    no_network: Text
    no_notifications: Text
    clear_all: Text
    assistant: Text
    assistant_listens: Text
    assistant_close: Text


class System(Table, frozen=True):
    """One operating system. `rest_after_seconds` after it left the front, a process without a service lies still."""

    name: str
    oses: tuple[str, ...]
    keys: tuple[str, ...]
    call_banner_since: str
    rest_after_seconds: int
    dialog: Literal["sheet", "alert"]
    packages: Packages
    words: Words
    unlock: tuple[Hint, ...]
    questions: tuple[Question, ...]

    def questions_of(self, version: tuple[int, ...]) -> dict[str, Question]:
        """The questions of one version, by permission, in the file's order."""
        names = dict.fromkeys(row.permission for row in self.questions)
        rows = {name: [row for row in self.questions if row.permission == name] for name in names}
        newest = {name: reached(version, rows[name]) for name in names}
        return {name: row for name, row in newest.items() if row is not None}

    def unlock_hint(self, version: tuple[int, ...], language: str) -> str:
        """How the lock screen of one version says that it can be unlocked."""
        hint = reached(version, self.unlock)
        return hint.said(language) if hint else ""


class Dated(Protocol):
    @property
    def since(self) -> str: ...


DatedT = TypeVar("DatedT", bound=Dated)


def reached(version: tuple[int, ...], rows: Iterable[DatedT]) -> DatedT | None:
    """The newest row that a version has come to; None where it is older than all."""
    there = [row for row in rows if numbers(row.since) <= version]
    return max(there, key=lambda row: numbers(row.since), default=None)


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
