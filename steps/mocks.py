"""Mock exams: how many there are, what they ask, what counts, and what it has to do with the formal exam."""

from __future__ import annotations

from collections.abc import Mapping

from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.people import Cast


@then(
    "{name} finds as many mock exams of each subject as were published, and no more",
    "{name}查到的各科目模拟考试场数与公布的一致",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.mocks_as_published(cast[name].listed_majors, cast.label("mock_exam")))


@given("{name} {far:MockFar}", "{name}{far}")
def _(cast: Cast, name: str, far: str) -> None:
    cast.in_mock(name, far)


@then("{name} is told that she has taken {taken:Taken}", "{name}的考试详情显示已完成{taken}")
def _(cast: Cast, name: str, taken: int) -> None:
    judge(checks.counted(taken, cast[name].mocks_counted()))


@given(
    "{name} has prepared for the formal exam and taken no mock exam",
    "{name}已为正式考试做好准备，未参加过模拟考试",
)
def _(cast: Cast, name: str) -> None:
    cast.at("confirmed", name)


@when("{name} comes to the formal exam all the same", "{name}直接参加正式考试")
def _(cast: Cast, name: str) -> None:
    cast[name].come_to_exam()


@then(
    "what becomes of {name} without a mock exam is one of the ways that the rule accepts",
    "对未参加模拟考试的{name}的处理，属于规则可接受的情形之一",
)
def _(cast: Cast, name: str, accepts: Mapping[str, Text]) -> None:
    observe(
        checks.mock_gate_met(cast[name].told_at_exam(), cast.label("mock_exam"), cast.news_of(name)),
        accepts,
    )


@given(
    "{name} has photographed every page of her sheets in a mock exam",
    "{name}在模拟考试中已拍摄全部答题纸",
)
def _(cast: Cast, name: str) -> None:
    cast.in_mock(name, "handing_in").photograph("all")


@then("the record of the exam of {name} has a submission", "{name}的考试有提交记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.submitted_once(cast.records_of(name)))


@when(
    "the question of each mock exam and of the formal exam is read, in a subject of each kind",
    "查看各类科目中各场模拟考试和正式考试的考题",
)
def _(cast: Cast) -> None:
    cast.read_questions()


@then("no mock exam asks what the formal exam asks", "各场模拟考试的考题均与正式考试不同")
def _(cast: Cast) -> None:
    judge(checks.questions_differ(cast.asked))


@then(
    "within half an hour, every file of the main phone of {name} has arrived whole",
    "半小时内，{name}主机的全部文件完整送达",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.files_arrived("submitted", cast[name].records_after_half_an_hour()))


@then("nothing of {name} is recorded as submitted", "没有{name}的提交记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.has_not_happened("submitted", cast.records_of(name)))


@then("{name} can open the page of the formal exam", "{name}可以进入正式考试页面")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("opened", cast[name].open_formal()))


@when("{name} looks at the page of the mock exam", "{name}查看模拟考试页面")
def _(cast: Cast, name: str) -> None:
    cast[name].look_at_page()


@then("{name} can read there that it is not scored", "{name}可以看到“不作为评分依据”的说明")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("not_scored"), cast[name].look_at_page()))


@then(
    "on the page of the formal exam, {name} reads nothing of the kind",
    "正式考试页面没有该说明，{name}不会误解",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.does_not_say(cast.label("not_scored"), cast[name].look_at_formal_page()))


@then("nothing is recorded with the formal exams of {name}", "{name}的正式考试没有任何记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.nothing_recorded(cast[name].formal_records()))


@then("nobody else had anything to do for {name}", "{name}的模拟考试无须他人处理")
def _(cast: Cast, name: str) -> None:
    judge(checks.left_to_herself(*cast[name].brought_to_others()))
