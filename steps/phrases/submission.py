"""From the photos to the upload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from conformance.bench import FaultKind

PAGES = {
    "no page": ("未拍任何一页", "none"),
    "all pages but one": ("除最后一页外的各页", "all_but_one"),
    "every page": ("全部页面", "all"),
}


ASTRAY = {
    "loses its answer": ("未收到答复", "drop_answer"),
    "is sent twice": ("重复发送", "repeat"),
    "is cut off": ("中途断开", "cut_after"),
}


AFTERWARDS = {
    "stays where she is": ("停留在原页面", "stay"),
    "leaves the page of the upload": ("离开上传页面", "leave"),
    "puts the app in the background": ("将应用转入后台", "background"),
}


RECORDED = {
    "forfeited": ("弃考", "forfeited"),
    "started": ("已开考", "started"),
    "answered": ("已作答", "answer"),
    "displayed": ("展示开始", "displayed"),
    "not submitted": ("未提交", "not_submitted"),
    "terminated": ("已终止", "terminated"),
}


@dataclass(frozen=True, slots=True)
class Mishap:
    """Something that befalls one message: a fault of the bench, and what it needs to know."""

    kind: FaultKind
    detail: Mapping[str, int] = field(default_factory=dict)


MISHAP = {
    "is not answered": ("未收到答复", Mishap("drop_answer")),
    "is sent twice": ("重复发送", Mishap("repeat")),
    "is cut off": ("中途断开", Mishap("cut_after", {"bytes": 1})),
    "arrives with a wrong byte": ("有一个字节出错", Mishap("corrupt", {"byte": 40})),
    "finds its file locked": ("遇文件被占用", Mishap("answer", {"status": 423})),
    "finds the platform out of service": ("遇平台暂停服务", Mishap("answer", {"status": 503})),
    "finds the platform too busy": ("遇平台繁忙", Mishap("answer", {"status": 429})),
    "is asked for a new log-in": ("被要求重新登录", Mishap("answer", {"status": 401})),
}


FROM_ELSEWHERE = {
    "submits": ("提交", "submit"),
    "uploads": ("上传", "upload"),
}


LOST = {
    "is closed": ("被关闭", "close"),
    "crashes": ("崩溃", "crash"),
    "goes down with the phone": ("因手机断电而停止", "power"),
}
