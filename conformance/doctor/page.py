"""What the doctor found, as a page that needs no network and runs no script."""

from __future__ import annotations

from conformance.doctor.forms import GRADES, Checkup
from conformance.doctor.telling import MARKS, TOLD, seconds, title, total_of
from reports.form import Language
from reports.templating import environment, style
from reports.wording import banner_of

ROOM = "conformance.doctor"


def page(found: Checkup, lang: Language) -> str:
    """The whole page in one language."""
    return (
        environment(ROOM)
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
            sum=total_of(found),
            name=lambda seen: title(seen, lang),
            seconds=lambda seen: seconds(seen, lang),
            style=style(ROOM, "readiness.css"),
        )
    )
