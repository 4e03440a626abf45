"""Submissions of the main and of the auxiliary phone."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} has submitted", "{name}已提交")
def _(cast: Cast, name: str) -> None:
    cast.at("photos", name).have_submitted()


@given("{name} has submitted on {phone:Handset}", "{name}已在{phone}上提交")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.with_main("photos", name, phone).have_submitted()


@given("the auxiliary phone of {name} has stopped recording", "{name}的辅机已完成录制")
def _(cast: Cast, name: str) -> None:
    cast[name].aux.finish()


@given("{name} has tried to submit", "{name}已尝试提交答卷")
@when("{name} submits", "{name}提交答卷")
def _(cast: Cast, name: str) -> None:
    cast[name].submit()


@when("{name} submits {moment:Moment}", "{moment}，{name}提交答卷")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].submit(moment)


@when("{name} submits past the app", "{name}绕过应用提交")
def _(cast: Cast, name: str) -> None:
    cast[name].submit_past_the_app()


@when("{name} submits past the app {moment:Moment}", "{moment}，{name}绕过应用提交")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].submit_past_the_app(moment)


@when("the auxiliary phone of {name} is asked to submit", "{name}在辅机上提交")
def _(cast: Cast, name: str) -> None:
    cast[name].try_aux_submit()


@when("the auxiliary phone of {name} submits past the app", "{name}的辅机绕过应用提交")
def _(cast: Cast, name: str) -> None:
    cast[name].aux_submit_past_the_app()


@when(
    "{number:Number} submissions of {name} arrive past the app at once",
    "{name}的{number}次提交绕过应用同时到达",
)
def _(cast: Cast, name: str, number: int) -> None:
    cast[name].submit_at_once(number)


@then(
    "one of them is accepted and the others are refused as she has submitted already",
    "其中仅一次被接受，其余因已经提交而被拒绝",
)
def _(cast: Cast) -> None:
    judge(checks.one_submission_accepted(cast.answers))


@then("{name} is refused the submission because {cause:Because}", "{name}的提交因{cause}而不予接受")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("submit", cause, cast[name].sitting, cast.new_records()))


@then("{name} cannot submit and nothing of hers is recorded as submitted", "{name}不能提交，且没有提交记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_submitted(cast[name].try_submit(), cast.records_of(name)))


@then("with {pages:Pages} photographed, {name} can submit", "拍摄{pages}后，{name}可以提交")
def _(cast: Cast, name: str, pages: str) -> None:
    judge(checks.submitted_once(cast[name].complete_and_submit(pages)))


@then(
    "with {pages:Pages} photographed, the submission of {name} is accepted past the app",
    "拍摄{pages}后，{name}绕过应用的提交被接受",
)
def _(cast: Cast, name: str, pages: str) -> None:
    judge(checks.accepted(cast[name].complete_and_submit_past_the_app(pages)))


@then("{name} can submit", "{name}可以提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.submitted_once(cast[name].submit()))


@then("{name} finds her way back and can submit", "{name}可以返回并提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.submitted_once(cast[name].come_back_and_submit()))


@then("{name} is not told that she has submitted", "{name}的主机未显示已提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_submitted(cast[name].main.submitted.shown(), cast.records_of(name)))


@then(
    "{name} is recorded as having submitted once, {moment:Moment}", "{name}仅有一次提交记录，时间为{moment}"
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.submitted_once(cast.records_of(name), cast.instant(moment)))


@then("{name} stays recorded as having submitted once", "{name}仍仅有一次提交记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.submitted_once(cast.records_of(name)))


@then(
    "within a minute, {name} learns from her phone that she has submitted", "一分钟内，{name}的主机显示已提交"
)
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].told_within_a_minute()))


@then(
    "the auxiliary phone of {name} cannot submit and nothing of it is recorded",
    "{name}的辅机不能提交，且没有提交记录",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_not_submitted(cast.records_of(name)))


@then(
    "the auxiliary phone of {name} is refused because {cause:Because}",
    "{name}的辅机因{cause}而不得提交",
)
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("aux_submit", cause, cast[name].sitting, cast.new_records()))


@then("once {name} has submitted, her auxiliary phone can submit", "{name}在主机提交后，辅机可以提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_submitted_once(cast[name].submit_both()))


@then(
    "once {name} has submitted, the submission of her auxiliary phone is accepted past the app",
    "{name}在主机提交后，辅机绕过应用的提交被接受",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.accepted(cast[name].submit_then_aux_past_the_app()))


@then("the auxiliary phone of {name} can submit", "{name}的辅机可以提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_submitted_once(cast[name].aux_submit()))
