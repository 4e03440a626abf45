"""What phone it is and which apps it has, asked of the phone: brand, model, day, system, kind, versions, permissions.

`getprop` tells it on Android and on HarmonyOS with an Android layer, XCUITest's `deviceInfo` on iPhones. No phone knows
when its model came to market: that is in a table by the phone's code (`market.toml`), else an operator is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from conformance.readiness import market
from conformance.readiness.queries import Always, Apps, Ask, Query, Table, mobile, shell
from reports.form import Text

HARMONY, ANDROID = "HarmonyOS", "Android"
WITHOUT_ANDROID = 5
"""From this HarmonyOS on there is no Android layer."""
CODE = "getprop ro.product.model"
SOLD_AS = (
    "ro.product.marketname",
    "ro.config.marketing_name",
    "ro.vendor.oplus.market.name",
    "ro.vivo.market.name",
)
"""Where makers put the name under which the model is sold."""
VERSION = re.compile(r"versionName=(\S+)")
OPENS: Mapping[str, str] = {"CAMERA": "camera", "RECORD_AUDIO": "microphone"}
"""Android's permissions without which an app cannot film."""


def word(said: str) -> str | None:
    return said.strip() or None


def system(harmony: str, android: str) -> str | None:
    """The system's name and version, such as `HarmonyOS 3.0`."""
    if harmony.strip():
        return f"{HARMONY} {harmony.strip()}"
    return f"{ANDROID} {android.strip()}" if android.strip() else None


def form(characteristics: str) -> str | None:
    return ("tablet" if "tablet" in characteristics else "phone") if characteristics.strip() else None


def version(dump: str) -> str | None:
    found = VERSION.search(dump)
    return found[1] if found else None


def allowed(granted: Any) -> tuple[str, ...] | None:
    """Which of camera and microphone the app may use."""
    if not isinstance(granted, list):
        return None
    words = {str(one).rpartition(".")[2] for one in granted}
    return tuple(name for permission, name in OPENS.items() if permission in words)


def lockdown(key: str, read: Callable[[str], str | None], answer: Mapping[str, Any]) -> str | None:
    """What a cable tells of an iPhone; WebDriverAgent alone does not know it."""
    said = answer.get("lockdownInfo", {}).get(key) if isinstance(answer, dict) else None
    return read(said) if isinstance(said, str) else None


def apples_system(answer: Mapping[str, Any]) -> str | None:
    found = lockdown("ProductVersion", word, answer)
    return f"{'iPadOS' if answer.get('model') == 'iPad' else 'iOS'} {found}" if found else None


def apples_form(answer: Mapping[str, Any]) -> str | None:
    return {"iPad": "tablet", "iPhone": "phone"}.get(str(answer.get("model")))


def bundle_version(bundle: str, listed: Any) -> str | None:
    found = listed.get(bundle) if isinstance(listed, dict) else None
    return str(found.get("CFBundleShortVersionString", "")) or None if isinstance(found, dict) else None


def android(apps: Apps) -> Table:
    """What UiAutomator2 is asked."""
    return {
        "brand": (shell(word, "getprop ro.product.brand"),),
        "model": (shell(market.name, CODE), *(shell(word, f"getprop {name}") for name in SOLD_AS), shell(word, CODE)),
        "released": (shell(market.released, CODE),),
        "system": (shell(system, "getprop hw_sc.build.platform.version", "getprop ro.build.version.release"),),
        "form": (shell(form, "getprop ro.build.characteristics"),),
        **{f"{role}_version": (shell(version, f"dumpsys package {name}"),) for role, name in apps.items()},
        **{f"{role}_allowed": (mobile(allowed, "getPermissions", type="granted", appPackage=name),)
           for role, name in apps.items()},
    }  # fmt: skip


def ios(apps: Apps) -> Table:
    """What XCUITest is asked of a real iPhone, which shows nobody what its apps may use."""
    told = partial(lockdown, "ProductType")
    return {
        "brand": (Always("Apple", Text("iPhones and iPads are Apple's", "iPhone 和 iPad 均为 Apple 产品")),),
        "model": (mobile(partial(told, market.name), "deviceInfo"), mobile(partial(told, word), "deviceInfo")),
        "released": (mobile(partial(told, market.released), "deviceInfo"),),
        "system": (mobile(apples_system, "deviceInfo"),),
        "form": (mobile(apples_form, "deviceInfo"),),
        **{f"{role}_version": (Query((Ask("listApps", {"applicationType": "User"}),), partial(bundle_version, name)),)
           for role, name in apps.items()},
    }  # fmt: skip


TABLES: Mapping[str, Callable[[Apps], Table]] = {"android": android, "ios": ios}
"""By the driver that speaks to the phone."""


def runs(name: str, number: str) -> str:
    """Whose apps a system runs: apk, ipa or hap."""
    if name == HARMONY and number.split(".")[0].isdecimal() and int(number.split(".")[0]) >= WITHOUT_ANDROID:
        return "hap"
    return "apk" if name in (HARMONY, ANDROID) else "ipa"
