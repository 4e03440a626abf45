"""Phones as they are: systems, ages, brands, tablets, and what a look over them finds."""

from __future__ import annotations

from conformance.readiness import Grade
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.people import Cast
from steps.phrases import Sought


@given("there is {sought:Sought}", "有一部{sought}")
def _(cast: Cast, sought: Sought) -> None:
    cast.find_phone(sought)


@given("{name} has an account, and twice {sought:Sought}", "{name}已有账号，两部手机均为{sought}")
def _(cast: Cast, name: str, sought: Sought) -> None:
    cast.registered_with_two(name, sought)


@given("{name} has an account, and twice {phone:Handset}", "{name}已有账号，两部手机均为{phone}")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.registered_on_both(name, phone)


@when("that phone is looked over", "检查该手机")
def _(cast: Cast) -> None:
    cast.look_over_found()


@when("the {role:Role} phone of {name} is looked over", "检查{name}的{role}")
def _(cast: Cast, name: str, role: str) -> None:
    cast.look_over(cast[name].udid(role))


@then("its {aspect:Aspect} {grade:Grade}", "其{aspect}{grade}")
def _(cast: Cast, aspect: str, grade: Grade) -> None:
    judge(checks.graded(aspect, grade, cast.remarks))
