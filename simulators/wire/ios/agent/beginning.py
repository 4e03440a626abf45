"""What a client hears of WebDriverAgent itself, and how it begins and ends a session."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import SESSION, Request, Row
from simulators.wire.webdriver.fields import Body, field

RUNNER, VERSION = "com.facebook.WebDriverAgentRunner", "16.12.9"
BUILT = "Jan  1 2023 00:00:00"
TESTMANAGERD = 65535
KINDS: Mapping[str, str] = {"iPhone": "iphone", "iPad": "ipad"}
ALERTS: Mapping[str, str] = {"accept": "appium:autoAcceptAlerts", "dismiss": "appium:autoDismissAlerts"}
"""What `defaultAlertAction` says, and the endpoint's capability for it."""
PREFIX = "appium:"


def status(request: Request) -> Any:
    facts = request.verb("deviceInfo")
    version = facts["lockdownInfo"]["ProductVersion"]
    return {
        "ready": True,
        "message": "WebDriverAgent is ready to accept commands",
        "state": "success",
        "os": {
            "name": facts["lockdownInfo"]["ProductName"],
            "version": version,
            "sdkVersion": version,
            "testmanagerdVersion": TESTMANAGERD,
        },
        "ios": {"ip": "127.0.0.1"},
        "build": {"time": BUILT, "productBundleIdentifier": RUNNER, "version": VERSION},
        "device": KINDS[facts["model"]],
    }


def wish(body: Body) -> Body:
    """The first set of capabilities that goes together with what is always wished, without Appium's prefix."""
    asked = field(body, "capabilities", dict)
    always, first = field(asked, "alwaysMatch", dict, {}), field(asked, "firstMatch", list, [{}]) or [{}]
    for one in first:
        if isinstance(one, dict) and not always.keys() & one.keys():
            return {name.removeprefix(PREFIX): value for name, value in {**always, **one}.items()}
    raise Refusal("session not created", f"Could not find matching capabilities from {asked!r:.200}")


def begin(request: Request) -> Any:
    """An app that is named is started, anew unless it may go on, and ended with the session unless it is to stay."""
    asked = wish(request.body)
    given: dict[str, Any] = {}
    if bundle := asked.get("bundleId"):
        given["appium:bundleId"] = bundle
        for name in ("forceAppLaunch", "shouldTerminateApp"):
            given[f"{PREFIX}{name}"] = bool(asked.get(name, True))
    if asked.get("defaultAlertAction") in ALERTS:
        given[ALERTS[asked["defaultAlertAction"]]] = True
    request.sessions.begin(given)
    if bundle and asked.get("initialUrl"):
        request.verb("deepLink", url=asked["initialUrl"], bundleId=bundle)
    return told(request)


def told(request: Request) -> Any:
    facts = request.verb("deviceInfo")
    return {
        "sessionId": request.sessions.current,
        "capabilities": {
            "device": KINDS[facts["model"]],
            "browserName": request.verb("activeAppInfo")["bundleId"],
            "sdkVersion": facts["lockdownInfo"]["ProductVersion"],
            "CFBundleIdentifier": request.verb("activeAppInfo")["bundleId"],
        },
    }


def end(request: Request) -> None:
    request.sessions.named(request.names[SESSION])
    request.sessions.end()


def one(request: Request) -> Any:
    request.sessions.named(request.names[SESSION])
    return told(request)


ROWS = (
    Row("GET", "/status", status),
    Row("POST", "/session", begin),
    Row("GET", f"/session/{{{SESSION}}}", one),
    Row("DELETE", f"/session/{{{SESSION}}}", end),
)
"""With whole paths."""
