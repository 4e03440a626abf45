"""A season's keys and values in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reports.form import Text

KEYS: Mapping[str, Text] = {
    "zone": Text("zone", "时区"),
    "edition": Text("edition of the catalogue", "规则目录版次"),
    "exam.cameras": Text("phones that film", "录制用手机数"),
    "exam.start": Text("start", "开考方式"),
    "exam.early_end": Text("ending early", "提前结束作答"),
    "exam.recordings_viewable": Text("viewing one's recordings", "查看本人录像"),
    "exam.sheet_photos_by": Text("phone that photographs the sheets", "拍摄答题纸的手机"),
    "apps.main": Text("main app", "主机应用"),
    "apps.aux": Text("auxiliary app", "辅机应用"),
    "waiting.shows": Text("shown while waiting", "候考期间须展示"),
    "display.with_face": Text("face beside the answer sheet", "展示时人脸同时入镜"),
    "interruption.beyond": Text("interruptions beyond the limit", "中断超限的后果"),
    "interruption.repaired_on": Text("interruptions are repaired on", "可恢复中断的手机"),
    "interruption.second_device_login": Text("login on another phone", "在其他手机登录"),
    "recording.chances": Text("chances to record", "录制机会（次）"),
    "recording.interrupted_costs_chance": Text("an interrupted recording costs a chance", "中断计入录制机会"),
    "limits.waiting_minutes": Text("waiting room, minutes", "候考时长（分钟）"),
    "limits.reading_minutes": Text("reading, minutes", "阅题时长（分钟）"),
    "limits.answer_minutes": Text("answering, minutes", "作答时长（分钟）"),
    "limits.video_minutes": Text("handing in videos, minutes", "提交视频时限（分钟）"),
    "limits.mocks_required": Text("mock exams required", "须参加的模拟考试（场）"),
    "limits.phones_per_code": Text("phones a code admits", "二维码限用手机（部）"),
    "limits.display_seconds": Text("display window, seconds", "定格展示时长（秒）"),
    "limits.interruption_seconds": Text("an interruption, seconds", "单次中断时限（秒）"),
    "limits.interruptions_allowed": Text("interruptions allowed", "允许中断次数"),
    "limits.face_failures": Text("face checks that fail before a review", "人脸验证失败次数"),
    "limits.free_storage_bytes": Text("free storage, bytes", "剩余存储空间（字节）"),
    "limits.sheet_pages": Text(
        "pages of a sheet, where a subject does not say", "答题纸页数（科目未另行规定的）"
    ),
    "limits.photo_minutes": Text("photo countdown, minutes", "拍照倒计时（分钟）"),
    "limits.submit_minutes": Text("submitting without sheets, minutes", "无答题纸科目提交时限（分钟）"),
    "limits.aux_margin_minutes": Text("auxiliary recording after that, minutes", "辅机延后自动结束（分钟）"),
    "limits.keep_app_hours": Text("hours for which the apps are kept", "考后保留应用（小时）"),
    "limits.battery_percent": Text("battery at the beginning, percent", "开考时电量（%）"),
    "limits.charger_minutes": Text(
        "exams from so many minutes on need a charger", "须备充电设备的考试时长（分钟）"
    ),
    "limits.signal_bars": Text("bars of signal", "信号格数"),
    "dates.confirmation_opens": Text("exams are confirmed from", "考试确认开始"),
    "dates.identity_deadline": Text("identity is authenticated before", "身份认证截止"),
    "dates.sheets_from": Text("answer sheets are downloaded from", "答题纸下载开始"),
    "dates.sheets_until": Text("answer sheets are downloaded until", "答题纸下载截止"),
    "dates.posting_deadline": Text("answer sheets are posted before", "答题纸邮寄截止"),
    "minimums.android": Text("Android version", "安卓系统版本"),
    "minimums.harmonyos": Text("HarmonyOS version", "鸿蒙系统版本"),
    "minimums.ios": Text("iOS version", "苹果系统版本"),
    "minimums.released_within_years": Text("phone on the market since, years", "手机上市年限（年）"),
    "minimums.advised_against": Text("brands advised against", "不建议使用的品牌"),
    "minimums.banned_brands": Text("banned brands", "禁用品牌"),
    "minimums.banned_models": Text("banned models", "禁用型号"),
    "minimums.mainstream": Text("brands that are named", "列举的品牌"),
    "addresses.school_site": Text("the school's site", "学校网站"),
    "addresses.vendor_site": Text("the vendor's site", "技术支持方网站"),
    "addresses.recipient": Text("sheets are posted to", "答题纸收件人"),
    "addresses.mailing": Text("mailing address", "寄送地址"),
    "addresses.postcode": Text("postcode", "邮政编码"),
    "addresses.phone": Text("telephone of the school", "学校电话"),
    "addresses.carrier": Text("carrier", "邮寄方式"),
    "support.opens": Text("support desk opens", "技术咨询开始时间"),
    "support.closes": Text("support desk closes", "技术咨询结束时间"),
    "support.days": Text("days of the support desk", "技术咨询服务日"),
    "support.qq": Text("support by QQ", "咨询 QQ"),
    "support.wechat": Text("support by WeChat", "咨询微信公众号"),
    "support.wechat_menu": Text("way in the WeChat account", "微信公众号菜单"),
    "support.phone": Text("support by telephone", "咨询电话"),
}
VALUES: Mapping[object, Text] = {
    True: Text("yes", "是"),
    False: Text("no", "否"),
    "fixed": Text("at a fixed time", "固定时间"),
    "free": Text("at one's own choice", "自选时间"),
    "fail": Text("the exam fails", "考试失败"),
    "forfeit": Text("a forfeit", "视为弃考"),
    "refuse": Text("is refused", "拒绝登录"),
    "fails_exam": Text("fails the exam", "考试不通过"),
    "main": Text("main phone", "主机"),
    "aux": Text("auxiliary phone", "辅机"),
    "room": Text("room", "房间"),
    "desk": Text("desk", "桌面"),
    "blank_sheets": Text("blank sheets", "空白答题纸"),
    "draft_paper": Text("draft paper", "草稿纸"),
    "face": Text("face", "人脸"),
}
UNSAID = Text("not said", "未规定")


def key(name: str) -> Text:
    """What a key means; the key itself where there is no word for it."""
    kind, _, rest = name.partition(".")
    if kind == "answers":
        return Text(f"answer to {rest}", f"{rest} 的答复")
    return KEYS.get(name, Text(name, name))


def value(one: object) -> Text:
    """A value in words."""
    if one is None or one in ("", ()):
        return UNSAID
    if isinstance(one, Text):
        return one
    if isinstance(one, tuple):
        return _listed([value(item) for item in one])
    if isinstance(one, datetime):
        return Text(f"{one:%Y-%m-%d %H:%M}", f"{one:%Y-%m-%d %H:%M}")
    if isinstance(one, bool | str) and one in VALUES:
        return VALUES[one]
    return Text(f"{one:,}", f"{one:,}") if isinstance(one, int) else Text(str(one), str(one))


def _listed(items: list[Text]) -> Text:
    return Text(", ".join(one.en for one in items), "、".join(one.zh for one in items))
