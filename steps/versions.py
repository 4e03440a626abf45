"""The apps themselves: where they may be installed, beside what, in which version, and what they may use."""

from __future__ import annotations

from collections.abc import Mapping

from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.moments import Moment
from steps.people import Cast


@given("the {role:Role} app is installed on {tablet:Tablet}", "{tablet}已安装{role}应用")
def _(cast: Cast, role: str, tablet: str) -> None:
    cast.install_on(tablet, role)


@when("the app is opened there", "在该设备上打开该应用")
def _(cast: Cast) -> None:
    cast.open_installed()


@then(
    "how the app meets the tablet is one of the ways that the rule accepts",
    "应用在平板电脑上的表现属于规则可接受的情形之一",
)
def _(cast: Cast, accepts: Mapping[str, Text]) -> None:
    observe(checks.warned_or_refused(cast.label("no_tablets"), cast.first_page), accepts)


@then("on {phone:Handset}, the same app goes on", "在{phone}上，同一应用可以使用")
def _(cast: Cast, phone: str) -> None:
    judge(checks.on_screen(cast.open_on(phone)))


@given("the {role:Role} phone of {name} {holds:Holds}", "{name}的{role}{holds}")
def _(cast: Cast, name: str, role: str, holds: tuple[str, ...]) -> None:
    cast[name].hold(role, holds)


@when("{name} opens the app of her {role:Role} phone", "{name}在{role}上打开应用")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].open_app(role)


@then(
    "how that app meets the other is one of the ways that the rule accepts",
    "该应用对此的表现属于规则可接受的情形之一",
)
def _(cast: Cast, accepts: Mapping[str, Text]) -> None:
    observe(checks.warned_or_refused(cast.label("apps_apart"), cast.first_page), accepts)


@then(
    "without the other one, the app of the {role:Role} phone of {name} goes on",
    "卸载另一应用后，{name}的{role}应用可以使用",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.on_screen(cast[name].open_without_other(role)))


@given(
    "there is a newer version of the app on the {role:Role} phone of {name}",
    "{name}的{role}应用已有更新的版本",
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].become_outdated(role)


@then(
    "the {role:Role} phone of {name} says that a newer version has to be installed",
    "{name}的{role}提示更新至最新版本",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.says(cast.label("newer_version"), cast[name].texts_on(role)))


@then(
    "in its newest version, the app of the {role:Role} phone of {name} goes on",
    "更新至最新版本后，{name}的{role}应用可以使用",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.on_screen(cast[name].update_and_open(role)))


@given("{name} is ready for the waiting room of {exam:Exam}", "{name}已开启辅机，准备进入{exam}的候考")
def _(cast: Cast, name: str, exam: str) -> None:
    cast.ready_for(name, exam)


@when(
    "{name} asks past the app with the outdated version {moment:Moment}",
    "{moment}，{name}绕过应用，以过低的版本请求进入候考",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].ask_in_version("old", moment)


@then(
    "with the newest version, {name} is let in {moment:Moment}",
    "更新至最新版本后，{moment}，{name}可以进入候考",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.let_in(cast[name].ask_in_newest(moment), cast.new_records()))


@then(
    "past the app with the newest version, {name} is let in {moment:Moment}",
    "{moment}，{name}绕过应用，以最新版本可以进入候考",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.let_in(cast[name].ask_in_version("new", moment), cast.new_records()))


@when("the outdated auxiliary phone of {name} reads her code", "{name}版本过低的辅机扫描本人的二维码")
def _(cast: Cast, name: str) -> None:
    cast[name].read_outdated()


@when(
    "the auxiliary phone of {name} asks past the app with the outdated version to join her exam",
    "{name}的辅机绕过应用，以过低的版本请求加入本人的考试",
)
def _(cast: Cast, name: str) -> None:
    cast[name].join_in_version("old")


@then("the auxiliary phone of {name} is not recorded with her exam", "{name}的辅机没有加入考试的记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_joined(cast[name].aux.device, cast.records_of(name)))


@then(
    "in its newest version, the auxiliary phone of {name} joins her exam",
    "更新至最新版本后，{name}的辅机可以加入考试",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.joined(*cast[name].read_in_newest()))


@then("past the app, the newest version joins the exam of {name}", "绕过应用，最新版本可以加入{name}的考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.accepted(cast[name].join_in_version("new")))


@given("{name} has an account on {phone:Handset}", "{name}已在{phone}上建立账号")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.enrolled_on(name, phone)


@given("nothing is allowed yet on the auxiliary phone of {name}", "{name}的辅机尚未允许任何权限")
def _(cast: Cast, name: str) -> None:
    cast[name].forbid("aux")


@when(
    "{name} refuses all that her main app asks for at her ID card",
    "{name}拍摄身份证时，拒绝主机应用的全部授权请求",
)
def _(cast: Cast, name: str) -> None:
    cast[name].refuse_at_card()


@when(
    "{name} refuses all that her auxiliary app asks for at the code",
    "{name}扫码时，拒绝辅机应用的全部授权请求",
)
def _(cast: Cast, name: str) -> None:
    cast[name].refuse_at_code()


@then("the {role:Role} phone of {name} says what has to be allowed", "{name}的{role}说明需要允许的权限")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.says_together(cast.labels("camera", "phone_settings"), cast[name].texts_on(role)))


@then("once all is allowed, the identity of {name} is checked", "允许全部权限后，{name}的身份认证通过")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("identity_verified", cast[name].identify_once_allowed()))


@then(
    "once all is allowed, the auxiliary phone of {name} joins her exam",
    "允许全部权限后，{name}的辅机可以加入考试",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.joined(*cast[name].read_once_allowed()))
