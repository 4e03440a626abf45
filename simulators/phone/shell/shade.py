"""The notifications, drawn down over the screen."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from simulators.phone.element import Element
from simulators.phone.inbox import Notification
from simulators.phone.shell.banners import lines
from simulators.phone.shell.voice import Voice, group, named, text


def notifications(
    voice: Voice, notes: Iterable[Notification], icons: Mapping[str, str], now: datetime
) -> Element:
    """What apps and the system had to say, the newest first. A tap follows one to its app."""
    cards = tuple(
        Element(
            "group",
            "notification",
            description=f"{note.title}，{note.text}",
            tap=f"os:follow:{note.package}",
            children=(lines(voice, note, icons.get(note.package), "notification"),),
            style="banner_card",
        )
        for note in reversed(tuple(notes))
    )
    words = voice.words
    nothing = (text("no_notifications", voice.say(words.no_notifications), "night_text"),)
    clear = Element("button", "clear_all", voice.say(words.clear_all), tap="os:clear", style="night_hint")
    return group(
        named(voice.packages.bar, "notification_panel"),
        text("panel_date", voice.date(now), "night_text"),
        Element("list", "notifications", children=cards or nothing, style="body"),
        *((clear,) if cards else ()),
        style="whole_night",
    )
