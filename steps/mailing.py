"""Answer sheets by post: the stamp, the bag, and what the school's mail room makes of them."""

from __future__ import annotations

from steps import checks
from steps.bilingual import then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast
from steps.phrases.around import Parcel


@when(
    "{name} posts her sheets {moment:Moment} under a stamp that shows {grain:Stamp}",
    "{moment}，{name}寄出答题纸，邮戳{grain}",
)
def _(cast: Cast, name: str, moment: Moment, grain: str) -> None:
    cast[name].post(Parcel(), moment, grain)


@when("{name} posts {parcel:Parcel} {moment:Moment}", "{moment}，{name}寄出答题纸，{parcel}")
def _(cast: Cast, name: str, parcel: Parcel, moment: Moment) -> None:
    cast[name].post(parcel, moment)


@when("{name} posts sheets of her subject anyhow {moment:Moment}", "{moment}，{name}仍寄出本科目的答题纸")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].post_anyhow(moment)


@then(
    "the mail room finds the sheets of {name} posted {posted:Posted}", "学校收发室认定{name}的答题纸{posted}"
)
def _(cast: Cast, name: str, posted: str) -> None:
    judge(checks.posted(posted, cast[name].mail()))


@then(
    "the mail room notes {amiss:MailNote} of the sheets of {name}", "学校收发室对{name}的答题纸记录：{amiss}"
)
def _(cast: Cast, amiss: tuple[str, ...], name: str) -> None:
    judge(checks.noted(amiss, cast[name].mail()))
