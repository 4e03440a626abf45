"""Accounts: from two new phones to an exam that may be opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} is registered at the school and has new phones", "{name}已在学校报名，手机均为新机")
def _(cast: Cast, name: str) -> None:
    cast.enrolled(name)


@given("{name} has asked for a code", "{name}已请求验证码")
def _(cast: Cast, name: str) -> None:
    cast.enrolled(name).ask_for_code()


@given("{name} has asked for a code twice", "{name}已两次请求验证码")
def _(cast: Cast, name: str) -> None:
    cast.enrolled(name).ask_for_code_twice()


@given("the code of {name} has aged until {aged:Aged}", "{name}的验证码{aged}")
def _(cast: Cast, name: str, aged: timedelta) -> None:
    cast[name].wait_for_code_to_age(aged)


@when(
    "{name} makes an account, is identified, confirms her exam and prepares for it",
    "{name}注册账号，完成认证，确认考试并完成考前准备",
)
def _(cast: Cast, name: str) -> None:
    cast[name].come_from_new_phones()


@when("{name} completes the registration with {code:TypedCode}", "{name}以{code}完成注册")
def _(cast: Cast, name: str, code: str) -> None:
    cast[name].complete_registration(code)


@when(
    "{name} completes the registration with the code that was sent to {other}",
    "{name}以发送至{other}手机号的验证码完成注册",
)
def _(cast: Cast, name: str, other: str) -> None:
    cast[name].complete_registration_with_code_of(cast[other])


@then("with the code that was sent, {name} completes the registration", "以收到的验证码，{name}可以完成注册")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("account_created", cast[name].complete_registration("right")))


@then("with a fresh code, {name} completes the registration", "重新获取验证码后，{name}可以完成注册")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("account_created", cast[name].register_anew()))


@then("the record of {name} has {what:Happened}", "{name}的记录有{what}")
def _(cast: Cast, name: str, what: str) -> None:
    judge(checks.happened(what, cast.news_of(name)))


@then("the record of {name} does not have {what:Happened}", "{name}的记录没有{what}")
def _(cast: Cast, name: str, what: str) -> None:
    judge(checks.has_not_happened(what, cast.news_of(name)))


@given("{name} has {far:HowFar} and is logged out", "{name}已有{far}，尚未登录")
def _(cast: Cast, name: str, far: str) -> None:
    cast.enrolled(name).authenticate_and_log_out(far)


@given("{name} has {far:HowFar}", "{name}已有{far}")
def _(cast: Cast, name: str, far: str) -> None:
    cast.enrolled(name).authenticate_up_to(far)


@given(
    "the school has {otherwise:Otherwise} of {name}, and she has an authenticated account",
    "学校登记的{name}{otherwise}，其账号已完成全部认证",
)
def _(cast: Cast, name: str, otherwise: Mapping[str, str]) -> None:
    cast.enrolled(name, otherwise).authenticate()


@when("{name} logs in with {by:Login}", "{name}以{by}登录")
def _(cast: Cast, name: str, by: str) -> None:
    cast[name].try_log_in(by)


@then("with her phone number, {name} can log in", "以手机号，{name}可以登录")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("logged_in", cast[name].log_in_anew()))


@when("{name} photographs only one side of her ID card", "{name}仅拍摄身份证的一面")
def _(cast: Cast, name: str) -> None:
    cast[name].photograph_one_side()


@then("{name} cannot go on with the identity check", "{name}不能继续身份认证")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_offered(cast[name].main.identity.may_go_on()))


@then("with both sides, the identity of {name} is checked", "拍摄两面后，{name}的身份认证通过")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("identity_verified", cast[name].photograph_other_side()))


@when("{name} has her identity checked by hand", "{name}手动上传身份证信息")
def _(cast: Cast, name: str) -> None:
    cast[name].go_and_identify_by_hand()


@given("{name} has taken the identity of {other}", "{name}已冒用{other}的身份通过认证")
def _(cast: Cast, name: str, other: str) -> None:
    cast[name].go_and_claim(cast[other])


@when("{name} has her own identity checked", "{name}进行本人的身份认证")
def _(cast: Cast, name: str) -> None:
    cast[name].go_and_identify()


@then("{name} is offered an appeal", "{name}可以申诉")
def _(cast: Cast, name: str) -> None:
    judge(checks.offered(cast[name].main.identity.offers_appeal()))


@given("{name} has appealed against that", "{name}已就此提出申诉")
def _(cast: Cast, name: str) -> None:
    cast[name].go_and_appeal()


@when("the appeal of {name} is {decision:Decision}", "{name}的申诉{decision}")
def _(cast: Cast, name: str, decision: str) -> None:
    cast[name].decide("identity_appeal", decision)


@then("the identity of {name} is now checked", "{name}的身份认证通过")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("identity_verified", cast[name].identify_after_decision()))


@then("the identity of {name} is still not checked", "{name}的身份认证仍未通过")
def _(cast: Cast, name: str) -> None:
    judge(checks.has_not_happened("identity_verified", cast[name].identify_after_decision()))


@when("{name} fills in her information", "{name}填写考生信息")
def _(cast: Cast, name: str) -> None:
    cast[name].fill_in()


@then("the information of {name} can only be read", "{name}的考生信息仅供查看")
def _(cast: Cast, name: str) -> None:
    judge(checks.only_to_read(*cast[name].look_at_information()))


@when("{name} looks for an exam to confirm {moment:Moment}", "{moment}，{name}查看待确认的考试")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].look_for_confirmation(moment)


@then("{name} is offered no exam to confirm", "没有{name}待确认的考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_offered(cast[name].main.confirmations.pending(cast[name].entry.major)))


@then("{name} can confirm her exam {moment:Moment}", "{moment}，{name}可以确认考试")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.happened("confirmed", cast[name].confirm(moment)))


@when("{name} confirms her exam past the app {moment:Moment}", "{moment}，{name}绕过应用确认考试")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].confirm_past_the_app(moment)


@then("{name} is refused the confirmation because it is too early", "{name}因未到时间而不得确认考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.refused_for("too_early", cast.news_of(name)))


@then("{name} is refused the confirmation as {reason:Reason}", "{name}因{reason}而不得确认考试")
def _(cast: Cast, name: str, reason: str) -> None:
    judge(checks.refused_for(reason, cast.news_of(name)))


@then("past the app, {name} can confirm her exam {moment:Moment}", "{moment}，{name}绕过应用可以确认考试")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.accepted(cast[name].confirm_past_the_app(moment)))


@then("{name} is told that {reason:Reason}", "主机向{name}说明不能确认的原因：{reason}")
def _(cast: Cast, name: str, reason: str) -> None:
    judge(checks.says(cast.label(reason), [cast[name].trouble()]))


@given("{name} has confirmed her exam in the app", "{name}已在应用中确认考试")
def _(cast: Cast, name: str) -> None:
    cast.enrolled(name).authenticate_and_confirm()


@when("{name} confirms her exam {moment:Moment}", "{moment}，{name}确认考试")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].confirm(moment)


@then("the exam of {name} is listed once", "{name}的考试在“在线考试”列表中有且仅有一条记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.listed_once(cast[name].listed()))


@then("the exam of {name} is not listed", "{name}的考试不在“在线考试”列表中")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_offered(bool(cast[name].listed())))


@then("the details of {name} give her admission number", "{name}的考试详情显示准考证号")
def _(cast: Cast, name: str) -> None:
    judge(checks.number_shown(cast[name].entry.admission_number, cast[name].admission_shown()))


@then(
    "the details of {name} and those of {other} give different admission numbers",
    "{name}与{other}的考试详情显示的准考证号不同",
)
def _(cast: Cast, name: str, other: str) -> None:
    judge(checks.numbers_differ([*cast[name].admission_shown(), *cast[other].admission_shown()]))


@given("{name} {prepared:Prepared}", "{name}{prepared}")
def _(cast: Cast, name: str, prepared: tuple[str, ...]) -> None:
    cast[name].prepare(*prepared)


@given("{name} has signed the pledge of another major", "{name}已签署另一专业的承诺书")
def _(cast: Cast, name: str) -> None:
    cast[name].sign_for_another()


@given("{name} has confirmed the other major as well", "{name}已确认另一专业的考试")
def _(cast: Cast, name: str) -> None:
    cast[name].confirm_other()


@when("{name} opens the page of her exam for the first time", "{name}首次进入本人的考试页面")
def _(cast: Cast, name: str) -> None:
    cast[name].try_to_open_exam()


@given("{name} has opened the page of a mock exam", "{name}已进入模拟考试页面")
@when("{name} opens the page of a mock exam for the first time", "{name}首次进入模拟考试页面")
def _(cast: Cast, name: str) -> None:
    cast[name].try_to_open_mock()


@then(
    "once {name} has signed the pledge, the page of the mock exam opens",
    "{name}签署承诺书后，可以进入模拟考试页面",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("opened", cast[name].sign_and_open_mock()))


@given(
    "{name} has practised {number:Number} times for two hours each",
    "{name}已进行{number}次考前练习，每次两小时",
)
@when("{name} practises {number:Number} times for two hours each", "{name}进行{number}次考前练习，每次两小时")
def _(cast: Cast, name: str, number: int) -> None:
    cast[name].practise(number)


@then(
    "the record of {name} has {number:Number} practices and nothing submitted",
    "{name}的记录有{number}次练习，没有提交",
)
def _(cast: Cast, name: str, number: int) -> None:
    judge(checks.practised(number, cast.news_of(name)))


@then("{name} is refused the exam because {cause:Opening}", "{name}因{cause}而不得进入考试")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused_for(cause, cast.news_of(name)))


@then(
    "once {name} has made up for {missing:Missing}, the page of her exam opens",
    "补全{missing}后，{name}可以进入考试页面",
)
def _(cast: Cast, name: str, missing: tuple[str, ...]) -> None:
    judge(checks.happened("opened", cast[name].make_up_and_open(*missing)))


@when(
    "the first face check of {name} fails as many times as leads to a review",
    "{name}的首次人脸验证失败，次数达到须人工审核",
)
def _(cast: Cast, name: str) -> None:
    cast[name].fail_first_face(cast.limit("face_failures"))


@then("{name} is back on the list of exams under the red bar", "{name}回到考试列表，上方显示红条")
def _(cast: Cast, name: str) -> None:
    judge(checks.red_bar_shown(*cast[name].look_at_list(), cast.label("red_bar")))


@then(
    "once the review desk has approved her, {name} passes her first face check",
    "审核台通过后，{name}可以通过首次人脸验证",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("account_face_passed", cast[name].pass_after_account_review()))
