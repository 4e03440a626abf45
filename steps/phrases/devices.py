"""The phones themselves, and what is free on them."""

from __future__ import annotations

from steps.phrases.meanings import Count, Sought

_PHONES = ("android", "harmonyos", "ios")


PAPER = {
    "with answer sheets": ("有答题纸", True),
    "without answer sheets": ("无答题纸", False),
}


HANDSET = {
    "an Android phone": ("安卓手机", "android"),
    "a HarmonyOS phone": ("鸿蒙手机", "harmonyos"),
    "an iPhone": ("苹果手机", "ios"),
}


TABLET = {
    "an Android tablet": ("安卓平板电脑", "android_tablet"),
    "a HarmonyOS tablet": ("鸿蒙平板电脑", "harmonyos_tablet"),
    "an iPad": ("苹果平板电脑", "ipad"),
}


EXAM = {
    "a mock exam": ("模拟考试", "mock"),
    "a formal exam": ("正式考试", "formal"),
}


EXAM_KIND = {
    "formal exam": ("正式考试", "formal"),
    "mock exam": ("模拟考试", ""),
}
"""Which session's page it is; empty for the one that the candidate has come to."""


EACH_EXAM = {
    "each formal exam": ("各场正式考试", "formal"),
    "each mock exam": ("各场模拟考试", "mock"),
}


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
    "a phone of a banned model": ("禁用型号的手机", Sought(("redmi",), "model", "at")),
    "a phone of a banned brand": ("禁用品牌的手机", Sought(("redmi", *_PHONES), "ban", "at")),
    "a phone of a brand that is not banned": (
        "未禁用品牌的手机",
        Sought(("redmi", *_PHONES), "ban", "below"),
    ),
    "a phone of the same brand and another model": (
        "同品牌其他型号的手机",
        Sought(("redmi",), "model", "below"),
    ),
    "a phone of a brand that the notice names": ("须知列举的品牌的手机", Sought(_PHONES, "brand", "")),
    "an Android tablet": ("安卓平板电脑", Sought(("android_tablet",), "form", "")),
    "a HarmonyOS tablet": ("鸿蒙平板电脑", Sought(("harmonyos_tablet",), "form", "")),
    "an iPad": ("苹果平板电脑", Sought(("ipad",), "form", "")),
}


ASPECT = {
    "system": ("系统版本", "system"),
    "age": ("上市时间", "age"),
    "brand": ("品牌", "brand"),
    "model": ("型号", "model"),
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

PERCENT = {
    "one percent less than we advise": ("比建议值少一个百分点", Count("battery_percent", -1)),
    "as much as we advise": ("与建议值相同", Count("battery_percent")),
    "one percent more than we advise": ("比建议值多一个百分点", Count("battery_percent", +1)),
}

BARS = {
    "one bar less than we advise": ("比建议值少一格", Count("signal_bars", -1)),
    "as many bars as we advise": ("与建议值相同", Count("signal_bars")),
    "one bar more than we advise": ("比建议值多一格", Count("signal_bars", +1)),
}

CHARGE = {
    "has as much charge as we advise and is not being charged": (
        "电量与建议值相同且未接通电源",
        (Count("battery_percent"), False),
    ),
    "has one percent of charge and is being charged": (
        "电量仅剩百分之一且已接通电源",
        (Count(None, 1), True),
    ),
}
"""What is left in a battery, and whether it is being charged."""
