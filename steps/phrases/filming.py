"""What recordings are made of, and what may happen to them."""

from __future__ import annotations

TIMES = {
    "once": ("一次", 1),
    "twice": ("两次", 2),
}
LENS = {
    "front": ("前置", "front"),
    "back": ("后置", "back"),
}
BROKEN_OFF = {
    "a touch of 完成录制": ("误触“完成录制”", "touch"),
    "a crash of its app": ("应用崩溃", "crash"),
    "a loss of power": ("断电", "power"),
    "a new start of its app": ("重启应用", "restart"),
    "a visit to its first page": ("返回手机桌面", "home"),
}
LIGHT = {
    "good light": ("光线良好", {}),
    "the dark": ("光线昏暗", {"darkness": 0.7}),
    "glaring light": ("光线过强", {"overexposure": 0.6}),
    "front of a bright window": ("背对明亮的窗户", {"backlight": 0.7}),
    "front of a smeared lens": ("镜头模糊", {"blur": 0.9}),
}
FILMED = {
    "nothing amiss": ("画面无异常", ""),
    "too little light": ("画面过暗", "bright"),
    "too much light": ("画面过亮", "glare"),
    "light from behind": ("画面逆光", "backlight"),
    "a blurred picture": ("画面模糊", "sharp"),
}
