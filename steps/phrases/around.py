"""Sites around the apps: what is asked of them, what they say, and what is sent by post."""

from __future__ import annotations

from dataclasses import dataclass

FIELDS = ("major", "name", "admission_number")


@dataclass(frozen=True, slots=True)
class Header:
    """How the header of a sheet is written."""

    fields: tuple[str, ...] = FIELDS
    ink: str = "black"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bag with answer sheets that is as the notice asks for, but for what is said."""

    carrier: str = ""
    bagged: bool = True
    without_last: bool = False
    mailing: str = ""


NO_SHEETS = {
    "it is too early": ("未到下载时间", "too_early"),
    "it is too late": ("已过下载时间", "too_late"),
    "her subject has none": ("本科目没有答题纸", "no_sheet"),
    "she is not logged in": ("未登录报名系统", "wrong_password"),
}


HEADER = {
    "a complete header in black ink": ("以黑色签字笔写全抬头", Header()),
    "an empty header": ("不填写抬头", Header(())),
    "no major in the header": ("抬头不写专业", Header(("name", "admission_number"))),
    "no name in the header": ("抬头不写姓名", Header(("major", "admission_number"))),
    "no admission number in the header": ("抬头不写准考证号", Header(("major", "name"))),
    "a header in blue ink": ("以蓝色笔填写抬头", Header(ink="blue")),
    "a header in pencil": ("以铅笔填写抬头", Header(ink="pencil")),
}


TOLD = {
    "nothing amiss": ("抬头符合要求", ((), "black")),
    "three empty fields": ("抬头三项均为空", (FIELDS, "")),
    "no major": ("缺少专业", (("major",), "black")),
    "no name": ("缺少姓名", (("name",), "black")),
    "no admission number": ("缺少准考证号", (("admission_number",), "black")),
    "blue ink": ("抬头为蓝色笔迹", ((), "blue")),
    "pale strokes": ("抬头笔迹过浅", ((), "pale")),
}


STAMP = {
    "the minute": ("日期和时分", "minute"),
    "the hour": ("日期和小时", "hour"),
    "the day only": ("仅有日期", "date"),
}


POSTED = {
    "in time": ("在截止前寄出", "in_time"),
    "late": ("逾期寄出", "late"),
    "at an hour that the stamp does not tell": ("寄出时间无法依邮戳判定", "undecided"),
}


PARCEL = {
    "her sheets as the notice asks": ("按须知要求寄送", Parcel()),
    "her sheets by another carrier": ("交由其他快递寄送", Parcel(carrier="另一家快递")),
    "her sheets without a bag": ("未装袋寄送", Parcel(bagged=False)),
    "her sheets without those of her last subject": ("漏寄最后一个科目", Parcel(without_last=True)),
    "her sheets to another address": ("寄往其他地址", Parcel(mailing="浙江省杭州市西湖区学院路1号")),
}


MAIL_NOTE = {
    "nothing amiss": ("无不符之处", ()),
    "another carrier": ("寄送渠道不符", ("another_carrier",)),
    "no bag": ("未装袋", ("not_bagged",)),
    "a missing subject": ("缺少科目", ("subject_missing",)),
    "another address": ("地址不符", ("another_address",)),
    "sheets that nobody asked for": ("寄有无须寄送的答题纸", ("nothing_due",)),
}


WAY = {
    "by QQ": ("通过即时通信号码", "qq"),
    "by the WeChat account and its menu": ("通过微信公众号及其菜单", "wechat"),
    "by telephone": ("通过电话", "phone"),
}


TOPIC = {
    "the use of the app": ("应用操作问题", "operation"),
    "a fault of the app": ("应用技术问题", "technical"),
    "her registration": ("报名信息问题", "registration"),
    "the answer sheets": ("答题纸问题", "other"),
}


WRONGLY = {
    "another name": ("姓名不同", {"name": "王方"}),
    "another ID number": ("证件号码不同", {"id_number": "110101200001010015"}),
    "another province": ("高考所在省份不同", {"province": "香港特别行政区"}),
    "no major": ("没有报考专业", {"majors": ()}),
    "another major": ("报考专业不同", {"majors": "another"}),
}


CODE_ON = {
    "on the official site": ("官网上的", "site"),
    "in the manual": ("操作说明中的", "manual"),
}


PERMISSION = {
    "the microphone": ("麦克风", "microphone"),
    "the storage": ("存储空间", "storage"),
    "the network": ("网络", "network"),
}
