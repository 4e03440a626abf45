"""Storage of the two phones: filling up, making room, and what was recorded."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast
from steps.phrases import Count, Lasting


@given("the {role:Role} phone of {name} has {free:Free} free", "{name}的{role}剩余存储空间{free}")
def _(cast: Cast, name: str, role: str, free: Count) -> None:
    cast[name].leave_free(role, cast.number(free))


@given("the {role:Role} phone of {name} has nothing free", "{name}的{role}没有剩余存储空间")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].leave_free(role, 0)


@given("{name} is in the waiting room of a mock exam", "{name}正在模拟考试候考")
def _(cast: Cast, name: str) -> None:
    cast.waiting_for_mock(name).remember_room()


@given(
    "the storage of the {role:Role} phone of {name} has filled up, and she has made room again",
    "{name}的{role}存储空间曾经耗尽，随后已腾出空间",
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].run_out_of_room(role)


@then("the main phone of {name} has less free storage than before", "{name}主机的剩余存储空间减少")
def _(cast: Cast, name: str) -> None:
    judge(checks.less_room(*cast[name].main_room()))


@when("the storage of the {role:Role} phone of {name} fills up", "{name}的{role}存储空间耗尽")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].fill_up(role)


@when("{name} lets her auxiliary phone record", "{name}开始辅机录制")
def _(cast: Cast, name: str) -> None:
    cast[name].try_recording_on_aux()


@then("the {role:Role} phone of {name} says that its storage is full", "{name}的{role}提示存储空间不足")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.says(cast.label("storage_full"), cast[name].texts_on(role)))


@then("the {role:Role} phone of {name} still has all that it recorded", "{name}的{role}已录制的内容没有丢失")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.nothing_lost(*cast[name].kept(role)))


@then("the {role:Role} phone of {name} has gone on recording", "{name}的{role}已继续录制")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.gone_on(*cast[name].kept(role)))


@then(
    "once there is room, the auxiliary phone of {name} goes on recording",
    "腾出空间后，{name}的辅机可以继续录制",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_recording(cast[name].go_on_recording(), "aux_resumed"))


@then(
    "once there is room, the auxiliary phone of {name} begins to record",
    "腾出空间后，{name}的辅机可以开始录制",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_recording(cast[name].record_with_room()))


@then("the auxiliary phone of {name} is not recorded as recording", "没有{name}辅机开始录制的记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_not_recording(cast.records_of(name)))


@then("the phones of {name} have less free storage than before", "{name}手机的剩余存储空间均已减少")
def _(cast: Cast, name: str) -> None:
    judge(checks.less_room(cast[name].before, cast[name].room_now()))


@given(
    "what the {role:Role} phone of {name} has recorded so far is noted", "已记下{name}的{role}此前录制的内容"
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].note_recorded(role)


@given("the {role:Role} phone of {name} {charge:Charge}", "{name}的{role}{charge}")
def _(cast: Cast, name: str, role: str, charge: tuple[Count | None, bool]) -> None:
    cast.charge_of(name, role, *charge)


@when("the battery of the {role:Role} phone of {name} runs down", "{name}的{role}电量耗尽")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].run_down(role)


@then("the recording of the {role:Role} phone of {name} has no gap", "{name}的{role}录制没有中断")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.without_gap(*cast[name].recorded(role)))


@when("the {role:Role} phone of {name} has no network, {lasting:Lasting}", "{name}的{role}断网，{lasting}")
def _(cast: Cast, name: str, role: str, lasting: Lasting) -> None:
    cast[name].be_cut_off(role, lasting)


@then("the main phone of {name} has as much free storage as before", "{name}主机的剩余存储空间已恢复")
def _(cast: Cast, name: str) -> None:
    judge(checks.as_much_room(*cast[name].main_room()))


@then("{name} finds her exam as it was", "{name}的考试信息不受影响")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].find_exam()))


@then("with the network back {moment:Moment}, {name} can submit", "{moment}恢复网络后，{name}可以提交")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.submitted_once(cast[name].submit_with_network(moment)))


@then(
    "with the network back {moment:Moment}, {name} cannot submit any more",
    "{moment}恢复网络后，{name}已不能提交",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.not_submitted(False, cast[name].submit_with_network(moment)))
