"""The support desk: how it is reached, when it answers, and what."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given(
    "{name} has asked the support desk {way:Way} about {topic:Topic} {moment:Moment}",
    "{moment}，{name}已{way}咨询{topic}",
)
@when(
    "{name} asks the support desk {way:Way} about {topic:Topic} {moment:Moment}",
    "{moment}，{name}{way}咨询{topic}",
)
def _(cast: Cast, name: str, way: str, topic: str, moment: Moment) -> None:
    cast[name].ask_support(way, topic, moment)


@then("{name} is answered at once", "{name}即时得到答复")
def _(cast: Cast, name: str) -> None:
    judge(checks.answered(cast[name].query, cast[name].query.received_at))


@then("{name} has no answer yet", "{name}尚未得到答复")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_answered(cast[name].query))


@then("{name} has no answer yet {moment:Moment}", "{moment}，{name}尚未得到答复")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.not_answered(cast[name].look_at_query(moment)))


@then("{name} is answered {moment:Moment}", "{moment}，技术咨询已答复{name}")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.answered(cast[name].look_at_query(moment), cast.instant(moment)))


@then("{name} is answered by the support desk itself", "技术咨询直接答复{name}")
def _(cast: Cast, name: str) -> None:
    judge(checks.answered_by_desk(cast[name].query))


@then("{name} is told to ask the school", "{name}得知应向学校咨询")
def _(cast: Cast, name: str) -> None:
    judge(checks.referred_to_school(cast[name].query))
