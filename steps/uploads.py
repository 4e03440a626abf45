"""Uploads, and what the phone says about them."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.people import Cast
from steps.phrases.submission import Mishap


@when("{name} {does:Afterwards} and half an hour passes", "{name}{does}，经过半小时")
def _(cast: Cast, name: str, does: str) -> None:
    cast[name].spend_half_an_hour(does)


@then("every file of the main phone of {name} has arrived whole", "{name}主机的全部文件均已完整送达")
def _(cast: Cast, name: str) -> None:
    judge(checks.files_arrived("submitted", cast.records_of(name)))


@then(
    "half an hour later, every file of the main phone of {name} has arrived whole",
    "半小时后，{name}主机的全部文件均已完整送达",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.files_arrived("submitted", cast[name].records_after_half_an_hour()))


@then("the main phone of {name} is still uploading", "{name}的主机仍在上传")
def _(cast: Cast, name: str) -> None:
    judge(checks.files_under_way("submitted", cast.records_of(name)))


@then("the submission status of {name} shows files under way", "{name}的“查看提交状态”显示文件正在上传")
def _(cast: Cast, name: str) -> None:
    judge(checks.status_under_way(cast[name].submission_status()))


@then(
    "when every file has arrived, the submission status of {name} shows nothing left to send",
    "全部文件送达后，{name}的“查看提交状态”显示均已上传",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.status_complete(cast[name].status_after_upload()))


@then("the exam of {name} is listed as {word:Label}", "{name}的考试状态显示{word}")
def _(cast: Cast, name: str, word: str) -> None:
    judge(checks.listed_as(word, cast[name].listed_status()))


@given("the files of the {role:Role} phone of {name} are on their way", "{name}{role}的文件正在上传")
def _(cast: Cast, name: str, role: str) -> None:
    cast.at("photos", name).begin_upload(role)


@when(
    "{name} sits {subject:Subject} while the files of her first are on their way",
    "第一科文件上传期间，{name}参加{subject}的考试",
)
def _(cast: Cast, name: str, subject: int) -> None:
    cast[name].sit_while_uploading(subject)


@then(
    "more of the files of {name} has arrived at its end than half an hour into it",
    "该科结束时，{name}的文件比开考半小时后送达更多",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.grew(cast[name].seen))


@given("the {role:Role} phone of {name} has lost its network", "{name}的{role}已断网")
@when("the {role:Role} phone of {name} loses its network", "{name}的{role}断网")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].take_network_away(role)


@when("the {role:Role} phone of {name} gets its network back", "{name}的{role}恢复网络")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].give_network_back(role)


@when("the {role:Role} phone of {name} is switched to another network", "{name}的{role}切换网络")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].switch_network(role)


@given(
    "nothing that the {role:Role} phone of {name} sends has come through", "{name}{role}发送的内容均未送达"
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].lose_everything_sent(role)


@when("the network of the {role:Role} phone of {name} carries again", "{name}{role}的网络恢复正常")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].come_through_again(role)


@when(
    "the next message of the {role:Role} phone {mishap:Mishap}, {name} uploading",
    "{name}上传时，{role}的下一条请求{mishap}",
)
def _(cast: Cast, name: str, role: str, mishap: Mishap) -> None:
    cast[name].meet_mishap(role, mishap)


@when(
    "{number:Number} messages of the {role:Role} phone, minutes apart, are not answered, {name} uploading",
    "{name}上传时，{role}相隔数分钟先后有{number}条请求未收到答复",
)
def _(cast: Cast, name: str, number: int, role: str) -> None:
    cast[name].meet_mishaps(role, number)


@when("the app of the {role:Role} phone of {name} {lost:Lost}", "{name}的{role}应用{lost}")
def _(cast: Cast, name: str, role: str, lost: str) -> None:
    cast[name].lose_app_of(role, lost)


@when(
    "the platform starts anew while the {role:Role} phone of {name} uploads",
    "{name}的{role}上传期间，平台重新启动",
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].restart_platform(role)


@when("{number:Number} minutes pass", "经过{number}分钟")
def _(cast: Cast, number: int) -> None:
    cast.stage.move_by(timedelta(minutes=number))


@then(
    "the upload of the {role:Role} phone of {name} has gone on where it stood, to its end",
    "{name}{role}的上传自中断处继续，直至完成",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.went_on(cast[name].watch_until_arrived(role), cast[name].uploads(role)))


@then(
    "every file of the {role:Role} phone of {name} has arrived byte for byte",
    "{name}{role}的全部文件均已逐字节送达",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.arrived_byte_for_byte(*cast[name].arrived_whole(role)))


@then(
    "every file of the {role:Role} phone of {name} arrives in the end, byte for byte",
    "{name}{role}的全部文件最终逐字节送达",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.arrived_byte_for_byte(*cast[name].arrived_in_the_end(role)))


@then("nothing more arrives from the {role:Role} phone of {name}", "{name}的{role}没有新内容送达")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.stands_still(cast[name].seen))


@then(
    "once the app is open again, the upload of the {role:Role} phone of {name} goes on to its end",
    "重新打开应用后，{name}{role}的上传继续，直至完成",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.went_on(cast[name].open_app_again(role), cast[name].uploads(role)))


@then(
    "the {role:Role} phone of {name} shows how far each file has come",
    "{name}的{role}如实显示各文件的上传进度",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.progress_true(*cast[name].progress_of(role)))


@then(
    "{number:Number} minutes later, the {role:Role} phone of {name} shows how far each file has come",
    "{number}分钟后，{name}的{role}如实显示各文件的上传进度",
)
def _(cast: Cast, name: str, number: int, role: str) -> None:
    judge(checks.progress_true(*cast[name].progress_after(role, number)))


@then(
    "the auxiliary phone of {name} says that it must not be left yet",
    "{name}的辅机提示全部上传成功前请勿退出",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.says(cast.label("until_uploaded"), cast[name].texts_on("aux")))


@then("the page of the upload reminds {name} to send again", "上传页面提示{name}重新上传")
def _(cast: Cast, name: str) -> None:
    judge(checks.reminded(cast[name].status_reminder(), cast.labels("upload_again", "submit_again")))


@then("the end of the list of exams reminds {name} to send again", "考试列表底部提示{name}重新提交")
def _(cast: Cast, name: str) -> None:
    judge(checks.reminded(cast[name].list_reminder(), cast.labels("upload_again", "submit_again")))


@then(
    "the auxiliary phone of {name} reminds her that something was not submitted",
    "{name}的辅机提示有视频未提交成功",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.reminded(cast[name].aux_reminder(), cast.labels("upload_failed")))


@then("the main phone of {name} has nothing to remind her of", "{name}的主机没有重新上传的提示")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_reminded(cast[name].status_reminder()))


@then("the auxiliary phone of {name} has nothing to remind her of", "{name}的辅机没有未提交成功的提示")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_reminded(cast[name].aux_reminder()))


@then(
    "from the page of the upload, {name} sends everything again to its end",
    "{name}在上传页面重新上传，直至完成",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.went_on(cast[name].send_again_from_status(), cast[name].uploads("main")))


@then(
    "from the end of the list of exams, {name} sends everything again to its end",
    "{name}在考试列表底部重新提交，直至完成",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.went_on(cast[name].send_again_from_list(), cast[name].uploads("main")))


@then(
    "from the reminder, {name} sends everything of her auxiliary phone again to its end",
    "{name}点开辅机的提示重新提交，直至完成",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.went_on(cast[name].send_again_from_aux(), cast[name].uploads("aux")))


@when(
    "{name} sends a file past the app that her submission did not name", "{name}绕过应用上传提交时没有的文件"
)
def _(cast: Cast, name: str) -> None:
    cast[name].upload_other_content()


@when(
    "{name} sends other content past the app under the name of a file that she submitted",
    "{name}绕过应用，以已提交文件的名称上传其他内容",
)
def _(cast: Cast, name: str) -> None:
    cast[name].upload_other_content(cast[name].uploads("main")[-1].name)


@when("another phone of {name} {does:FromElsewhere} past the app", "{name}的另一部手机绕过应用{does}")
def _(cast: Cast, name: str, does: Literal["submit", "upload"]) -> None:
    cast[name].try_from_elsewhere(does)


@then("the file of {name} is refused because {cause:Because}", "{name}的文件因{cause}而不予接受")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("upload_create", cause, cast[name].sitting, cast.new_records()))


@when("{name} logs in on another phone", "{name}在另一部手机上登录")
def _(cast: Cast, name: str) -> None:
    cast[name].log_in_on_another()


@then(
    "once {name} has logged in on her own phone again, her upload goes on to its end",
    "{name}在原手机上重新登录后，上传继续，直至完成",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.went_on(cast[name].log_in_again_and_watch(), cast[name].uploads("main")))


@then(
    "an hour later, nothing more has arrived from the {role:Role} phone of {name}",
    "一小时后，{name}的{role}没有新内容送达",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.stands_still(cast[name].arrivals_over_an_hour(role)))
