"""Pairing: phones, codes, and what is typed by hand."""

from __future__ import annotations

from steps.phrases.meanings import Count

PHONES = {
    "one phone": ("一部手机", Count(None, 1)),
    "two phones": ("两部手机", Count(None, 2)),
    "one phone fewer than a code admits": ("比二维码限额少一部的手机", Count("phones_per_code", -1)),
    "as many phones as a code admits": ("与二维码限额相同数量的手机", Count("phones_per_code")),
    "one phone more than a code admits": ("比二维码限额多一部的手机", Count("phones_per_code", +1)),
}


STRANGERS = {
    "as many strangers as a code admits phones": ("与二维码限额相同人数的他人", Count("phones_per_code")),
}


AGAIN = {
    "as many times more as a code admits phones": ("与限额相同的次数", Count("phones_per_code")),
}


TURNED_AWAY = {
    "the code is full": ("二维码名额已满", frozenset({"code_full"})),
    "the code is closed": ("二维码已失效", frozenset({"code_closed"})),
    "the code and the account do not fit": (
        "考试码与账号不符",
        frozenset({"code_unknown", "account_unknown"}),
    ),
}


BY_HAND = {
    "her exam code and her account": ("本人考试码和本人账号", ("own", "own")),
    "her exam code and the account of another candidate": ("本人考试码和他人账号", ("own", "other")),
    "the exam code of another candidate and her account": ("他人考试码和本人账号", ("other", "own")),
    "an exam code of nobody and her account": ("不存在的考试码和本人账号", ("nobody", "own")),
    "her exam code and an account of nobody": ("本人考试码和不存在的账号", ("own", "nobody")),
}


BADLY = {
    "from too far away": ("距离过远", {"distance_cm": 300}),
    "in the dark": ("光线过暗", {"darkness": 1.0}),
    "out of focus": ("未对准焦距", {"blur": 1.0}),
    "from the side": ("角度过偏", {"tilt_deg": 80}),
    "and sees the desk instead": ("镜头未对准二维码", {"pointed_at": "desk"}),
}


COMES_BACK = {
    "leaves the code and returns": ("离开二维码页面后返回", "leave_code"),
    "leaves the exam page and returns": ("离开考试页面后返回", "leave_exam_page"),
    "closes the app and opens it again": ("关闭应用后重新打开", "restart_app"),
    "lets 10 minutes pass": ("等候10分钟", "wait"),
}


SUBJECT = {
    "her first subject": ("第一个科目", 0),
    "her second subject": ("第二个科目", 1),
}
