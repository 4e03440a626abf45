"""The phone itself: screen, keys, alerts, clipboard, and what it tells of its make."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.android.server.asking import IN_SESSION, Asked, Row, same

DEVICE = f"{IN_SESSION}/appium/device"
MDPI = 160
"""Dots per inch at which one of Android's units is one pixel."""
INFO: Mapping[str, str] = {
    "androidId": "device_id",
    "manufacturer": "manufacturer",
    "model": "code",
    "brand": "brand",
    "apiVersion": "apiVersion",
    "platformVersion": "platformVersion",
    "realDisplaySize": "realDisplaySize",
    "displayDensity": "displayDensity",
    "locale": "locale",
}
"""The server's word for each fact, and the phone's own."""
NETWORK_TYPES: Mapping[str, int] = {"mobile": 0, "wifi": 1}
"""As android.net.ConnectivityManager numbers them."""


def _info(asked: Asked) -> Any:
    told = asked.mobile("deviceInfo")
    network = told["network"]
    kind = str(network["kind"])
    there = {"type": NETWORK_TYPES.get(kind, 0), "typeName": kind.upper(), "isAvailable": True}
    return {
        **{word: told.get(fact) for word, fact in INFO.items()},
        "timeZone": "Asia/Shanghai",
        "carrierName": "",
        "networks": [{**there, "isConnected": True, "state": "CONNECTED"}] if network["up"] else [],
        "bluetooth": None,
    }


def _bars(asked: Asked) -> Any:
    return {"statusBar": asked.mobile("getSystemBars")["statusBar"]["height"]}


def _density(asked: Asked) -> Any:
    return asked.mobile("getDisplayDensity")


def _battery(asked: Asked) -> Any:
    told = asked.mobile("batteryInfo")
    return {"level": told["level"], "status": told["state"]}


def _displays(asked: Asked) -> Any:
    size = asked.get("/window/current/size")
    return [{"id": 0, "isDefault": True, "name": "Built-in Screen", "size": size, "density": _density(asked)}]


def _alert(act: str) -> Row:
    def answer(asked: Asked) -> Any:
        return asked.post(f"/alert/{act}", buttonLabel=asked.body.get("buttonLabel"))

    return Row("POST", f"{IN_SESSION}/alert/{act}", answer)


ROWS = (
    same("GET", "/screenshot"),
    same("GET", "/source"),
    same("GET", "/orientation"),
    same("POST", "/orientation"),
    same("GET", "/rotation"),
    same("POST", "/rotation"),
    same("POST", "/back"),
    Row("GET", f"{IN_SESSION}/window/{{handle}}/size", lambda asked: asked.get("/window/current/size")),
    same("GET", "/alert/text"),
    _alert("accept"),
    _alert("dismiss"),
    same("GET", "/appium/settings"),
    same("POST", "/appium/settings"),
    Row("GET", f"{DEVICE}/info", _info),
    Row("GET", f"{DEVICE}/system_bars", _bars),
    Row("GET", f"{DEVICE}/display_density", _density),
    Row("GET", f"{DEVICE}/pixel_ratio", lambda asked: _density(asked) / MDPI),
    Row("GET", f"{DEVICE}/battery_info", _battery),
    Row("GET", f"{DEVICE}/declared_orientation", lambda asked: asked.get("/orientation")),
    same("POST", "/appium/device/press_keycode"),
    same("POST", "/appium/device/long_press_keycode"),
    same("POST", "/appium/device/open_notifications"),
    same("POST", "/appium/device/set_clipboard"),
    same("POST", "/appium/device/get_clipboard"),
    Row("POST", f"{IN_SESSION}/appium/list_displays", _displays),
    Row("POST", f"{IN_SESSION}/appium/reset_ax_cache", lambda _: None),
)
