"""The page: one HTML file with every picture, its style and its few functions inside, in both languages."""

import base64
from collections.abc import Sequence
from functools import cache
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from conformance.season import Season
from simulators.gallery.stills import Still
from simulators.gallery.wall import Room
from simulators.phone.model import Model

Language = Literal["en", "zh"]


def page(rooms: Sequence[Room], models: Sequence[Model], season: Season, lang: Language) -> str:
    """The whole page; `lang` is the language that it opens in. The same stills give the same text."""
    screens = [screen for room in rooms for screen in room.screens]
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            rooms=rooms,
            models=models,
            season=season.title,
            lang=lang,
            screens=len(screens),
            pictures=sum(len(shot.stills) for screen in screens for shot in screen.shots),
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("simulators.gallery"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["data"] = _data
    return made


def _data(still: Still) -> str:
    return f"data:image/png;base64,{base64.b64encode(still.png).decode()}"
