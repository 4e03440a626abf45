"""What the doctor found, as a page that needs no network and runs no script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from conformance.doctor.forms import GRADES, Checkup
from conformance.doctor.telling import MARKS, SUMS, TOLD, seconds, title
from reports.form import Language
from reports.visible import visible
from reports.wording import banner_of


def page(found: Checkup, lang: Language) -> str:
    """The whole page in one language."""
    return (
        _environment()
        .get_template("readiness.html.j2")
        .render(
            lang=lang,
            code="zh-CN" if lang == "zh" else "en",
            t=lambda said: said.within(lang),
            say=lambda en, zh: zh if lang == "zh" else en,
            found=found,
            banner=banner_of(found.kind),
            grades=GRADES,
            marks={grade: mark for grade, (mark, _) in MARKS.items()},
            order=list(MARKS),
            told=TOLD,
            sum=SUMS[found.grade],
            name=lambda seen: title(seen, lang),
            seconds=lambda seen: seconds(seen, lang),
            style=_style(),
        )
    )


@cache
def _environment() -> Environment:
    """Autoescape; every string is made visible on its way out, and an unknown name is an error."""
    return Environment(
        loader=PackageLoader("conformance.doctor"),
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
    return Markup((files("conformance.doctor") / "templates" / "readiness.css").read_text(encoding="utf-8"))
