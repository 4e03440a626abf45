"""Practice, and the page of an exam: the way there and what is to be read on it."""

from __future__ import annotations

from collections.abc import Mapping

from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.people import Cast


@given("{name} {practised:Practised}", "{name}{practised}")
def _(cast: Cast, name: str, practised: bool) -> None:
    cast.at("confirmed", name).get_ready_after(practised)


@then("the record of {name} has {practices:Practices} of before the exam", "{name}在考前有{practices}的记录")
def _(cast: Cast, name: str, practices: int) -> None:
    judge(checks.practised(practices, cast[name].practices()))


@when("{name} comes to the practice", "{name}进入考前练习")
def _(cast: Cast, name: str) -> None:
    cast[name].go_to_practice()


@then(
    "{name} can read what the exam asks for, and nothing is recorded yet",
    "{name}可以看到考试相关要求，此时尚未录制",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.read_before_recording(cast.label("requirements"), *cast[name].look_at_practice()))


@then("{name} can practise", "{name}可以进行练习")
def _(cast: Cast, name: str) -> None:
    judge(checks.practised(1, cast[name].practise_briefly()))


@then(
    "whether the practice of {name} has a code is one of the ways that the rule accepts",
    "{name}的考前练习是否提供二维码，属于规则可接受的情形之一",
)
def _(cast: Cast, name: str, accepts: Mapping[str, Text]) -> None:
    observe(checks.practice_code(cast.label("aux_code"), *cast[name].look_at_practice()), accepts)


@then(
    "the page of the {exam:ExamKind} of {name} has a code for her auxiliary phone",
    "{name}的{exam}页面有供辅机扫描的二维码",
)
def _(cast: Cast, name: str, exam: str) -> None:
    judge(checks.says(cast.label("aux_code"), cast[name].look_at_page(exam)))


@when("{name} goes from the list of her exams to the page of the exam", "{name}由考试列表进入考试页面")
def _(cast: Cast, name: str) -> None:
    cast[name].go_by_the_notice()


@then(
    "{name} has come by {page:Label}, {listed:Label} and {button:Label} to the page of the exam",
    "{name}由{page}、{listed}、{button}进入考试页面",
)
def _(cast: Cast, name: str, page: str, listed: str, button: str) -> None:
    judge(checks.came_by((page, listed), button, *cast[name].way_and_page()))


@then(
    "{name} can read the blocks {one:Label}, {two:Label}, {three:Label} and {four:Label} there",
    "{name}可以看到{one}、{two}、{three}、{four}各栏",
)
def _(cast: Cast, name: str, one: str, two: str, three: str, four: str) -> None:
    judge(checks.blocks_in_order((one, two, three, four), cast[name].read_exam_page()))


@then("what {name} reads is of her subject and its time", "{name}看到的内容与本科目及其时间一致")
def _(cast: Cast, name: str) -> None:
    judge(checks.page_is_of(*cast[name].facts_of_page(), cast[name].read_exam_page()))
