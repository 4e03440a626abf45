"""Settings of the two phones: how they are made, what is otherwise, and who can tell."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast
from steps.phrases import Count
from steps.phrases.settings import Amiss


@given("{phone:Handset} is set as the notice wants it", "{phone}已按须知设置")
def _(cast: Cast, phone: str) -> None:
    cast.make_ready(phone)


@given("that phone {amiss:Amiss}", "该手机{amiss}")
def _(cast: Cast, amiss: Amiss) -> None:
    cast.put_amiss(amiss)


@given("an alarm of that phone is set for {moment:Moment}", "该手机所设闹钟的时间为{moment}")
def _(cast: Cast, moment: Moment) -> None:
    cast.set_alarm(moment)


@given("the battery of that phone has {percent:Percent}", "该手机的电量{percent}")
def _(cast: Cast, percent: Count) -> None:
    cast.charge(cast.number(percent))


@given("the signal of that phone has {bars:Bars}", "该手机的信号{bars}")
def _(cast: Cast, bars: Count) -> None:
    cast.weaken(cast.number(bars))


@given("that phone is meant for an exam {length:Length}", "该手机用于{length}的考试")
def _(cast: Cast, length: int) -> None:
    cast.before_exam_of(length)


@when("the {aspect:LookedUp} of that phone is looked up", "查看该手机的{aspect}")
def _(cast: Cast, aspect: str) -> None:
    cast.look_up([aspect])


@when("the {aspect:LookedUp} of the {role:Role} phone of {name} is looked up", "查看{name}的{role}的{aspect}")
def _(cast: Cast, name: str, role: str, aspect: str) -> None:
    cast.look_up([aspect], cast[name].udid(role), role)


@when("all of that phone is looked up", "全面检查该手机")
def _(cast: Cast) -> None:
    cast.look_up([])


@then("nothing of it falls short", "未发现不符合须知之处")
def _(cast: Cast) -> None:
    judge(checks.short_of([], cast.remarks))


@then("only its {aspect:Aspect} falls short", "仅其{aspect}不符合须知")
def _(cast: Cast, aspect: str) -> None:
    judge(checks.short_of([aspect], cast.remarks))


@then("{teller:Teller} tells so", "上述情况由{teller}说明")
def _(cast: Cast, teller: str) -> None:
    judge(checks.told_by(teller, cast.remarks))
