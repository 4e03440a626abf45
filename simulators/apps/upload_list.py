"""How uploads are shown in both apps."""

from collections.abc import Mapping, Sequence
from typing import Any

from simulators.apps.parts import card, text
from simulators.phone.element import Element

STATUS_WORDS: Mapping[str, str] = {
    "queued": "等待上传",
    "uploading": "上传中",
    "paused": "上传中断",
    "failed": "上传失败",
    "done": "上传成功",
    "corrupt": "上传失败",
    "expired": "已过期",
    "terminated": "已取消",
}
KIND_WORDS: Mapping[str, str] = {"video": "考试视频", "photo-set": "答题纸图片"}


def progress(number: int, file: Mapping[str, Any]) -> Element:
    """One file: what it is, how far it has come, in percent."""
    size, sent = file["bytes"], file["offset"]
    percent = 100 if file["status"] == "done" else int(100 * sent / size) if size else 0
    words = STATUS_WORDS.get(file["status"], file["status"])
    return card(
        f"file_{number}",
        text(f"file_{number}_name", f"{KIND_WORDS.get(file['kind'], file['kind'])}  {file['name']}", "line"),
        text(f"file_{number}_state", f"{words}  {percent}%", "small"),
    )


def progress_list(files: Sequence[Mapping[str, Any]]) -> Element:
    """All files; a sentence where there is none."""
    shown = tuple(progress(number, file) for number, file in enumerate(files, 1))
    return Element("list", "files", children=shown or (text("no_files", "暂无上传记录", "centre"),))
