"""The header of an answer sheet: how it is written, and what of it is told to whoever reviews the photos."""

from __future__ import annotations

from steps import checks
from steps.bilingual import then, when
from steps.judging import judge
from steps.people import Cast
from steps.phrases.around import Header


@when("{name} photographs her sheets with {header:Header}", "{name}拍摄答题纸，{header}")
def _(cast: Cast, name: str, header: Header) -> None:
    cast[name].photograph_with(header)


@then(
    "the reviewer is told of {told:Told} on every page of {name}",
    "审核人员得知{name}每页答题纸的情况：{told}",
)
def _(cast: Cast, told: tuple[tuple[str, ...], str], name: str) -> None:
    judge(checks.header_told(*told, cast[name].headers(), cast[name].pages))


@then(
    "the main phone of {name} reminds of sheets, draft paper and pen",
    "{name}的主机提醒备好答题纸、草稿纸和笔",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.says_together(cast.labels("sheets", "draft_paper", "pen"), cast[name].texts_on("main")))
