"""How the stills hang: wing by wing, screen by screen in the order of the screenbooks, moment by moment, model by model."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulators.apps.aux.app import AUX_BOOK
from simulators.apps.main.app import MAIN_BOOK
from simulators.apps.screenbook import SCREEN, TEXT, Screenbook
from simulators.gallery.stills import Still, Wing, Words

BOOKS: Mapping[Wing, Screenbook[Any]] = {"main": MAIN_BOOK, "aux": AUX_BOOK}
TITLES: Mapping[Wing, Words] = {
    "main": Words("小艺帮, the main phone's app", "小艺帮（主机）"),
    "aux": Words("小艺助手, the aux phone's app", "小艺助手（辅机）"),
    "system": Words("The phone's own screens", "手机系统界面"),
}
OF_THE_PHONE = Words(
    "as the system of this phone has it; no part of the apps", "属于手机系统，不属于两款应用"
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One moment on each model."""

    caption: Words
    stills: tuple[Still, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen; without shots it is in the book and nobody has walked there."""

    name: str
    from_text: bool
    basis: Words
    shots: tuple[Shot, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """One wing with its screens."""

    wing: Wing
    title: Words
    screens: tuple[Screen, ...]


def hang(stills: Iterable[Still]) -> list[Room]:
    """Every screen of both books, and those of the phone itself, each with its stills."""
    found = list(stills)
    return [Room(wing, title, tuple(_screens(wing, found))) for wing, title in TITLES.items()]


def missing(rooms: Iterable[Room]) -> list[str]:
    """The screens that nobody has walked to, as `wing/screen`."""
    return [f"{room.wing}/{screen.name}" for room in rooms for screen in room.screens if not screen.shots]


def _screens(wing: Wing, stills: list[Still]) -> Iterator[Screen]:
    if wing not in BOOKS:
        names = dict.fromkeys(still.screen for still in stills if still.wing == wing)
        yield from (Screen(name, False, OF_THE_PHONE, _shots(wing, name, stills)) for name in names)
        return
    for row in BOOKS[wing].rows():
        if row["kind"] == SCREEN:
            shots = _shots(wing, row["name"], stills)
            yield Screen(row["name"], row["basis"] == TEXT, Words(**row["source"]), shots)


def _shots(wing: Wing, name: str, stills: list[Still]) -> tuple[Shot, ...]:
    moments: dict[Words, list[Still]] = {}
    for still in stills:
        if (still.wing, still.screen) == (wing, name):
            moments.setdefault(still.caption, []).append(still)
    return tuple(Shot(caption, tuple(shown)) for caption, shown in moments.items())
