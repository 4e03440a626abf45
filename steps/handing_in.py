"""Handing in what an exam has left: in time, confirmed, subject by subject, from both phones."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} has finished all but the submission", "{name}除提交答卷外均已完成")
def _(cast: Cast, name: str) -> None:
    cast.at("photos", name).have_photographed("all")


@given(
    "{name} has finished all but the submission in a subject {paper:Paper}",
    "{name}在{paper}科目中，除提交答卷外均已完成",
)
def _(cast: Cast, name: str, paper: bool) -> None:
    cast.at_submission(name, paper)


@given(
    "{name} has finished all but the submission in the first of several subjects",
    "{name}在多个科目的第一科中，除提交答卷外均已完成",
)
def _(cast: Cast, name: str) -> None:
    cast.in_first_of_several(name).photograph("all")


@given("{name} has submitted the first of several subjects", "{name}已提交多个科目中的第一科")
def _(cast: Cast, name: str) -> None:
    cast.in_first_of_several(name).have_submitted()


@given("{name} has sat {subject:Subject} until its photos", "{name}已完成{subject}的答题和展示")
@when("{name} sits {subject:Subject} until its photos", "{name}完成{subject}的答题和展示")
def _(cast: Cast, name: str, subject: int) -> None:
    cast[name].sit_until_photos(subject)


@given(
    "{name} has photographed, submitted and ended the auxiliary recording",
    "{name}已拍照、提交并完成辅机录制",
)
def _(cast: Cast, name: str) -> None:
    cast[name].finish_both()


@when("{name} tries to go back", "{name}尝试返回上一页")
def _(cast: Cast, name: str) -> None:
    cast[name].try_to_go_back()


@given("{name} has submitted from her auxiliary phone", "{name}已提交辅机视频")
def _(cast: Cast, name: str) -> None:
    cast[name].have_aux_submitted()


@when("{name} submits from her auxiliary phone {moment:Moment}", "{moment}，{name}提交辅机视频")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].aux_submit(moment)


@when("{name} submits all at once from her auxiliary phone", "{name}在辅机上一键提交全部")
def _(cast: Cast, name: str) -> None:
    cast[name].aux_submit_all()


@then("{name} is told that her exam was not submitted", "{name}的主机显示考试未提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.told_of_the_end(*cast[name].come_back_and_look(), cast.label("not_submitted")))


@then("{name} is told to stay in her exam", "{name}的主机提示请勿退出")
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("stay"), cast[name].texts_on("main")))


@then("{name} can submit {moment:Moment}", "{moment}，{name}可以提交")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.submitted_once(cast[name].submit(moment)))


@then("the submission of {name} is the only end in the record", "{name}的考试记录仅以提交告终")
def _(cast: Cast, name: str) -> None:
    judge(checks.submitted_alone(cast.records_of(name)))


@then(
    "her first subject stays recorded as not submitted, and {name} is refused its submission past the app",
    "第一科仍记录为未提交，{name}绕过应用补交不予接受",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.missed_for_good(cast[name].records_in(0), cast[name].submit_past_the_app_in(0)))


@then(
    "{name} stays recorded as having submitted {subject:Subject} once", "{name}的{subject}仍仅有一次提交记录"
)
def _(cast: Cast, name: str, subject: int) -> None:
    judge(checks.submitted_once(cast[name].records_in(subject)))


@then(
    "once {name} has submitted and her recording has ended, her auxiliary phone can submit",
    "{name}在主机提交并完成辅机录制后，辅机可以提交",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_submitted_once(cast[name].finish_and_aux_submit()))


@then(
    "the auxiliary video of {name} in {subject:Subject} is recorded as submitted once",
    "{name}{subject}的辅机视频仅有一次提交记录",
)
def _(cast: Cast, name: str, subject: int) -> None:
    judge(checks.aux_submitted_once(cast[name].records_in(subject)))


@then(
    "the auxiliary video of {name} is recorded as submitted in {subject:Subject} only",
    "{name}的辅机视频仅{subject}有提交记录",
)
def _(cast: Cast, name: str, subject: int) -> None:
    judge(checks.aux_submitted_in([subject], cast[name].records_by_subject()))


@then(
    "the auxiliary video of {name} in each subject is recorded as submitted once",
    "{name}各科目的辅机视频均仅有一次提交记录",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_submitted_in(range(len(cast[name].subjects)), cast[name].records_by_subject()))


@then(
    "an hour later, the auxiliary video of {name} in each subject has arrived whole",
    "一小时后，{name}各科目的辅机视频均已完整送达",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_arrived_in_each(cast[name].records_by_subject_after_an_hour()))


@then(
    "the auxiliary video of {name} is recorded as submitted once, {moment:Moment}",
    "{name}的辅机视频仅有一次提交记录，时间为{moment}",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.aux_submitted_once(cast.records_of(name), cast.instant(moment)))


@given("another phone has joined the exam of {name}", "另一部手机已加入{name}的考试")
def _(cast: Cast, name: str) -> None:
    cast.join_past_the_app(2, name)


@when(
    "that other phone submits the auxiliary video of {name} past the app",
    "该手机绕过应用提交{name}的辅机视频",
)
def _(cast: Cast, name: str) -> None:
    cast.aux_submit_with_stranger(name)


@when(
    "another phone records the exam of {name} in place of her auxiliary phone",
    "另一部手机代替辅机录制{name}的考试",
)
def _(cast: Cast, name: str) -> None:
    cast.record_with_stranger(name)


@then(
    "the auxiliary video of {name} is recorded and submitted by her auxiliary phone alone",
    "{name}的辅机视频仅由本人辅机录制和提交",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.one_aux_phone(cast[name].aux.device, cast[name].finish_aux_and_look()))


@then(
    "the record names both phones and the review desk is told of the change for {name}",
    "记录中列明两部手机，并将{name}更换辅机一事提交审核",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.change_is_shown(cast.records_of(name), cast[name].flags()))
