"""How a sitting ended, and what has become of its files."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.names import both
from simulators.apps.parts import button, notice, page, text
from simulators.apps.screenbook import Draw, State
from simulators.apps.upload_entry import stuck
from simulators.apps.upload_list import progress_list
from simulators.core.instants import parse
from simulators.phone.element import Element

KEEP = "考试时间结束后48小时内，且全部视频上传成功前，请勿卸载考试应用。"


def submitted(state: State, _: datetime) -> Element:
    """The platform has acknowledged the submission (R469, R473)."""
    view = state["view"]
    at = (
        f"提交时间：{parse(view['submitted_at']).strftime('%Y-%m-%d %H:%M:%S')}"
        if view["submitted_at"]
        else ""
    )
    return page(
        "submitted",
        "提交成功",
        text("outcome", "答卷已提交", "huge"),
        text("submitted_at", at, "centre"),
        text(
            "advice",
            f"视频和图片正在后台上传，全部上传成功前请勿退出{both(state)[0]}，也请勿清理手机。",
            "centre",
        ),
        text("keep", KEEP, "centre"),
        button("submission", "查看提交状态", style="outline"),
        button("done", "返回考试详情", "back"),
        told=notice(state),
    )


def submission_status(state: State, _: datetime) -> Element:
    """Each file and how far it has come (R473); what failed can be uploaded again (R481, R483)."""
    files = files_of(state)
    retry = (button("reupload", "重新上传", style="red_bar"),) if stuck(files) else ()
    return page("submission_status", "查看提交状态", *retry, *notice(state), progress_list(files))


def files_of(state: State) -> list[dict[str, object]]:
    """This phone's own files as it knows them, then the aux phone's as the platform told last."""
    own = [entry for entry in state["uploads"] if entry["sitting"] == state["sitting"]]
    names = {entry["name"] for entry in own}
    told = (state["submission"] or {"files": []})["files"]
    others = [
        {**file, "offset": file["received"], "status": file["state"]}
        for file in told
        if file["name"] not in names
    ]
    return [*own, *others]


BY: Mapping[str, str] = {
    "interruption": "考试中断时长超过限制",
    "too_many_interruptions": "考试中断次数超过限制",
    "no_chances": "录制中断，录制机会已用完",
    "not_begun": "未在开放时间内开始作答",
    "second_device": "考试期间该账号在其他手机登录",
}
"""Why an exam has ended, as the platform tells it."""


def _why(view: dict[str, Any]) -> str:
    """The cause that the platform names; who did not begin at a time of her own has come to no waiting room too late."""
    late = view["state"] == "forfeited" and view["terms"]["start"] == "free"
    return view["ended_by"] or ("not_begun" if late else "")


def _ended(name: str, title: str, words: str, told: str = "") -> Draw:
    """`told` is what follows from the cause that the platform names; without one, `words` stand alone."""

    def screen(state: State, _: datetime) -> Element:
        view = state["view"]
        cause = BY.get(_why(view), "") if told else ""
        return page(
            name,
            title,
            text("outcome", title, "huge"),
            text("reason", f"{cause}{told}" if cause else words, "centre"),
            button("done", "返回考试详情", "back"),
            told=notice(state),
        )

    return screen


forfeited = _ended("forfeited", "弃考", "未在开考前进入候考页面，视为弃考。", "，视为弃考。")
terminated = _ended(
    "terminated", "考试终止", "考试过程中离开了小艺帮，或有截屏、录屏、投屏操作，本场考试已终止。"
)
failed = _ended("failed", "考试失败", "考试中断次数或时长超过限制，本场考试失败。", "，本场考试失败。")
not_submitted = _ended("not_submitted", "未提交", "拍照倒计时已截止，未提交的答卷无法再次提交。")
