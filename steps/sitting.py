"""The exam itself: the question, the time that is left, writing on the phone, and what an exam leaves."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.deeds.paper import ANSWER
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} is answering a subject {paper:Paper}", "{name}正在{paper}科目答题")
def _(cast: Cast, name: str, paper: bool) -> None:
    cast.answering(name, paper)


@given("{name} has written an answer", "{name}已写下答案")
def _(cast: Cast, name: str) -> None:
    cast[name].write()


@given("{name} has written an answer in a mock exam", "{name}在模拟考试中写下了答案")
def _(cast: Cast, name: str) -> None:
    cast.answering_mock(name, has_sheet=False).write_in_mock()


@when("{name} comes to answering the formal exam", "{name}开始正式考试作答")
def _(cast: Cast, name: str) -> None:
    cast[name].begin_formal()


@then("nothing of what {name} wrote before stands on her phone", "{name}此前写下的内容不再显示")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_written(ANSWER, cast[name].main.answering.texts()))


@given("{name} has enlarged the question", "{name}已全屏显示考题")
def _(cast: Cast, name: str) -> None:
    cast[name].have_enlarged_question()


@when("{name} enlarges the question", "{name}全屏显示考题")
def _(cast: Cast, name: str) -> None:
    cast[name].enlarge_question()


@when("{name} gets a new auxiliary app and lets it lead her", "{name}重新安装辅机应用，并按其引导操作")
def _(cast: Cast, name: str) -> None:
    cast[name].walk_aux_through()


@when("{name} works until the end and submits", "{name}答题至考试结束并提交")
def _(cast: Cast, name: str) -> None:
    cast[name].work_and_submit()


@then("the same question fills the screen of {name}", "同一考题全屏显示在{name}的主机上")
def _(cast: Cast, name: str) -> None:
    judge(checks.question_enlarged(*cast[name].look_at_enlarged()))


@then("from there {name} comes back to her exam", "{name}可由此返回考试页面")
def _(cast: Cast, name: str) -> None:
    judge(checks.question_shown(*cast[name].fold_question()))


@then(
    "the answering time of {name} stands at the top of the screen and is right",
    "{name}屏幕上方显示答题时间，且准确无误",
)
def _(cast: Cast, name: str) -> None:
    judge(
        checks.time_at_the_top(
            cast[name].answering_time(), cast.left_until("ends"), cast.label("answering_time")
        )
    )


@when("{name} writes past the app", "{name}绕过应用作答")
def _(cast: Cast, name: str) -> None:
    cast[name].write_past_the_app()


@when("{name} writes past the app {moment:Moment}", "{moment}，{name}绕过应用作答")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].write_past_the_app(moment)


@then("{name} is told to write on her answer sheets", "{name}的主机提示在答题纸上作答")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("on_sheets"), cast[name].main.answering.texts()))


@then("{name} has nowhere to write on her phone", "{name}的主机没有作答处")
def _(cast: Cast, name: str) -> None:
    judge(checks.nowhere_to_write(*cast[name].look_for_writing()))


@then("{name} is refused to write because {cause:Because}", "{name}的作答因{cause}而不予接受")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("answers", cause, cast[name].sitting, cast.new_records()))


@then("what {name} wrote on her phone stays recorded", "{name}在主机上写下的答案仍有记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.answer_kept(ANSWER, cast.records_of(name)))


@then("{name} is not let into this exam again", "{name}不得再次进入本场考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_let_in_again(cast[name].ask_for_waiting_past_the_app(None), cast.new_records()))


@then(
    "the main phone of {name} has filmed her exam from its start to its end", "{name}的主机完整录制了考试全程"
)
def _(cast: Cast, name: str) -> None:
    judge(checks.filmed_throughout(cast[name].filmed(), cast[name].time_to_film()))


@then(
    "the auxiliary app leads {name} through reading the code, confirming, adjusting, recording and submitting",
    "辅机应用依次引导{name}扫码、核对信息、考前调整、正式录制和提交视频",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.led_through(cast[name].led))
