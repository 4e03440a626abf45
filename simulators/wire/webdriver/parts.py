"""What this wire needs to know of the parts of a phone, of its apps and of what happened on it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol


class Model(Protocol):
    """What kind of phone it is: `platform` is what it answers as, `scale` the pixels of one of iOS's points."""

    @property
    def platform(self) -> str: ...
    @property
    def platform_version(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def os(self) -> str: ...
    @property
    def os_version(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def scale(self) -> int: ...


class Watch(Protocol):
    """The time as the phone shows it."""

    def now(self) -> datetime: ...


class World(Protocol):
    """The world's time, and calls that are due at an instant of it."""

    def now(self) -> datetime: ...
    def call_at(self, at: datetime, owner: str, action: Callable[[], None], /) -> object: ...


class App(Protocol):
    """An installed app."""

    @property
    def package(self) -> str: ...
    @property
    def activity(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def version(self) -> str: ...


class Battery(Protocol):
    """`level` in percent."""

    @property
    def level(self) -> float: ...
    @property
    def charging(self) -> bool: ...
    def set(self, *, percent: float | None = None, plugged: bool | None = None) -> None: ...


class Network(Protocol):
    """Whether the phone is connected, by what (wifi or mobile), how well (0 to 4), and what the mobile network is."""

    up: bool
    kind: str
    bars: int
    generation: str

    def set(self, *, bytes_per_second: int | None = None) -> None: ...


class Settings(Protocol):
    """The operating system's settings by name."""

    def __getitem__(self, name: str, /) -> Any: ...
    def set(self, changes: Mapping[str, Any], /) -> None: ...


class Storage(Protocol):
    """Files by name, with their nominal bytes; those that have bytes of their own lie in `folder`."""

    @property
    def files(self) -> Mapping[str, int]: ...
    @property
    def folder(self) -> Path: ...
    @property
    def folders(self) -> set[str]: ...
    def write(self, name: str, content: bytes, /) -> object: ...
    def drop(self, name: str, /) -> None: ...


class Clipboard(Protocol):
    """What was copied last."""

    content: bytes
    kind: str

    def copy(self, content: bytes, kind: str, /) -> None: ...


class Permissions(Protocol):
    """What apps may use."""

    def allows(self, package: str, name: str, /) -> bool: ...
    def decide(self, package: str, name: str, answer: Literal["allow", "deny"], /) -> None: ...
    def forget(self, package: str, name: str, /) -> None: ...


class Calls(Protocol):
    """The call that there is: idle, ringing or talking."""

    @property
    def state(self) -> str: ...
    @property
    def number(self) -> str: ...


class Message(Protocol):
    """A text message."""

    @property
    def sender(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def at(self) -> datetime: ...


class Notification(Protocol):
    """What an app or the system had to say."""

    @property
    def package(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def at(self) -> datetime: ...


class Entry(Protocol):
    """One thing that happened: what, to whom, how."""

    @property
    def at(self) -> datetime: ...
    @property
    def what(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def how(self) -> str: ...


class Journal(Protocol):
    """What happened; entries are numbered."""

    @property
    def count(self) -> int: ...
    def since(self, number: int, /) -> Sequence[Entry]: ...
    def clear(self) -> None: ...
