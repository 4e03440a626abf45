"""Interruptions that nobody wanted, departures on purpose, and what becomes of the exam."""

from __future__ import annotations

from collections.abc import Mapping

from conformance.bench.phones import CaptureKind
from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.moments import Moment
from steps.people import Cast
from steps.phrases import Count, Lasting


@given("{name} is answering on {phone:Handset}", "{name}正在使用{phone}答题")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.with_main("answering", name, phone)


@given("{cut:Cut} has cut {name} off for {lasting:Lasting}", "{name}的主机曾因{cut}中断，{lasting}")
@when("{cut:Cut} cuts {name} off for {lasting:Lasting}", "{name}的主机因{cut}中断，{lasting}")
def _(cast: Cast, name: str, cut: str, lasting: Lasting) -> None:
    cast[name].cut_off(cut, lasting)


@when("{cut:Cut} cuts {name} off until {moment:Moment}", "{name}的主机因{cut}中断，直至{moment}")
def _(cast: Cast, name: str, cut: str, moment: Moment) -> None:
    cast[name].cut_off_until(cut, moment)


@given(
    "{cut:Cut} has cut {name} off {often:Often}, each time for {lasting:Lasting}",
    "{name}的主机曾因{cut}多次中断，中断次数{often}，每次{lasting}",
)
@when(
    "{cut:Cut} cuts {name} off {often:Often}, each time for {lasting:Lasting}",
    "{name}的主机因{cut}多次中断，中断次数{often}，每次{lasting}",
)
def _(cast: Cast, name: str, cut: str, often: Count, lasting: Lasting) -> None:
    cast[name].cut_off_often(cut, cast.number(often), lasting)


@given("the app on the main phone of {name} has crashed", "{name}的主机应用已崩溃")
def _(cast: Cast, name: str) -> None:
    cast[name].crash()


@when("{name} comes back past the app after {lasting:Lasting}", "{name}绕过应用返回考试，此时中断{lasting}")
def _(cast: Cast, name: str, lasting: Lasting) -> None:
    cast[name].come_back_past_the_app(lasting)


@when("{name} comes back past the app once more", "{name}绕过应用再次返回考试")
def _(cast: Cast, name: str) -> None:
    cast[name].come_back_past_the_app()


@when("{name} {leaves:Leaves}", "{name}{leaves}")
def _(cast: Cast, name: str, leaves: str) -> None:
    cast[name].leave(leaves)


@given("{name} has left her exam, as she {leaves:Leaves}", "{name}已{leaves}，离开考试")
def _(cast: Cast, name: str, leaves: str) -> None:
    cast[name].leave(leaves)


@when("on her auxiliary phone, {name} {leaves:Leaves}", "{name}在辅机上{leaves}")
def _(cast: Cast, name: str, leaves: str) -> None:
    cast[name].aux_leave(leaves)


@when("{name} {capture:Capture} on her {role:Role} phone", "{name}在{role}上{capture}")
def _(cast: Cast, name: str, capture: CaptureKind, role: str) -> None:
    cast[name].capture(capture, role)


@then(
    "what becomes of {name} for it is one of the ways that the rule accepts",
    "对{name}的处理属于规则可接受的情形之一",
)
def _(cast: Cast, name: str, accepts: Mapping[str, Text]) -> None:
    observe(checks.capture_met(cast.records_of(name), cast[name].flags()), accepts)


@when("a call comes in for {name} and she {untaken:Untaken}", "{name}的主机有来电，{untaken}")
def _(cast: Cast, name: str, untaken: str) -> None:
    cast[name].leave_call_alone(untaken)


@then("{name} goes on with her exam", "{name}继续考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.goes_on(*cast[name].look_at_exam(), cast.records_of(name)))


@then("the record lets {name} go on with her exam", "平台记录{name}返回并继续考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.going_on_by_the_record(cast.records_of(name)))


@then("the exam of {name} has {counted:Counted}", "{name}的考试{counted}")
def _(cast: Cast, name: str, counted: Count) -> None:
    judge(checks.interruptions_counted(cast.number(counted), cast.records_of(name)))


@then("the exam of {name} has failed", "{name}的考试记录为失败")
def _(cast: Cast, name: str) -> None:
    judge(checks.failed(cast.records_of(name)))


@then("{name} is told that her exam has failed", "{name}的主机显示考试失败")
def _(cast: Cast, name: str) -> None:
    judge(checks.told_of_the_end(*cast[name].look_at_exam(), cast.label("failed")))


@then("the exam of {name} has been terminated", "{name}的考试记录为终止")
def _(cast: Cast, name: str) -> None:
    judge(checks.terminated(cast.records_of(name)))


@then("when {name} comes back, she is told that her exam is over", "{name}返回后，主机显示考试终止")
def _(cast: Cast, name: str) -> None:
    judge(checks.told_of_the_end(*cast[name].come_back_and_look(), cast.label("terminated")))


@then(
    "the answering time of {name} gives the time left until the exam ends",
    "{name}屏幕显示的答题时间与距考试结束的时间一致",
)
def _(cast: Cast, name: str) -> None:
    judge(
        checks.countdown_gives(
            cast[name].main.answering.remaining(), cast.left_until("ends"), cast.label("answering_time")
        )
    )


@then("{name} is at the step that is due", "{name}进入当时应进行的步骤")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].look_at_step_due()))


@then("{name} is at the step that is due {moment:Moment}", "{moment}，{name}进入当时应进行的步骤")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.on_screen(cast.move_to(moment)[name].look_at_step_due()))


@then("{name} may photograph her sheets", "{name}可以拍摄答题纸")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].main.photos.look()))


@then("{name} finds her way back to the waiting room", "{name}可以返回候考")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].come_back_to_waiting()))
