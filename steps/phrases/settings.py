"""How phones are set, and what of them is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conformance.readiness.ready import Settings


@dataclass(frozen=True, slots=True)
class Amiss:
    """What is otherwise with a phone than the notice wants it: settings, network, battery, an app that is open or plays.

    `opens` and `plays` have an app's name on the home screen.
    """

    settings: Settings | None = None
    network: Mapping[str, Any] | None = None
    battery: Mapping[str, Any] | None = None
    opens: str = ""
    plays: str = ""


def _set(**settings: bool | str | int | float) -> Amiss:
    return Amiss(settings=settings)


AMISS = {
    "is left so": ("保持不变", Amiss()),
    "lets calls in": ("未停用来电", _set(call_barring=False)),
    "forwards calls": ("已设呼叫转移", _set(call_barring=False, call_forwarding=True)),
    "has no card for calls": ("未插入电话卡", _set(call_barring=False, sim=False)),
    "is in airplane mode": ("处于飞行模式", _set(call_barring=False, airplane_mode=True)),
    "records its screen": ("正在录屏", _set(screen_recording=True)),
    "plays music": ("正在外放音乐", Amiss(plays="音乐")),
    "plays a film": ("正在外放视频", Amiss(plays="哔哩哔哩")),
    "has a chat open": ("聊天软件未退出", Amiss(opens="微信")),
    "has another chat open": ("另一聊天软件未退出", Amiss(opens="QQ")),
    "has a screen recorder open": ("录屏软件未退出", Amiss(opens="录屏大师")),
    "has a music player open": ("音乐软件未退出", Amiss(opens="音乐")),
    "has a video player open": ("视频软件未退出", Amiss(opens="哔哩哔哩")),
    "has an online class open": ("网课软件未退出", Amiss(opens="腾讯课堂")),
    "has a browser open": ("浏览器未退出", Amiss(opens="浏览器")),
    "shows its dark theme": ("已开启深色模式", _set(dark_mode=True)),
    "shows warmer colours": ("已开启护眼模式", _set(night_display=True)),
    "has its camera set to night": ("已开启相机夜景模式", _set(camera_night_mode=True)),
    "is silent": ("处于静音状态", _set(ringer="silent")),
    "only vibrates": ("处于振动状态", _set(ringer="vibrate")),
    "plays nothing aloud": ("媒体音量为零", _set(media_volume=0)),
    "plays just aloud": ("媒体音量为最低一格", _set(media_volume=1)),
    "wants no disturbance": ("已开启勿扰模式", _set(do_not_disturb=True)),
    "rings a little less than half as loud as it can": ("铃声音量略低于一半", _set(ring_volume=7)),
    "rings a little more than half as loud as it can": ("铃声音量略高于一半", _set(ring_volume=8)),
    "rings as loud as it can": ("铃声音量为最大", _set(ring_volume=15)),
    "has another font": ("已更换字体", _set(font="华文行楷")),
    "speaks English": ("系统语言为英文", _set(language="en-US")),
    "speaks Traditional Chinese": ("系统语言为繁体中文", _set(language="zh-TW")),
    "has a font one step smaller": ("字体调小一档", _set(font_scale=0.85)),
    "has a font one step larger": ("字体调大一档", _set(font_scale=1.15)),
    "wakes its assistant by the side key": ("可用侧键唤醒智能助手", _set(assistant_key=True)),
    "locks by itself": ("会自动锁屏", _set(auto_lock=True, auto_lock_seconds=60)),
    "has no network": ("没有网络", Amiss(network={"up": False})),
    "is on a 5th-generation network": ("使用第五代移动网络", Amiss(network={"kind": "cellular", "generation": "5G"})),
    "is on a 4th-generation network": ("使用第四代移动网络", Amiss(network={"kind": "cellular", "generation": "4G"})),
    "is on a 3rd-generation network": ("使用第三代移动网络", Amiss(network={"kind": "cellular", "generation": "3G"})),
    "is on a 2nd-generation network": ("使用第二代移动网络", Amiss(network={"kind": "cellular", "generation": "2G"})),
    "has no signal": ("没有信号", Amiss(network={"bars": 0})),
    "is not being charged": ("未接通电源", Amiss(battery={"plugged": False})),
    "is being charged": ("已接通电源", Amiss(battery={"plugged": True})),
}  # fmt: skip

LOOKED_UP = {
    "choice of app": ("考试应用安装情况", "role"),
    "calls": ("来电设置", "calls"),
    "screen recording": ("录屏情况", "filmed"),
    "sound of other apps": ("外放情况", "playing"),
    "alarms": ("闹钟", "alarms"),
    "other apps": ("同时运行的应用", "opened"),
    "theme": ("深色模式", "dark_mode"),
    "colours": ("护眼模式", "night_display"),
    "camera's night mode": ("相机夜景模式", "camera_night_mode"),
    "ringer": ("响铃模式", "ringer"),
    "media volume": ("媒体音量", "media_volume"),
    "wish for quiet": ("勿扰模式", "do_not_disturb"),
    "ringtone": ("铃声音量", "ringtone"),
    "font": ("字体", "own_font"),
    "font size": ("字体大小", "font_size"),
    "language": ("系统语言", "language"),
    "side key": ("侧键功能", "assistant_key"),
    "locking": ("自动锁屏设置", "locks_by_itself"),
    "network": ("网络类型", "network"),
    "signal": ("网络信号", "signal"),
    "battery": ("电量", "battery"),
    "power source": ("电源", "power"),
    "keeping of the app": ("应用保留情况", "kept"),
}
"""Aspects that are asked of the phone itself, or of the operator."""

TELLER = {
    "the phone itself": ("手机", "phone"),
    "the operator": ("操作员", "operator"),
    "its system": ("系统特性", "system"),
}

LENGTH = {
    "shorter than those that ask for a charger": ("短于须备电源的时长", -1),
    "just as long as those that ask for a charger": ("恰为须备电源的时长", 0),
    "longer than that": ("长于须备电源的时长", 1),
}
"""How an exam's length stands to `charger_minutes`."""

HOLDS = {
    "has its own app alone": ("仅安装本机应用", ("own",)),
    "has both apps": ("已同时安装两个应用", ("own", "other")),
    "has the app of the other phone alone": ("仅安装另一部手机的应用", ("other",)),
    "has neither app": ("未安装考试应用", ()),
}
"""Which of the exam's apps a phone has."""

LOSS = {
    "is cleaned": ("被清理", "clean"),
    "loses its app": ("上的应用被卸载", "remove"),
}
"""How what a phone holds can be lost after the exam."""
