"""Pages of figures and charts, in both languages: one skeleton, one style, one small script, for whoever has a template for them.

As in a run's report, a content security policy names the hashes of the page's one style sheet and one script.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from reports import templating
from reports.form import Language, Text
from reports.page import hashed

SHARED = ("base", "report", "chart", "sheet")


def sheet(package: str, template: str, language: Language, **values: Any) -> str:
    """The page made of the package's `templates/<template>`, which extends `sheet.html.j2`; equal values give equal text."""
    return (
        environment(package)
        .get_template(template)
        .render(language=language, style=style(), script=script(), policy=policy(), **values)
    )


@cache
def environment(package: str) -> Environment:
    """The package's own, to which the skeleton is known too."""
    made = templating.environment(package).overlay(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("reports")])
    )
    made.globals.update(filled=filled, grouped=grouped)
    return made


def filled(said: Text, **values: object) -> Text:
    """A sentence with its places filled in; what is in both languages itself, in each in its own."""
    within = (
        {key: getattr(one, code) if isinstance(one, Text) else one for key, one in values.items()}
        for code in ("en", "zh")
    )
    return Text(*(part.format(**those) for part, those in zip((said.en, said.zh), within, strict=True)))


def grouped(value: float) -> str:
    """A number with its thousands set apart, no more precise than four figures make it."""
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.4g}"


def policy() -> str:
    """The page's content security policy."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{hashed(style())}'; script-src '{hashed(script())}'"
    )


@cache
def style() -> Markup:
    """The style sheet of every such page."""
    return Markup("\n").join(templating.style("reports", f"css/{name}.css") for name in SHARED)


@cache
def script() -> Markup:
    """What chooses language and theme."""
    return templating.style("reports", "js/sheet.js")
