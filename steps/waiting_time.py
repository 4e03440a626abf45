"""The waiting time: what the candidate does in it, what she reads, what comes to her phone, and leaving it."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast

BEFORE = {"face_check": "paired", "face_review": "paired"}
"""The stage that lies before a place at which no world begins."""


@given("{name} {missed:Missed}", "{name}{missed}")
def _(cast: Cast, name: str, missed: str) -> None:
    cast.at(BEFORE.get(missed, missed), name).stay_at(missed, cast.limit("face_failures"))


@then("the phone of {name} does not call her late", "{name}的主机未显示迟到")
def _(cast: Cast, name: str) -> None:
    judge(checks.does_not_say(cast.label("late"), cast[name].texts_on("main")))


@when("{name} arranges her phones, which takes a minute", "{name}调整两部手机的位置，用时一分钟")
def _(cast: Cast, name: str) -> None:
    cast[name].arrange_phones()


@then("the waiting page asks {name} to arrange her phones", "候考页面提示{name}调整主机位和辅机位")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("arrange_phones"), cast[name].texts_on("main")))


@then("what the phones of {name} record has gone on", "{name}两部手机的录制均在继续")
def _(cast: Cast, name: str) -> None:
    judge(checks.gone_on(*cast[name].recorded_meanwhile()))


@then("{name} can read what she has to prepare", "{name}可以看到需要准备的事项")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("to_prepare"), cast[name].texts_on("main")))


@then(
    "all resources of the exam are on the phone of {name}, and the platform has sent each",
    "考试资源已全部下载到{name}的主机，平台逐一有记录",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.resources_loaded(*cast[name].resources()))


@then(
    "{name} sees the question, and how much of the resources is still to come",
    "{name}看到考题，以及尚未下载完的考试资源",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.resources_to_come(*cast[name].look_at_start()))


@then(
    "within a minute all resources of the exam are on the phone of {name}",
    "一分钟内，考试资源全部下载到{name}的主机",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.resources_loaded(*cast[name].resources_a_minute_later()))


@given("the network of the main phone of {name} hardly carries anything", "{name}的主机网络极慢")
def _(cast: Cast, name: str) -> None:
    cast[name].choke_network()


@when(
    "the main phone of {name} loses its network, and half a minute passes",
    "{name}的主机网络中断，经过半分钟",
)
def _(cast: Cast, name: str) -> None:
    cast[name].wait_without_network()


@then("{name} is told that the network is gone", "主机提示{name}网络连接失败")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("no_network"), cast[name].texts_on("main")))


@then(
    "once the network is back, all resources of the exam are on the phone of {name} within a minute",
    "网络恢复后一分钟内，考试资源全部下载到{name}的主机",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.resources_loaded(*cast[name].resources_with_network()))


@given("{name} has left the waiting room, as she {leaves:Leaves}", "{name}在候考期间{leaves}")
def _(cast: Cast, name: str, leaves: str) -> None:
    cast[name].leave_waiting(leaves)


@when("{name} comes back to her phone {moment:Moment}", "{moment}，{name}回到主机")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].come_back(moment)


@then("{name} is told at the door that the exam counts as forfeited", "{name}返回时，主机显示视为弃考")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("forfeited"), cast[name].texts_on("main")))
