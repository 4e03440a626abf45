"""The code that a main phone shows, and its exam code in letters."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} shows the code of her exam", "{name}打开本人考试的二维码")
def _(cast: Cast, name: str) -> None:
    cast.at("confirmed", name).show_code()


@when("{name} opens the code of her exam", "{name}打开本人考试的二维码")
def _(cast: Cast, name: str) -> None:
    cast[name].show_code()


@given("{name} is examined in more than one subject", "{name}所报专业有多个考试科目")
def _(cast: Cast, name: str) -> None:
    cast.at("confirmed", name, cast.one_of_several())


@given("{name} has opened the code of {subject:Subject}", "{name}已打开{subject}的二维码")
def _(cast: Cast, name: str, subject: int) -> None:
    cast[name].show_codes_of(subject)


@given("{name} has shown the code of her exam", "{name}已打开过本人考试的二维码")
def _(cast: Cast, name: str) -> None:
    cast[name].show_code()


@when("{name} shows the code again {moment:Moment}", "{moment}，{name}再次打开二维码")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast.move_to(moment)[name].show_code()


@given("{name} has confirmed her exam", "{name}已确认考试")
def _(cast: Cast, name: str) -> None:
    cast.confirmed(name)


@when("{name} opens the page of her exam {moment:Moment}", "{moment}，{name}进入本人的考试页面")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].open_exam_page(moment)


@when("{name} {how:ComesBack} and shows the code again", "{name}{how}，再次打开二维码")
def _(cast: Cast, name: str, how: str) -> None:
    cast[name].show_code_again(how)


@when(
    "{name} shows the code of {one:Subject} and then that of {other:Subject}",
    "{name}先后打开{one}和{other}的二维码",
)
def _(cast: Cast, name: str, one: int, other: int) -> None:
    cast[name].show_codes_of(one, other)


@then("the code and the exam code of {name} are those of before", "{name}的二维码和考试码与此前相同")
def _(cast: Cast, name: str) -> None:
    judge(checks.same_code(cast[name].codes))


@then("no two of the codes and exam codes that were shown are alike", "已打开的各二维码和考试码互不相同")
def _(cast: Cast) -> None:
    judge(checks.all_codes_differ(cast.codes_shown()))


@then("the way to the code is the lowest entry on the page of {name}", "{name}的考试页面最下方为二维码入口")
def _(cast: Cast, name: str) -> None:
    judge(checks.code_entry_is_lowest(cast[name].main.exam_page.entries()))


@then("{name} can show the code of her exam", "{name}可以打开本人考试的二维码")
def _(cast: Cast, name: str) -> None:
    judge(checks.code_is_shown(cast[name].try_code()))
