"""From the photos to the upload."""

from __future__ import annotations

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
