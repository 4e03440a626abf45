"""Apps: started, brought to the front, ended, asked after."""

from typing import Any

from simulators.wire.ios.agent.device import verb
from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import Request, Row
from simulators.wire.webdriver.fields import number

AWAY_S = 3.0
"""How long an app stays away where nobody says so."""


def home(request: Request) -> Any:
    return request.verb("backgroundApp", seconds=-1)


def away(request: Request) -> Any:
    """To the home screen, and back: seconds of the wall pass no time on a phone."""
    return request.verb("backgroundApp", seconds=number(request.body, "duration", AWAY_S))


def open_url(request: Request) -> Any:
    """In the app that is named; no app of these phones has addresses of its own."""
    bundle = request.body.get("bundleId")
    if not bundle:
        raise Refusal("unknown error", f"no app opens {request.body.get('url')!r}; name one with 'bundleId'")
    return request.verb("deepLink", url=request.body.get("url"), bundleId=bundle)


def running(request: Request) -> Any:
    front = request.verb("activeAppInfo")
    return [{name: front[name] for name in ("pid", "bundleId")}]


ROWS = (
    Row("POST", "/wda/apps/launch", verb("launchApp", "bundleId", "arguments", "environment")),
    Row("POST", "/wda/apps/activate", verb("activateApp", "bundleId")),
    Row("POST", "/wda/apps/launchUnattached", verb("activateApp", "bundleId"), free=True),
    Row("POST", "/wda/apps/terminate", verb("terminateApp", "bundleId")),
    Row("POST", "/wda/apps/state", verb("queryAppState", "bundleId")),
    Row("GET", "/wda/apps/list", running),
    Row("GET", "/wda/activeAppInfo", verb("activeAppInfo"), free=True),
    Row("POST", "/wda/homescreen", home, free=True),
    Row("POST", "/wda/deactivateApp", away),
    Row("POST", "/url", open_url),
)
