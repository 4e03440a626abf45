"""Phones whose own clock is wrong, whose app is lost, or whose network misbehaves."""

from __future__ import annotations

from steps.bilingual import given, when
from steps.people import Cast
from steps.phrases import PhoneClock


@given("the clock of the main phone of {name} is {wrong:WrongClock}", "{name}的主机时间{wrong}")
def _(cast: Cast, name: str, wrong: PhoneClock) -> None:
    cast[name].set_clock_wrong(wrong)


@given(
    "the app on the main phone of {name} has crashed and been opened again", "{name}的主机应用崩溃后重新打开"
)
def _(cast: Cast, name: str) -> None:
    cast[name].lose_app()


@when("the app on the main phone of {name} crashes and is opened again", "{name}的主机应用崩溃，随后重新打开")
def _(cast: Cast, name: str) -> None:
    cast[name].lose_app()


@given("the network of the {role:Role} phone of {name} is slow", "{name}的{role}网络缓慢")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].slow_network(role)


@given("the next message of the {role:Role} phone of {name} {how:Astray}", "{name}的{role}下一条请求{how}")
def _(cast: Cast, name: str, role: str, how: str) -> None:
    cast[name].lose_next_message(role, how)
