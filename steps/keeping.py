"""After the exam: the phones are neither cleaned nor rid of the apps until everything has arrived and the time is over."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.checks.submissions import HANDED_IN
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given(
    "{name} has submitted, and the files of her {role:Role} phone are under way",
    "{name}已提交，其{role}的文件正在上传",
)
def _(cast: Cast, name: str, role: str) -> None:
    cast.at("photos", name).submit_slowly(role)


@given(
    "{name} has submitted on {phone:Handset}, and the files of both phones have arrived",
    "{name}已使用{phone}提交，两部手机的文件均已送达",
)
def _(cast: Cast, name: str, phone: str) -> None:
    cast.with_main("photos", name, phone).submit_and_arrive()


@given(
    "the {role:Role} phone of {name} has lost its app {moment:Moment}",
    "{moment}，{name}的{role}上的应用被卸载",
)
def _(cast: Cast, name: str, role: str, moment: Moment) -> None:
    cast[name].lose_at(role, moment)


@given("the {role:Role} phone of {name} has no network from then on", "此后{name}的{role}没有网络")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].cut_off_for_good(role)


@when("the {role:Role} phone of {name} {loss:Loss}", "{name}的{role}{loss}")
def _(cast: Cast, name: str, role: str, loss: str) -> None:
    cast[name].lose(role, loss)


@then("files of the {role:Role} phone of {name} never arrive", "{name}的{role}有文件未能送达")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.files_under_way(HANDED_IN[role], cast[name].open_to_the_end(role)))


@then("every file of the {role:Role} phone of {name} arrives", "{name}的{role}的全部文件均能送达")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.files_arrived(HANDED_IN[role], cast[name].open_to_the_end(role)))


@then(
    "the reviewer is shown no missing files of {name} {moment:Moment}",
    "{moment}，审核台未提示{name}的文件缺失",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.missing_shown(cast[name].missing_at(moment), shown=False))


@then("the reviewer is shown missing files of {name} {moment:Moment}", "{moment}，审核台提示{name}的文件缺失")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.missing_shown(cast[name].missing_at(moment), shown=True))


@then(
    "the {role:Role} phone of {name} asks that it be not cleaned and its app be kept",
    "{name}的{role}提示请勿清理手机、请勿卸载应用",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.asks_to_be_kept(cast.labels("no_cleaning", "keep_app"), *cast[name].told_of_keeping(role)))
