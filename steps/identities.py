"""The account and the identity: what candidates owe, and what the app shows of it."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@when("{name} logs in with a password that she misremembers", "{name}以记错的密码登录")
def _(cast: Cast, name: str) -> None:
    cast[name].log_in_misremembering()


@when(
    "{name} opens the app of her main phone and goes to the list of her exams",
    "{name}打开主机应用并来到考试列表",
)
def _(cast: Cast, name: str) -> None:
    cast[name].come_to_list()


@then(
    "a blue bar at the bottom tells {name} that authentication is free",
    "屏幕下方的蓝条告知{name}认证免费",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.bar_at_bottom(cast.label("free_of_charge"), *cast[name].look_at_blue_bar()))


@then("the blue bar leads {name} to the identity check", "点按蓝条后，{name}进入身份认证")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].use_blue_bar()))


@then("there is no blue bar for {name} any more", "{name}的屏幕下方不再显示蓝条")
def _(cast: Cast, name: str) -> None:
    judge(checks.no_bar(cast[name].main.exams.look(), cast[name].look_at_blue_bar()[0]))


@given(
    "{name} has an account that is authenticated with a stranger's ID number",
    "{name}的账号以他人的身份证号完成认证",
)
def _(cast: Cast, name: str) -> None:
    cast.enrolled(name).authenticate_as_stranger()


@when("{name} comes to the identity check {moment:Moment}", "{moment}，{name}进入身份认证")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].come_to_identity(moment)


@then("{name} is reminded of when the identity check is due", "{name}看到身份认证的截止提示")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("identity_due"), cast[name].texts_on("main")))


@then("{name} is warned that the identity check is overdue", "{name}得知身份认证已逾期")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("identity_overdue"), cast[name].texts_on("main")))


@then("the identity of {name} can be checked all the same", "{name}仍可完成身份认证")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("identity_verified", cast[name].identify_now()))


@when("{name} fills in her information without her candidate number", "{name}填写考生信息，未填考生号")
def _(cast: Cast, name: str) -> None:
    cast[name].fill_in_without_number()


@then("the main phone of {name} asks for her candidate number", "{name}的主机要求填写考生号")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("candidate_number"), cast[name].notices()))


@then("with her candidate number, the information of {name} is locked", "填写考生号后，{name}的信息锁定")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("profile_locked", cast[name].fill_in_with_number()))


@given("{name} has filled in another province than her own", "{name}填写的高考所在省份与实际不符")
def _(cast: Cast, name: str) -> None:
    cast.enrolled(name).authenticate_inaccurately()


@given(
    "the first face check of {name} has failed, and she has asked for a review",
    "{name}的首次人脸验证失败，已申请人工审核",
)
def _(cast: Cast, name: str) -> None:
    cast[name].fail_and_ask_for_review(cast.limit("face_failures"))


@then(
    "once the review desk has approved her, {name} goes on from where she waited",
    "审核台通过后，{name}可以继续",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("account_face_passed", cast[name].pass_after_waiting()))
