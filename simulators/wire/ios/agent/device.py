"""The device: its facts, lock, battery, clipboard, place, looks, buttons, and the settings of WebDriverAgent."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import Request, Row, Run, nothing
from simulators.wire.webdriver.fields import field

ALWAYS = 3
"""CLAuthorizationStatus: the agent may always know where the phone is."""
RESOURCES: Mapping[int, str] = {
    1: "contacts",
    2: "calendar",
    3: "reminders",
    4: "photos",
    5: "microphone",
    6: "camera",
    7: "medialibrary",
    8: "homekit",
    0x4000_0000: "systemroot",
    0x4000_0001: "userdesktop",
    0x4000_0002: "userdownloads",
    0x4000_0003: "userdocuments",
    -0x4000_0000: "bluetooth",
    -0x4000_0001: "keyboardnet",
    -0x4000_0002: "location",
    -0x4000_0003: "health",
    -0x4000_0005: "localnetwork",
}
"""XCUIProtectedResource."""
SETTINGS: Mapping[str, Any] = {
    "shouldUseCompactResponses": True,
    "elementResponseAttributes": "type,label",
    "mjpegServerScreenshotQuality": 25,
    "mjpegServerFramerate": 10,
    "mjpegScalingFactor": 100,
    "screenshotQuality": 3,
    "keyboardAutocorrection": False,
    "keyboardPrediction": False,
    "snapshotMaxDepth": 50,
    "useFirstMatch": False,
    "boundElementsByIndex": False,
    "reduceMotion": False,
    "defaultActiveApplication": "auto",
    "activeAppDetectionPoint": "64.00,64.00",
    "defaultAlertAction": "",
    "acceptAlertButtonSelector": "",
    "dismissAlertButtonSelector": "",
    "screenshotOrientation": "auto",
    "waitForIdleTimeout": 10,
    "animationCoolOffTimeout": 2,
    "maxTypingFrequency": 60,
    "respectSystemAlerts": False,
    "useClearTextShortcut": True,
    "limitXPathContextScope": True,
    "autoClickAlertSelector": "",
    "includeHittableInPageSource": False,
}
"""WebDriverAgent's settings and what they are from the start."""


def without(verb: str, *names: str) -> Run:
    """What the `mobile:` command tells, but for what the driver asks others for."""

    def run(request: Request) -> Any:
        return {name: value for name, value in request.verb(verb).items() if name not in names}

    return run


def verb(command: str, *taken: str, **renamed: str) -> Run:
    """The `mobile:` command with those fields of the body; `renamed` says what it calls one otherwise."""

    def run(request: Request) -> Any:
        given = {renamed.get(one, one): request.body.get(one) for one in (*taken, *renamed)}
        return request.verb(command, **given)

    return run


def settings(request: Request) -> Any:
    return {**SETTINGS, **request.ask("GET", "/appium/settings")}


def set_settings(request: Request) -> Any:
    request.ask("POST", "/appium/settings", {"settings": field(request.body, "settings", dict, {})})
    return settings(request)


def place(request: Request) -> Any:
    """Nowhere, in numbers, where nobody has said where."""
    where = request.verb("getSimulatedLocation")
    known = {name: value or 0 for name, value in where.items()}
    return {**known, "altitude": 0, "authorizationStatus": ALWAYS}


def reset_permission(request: Request) -> Any:
    resource = field(request.body, "resource", int)
    if resource not in RESOURCES:
        raise Refusal("invalid argument", f"there is no protected resource {resource}")
    return request.verb("resetPermission", service=RESOURCES[resource])


def expect_notification(request: Request) -> Any:
    """No app of these phones posts one, and nobody waits for what does not come."""
    name = field(request.body, "name", str)
    raise Refusal("timeout", f"Did not receive any expected {name} notifications")


ROWS = (
    Row("GET", "/appium/settings", settings),
    Row("POST", "/appium/settings", set_settings),
    Row("POST", "/timeouts", nothing),
    Row("GET", "/wda/device/info", without("deviceInfo", "lockdownInfo"), free=True),
    Row("POST", "/wda/device/appearance", verb("setAppearance", name="style"), free=True),
    Row("GET", "/wda/device/location", place, free=True),
    Row("GET", "/wda/batteryInfo", without("batteryInfo", "advanced")),
    Row("GET", "/wda/locked", verb("isLocked"), free=True),
    Row("POST", "/wda/lock", verb("lock"), free=True),
    Row("POST", "/wda/unlock", verb("unlock"), free=True),
    Row("POST", "/wda/setPasteboard", verb("setClipboard", "content", "contentType"), free=True),
    Row("POST", "/wda/getPasteboard", verb("getClipboard", "contentType"), free=True),
    Row("POST", "/wda/pressButton", verb("pressButton", "name")),
    Row("POST", "/wda/siri/activate", verb("siriCommand", "text")),
    Row("POST", "/wda/resetAppAuth", reset_permission),
    Row("POST", "/wda/expectNotification", expect_notification),
    Row("POST", "/wda/performAccessibilityAudit", lambda _: []),
    Row("POST", "/wda/performIoHidEvent", nothing),
    Row("GET", "/wda/simulatedLocation", verb("getSimulatedLocation"), free=True),
    Row("POST", "/wda/simulatedLocation", verb("setSimulatedLocation", "latitude", "longitude"), free=True),
    Row("DELETE", "/wda/simulatedLocation", verb("resetSimulatedLocation"), free=True),
    Row("GET", "/wda/healthcheck", nothing, free=True),
)
