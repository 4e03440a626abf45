"""One pre-exam task: what is to be read, and the word that it was."""

from collections.abc import Mapping
from datetime import datetime

from simulators.apps.main.exams.exams import exam_of
from simulators.apps.parts import button, image, notice, numbered, page, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element

WORDS: Mapping[str, tuple[str, ...]] = {
    "notice": (
        "流程：下载安装，注册登录，认证，确认考试，参加考试。",
        "请备齐两部手机和固定支架，电量充足，剩余存储空间各不少于 20 G，网络稳定。",
        "考试前请关闭通话功能，退出录屏、音乐、闹钟等其他应用，使用系统标准字体和字号。",
        "开考前15分钟可进入候考，开考后不能再进入，视为弃考。候考期间先进行人脸识别。",
        "考试期间退出小艺帮、接通来电、打开其他应用，考试将终止。因故中断须在2分钟内返回，不得超过3次。",
        "考试结束后按语音提示展示答题纸，并在拍照倒计时截止前拍照、提交答卷。",
        "视频全部上传成功前，请勿清理手机；考试结束后48小时内，请勿卸载小艺帮和小艺助手。",
    ),
    "positions": (
        "主机位置于考生正前方，能拍到答题纸和考生。",
        "辅机位置于考生侧后方，能拍到考生、答题纸和主机位。",
        "进入考试后先开启辅机位录制，再开启主机位录制；录制开始后请勿移动手机。",
    ),
}
FIGURES: Mapping[str, str] = {"positions": "positions"}
PLAIN = ("请按要求完成此项任务。",)
"""Where the platform sets a task that this version has no words for."""


def task(state: State, _: datetime) -> Element:
    """Open until its last line: only then can it be said that it was read (R365, R366)."""
    name = state["task"]
    tasks = (exam_of(state) or {"tasks": []})["tasks"]
    title = next((one["title"] for one in tasks if one["id"] == name), "考前任务")
    figure = (image("figure", FIGURES[name], title, style="card_photo"),) if name in FIGURES else ()
    return page(
        "task",
        "考前任务",
        text("task_title", title, "title"),
        *figure,
        *numbered("task_words", WORDS.get(name, PLAIN), "long"),
        footer=(button("finish_task", "已阅读，完成任务"),),
        told=notice(state),
    )
