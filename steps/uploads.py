"""Uploads, and what the phone says about them."""

from __future__ import annotations

from steps import checks
from steps.bilingual import then, when
from steps.judging import judge
from steps.people import Cast


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
