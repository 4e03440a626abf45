"""`getprop`: what the phone says of itself, HarmonyOS and the makers' own layers included."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.mobile.shell.running import Asked, Run
from simulators.wire.webdriver.ports import Phone

HARMONY, ANDROID_LAYER = "HarmonyOS", "Android"


def getprop(asked: Asked) -> str:
    """One property, or its default, or all of them in brackets."""
    known = {**properties(asked.phone), **asked.shell.cable.properties}
    if asked.words:
        default = asked.words[1] if len(asked.words) > 1 else ""
        return known.get(asked.words[0], default) + "\n"
    return "".join(f"[{name}]: [{value}]\n" for name, value in sorted(known.items()))


def properties(phone: Phone) -> Mapping[str, str]:
    """The properties that have a value on this phone."""
    facts = phone.info()
    language = str(facts.get("locale", "zh-CN"))
    known = {
        "ro.build.version.release": facts.get("platformVersion", ""),
        "ro.build.version.sdk": facts.get("apiVersion", ""),
        "ro.build.type": "user",
        "ro.build.characteristics": "tablet" if facts.get("form") == "tablet" else "default",
        "ro.product.manufacturer": facts.get("manufacturer", ""),
        "ro.product.brand": facts.get("brand", facts.get("manufacturer", "")),
        "ro.product.model": facts.get("code", facts.get("model", "")),
        "ro.product.name": facts.get("code", facts.get("model", "")),
        "ro.product.device": facts.get("code", facts.get("model", "")),
        "ro.product.marketname": facts.get("model", ""),
        "ro.product.locale": language,
        "persist.sys.locale": language,
        "persist.sys.timezone": str(phone.clock.now().tzinfo),
        "ro.serialno": phone.udid,
        "ro.sf.lcd_density": facts.get("displayDensity", ""),
        "sys.boot_completed": "1",
        "gsm.sim.state": "LOADED" if phone.settings["sim"] else "ABSENT",
        "gsm.network.type": _radio(phone),
        **_harmony(facts),
    }
    return {name: str(value) for name, value in known.items() if value != ""}


RADIO = {"5G": "NR", "4G": "LTE", "3G": "HSPA", "2G": "EDGE"}
"""TelephonyManager's words for what mobile networks are."""


def _radio(phone: Phone) -> str:
    """What the SIM card is registered with, whether data goes that way or not."""
    served = phone.settings["sim"] and not phone.settings["airplane_mode"]
    return RADIO[phone.network.generation] if served else "Unknown"


def _harmony(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """By these an app tells HarmonyOS with an Android layer from Android itself."""
    if facts.get("os") != HARMONY:
        return {}
    version = str(facts.get("osVersion", ""))
    return {
        "hw_sc.build.platform.version": version,
        "hw_sc.build.os.enable": "true",
        "ro.build.version.emui": f"EmotionUI_{version}",
        "ro.build.ohos.devicetype": facts.get("form", "phone"),
    }


TABLE: Mapping[str, Run] = {"getprop": getprop}
