"""A candidate's auxiliary phone: what it reads, what it is given by hand, and what it then shows."""

from __future__ import annotations

from collections.abc import Mapping

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.people import Cast
from steps.phrases import Count


@given("the auxiliary phone of {name} has read her code", "{name}的辅机已扫描本人的二维码")
@when("the auxiliary phone of {name} reads her code", "{name}的辅机扫描本人的二维码")
def _(cast: Cast, name: str) -> None:
    cast.read(name, name)


@given(
    "the auxiliary phone of {name} has read her code {again:Again}",
    "{name}的辅机又重复扫描本人的二维码，{again}",
)
def _(cast: Cast, name: str, again: Count) -> None:
    cast.read_again(name, cast.number(again))


@given(
    "the auxiliary phone of {name} has read her code once more after its app was closed",
    "{name}的辅机关闭应用后再次扫描本人的二维码",
)
def _(cast: Cast, name: str) -> None:
    cast.read_after_restart(name)


@given(
    "the auxiliary phone of {name} has asked past the app to join her exam {number:Number} times at once",
    "{name}的辅机已绕过应用同时{number}次请求加入本人的考试",
)
def _(cast: Cast, name: str, number: int) -> None:
    cast.own_phone_joins_at_once(number, name)


@when("the auxiliary phone of {name} reads the code of {other}", "{name}的辅机扫描{other}的二维码")
def _(cast: Cast, name: str, other: str) -> None:
    cast.read(name, other)


@given(
    "the auxiliary phone of {name} has read her code of {subject:Subject}",
    "{name}的辅机已扫描本人{subject}的二维码",
)
@when(
    "the auxiliary phone of {name} reads her code of {subject:Subject}",
    "{name}的辅机扫描本人{subject}的二维码",
)
def _(cast: Cast, name: str, subject: int) -> None:
    cast[name].read_code_of(subject)


@given("the auxiliary phone of {name} records her exam in {subject:Subject}", "{name}的辅机正在录制{subject}")
def _(cast: Cast, name: str, subject: int) -> None:
    cast[name].record_subject(subject)


@given("the auxiliary phone of {name} records the exam of {other}", "{name}的辅机正在录制{other}的考试")
def _(cast: Cast, name: str, other: str) -> None:
    cast.record_for(name, other)


@given("the auxiliary phone of {name} {how:FallsShort}", "{name}的辅机{how}")
def _(cast: Cast, name: str, how: str) -> None:
    cast[name].bring_aux_to(how)


@given("the auxiliary phone of {name} has been given {what:ByHand} by hand", "{name}的辅机已手动填写{what}")
@when("the auxiliary phone of {name} is given {what:ByHand} by hand", "在{name}的辅机上手动填写{what}")
def _(cast: Cast, name: str, what: tuple[str, str]) -> None:
    cast.enter_by_hand(name, *what)


@then(
    "the auxiliary phone of {name} shows the details of {other} and her exam",
    "{name}的辅机显示{other}及其考试的信息",
)
def _(cast: Cast, name: str, other: str) -> None:
    judge(checks.details_shown(cast[name].aux.confirm.texts(), cast[other].facts()))


@then(
    "the record puts the auxiliary phone of {name} with the exam of {other} alone",
    "记录中{name}的辅机仅归入{other}的考试",
)
def _(cast: Cast, name: str, other: str) -> None:
    judge(checks.joined_only(cast.arrivals[-1], cast[other].sitting, cast.new_records()))


@then(
    "the record puts the auxiliary phone of {name} with {subject:Subject} alone",
    "记录中{name}的辅机仅归入{subject}",
)
def _(cast: Cast, name: str, subject: int) -> None:
    judge(checks.joined_only(cast.arrivals[-1], cast[name].sitting_in(subject), cast.new_records()))


@then("the auxiliary phone of {name} is admitted", "{name}的辅机可以加入考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.admitted(cast.arrivals[-1], cast.new_records()))


@then("the auxiliary phone of {name} is turned away as {why:TurnedAway}", "{name}的辅机因{why}而被拒绝")
def _(cast: Cast, name: str, why: frozenset[str]) -> None:
    judge(checks.turned_away(cast.arrivals[-1], why, cast.new_records()))


@then(
    "given {what:ByHand} by hand, the auxiliary phone of {name} is admitted",
    "手动填写{what}后，{name}的辅机可以加入考试",
)
def _(cast: Cast, name: str, what: tuple[str, str]) -> None:
    judge(checks.admitted(cast.enter_by_hand(name, *what), cast.new_records()))


@when("the auxiliary phone of {name} looks at her code {badly:Badly}", "{name}的辅机扫描本人二维码时{badly}")
def _(cast: Cast, name: str, badly: Mapping[str, object]) -> None:
    cast.read(name, name, **badly)


@then(
    "the auxiliary phone of {name} asks to adjust and admits nothing",
    "{name}的辅机提示调整，且未加入任何考试",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.asks_to_adjust(cast[name].aux.scan.advice(), cast.label("adjust"), cast.new_records()))


@then("held as it should be, the auxiliary phone of {name} is admitted", "调整后，{name}的辅机可以加入考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.admitted(cast.read(name, name), cast.new_records()))


@then(
    "the auxiliary phone of {name} shows the blocks {one:Label}, {two:Label} and {three:Label}",
    "{name}的辅机显示{one}{two}{three}",
)
def _(cast: Cast, name: str, one: str, two: str, three: str) -> None:
    judge(checks.blocks_shown((one, two, three), cast[name].aux.confirm.texts()))


@when("{name} goes on to record without confirming the details", "{name}未确认信息即进入录制")
def _(cast: Cast, name: str) -> None:
    cast[name].aux.confirm.go_on()


@then("the auxiliary phone of {name} still asks to confirm the details", "{name}的辅机仍要求确认信息")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].aux.confirm.look()))


@then(
    "once {name} has confirmed the details, her auxiliary phone is ready to record",
    "{name}确认信息后，辅机可以开始录制",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].confirm_details()))
