"""The page of a run with several pairs of phones: a row for each, with what came of it and the way to its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from conformance.target import Target
from conformance.target.pairs import Device, PhonePair
from reports.form import NOTHING, Language, Results, Text, Verdict
from reports.templating import environment, style
from reports.visible import one_line
from reports.wording import banner, word

ROOM = "conformance.running"
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: what came of its run, or why there was none."""

    pair: PhonePair
    results: Results | None = None
    folder: str = ""
    stopped: Text = NOTHING

    @property
    def said(self) -> Text:
        """The verdict, or why there is none."""
        return word("run", self.results.verdict) if self.results else self.stopped


def page(rows: Sequence[Row], target: Target, lang: Language) -> str:
    """The whole page in one language."""
    ran = [row.results for row in rows if row.results]
    return (
        environment(ROOM)
        .get_template("pairs.html.j2")
        .render(
            lang=lang,
            code="zh-CN" if lang == "zh" else "en",
            t=lambda said: one_line(said.within(lang)),
            say=lambda en, zh: zh if lang == "zh" else en,
            rows=rows,
            target=target.name,
            told=ran[0] if ran else None,
            banner=banner(ran[0]) if ran else None,
            verdicts=[one for one in VERDICTS if any(one in found.counts.rules for found in ran)],
            word=lambda verdict: word("verdict", verdict),
            phones=_phones,
            style=style(ROOM, "pairs.css"),
        )
    )


def _phones(row: Row) -> list[tuple[Text, Device | None]]:
    named = {"main": Text("main phone", "主机"), "aux": Text("auxiliary phone", "辅机")}
    return [(name, row.pair.devices.get(role)) for role, name in named.items()]
