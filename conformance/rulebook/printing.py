"""Prints pages that need no network: one file, one language, no script."""

from __future__ import annotations

from reports.form import Language
from reports.templating import environment, style
from reports.wording import place, word

ROOM = "conformance.rulebook"


def render(template: str, lang: Language, **content: object) -> str:
    """A template of this room in one language; equal content gives equal text."""
    return (
        environment(ROOM)
        .get_template(template)
        .render(
            lang=lang,
            code="zh-CN" if lang == "zh" else "en",
            t=lambda said: said.within(lang),
            say=lambda en, zh: zh if lang == "zh" else en,
            w=lambda group, key: word(group, key).within(lang),
            place=lambda section: place(section).within(lang),
            style=style(ROOM, "document.css"),
            **content,
        )
    )
