"""What comes between a candidate and her exam."""

from __future__ import annotations

from steps.phrases.meanings import MS, SECOND, Count, Lasting

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
    "1 second": ("时长1秒", Lasting(longer=SECOND)),
    "20 seconds": ("时长20秒", Lasting(longer=20 * SECOND)),
}


CUT = {
    "a lost network": ("断网", "network"),
    "a crash of the app": ("应用崩溃", "crash"),
    "a loss of power": ("断电", "power"),
    "a screen that locks by itself": ("自动锁屏", "auto_lock"),
    "an empty battery": ("电量耗尽", "battery"),
}


OFTEN = {
    "one time fewer than the notice allows": ("比允许次数少一次", Count("interruptions_allowed", -1)),
    "as many times as the notice allows": ("与允许次数相同", Count("interruptions_allowed")),
    "one time more than the notice allows": ("比允许次数多一次", Count("interruptions_allowed", +1)),
}


COUNTED = {
    "no interruption": ("未计中断", Count(None, 0)),
    "one interruption fewer than the notice allows": (
        "计中断次数比允许次数少一次",
        Count("interruptions_allowed", -1),
    ),
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
    "opens another app": ("打开其他应用", "other_app"),
    "answers a call": ("接听来电", "answer"),
    "locks her screen": ("锁定屏幕", "lock"),
}


UNTAKEN = {
    "lets it ring until the caller gives up": ("未接听，直至对方挂断", "ring"),
    "refuses it": ("拒接", "refuse"),
}


CAPTURE = {
    "takes a screenshot": ("截屏", "screenshot"),
    "films the screen": ("录屏", "screen_recording"),
    "casts the screen": ("投屏", "screen_cast"),
}
