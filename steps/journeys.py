"""A whole exam, walked through the screens of both phones."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} has an account and two phones", "{name}已有账号和两部手机")
def _(cast: Cast, name: str) -> None:
    cast.at("registered", name)


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
    cast[name].write_and_show()


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
    "every file of both phones of {name} has arrived whole after an hour",
    "一小时后，{name}两部手机的全部文件均已完整送达",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.all_files_arrived(cast[name].records_after_an_hour()))


@then(
    "nothing was refused to {name}, and her exam went through its stages in order",
    "{name}未遇任何拒绝，考试各阶段依次完成",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.kept_its_course(cast.records_of(name)))
