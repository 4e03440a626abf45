"""What an operator is asked where a phone's system does not tell: one question a fact, answered by looking at the phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from conformance.operator import Question, Words
from conformance.readiness.queries import Value
from reports.form import Text

SWITCH = Words({("on", "开启"): True, ("off", "关闭"): False})
NONE = ("none", "无", "")
GIGA = 1000**3


def _share(said: str) -> float | None:
    """`8/15`, or `50%`."""
    if found := re.fullmatch(r"\s*(\d+)\s*/\s*([1-9]\d*)\s*", said):
        return int(found[1]) / int(found[2])
    found = re.fullmatch(r"\s*(\d+)\s*%\s*", said)
    return int(found[1]) / 100 if found else None


def _listed(said: str) -> tuple[str, ...]:
    """Names in a row; the word for none is none."""
    if said.strip().casefold() in NONE:
        return ()
    return tuple(part for part in re.split(r"[、,，;；\s]+", said.strip()) if part)


def _times(said: str) -> tuple[str, ...] | None:
    times = _listed(said)
    return times if all(re.fullmatch(r"\d{1,2}[:：]\d{2}", one) for one in times) else None


def _bars(said: str) -> int | None:
    found = re.fullmatch(r"\s*([0-4])(?: 格| bars)?\s*", said)
    return int(found[1]) if found else None


def _gigabytes(said: str) -> int | None:
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:GB|G)?\s*", said, re.IGNORECASE)
    return round(float(found[1]) * GIGA) if found else None


def _language(said: str) -> str | None:
    return {"简体中文": "zh-Hans", "simplified chinese": "zh-Hans"}.get(
        said.strip().casefold(), said.strip() or None
    )


def _network(said: str) -> str | None:
    words = {"wi-fi": "wifi", "wifi": "wifi", "wlan": "wifi", "无网络": "none", "无服务": "none",
             "no network": "none", "no service": "none"}  # fmt: skip
    plain = said.strip().casefold()
    return words.get(plain, plain.upper() if plain.upper() in {"5G", "4G", "3G", "2G"} else None)


def _words(said: str) -> str | None:
    return said.strip() or None


def _day(said: str) -> str | None:
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        return None


def _system(said: str) -> str | None:
    """The system's name as its maker writes it, with the version."""
    found = re.fullmatch(
        r"\s*(android|harmonyos|ios|ipados|安卓|鸿蒙)\s*(\d+(?:\.\d+)*)\s*", said, re.IGNORECASE
    )
    names = {
        "安卓": "Android",
        "鸿蒙": "HarmonyOS",
        "android": "Android",
        "harmonyos": "HarmonyOS",
        "ios": "iOS",
        "ipados": "iPadOS",
    }
    return f"{names[found[1].casefold()]} {found[2]}" if found else None


def _permissions(said: str) -> tuple[str, ...] | None:
    """Of what is allowed, that without which nothing can be filmed; both words for none are an answer, too."""
    words = {"camera": "camera", "相机": "camera", "microphone": "microphone", "麦克风": "microphone"}
    if not said.strip():
        return None
    return tuple(dict.fromkeys(words[one.casefold()] for one in _listed(said) if one.casefold() in words))


def _plays(said: str) -> bool:
    return bool(_listed(said))


OWN = Words({("system default", "系统默认字体"): True, ("yes", "是"): True, ("no", "否"): False})


def _own_font(said: str) -> bool | None:
    """The name of any other font says that it is another."""
    known = OWN(said)
    return bool(known) if known is not None or said.strip() else None


def _of(
    fact: str, en: str, zh: str, read: Callable[[str], Value | None], hint: Text | None = None
) -> Question:
    return Question(fact, Text(en, zh), hint or (read.hint if isinstance(read, Words) else Text()), read)


SHARE = Text("a share of the loudest, such as 8/15 or 50%", "相对于最大音量的比例，如 8/15 或 50%")
ROLES = {"main": "主机", "aux": "辅机"}
PERMITTED = Text(
    "the permissions in a row, such as camera, microphone; or: none",
    "依次填写权限，如相机、麦克风；没有的填“无”",
)
LIST = Text("their names in a row, or: none", "依次填写名称；没有的填“无”")
TIMES = Text("their times in a row, such as 07:30, or: none", "依次填写时间，如 07:30；没有的填“无”")
NEVER = Words({("never", "永不"): False})


def _sleeps(said: str) -> bool | None:
    """Any length of time is one after which it locks."""
    return False if NEVER(said) is False else (True if re.search(r"\d", said) else None)


QUESTIONS: Mapping[str, Question] = {
    one.fact: one
    for one in (
        _of("ringer", "Is the phone set to ring, to vibrate or to be silent?", "手机处于响铃、振动还是静音状态？",
            Words({("ring", "响铃"): "normal", ("vibrate", "振动"): "vibrate", ("silent", "静音"): "silent"})),
        _of("do_not_disturb", "Is “do not disturb” on?", "勿扰模式是否开启？", SWITCH),
        _of("media_volume", "How loud is the media volume?", "媒体音量为多少？", _share, SHARE),
        _of("ring_volume", "How loud is the ring volume?", "铃声音量为多少？", _share, SHARE),
        _of("playing", "Which app plays music or a film aloud?", "哪些应用正在播放音乐或视频？", _plays, LIST),
        _of("dark_mode", "Is the dark theme on?", "深色模式是否开启？", SWITCH),
        _of("night_display", "Is the eye-comfort display (Night Shift) on?", "护眼模式（夜览）是否开启？", SWITCH),
        _of("camera_night_mode", "Is the camera's night mode on?", "相机的夜景模式是否开启？", SWITCH),
        _of("own_font", "Is the font the system's own?", "是否使用系统默认字体？", _own_font, OWN.hint),
        _of("font_size", "Is the font size the standard one, smaller or larger?", "字体大小为标准、偏小还是偏大？",
            Words({("standard", "标准"): "standard", ("small", "小"): "smaller", ("large", "大"): "larger"})),
        _of("language", "Which language is the phone set to?", "手机系统语言为何种语言？", _language,
            Text("its name, such as Simplified Chinese", "语言名称，如简体中文")),
        _of("assistant_key", "Does holding the side key wake the assistant?", "长按侧键或电源键是否唤醒智能助手？", SWITCH),
        _of("no_calls", "Are incoming calls barred?", "呼叫限制（来电）是否开启？", SWITCH),
        _of("alarms", "For what times are alarms set?", "已设哪些闹钟？", _times, TIMES),
        _of("filmed", "Is the screen being recorded or cast?", "是否正在录屏或投屏？",
            Words({("recording", "正在录屏"): True, ("on", "开启"): True, ("off", "关闭"): False})),
        _of("opened", "Which apps other than the two of the exam are open?", "除两个考试应用外，还有哪些应用正在运行？",
            _listed, LIST),
        _of("locks_by_itself", "After how long does the screen lock by itself?", "多长时间后自动锁屏？", _sleeps,
            Text("a time, or: never", "时长，或填“永不”")),
        _of("network", "Which network is the phone on?", "手机正在使用何种网络？", _network,
            Text("Wi-Fi, 5G, 4G, 3G, 2G or: no network", "Wi-Fi、5G、4G、3G、2G 或“无网络”")),
        _of("bars", "How many bars of four does the signal have?", "信号为几格（满格为 4 格）？", _bars,
            Text("a number from 0 to 4", "0 至 4 的数字")),
        _of("brand", "Which brand is the phone of?", "手机为何种品牌？", _words, Text("its name, such as OPPO", "品牌名称，如 OPPO")),
        _of("model", "Which model is the phone?", "手机为何种型号？", _words,
            Text("the name under which it is sold, such as Mate 50", "销售名称，如 Mate 50")),
        _of("released", "When did this model come to market?", "该型号何时上市？", _day,
            Text("a day, such as 2022-09-21", "日期，如 2022-09-21")),
        _of("system", "Which system does the phone have, in which version?", "手机为何种系统、何种版本？", _system,
            Text("such as Android 12, HarmonyOS 3.0 or iOS 15.1", "如 Android 12、HarmonyOS 3.0、iOS 15.1")),
        _of("form", "Is it a phone or a tablet?", "是手机还是平板电脑？",
            Words({("phone", "手机"): "phone", ("tablet", "平板电脑"): "tablet"})),
        *(_of(f"{role}_version", f"Which version of the {role} app is installed?", f"{zh}应用为何种版本？", _words,
              Text("its number, such as 3.2.1", "版本号，如 3.2.1")) for role, zh in ROLES.items()),
        *(_of(f"{role}_allowed", f"What may the {role} app use?", f"{zh}应用已获得哪些权限？", _permissions, PERMITTED)
          for role, zh in ROLES.items()),
        _of("free_bytes", "How much storage is available?", "可用存储空间为多少？", _gigabytes,
            Text("gigabytes, such as 31.5 GB", "以 GB 计，如 31.5 GB")),
    )
}  # fmt: skip
"""By fact."""
