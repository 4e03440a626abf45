"""From the photos to the upload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from conformance.bench import FaultKind

PAGES = {
    "no page": ("未拍任何一页", "none"),
    "all pages but one": ("除最后一页外的各页", "all_but_one"),
    "all pages but one, and the first one twice": ("除最后一页外的各页（第1页拍两次）", "one_twice"),
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


SHOWING = {
    "every page in order": ("按页序展示各页", "in_order"),
    "the pages from the last to the first": ("按相反页序展示各页", "backwards"),
    "all pages but the last": ("未展示最后一页", "all_but_last"),
    "the first page once more at the end": ("最后再次展示第1页", "again"),
    "nothing": ("未展示任何一页", "none"),
}


LAID = {
    "every page in its turn": ("按页序拍摄各页", "in_order"),
    "the last page in the place of the first and the first in that of the last": (
        "将首末两页颠倒拍摄",
        "swapped",
    ),
    "the first page in every place": ("各页均拍摄第1页", "same"),
    "a page of another subject in the place of the last": ("以其他科目的答题纸代替最后一页", "foreign"),
}


BADLY_TAKEN = {
    "out of focus": ("未对准焦距", {"blur": 0.5}),
    "in the dark": ("光线过暗", {"darkness": 0.85}),
    "in glaring light": ("光线过亮", {"overexposure": 0.9}),
    "from too near": ("距离过近", {"distance_cm": 14.0}),
}


REMARK = {
    "not clear": ("不清晰", "not_clear"),
    "badly lit": ("光线过暗或过亮", "badly_lit"),
    "cut off": ("未拍全", "cut_off"),
}


DWELL = {
    "1900 ms": ("1900毫秒", timedelta(milliseconds=1900)),
    "2000 ms": ("2000毫秒", timedelta(milliseconds=2000)),
    "2500 ms": ("2500毫秒", timedelta(milliseconds=2500)),
    "3000 ms": ("3000毫秒", timedelta(milliseconds=3000)),
    "3100 ms": ("3100毫秒", timedelta(milliseconds=3100)),
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
