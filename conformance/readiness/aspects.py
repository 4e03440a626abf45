"""What is looked at in a phone, and what is said of what it tells: one function an aspect.

What the notice gives no number for has one of our own in the season, whose origin is `assumed`; to fall short of such a
number is advice only, and the charger of a long exam is a reading (C52).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from conformance.readiness.inquiry import Answer
from conformance.readiness.model import giga, too_little
from conformance.readiness.occasion import Aspect, Judge, Occasion, Said
from conformance.readiness.remark import Grade

HALF = 0.5
GOOD_NETWORKS = ("wifi", "5G", "4G")


def _number(answer: Answer) -> float:
    assert isinstance(answer.value, int | float)
    return answer.value


def _names(answer: Answer) -> tuple[str, ...]:
    assert isinstance(answer.value, tuple)
    return answer.value


def _is(good: object, fit: tuple[str, str], other: tuple[str, str], bad: Grade = "unfit") -> Judge:
    """One fact that has to be so."""

    def judge(_: Occasion, answers: list[Answer]) -> Said:
        return ("fit", *fit) if answers[0].value == good else (bad, *other)

    return judge


def _off(en: str, zh: str, bad: Grade = "unfit") -> Judge:
    """A switch that has to be off."""
    return _is(False, (f"{en} is off", f"{zh}已关闭"), (f"{en} is on", f"{zh}已开启"), bad)


def _ringer(_: Occasion, answers: list[Answer]) -> Said:
    words = {
        "silent": ("the phone is silent", "手机处于静音状态"),
        "vibrate": ("the phone only vibrates", "手机处于振动状态"),
    }
    mode = str(answers[0].value)
    if mode in words:
        return ("unfit", *words[mode])
    return "fit", "the phone is set to ring", "手机处于响铃状态"


def _volume(_: Occasion, answers: list[Answer]) -> Said:
    share = _number(answers[0])
    if share > 0:
        return "fit", f"media volume at {share:.0%}", f"媒体音量为 {share:.0%}"
    return "unfit", "the app's voice prompts cannot be heard", "媒体音量为零，无法听到应用的语音提示"


def _ringtone(_: Occasion, answers: list[Answer]) -> Said:
    """No more than half as loud as can be counts as reduced."""
    share = _number(answers[0])
    if share <= HALF:
        return "fit", f"the ringtone is turned down to {share:.0%}", f"铃声音量已调低至 {share:.0%}"
    return "advice", f"the ringtone is loud, at {share:.0%}", f"铃声音量为 {share:.0%}，宜予调低"


def _alarms(occasion: Occasion, answers: list[Answer]) -> Said:
    times = _names(answers[0])
    due = [one for one in times if occasion.quiet_from <= _time(one) <= occasion.quiet_until]
    if due:
        return "unfit", f"alarms within the exam: {', '.join(due)}", f"考试期间有闹钟：{'、'.join(due)}"
    if times:
        return "advice", f"alarms at other times: {', '.join(times)}", f"其他时间设有闹钟：{'、'.join(times)}"
    return "fit", "no alarm is set", "未设闹钟"


def _time(text: str) -> time:
    hour, minute = text.replace("：", ":").split(":")
    return time(int(hour), int(minute))


def _opened(occasion: Occasion, answers: list[Answer]) -> Said:
    names = [name for name in _names(answers[0]) if name not in occasion.apps]
    if names:
        return "unfit", f"other apps are open: {', '.join(names)}", f"其他应用正在运行：{'、'.join(names)}"
    return "fit", "no other app is open", "没有其他应用在运行"


def _font_size(_: Occasion, answers: list[Answer]) -> Said:
    size = str(answers[0].value)
    if size == "standard":
        return "fit", "the font size is the standard one", "字体大小为标准"
    words = {"smaller": "偏小", "larger": "偏大"}
    return "unfit", f"the font is {size} than the standard", f"字体大小{words[size]}，应设为标准"


def _language(_: Occasion, answers: list[Answer]) -> Said:
    tag = str(answers[0].value)
    if tag == "zh-Hans":
        return "fit", "Simplified Chinese", "系统语言为简体中文"
    return "unfit", f"the phone's language is {tag}", f"系统语言为 {tag}，应设为简体中文"


def _network(_: Occasion, answers: list[Answer]) -> Said:
    kind = str(answers[0].value)
    if kind == "none":
        return "unfit", "the phone has no network", "手机没有网络"
    if kind in GOOD_NETWORKS:
        name = "Wi-Fi" if kind == "wifi" else kind
        return "fit", f"the network is {name}", f"使用 {name} 网络"
    return "advice", f"the network is {kind} only", f"仅使用 {kind} 网络，建议使用 Wi-Fi、4G 或 5G"


def _signal(occasion: Occasion, answers: list[Answer]) -> Said:
    bars, least = _number(answers[0]), occasion.assumed("signal_bars")
    if bars == 0:
        return "unfit", "there is no signal", "没有信号"
    if bars < least:
        return (
            "advice",
            f"the signal has {bars} bars of 4, {least} are advised",
            f"信号为 {bars} 格，建议不少于 {least} 格",
        )
    return "fit", f"the signal has {bars} bars of 4", f"信号为 {bars} 格"


def _battery(occasion: Occasion, answers: list[Answer]) -> Said:
    percent, charges = _number(answers[0]), answers[1].value
    least = occasion.assumed("battery_percent")
    if charges or percent >= least:
        more = ("; it is being charged", "，正在充电") if charges else ("", "")
        return "fit", f"the battery has {percent}%{more[0]}", f"电量为 {percent}%{more[1]}"
    return (
        "advice",
        f"the battery has {percent}% and is not being charged; {least}% are advised",
        f"电量为 {percent}%，且未充电，建议不低于 {least}%",
    )


def _power(occasion: Occasion, answers: list[Answer]) -> Said:
    if answers[0].value:
        return "fit", "a power source is connected", "已接通电源"
    length = occasion.minutes
    if length >= occasion.assumed("charger_minutes"):
        return (
            "unfit",
            f"no power source is connected for an exam of {length} minutes",
            f"考试时长 {length} 分钟，未接通电源",
        )
    return (
        "advice",
        f"no power source is connected for an exam of {length} minutes",
        f"考试时长 {length} 分钟，建议接通电源",
    )


ROLES = {"main": ("the main app", "主机应用"), "aux": ("the auxiliary app", "辅机应用")}


def _role(occasion: Occasion, answers: list[Answer]) -> Said:
    """One phone, one app: its own."""
    roles = answers[0].value
    assert isinstance(roles, frozenset)
    if len(roles) > 1:
        return "unfit", "both apps are on this phone", "两个应用安装在同一部手机上"
    if not roles:
        return "unfit", "neither of the exam's apps is on this phone", "手机未安装考试应用"
    (role,) = roles
    en, zh = ROLES[role]
    if occasion.role not in ("", role):
        return "unfit", f"only {en} is on this phone", f"手机仅安装{zh}"
    return "fit", f"{en}, and that alone, is on this phone", f"手机仅安装{zh}"


def _kept(occasion: Occasion, answers: list[Answer]) -> Said:
    """After an exam the app stays until its time is over and everything has been uploaded (C18)."""
    roles = answers[0].value
    assert isinstance(roles, frozenset)
    en, zh = ROLES[occasion.role]
    if occasion.role in roles:
        return "fit", f"{en} is still on the phone", f"{zh}仍在手机上"
    if not occasion.may_go:
        return "unfit", f"{en} was removed before its time", f"{zh}在保留期内已被卸载"
    if not occasion.arrived:
        return "unfit", f"{en} was removed before everything had arrived", f"{zh}在全部文件上传成功前已被卸载"
    return "fit", f"{en} was removed when it was no longer needed", f"{zh}在保留期满且全部上传后卸载"


def _room(occasion: Occasion, answers: list[Answer]) -> Said:
    free, least = _number(answers[0]), occasion.season.limit("free_storage_bytes")
    if free >= least:
        return "fit", f"{giga(free)} is free", f"剩余存储空间 {giga(free)}"
    said = too_little(free, least)
    return "unfit", said.en, said.zh


OWN_FONT = ("the font is the system's own", "使用系统默认字体")
OTHER_FONT = ("the font is another than the system's own", "使用了非系统默认字体")
ASPECTS: Mapping[str, Aspect] = {
    aspect.name: aspect
    for aspect in (
        Aspect("role", ("roles",), _role),
        Aspect("calls", ("no_calls",), _is(True, ("no call can come in", "来电已停用"), ("calls can come in", "来电未停用"))),
        Aspect("filmed", ("filmed",), _off("screen recording", "录屏")),
        Aspect("playing", ("playing",), _is(False, ("nothing is played", "没有播放音视频"), ("an app plays aloud", "有应用正在播放"))),
        Aspect("alarms", ("alarms",), _alarms),
        Aspect("opened", ("opened",), _opened),
        Aspect("dark_mode", ("dark_mode",), _off("the dark theme", "深色模式")),
        Aspect("night_display", ("night_display",), _off("the eye-comfort display", "护眼模式")),
        Aspect("camera_night_mode", ("camera_night_mode",), _off("the camera's night mode", "相机夜景模式")),
        Aspect("ringer", ("ringer",), _ringer),
        Aspect("media_volume", ("media_volume",), _volume),
        Aspect("do_not_disturb", ("do_not_disturb",), _off("do not disturb", "勿扰模式", "advice")),
        Aspect("ringtone", ("ring_volume",), _ringtone),
        Aspect("own_font", ("own_font",), _is(True, OWN_FONT, OTHER_FONT)),
        Aspect("font_size", ("font_size",), _font_size),
        Aspect("language", ("language",), _language),
        Aspect("assistant_key", ("assistant_key",), _off("waking the assistant by the side key", "侧键唤醒智能助手")),
        Aspect("locks_by_itself", ("locks_by_itself",), _off("locking by itself", "自动锁屏", "advice")),
        Aspect("network", ("network",), _network),
        Aspect("signal", ("bars",), _signal),
        Aspect("battery", ("percent", "charges"), _battery),
        Aspect("power", ("charges",), _power),
        Aspect("room", ("free_bytes",), _room),
    )
}  # fmt: skip
"""What is looked at before an exam, in this order."""
AFTERWARDS = Aspect("kept", ("roles",), _kept)
"""What is looked at after it."""
