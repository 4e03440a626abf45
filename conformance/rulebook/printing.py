"""Prints pages that need no network: one file, one language, no script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.form import Language
from reports.visible import visible
from reports.wording import place, word


def render(template: str, lang: Language, **content: object) -> str:
    """A template of this room in one language; equal content gives equal text."""
    return (
        _environment()
        .get_template(template)
        .render(
            lang=lang,
            code="zh-CN" if lang == "zh" else "en",
            t=lambda said: said.within(lang),
            say=lambda en, zh: zh if lang == "zh" else en,
            w=lambda group, key: word(group, key).within(lang),
            place=lambda section: place(section).within(lang),
            style=_style(),
            **content,
        )
    )


@cache
def _environment() -> Environment:
    """Autoescape; every string is made visible on its way out, and an unknown name is an error."""
    return Environment(
        loader=PackageLoader("conformance.rulebook"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
    )


@cache
def _style() -> Markup:
    return Markup((files("conformance.rulebook") / "templates" / "document.css").read_text(encoding="utf-8"))
