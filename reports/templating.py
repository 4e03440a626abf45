"""Templates of any room: one environment for each, in which nothing escapes and no name is made up."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.visible import visible


@cache
def environment(package: str) -> Environment:
    """Of the package's `templates`. Autoescape; every string is made visible on its way out, and an unknown name is an error."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
    )


@cache
def style(package: str, name: str) -> Markup:
    """A style sheet that lies beside the templates, to stand in the page itself."""
    return Markup((files(package) / "templates" / name).read_text(encoding="utf-8"))
