"""A whole exam, walked through the screens of both phones."""

from __future__ import annotations

from functools import partial

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} has an account and two phones", "{name}已有账号和两部手机")
def _(cast: Cast, name: str) -> None:
    cast.at("registered", name)


@given("{name} has an account and her phones", "{name}已有账号和考试用手机")
def _(cast: Cast, name: str) -> None:
    cast.at("registered", name)


@given(
    "{name} is registered for an exam {paper:Paper}, with {main:Handset}",
    "{name}已报名{paper}的科目，使用{main}",
)
def _(cast: Cast, name: str, paper: bool, main: str) -> None:
    cast.registered_with(name, paper, {"main": main})


@given(
    "{name} is registered for an exam {paper:Paper}, {main:Handset} as her main and {aux:Handset} as her auxiliary phone",
    "{name}已报名{paper}的科目，主机为{main}，辅机为{aux}",
)
def _(cast: Cast, name: str, paper: bool, main: str, aux: str) -> None:
    cast.registered_with(name, paper, {"main": main, "aux": aux})


@given(
    "{name} has an account and her phones before a mock exam", "{name}已有账号和考试用手机，即将参加模拟考试"
)
def _(cast: Cast, name: str) -> None:
    cast.registered_for_mock(name)


@when("{name} sits her whole exam, from the login to the last upload", "{name}完成从登录到全部上传的整场考试")
def _(cast: Cast, name: str) -> None:
    cast[name].sit_whole_exam()


@when(
    "a candidate sits the exam of each subject of the season, from the login to the last upload",
    "本年度每个科目各有一名考生，完成从登录到全部上传的整场考试",
)
def _(cast: Cast) -> None:
    cast.sit_every_subject()


@when("{name} logs in and opens her exam", "{name}登录并打开本人的考试")
def _(cast: Cast, name: str) -> None:
    cast[name].log_in_and_open_exam()


@when(
    "{name} pairs her auxiliary phone and lets it record {moment:Moment}",
    "{moment}，{name}配对辅机并开始辅机录制",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast.move_to(moment)[name].let_aux_record()


@when(
    "{name} enters the waiting room {moment:Moment} and passes the face check",
    "{moment}，{name}进入候考并通过人脸验证",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].enter_and_pass(moment)


@when(
    "{name} writes until the exam ends and shows her sheets until the display ends",
    "{name}答题至考试结束，并展示答题纸至展示结束",
)
def _(cast: Cast, name: str) -> None:
    cast[name].work()


@when("{name} photographs {pages:Pages} and submits", "{name}拍摄{pages}并提交")
def _(cast: Cast, name: str, pages: str) -> None:
    cast[name].photograph_and_submit(pages)


@when(
    "{name} ends the recording of her auxiliary phone and submits that too",
    "{name}完成辅机录制并提交辅机视频",
)
def _(cast: Cast, name: str) -> None:
    cast[name].finish_and_submit_aux()


@then(
    "every file of the phones of {name} has arrived whole after an hour",
    "一小时后，{name}手机上的全部文件均已完整送达",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.all_files_arrived(cast[name].records_after_an_hour(), has_aux=cast.has_aux))


@then("every file of the phones of {name} has arrived whole", "{name}手机上的全部文件均已完整送达")
def _(cast: Cast, name: str) -> None:
    judge(checks.all_files_arrived(cast.records_of(name), has_aux=cast.has_aux))


@then(
    "in each subject every file of the phones has arrived whole",
    "逐科核对：手机上的全部文件均已完整送达",
)
def _(cast: Cast) -> None:
    judge(checks.each_subject(cast.sat, partial(checks.all_files_arrived, has_aux=cast.has_aux)))


@then(
    "in each subject nothing was refused, and the exam went through its stages in order",
    "逐科核对：没有拒绝记录，考试各阶段依次完成",
)
def _(cast: Cast) -> None:
    judge(checks.each_subject(cast.sat, partial(checks.kept_its_course, displays=cast.displays)))


@then(
    "nothing was refused to {name}, and her exam went through its stages in order",
    "{name}未遇任何拒绝，考试各阶段依次完成",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.kept_its_course(cast.records_of(name), cast[name].pages > 0, displays=cast.displays))
