"""Closed lists of phrases that sentences choose from: English to (Chinese, meaning)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Count:
    """A number that stands `plus` away from (a share of) a limit of the season, or from nothing."""

    limit: str | None
    plus: int = 0
    share: float = 1


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time: a share of a limit of the season, and so much more; no limit where none is named."""

    limit: str = ""
    share: float = 1.0
    longer: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class PhoneClock:
    """How a phone's own clock is wrong; `zone` is an offset from UTC."""

    offset_ms: int = 0
    drift_ppm: float = 0.0
    zone: str | None = None


MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS

PHONES = {
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

BECAUSE = {
    "it is too early": ("未到候考时间", "too_early"),
    "it is too late": ("已超过时间", "too_late"),
    "no auxiliary phone is recording": ("辅机未在录制", "aux_not_recording"),
    "her face check needs a review": ("人脸验证须经人工审核", "face_review_needed"),
    "its time has not come": ("尚未到时间", "not_yet"),
    "another page comes first": ("应先上传前面的页", "out_of_order"),
    "the sheet has no such page": ("答题纸没有该页", "no_such_page"),
    "pages are missing": ("尚有页面未上传", "pages_missing"),
    "she has submitted already": ("已经提交", "already_submitted"),
    "the main phone has not submitted": ("主机尚未提交", "main_not_submitted"),
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

WRONG_CLOCK = {
    "20 minutes fast": ("快20分钟", PhoneClock(offset_ms=20 * MINUTE_MS)),
    "20 minutes slow": ("慢20分钟", PhoneClock(offset_ms=-20 * MINUTE_MS)),
    "an hour fast": ("快1小时", PhoneClock(offset_ms=HOUR_MS)),
    "an hour slow": ("慢1小时", PhoneClock(offset_ms=-HOUR_MS)),
    "set to the zone of Tokyo": ("设为东京时区", PhoneClock(zone="+09:00")),
    "set to the zone of London": ("设为伦敦时区", PhoneClock(zone="+00:00")),
    "running 2 % too fast": ("走快2%", PhoneClock(drift_ppm=20_000.0)),
}

COMES_BACK = {
    "leaves the code and returns": ("离开二维码页面后返回", "leave_code"),
    "leaves the exam page and returns": ("离开考试页面后返回", "leave_exam_page"),
    "closes the app and opens it again": ("关闭应用后重新打开", "restart_app"),
    "lets 10 minutes pass": ("等候10分钟", "wait"),
}

FACE_BREAK = {
    "left it": ("退出人脸验证", "leave"),
    "closed the app": ("关闭应用后重新打开", "restart_app"),
}

FALLS_SHORT = {
    "has not read the code": ("尚未扫码", "unpaired"),
    "has read the code but does not record yet": ("已扫码但尚未开始录制", "paired"),
    "has ended its recording": ("已结束录制", "ended"),
}

FAILURES = {
    "one time fewer than leads back": ("比退回所需少一次", Count("face_failures", -1)),
    "as many times as leads back": ("达到退回所需次数", Count("face_failures")),
    "once more": ("再增加一次", Count(None, 1)),
}

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

SECOND = timedelta(seconds=1)
MS = timedelta(milliseconds=1)
INTERRUPTION = "interruption_seconds"

LASTING = {
    "half as long as an interruption may last": ("时长为限值的一半", Lasting(INTERRUPTION, share=0.5)),
    "1 second less than an interruption may last": ("时长比限值短1秒", Lasting(INTERRUPTION, longer=-SECOND)),
    "1 ms less than an interruption may last": ("时长比限值短1毫秒", Lasting(INTERRUPTION, longer=-MS)),
    "as long as an interruption may last": ("时长与限值相同", Lasting(INTERRUPTION)),
    "1 ms longer than an interruption may last": ("时长比限值长1毫秒", Lasting(INTERRUPTION, longer=MS)),
    "1 second longer than an interruption may last": (
        "时长比限值长1秒",
        Lasting(INTERRUPTION, longer=SECOND),
    ),
    "1 minute longer than an interruption may last": (
        "时长比限值长1分钟",
        Lasting(INTERRUPTION, longer=60 * SECOND),
    ),
    "20 seconds": ("时长20秒", Lasting(longer=20 * SECOND)),
    "an hour": ("时长1小时", Lasting(longer=3600 * SECOND)),
}

CUT = {
    "a lost network": ("断网", "network"),
    "a crash of the app": ("应用崩溃", "crash"),
    "a loss of power": ("断电", "power"),
    "a screen that locks by itself": ("自动锁屏", "auto_lock"),
}

OFTEN = {
    "one time fewer than the notice allows": ("比允许次数少一次", Count("interruptions_allowed", -1)),
    "as many times as the notice allows": ("与允许次数相同", Count("interruptions_allowed")),
    "one time more than the notice allows": ("比允许次数多一次", Count("interruptions_allowed", +1)),
}

COUNTED = {
    "no interruption": ("未计中断", Count(None, 0)),
    "one interruption": ("计中断一次", Count(None, 1)),
    "as many interruptions as the notice allows": (
        "计中断次数与允许次数相同",
        Count("interruptions_allowed"),
    ),
    "one interruption more than the notice allows": (
        "计中断次数比允许次数多一次",
        Count("interruptions_allowed", +1),
    ),
}

LEAVES = {
    "goes to the first page of her phone": ("返回手机桌面", "home"),
    "closes the app": ("关闭应用", "exit"),
    "answers a call": ("接听来电", "answer"),
}

UNTAKEN = {
    "lets it ring until the caller gives up": ("未接听，直至对方挂断", "ring"),
    "refuses it": ("拒接", "refuse"),
}

RECORDED = {
    "forfeited": ("弃考", "forfeited"),
    "started": ("已开考", "started"),
    "displayed": ("展示开始", "displayed"),
    "not submitted": ("未提交", "not_submitted"),
    "terminated": ("已终止", "terminated"),
}

PAPER = {
    "with answer sheets": ("有答题纸", True),
    "without answer sheets": ("无答题纸", False),
}

HANDSET = {
    "an Android phone": ("安卓手机", "android"),
    "a HarmonyOS phone": ("鸿蒙手机", "harmonyos"),
    "an iPhone": ("苹果手机", "ios"),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """A phone of certain kinds (empty: of any) for which one aspect stands so against what the season asks."""

    kinds: tuple[str, ...]
    aspect: str
    how: str


_PHONES = ("android", "harmonyos", "ios")
SOUGHT = {
    "an Android phone just below the season's lowest version": (
        "安卓版本略低于要求的手机",
        Sought(("android",), "system", "below"),
    ),
    "an Android phone with the season's lowest version": (
        "安卓版本恰为最低要求的手机",
        Sought(("android",), "system", "at"),
    ),
    "an Android phone with a later version": (
        "安卓版本高于要求的手机",
        Sought(("android",), "system", "above"),
    ),
    "a HarmonyOS phone with the season's lowest version": (
        "鸿蒙版本恰为最低要求的手机",
        Sought(("harmonyos",), "system", "at"),
    ),
    "a HarmonyOS phone with a later version": (
        "鸿蒙版本高于要求的手机",
        Sought(("harmonyos",), "system", "above"),
    ),
    "a HarmonyOS phone that runs no Android apps": (
        "不能运行安卓应用的鸿蒙手机",
        Sought(("harmonyos_without_android",), "system", "above"),
    ),
    "an iPhone just below the season's lowest version": (
        "系统版本略低于要求的苹果手机",
        Sought(("ios",), "system", "below"),
    ),
    "an iPhone with the season's lowest version": (
        "系统版本恰为最低要求的苹果手机",
        Sought(("ios",), "system", "at"),
    ),
    "an iPhone with a later version": ("系统版本高于要求的苹果手机", Sought(("ios",), "system", "above")),
    "a phone that is just old enough to be advised against": (
        "上市时间略早于建议年限的手机",
        Sought(_PHONES, "age", "below"),
    ),
    "a phone that is just young enough": ("上市时间略晚于建议年限的手机", Sought(_PHONES, "age", "above")),
    "a phone of a brand that is advised against": ("不建议使用的品牌的手机", Sought(("redmi",), "brand", "")),
    "a phone of a brand that the notice names": ("须知列举的品牌的手机", Sought(_PHONES, "brand", "")),
    "an Android tablet": ("安卓平板电脑", Sought(("android_tablet",), "form", "")),
    "a HarmonyOS tablet": ("鸿蒙平板电脑", Sought(("harmonyos_tablet",), "form", "")),
    "an iPad": ("苹果平板电脑", Sought(("ipad",), "form", "")),
}

ASPECT = {
    "system": ("系统版本", "system"),
    "age": ("上市时间", "age"),
    "brand": ("品牌", "brand"),
    "kind": ("设备类型", "form"),
    "ability to run the apps": ("运行考试应用的条件", "apps"),
    "storage": ("剩余存储空间", "storage"),
}

GRADE = {
    "is as the notice wants it": ("符合须知", "fit"),
    "is advised against": ("不符合建议", "advice"),
    "rules the phone out": ("不符合要求，不得用于考试", "unfit"),
}

FREE = {
    "one byte less than the notice demands": ("比要求少1字节", Count("free_storage_bytes", -1)),
    "as much as the notice demands": ("与要求相同", Count("free_storage_bytes")),
    "one byte more than the notice demands": ("比要求多1字节", Count("free_storage_bytes", +1)),
    "half as much as the notice demands": ("为要求的一半", Count("free_storage_bytes", share=0.5)),
    "half as much again as the notice demands": ("为要求的一倍半", Count("free_storage_bytes", share=1.5)),
}

ROLE = {
    "main": ("主机", "main"),
    "auxiliary": ("辅机", "aux"),
}

SUBJECT = {
    "her first subject": ("第一个科目", 0),
    "her second subject": ("第二个科目", 1),
}

TABLES: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "Phones": PHONES,
    "Strangers": STRANGERS,
    "Again": AGAIN,
    "Because": BECAUSE,
    "TurnedAway": TURNED_AWAY,
    "ByHand": BY_HAND,
    "Badly": BADLY,
    "WrongClock": WRONG_CLOCK,
    "ComesBack": COMES_BACK,
    "FaceBreak": FACE_BREAK,
    "FallsShort": FALLS_SHORT,
    "Failures": FAILURES,
    "Pages": PAGES,
    "Astray": ASTRAY,
    "Afterwards": AFTERWARDS,
    "Lasting": LASTING,
    "Cut": CUT,
    "Often": OFTEN,
    "Counted": COUNTED,
    "Leaves": LEAVES,
    "Untaken": UNTAKEN,
    "Recorded": RECORDED,
    "Paper": PAPER,
    "Handset": HANDSET,
    "Sought": SOUGHT,
    "Aspect": ASPECT,
    "Grade": GRADE,
    "Free": FREE,
    "Role": ROLE,
    "Subject": SUBJECT,
}
"""The kinds that are closed lists, by the name that a sentence gives them."""
