"""Phones, counted: those that join an exam one after another or at once, and what the record says of them."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast
from steps.phrases import Count


@given("{phones:Phones} have read the code of {name}", "{phones}已先后扫描{name}的二维码")
@when("{phones:Phones} read the code of {name} one after another", "{phones}先后扫描{name}的二维码")
def _(cast: Cast, name: str, phones: Count) -> None:
    cast.read_one_after_another(cast.number(phones), name)


@when(
    "{phones:Phones} ask past the app to join the exam of {name} one after another",
    "{phones}先后绕过应用请求加入{name}的考试",
)
def _(cast: Cast, name: str, phones: Count) -> None:
    cast.join_past_the_app(cast.number(phones), name)


@when(
    "one further phone asks past the app to join the exam of {name}",
    "另一部手机绕过应用请求加入{name}的考试",
)
def _(cast: Cast, name: str) -> None:
    cast.join_with_stranger_past_the_app(name)


@when(
    "{number:Number} more phones ask past the app to join the exam of {name} at once",
    "另有{number}部手机同时绕过应用请求加入{name}的考试",
)
def _(cast: Cast, name: str, number: int) -> None:
    cast.join_at_once(number, name)


@when(
    "one more phone reads a picture of the code of {name} {moment:Moment}",
    "{moment}，另一部手机扫描{name}的二维码图片",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast.read_a_picture(name, moment)


@given("the code of {name} has leaked to {strangers:Strangers}", "{name}的二维码外泄给{strangers}")
def _(cast: Cast, name: str, strangers: Count) -> None:
    cast.leak(cast.number(strangers), name)


@then("all of them are admitted to the exam of {name}", "这些手机均可加入{name}的考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.all_admitted(cast.arrivals, cast.records_of(name)))


@then(
    "only the last of them is turned away from the exam of {name} as its code is full",
    "仅最后一部手机因{name}的二维码名额已满而被拒绝",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.last_turned_away(cast.arrivals, cast.records_of(name)))


@then(
    "only one of them is admitted to the exam of {name} and the others are turned away as its code is full",
    "其中仅一部手机可加入{name}的考试，其余因二维码名额已满而被拒绝",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.one_admitted(cast.arrivals, cast.records_of(name), cast.limit("phones_per_code")))


@then(
    "that phone is turned away from the exam of {name} as {why:TurnedAway}",
    "该手机因{why}不得加入{name}的考试",
)
def _(cast: Cast, name: str, why: frozenset[str]) -> None:
    judge(checks.turned_away(cast.arrivals[-1], why, cast.new_records()))


@then(
    "one further phone is turned away from the exam of {name} as {why:TurnedAway}",
    "再有一部手机扫码，因{why}不得加入{name}的考试",
)
def _(cast: Cast, name: str, why: frozenset[str]) -> None:
    judge(checks.turned_away(cast.read_with_stranger(name), why, cast.new_records()))


@then("the earlier phones stay recorded with the exam of {name}", "此前扫码的手机仍记录在{name}的考试中")
def _(cast: Cast, name: str) -> None:
    judge(checks.all_admitted(cast.arrivals[:-1], cast.records_of(name)))


@then(
    "the record names each stranger's phone with the exam of {name}",
    "记录中列明占用{name}考试名额的每一部手机",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.phones_recorded(cast.strangers, cast.records_of(name)))


@then(
    "of these phones all but one wait for the reviewer of the exam of {name}",
    "上述手机除一部外均提交{name}考试的审核",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.phones_joined(len(cast.arrivals), cast[name].flags(), cast.records_of(name)))
