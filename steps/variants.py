"""What other notices add: things shown while waiting, time for reading, a start and an end of one's own, chances."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast
from steps.phrases import Count, Lasting

# --- the waiting room -------------------------------------------------------------------------------------------


@given("{name} is in the waiting room of a subject {paper:Paper}", "{name}正在{paper}科目候考")
def _(cast: Cast, name: str, paper: bool) -> None:
    cast.waiting_with(name, paper)


@given("{name} has shown {part:Shown} to the cameras", "{name}已向镜头展示：{part}")
@when("{name} shows {part:Shown} to the cameras", "{name}向镜头展示：{part}")
def _(cast: Cast, name: str, part: str) -> None:
    cast[name].show_things(part)


@then("the phones of {name} list everything that is to be shown", "{name}的手机列出须展示的各项内容")
def _(cast: Cast, name: str) -> None:
    judge(checks.lists_all(cast.labels(*cast[name].things()), cast[name].look_at_lists()))


@then("each of them is recorded as shown by {name}", "各项内容均有{name}的展示记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.all_shown(cast[name].shown, cast.records_of(name)))


@then("both phones of {name} are filming", "{name}的两部手机均在录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.both_film(cast[name].filming()))


@then("the review desk knows exactly what {name} has not shown", "待审核内容与{name}未展示的内容一致")
def _(cast: Cast, name: str) -> None:
    judge(checks.flagged_exactly(*cast[name].not_shown()))


# --- reading and answering ----------------------------------------------------------------------------------------


@then("{name} reads the question and cannot answer it yet", "{name}可以阅题，尚不能作答")
def _(cast: Cast, name: str) -> None:
    judge(checks.reading_only(*cast[name].look_at_reading()))


@then("{name} may answer", "{name}可以作答")
def _(cast: Cast, name: str) -> None:
    judge(checks.may_answer(*cast[name].look_at_answering()))


@then("{name} may answer {moment:Moment}", "{moment}，{name}可以作答")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.may_answer(*cast.move_to(moment)[name].look_at_answering()))


@then("past the app, {name} may write {moment:Moment}", "{moment}，{name}绕过应用可以作答")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.accepted(cast[name].write_past_the_app(moment)))


@then("past the app, {name} may write no more", "{name}绕过应用不得再作答")
def _(cast: Cast, name: str) -> None:
    judge(checks.refused("answers", "too_late", *cast[name].write_once_more()))


@given("{name} has begun to answer", "{name}已开始作答")
def _(cast: Cast, name: str) -> None:
    cast.begun(name)


@given("{name} has begun to answer a subject {paper:Paper}", "{name}已在{paper}科目开始作答")
def _(cast: Cast, name: str, paper: bool) -> None:
    cast.waiting_with(name, paper).begin_answering()


@given("{name} has begun to answer {moment:Moment}", "{moment}，{name}已开始作答")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].begin_answering(moment)


@when("{name} ends answering early", "{name}提前结束作答")
def _(cast: Cast, name: str) -> None:
    cast[name].end_early()


@when("{name} ends answering past the app", "{name}绕过应用提前结束作答")
def _(cast: Cast, name: str) -> None:
    cast[name].end_past_the_app()


@then("{name} is refused to end early because {cause:Because}", "{name}因{cause}而不得提前结束作答")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("finish", cause, cast[name].sitting, cast.new_records()))


@then("the phone of {name} offers no early end", "{name}的主机没有提前结束的入口")
def _(cast: Cast, name: str) -> None:
    judge(checks.no_early_end(*cast[name].look_for_early_end()))


@then(
    "the sheets of {name} may be photographed at once, without a display", "{name}随即可以拍照，不设定格展示"
)
def _(cast: Cast, name: str) -> None:
    judge(checks.photos_at_once(*cast[name].look_for_photos()))


@then("{name} is asked to show her face with her sheets", "{name}的主机提示面部与答题纸同时入镜")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("with_face"), cast[name].main.display.texts()))


# --- interruptions --------------------------------------------------------------------------------------------------


@when(
    "{cut:Cut} cuts {name} off for {lasting:Lasting}, and she goes on",
    "{name}的主机因{cut}中断，{lasting}，随后返回",
)
def _(cast: Cast, name: str, cut: str, lasting: Lasting) -> None:
    cast[name].cut_off_and_go_on(cut, lasting)


@when(
    "{cut:Cut} cuts {name} off {often:Often}, each time for {lasting:Lasting}, and she goes on",
    "{name}的主机因{cut}多次中断，中断次数{often}，每次{lasting}，随后返回",
)
def _(cast: Cast, name: str, cut: str, often: Count, lasting: Lasting) -> None:
    cast[name].cut_off_often_and_go_on(cut, cast.number(often), lasting)


@then("the exam of {name} counts as forfeited because of an interruption", "{name}的考试因中断记录为弃考")
def _(cast: Cast, name: str) -> None:
    judge(checks.forfeited_by_interruption(cast.records_of(name)))


@then("{name} is told that her exam counts as forfeited", "{name}的主机显示视为弃考")
def _(cast: Cast, name: str) -> None:
    judge(checks.told_of_the_end(*cast[name].look_at_exam(), cast.label("forfeited")))


@then("the exam of {name} has not ended", "{name}的考试未终结")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_ended(cast.records_of(name)))


@then("the phone asks {name} to go on and does not go on by itself", "主机提示{name}继续录制，不自动继续")
def _(cast: Cast, name: str) -> None:
    judge(checks.asked_to_go_on(cast[name].main.going_on.look(), cast.records_of(name)))


@then("once {name} goes on, the record lets her", "{name}点击继续后，平台记录其返回考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.going_on_by_the_record(cast[name].go_on_by_hand()))


@when(
    "the app on the auxiliary phone of {name} crashes and is opened again", "{name}的辅机应用崩溃后重新打开"
)
def _(cast: Cast, name: str) -> None:
    cast[name].lose_aux_app()


@then("the auxiliary phone of {name} offers no way to go on", "{name}的辅机没有继续录制的入口")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_makes_nothing_good(*cast[name].look_at_aux_home()))


@then("the exam of {name} has failed because of the other phone", "{name}的考试因在其他手机登录而失败")
def _(cast: Cast, name: str) -> None:
    judge(checks.ended_as("failed", cast.records_of(name), "second_device"))
