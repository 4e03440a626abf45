"""The home screen and the lock screen."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from simulators.phone.app import App
from simulators.phone.element import Element
from simulators.phone.inbox import Notification
from simulators.phone.shell.banners import card
from simulators.phone.shell.voice import SPACE, Voice, group, image, named, text

ACROSS = 4
"""Icons in a row."""
SHOWN = 3
"""The lock screen has room for so many notifications, the newest first."""


def home(voice: Voice, apps: Iterable[App], now: datetime) -> Element:
    """The launcher: the time, and one icon for each app."""
    cells = [_cell(app) for app in apps]
    rows = tuple(
        group("", *_filled(cells[first : first + ACROSS]), style="grid_row")
        for first in range(0, len(cells), ACROSS)
    )
    return group(
        named(voice.packages.home, "launcher"),
        text("home_time", now.strftime("%H:%M"), "night_huge"),
        text("home_date", voice.date(now), "night_text"),
        SPACE,
        group("icons", *rows, style="grid"),
        style="clear",
    )


def _filled(row: list[Element]) -> list[Element]:
    """A row of as many cells as any other, so that icons stand below one another."""
    return row + [Element("group", "", style="grid_cell")] * (ACROSS - len(row))


def _cell(app: App) -> Element:
    icon = image(icon_of(app), "grid_icon")
    label = text("", app.label, "grid_label")
    return Element(
        "group",
        f"icon_{app.package}",
        description=app.label,
        tap=f"os:launch:{app.package}",
        children=(icon, label),
        style="grid_cell",
    )


def icon_of(app: App) -> str:
    """The picture of an app: its own, or the last character of its name."""
    return getattr(app, "icon", "") or f"letter:{app.label[-1:]}"


def lock(voice: Voice, notes: Sequence[Notification], apps: Iterable[App], now: datetime) -> Element:
    """The lock screen, with what has come in."""
    icons = {app.package: icon_of(app) for app in apps}
    newest = list(reversed(notes))[:SHOWN]
    cards = tuple(
        card(voice, note, icons.get(note.package), f"note_{number}") for number, note in enumerate(newest)
    )
    hint = voice.system.unlock_hint(voice.model.version, voice.language)
    return group(
        named(voice.packages.lock, "lock_screen"),
        text("lock_time", now.strftime("%H:%M"), "night_huge"),
        text("lock_date", voice.date(now), "night_text"),
        *cards,
        SPACE,
        Element("button", "unlock", hint, tap="os:unlock", style="night_hint"),
        style="clear",
    )
