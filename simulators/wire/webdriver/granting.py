"""The capabilities that a new session is given back, as each driver words them."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.capabilities import VENDOR, Capabilities, vendor
from simulators.wire.webdriver.sessions import Session

Facts = Mapping[str, Any]


def granted(session: Session, limit: float) -> Capabilities:
    """What the driver adds to what was asked."""
    dialect, phone = session.dialect, session.phone
    facts = {
        "automationName": dialect.driver,
        "udid": phone.udid,
        "newCommandTimeout": limit,
        "simulated": True,
        **OF_DRIVER[dialect.driver](session),
    }
    return {"platformName": dialect.platform, **{f"{VENDOR}{name}": value for name, value in facts.items()}}


def _android(session: Session) -> Facts:
    """As UiAutomator2 describes the device: its serial number is also its name."""
    phone, info, model = session.phone, session.phone.info(), session.phone.model
    return {
        "noReset": vendor(session.capabilities, "noReset", True),
        "deviceUDID": phone.udid,
        "deviceName": phone.udid,
        "deviceApiLevel": int(info.get("apiVersion", 0)),
        "deviceManufacturer": info.get("manufacturer", ""),
        "deviceModel": info.get("model", ""),
        "deviceScreenDensity": info.get("displayDensity", 0),
        "deviceScreenSize": f"{model.width}x{model.height}",
        "platformVersion": model.platform_version,
    }


def _ios(session: Session) -> Facts:
    """As XCUITest describes it; pixels come with the points that they are of."""
    model, asked = session.phone.model, session.capabilities
    return {
        "noReset": vendor(asked, "noReset", False),
        "deviceName": vendor(asked, "deviceName", model.name),
        "platformVersion": model.platform_version,
        "sdkVersion": model.platform_version,
        "pixelRatio": session.scale,
        "viewportRect": {"left": 0, "top": 0, "width": model.width, "height": model.height},
    }


OF_DRIVER: Mapping[str, Callable[[Session], Facts]] = {"UiAutomator2": _android, "XCUITest": _ios}
