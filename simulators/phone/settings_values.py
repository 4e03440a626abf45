"""What the system's settings say of the phone, as a person reads it there: one row each, in the phone's language."""

from collections.abc import Callable, Iterable, Mapping

from simulators.phone.hardware import Hardware
from simulators.phone.settings import MOST_VOLUME
from simulators.phone.system import Text

ON, OFF = Text("开启", "On"), Text("关闭", "Off")
NONE = Text("无", "None")
CHARGING, UNPLUGGED = Text("正在充电", "Charging"), Text("未充电", "Not charging")
RINGERS = {
    "normal": Text("响铃", "Ring"),
    "vibrate": Text("振动", "Vibrate"),
    "silent": Text("静音", "Silent"),
}
FONTS = {"system": Text("系统默认字体", "System default")}
SIZES = ((1.0, Text("标准", "Standard")), (0.0, Text("小", "Small")))
LARGE = Text("大", "Large")
LANGUAGES = {
    "zh-CN": Text("简体中文", "Simplified Chinese"),
    "zh-TW": Text("繁體中文", "Traditional Chinese"),
    "zh-HK": Text("繁體中文（香港）", "Traditional Chinese (Hong Kong)"),
    "en-US": Text("English", "English"),
}
NEVER = Text("永不", "Never")
MINUTE = 60
GIGA = 1000**3
Value = Callable[[Hardware], Text]


def same(words: object) -> Text:
    """What reads alike in both languages."""
    return Text(str(words), str(words))


def switch(name: str, on: Text = ON, off: Text = OFF) -> Value:
    """A setting that is on or off."""
    return lambda phone: on if phone.settings[name] else off


def volume(name: str) -> Value:
    """How loud, of how loud it can be."""
    return lambda phone: same(f"{phone.settings[name]}/{MOST_VOLUME}")


def named(name: str, words: Mapping[str, Text]) -> Value:
    """A setting whose values have names; what has none is shown as it is."""
    return lambda phone: words.get(str(phone.settings[name]), same(phone.settings[name]))


def font_size(phone: Hardware) -> Text:
    """Smaller than the standard, the standard, or larger: no step has the standard's name but it."""
    scale = float(phone.settings["font_scale"])
    if scale > SIZES[0][0]:
        return LARGE
    return next(words for least, words in SIZES if scale >= least)


def auto_lock(phone: Hardware) -> Text:
    if not phone.settings["auto_lock"]:
        return NEVER
    seconds = int(phone.settings["auto_lock_seconds"])
    if seconds < MINUTE:
        return Text(f"{seconds} 秒", f"{seconds} s")
    return Text(f"{seconds // MINUTE} 分钟", f"{seconds // MINUTE} min")


def network(phone: Hardware) -> Text:
    """As the bar at the top has it."""
    if not phone.network.up:
        return phone.system.words.no_network
    return same("Wi-Fi" if phone.network.kind == "wifi" else phone.network.generation)


def bars(phone: Hardware) -> Text:
    shown = phone.network.bars if phone.network.up else 0
    return Text(f"{shown} 格", f"{shown} bars")


def storage(phone: Hardware) -> Text:
    """In gigabytes of a thousand millions, two places, rounded down as the systems do."""
    return same(f"{phone.storage.free * 100 // GIGA / 100:.2f} GB")


def battery(phone: Hardware) -> Text:
    state = CHARGING if phone.battery.charging else UNPLUGGED
    percent = round(phone.battery.level)
    return Text(f"{percent}%，{state.zh}", f"{percent}%, {state.en}")


def alarms(phone: Hardware) -> Text:
    return listed(f"{one.at:%H:%M}" for one in phone.alarms.daily)


def running(phone: Hardware) -> Text:
    """The apps that have been opened and not been closed, but for these settings themselves."""
    shown = sorted(phone.running & phone.apps.keys() - {phone.system.packages.settings})
    return listed(phone.apps[package].label for package in shown)


def playing(phone: Hardware) -> Text:
    return listed(
        phone.apps[package].label
        for package in sorted(phone.running & phone.apps.keys())
        if phone.apps[package].state.get("playing")
    )


def listed(words: Iterable[str]) -> Text:
    found = "、".join(words)
    return same(found) if found else NONE


VALUES: Mapping[str, Value] = {
    "ringer": named("ringer", RINGERS),
    "ring_volume": volume("ring_volume"),
    "media_volume": volume("media_volume"),
    "do_not_disturb": switch("do_not_disturb"),
    "playing": playing,
    "dark_mode": switch("dark_mode"),
    "night_display": switch("night_display"),
    "font": named("font", FONTS),
    "font_scale": font_size,
    "auto_lock": auto_lock,
    "screen_recording": switch("screen_recording", Text("正在录屏", "Recording")),
    "airplane_mode": switch("airplane_mode"),
    "sim": switch("sim", Text("已插入", "Inserted"), Text("未插入", "Not inserted")),
    "call_forwarding": switch("call_forwarding"),
    "call_barring": switch("call_barring"),
    "network": network,
    "bars": bars,
    "assistant_key": switch("assistant_key"),
    "voice_assistant": switch("voice_assistant"),
    "camera_night_mode": switch("camera_night_mode"),
    "language": named("language", LANGUAGES),
    "storage": storage,
    "battery": battery,
    "alarms": alarms,
    "running": running,
}
"""By the id of the row."""
