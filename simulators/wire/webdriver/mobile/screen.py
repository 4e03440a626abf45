"""The screen: how large, how dense, what of it is the app's, and pictures of that."""

import base64
from collections.abc import Mapping
from typing import Any, NamedTuple

from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.glass import Box
from simulators.wire.webdriver.mobile.verb import WORD, Verb
from simulators.wire.webdriver.pictures import cut
from simulators.wire.webdriver.sessions import Session

STATUS_BAR = "status_bar"
NATIVE = "NATIVE_APP"


class Pixels(NamedTuple):
    """A rectangle of the glass, in pixels."""

    x: int
    y: int
    width: int
    height: int


def viewport(session: Session) -> Pixels:
    """The glass below the status bar."""
    tree = session.look().root.scene.tree
    bars = [part.bounds for part in tree.children if part.id.endswith(STATUS_BAR)]
    height = bars[0].height if bars else 0
    whole = tree.bounds
    return Pixels(0, height, whole.width, whole.height - height)


def viewport_rect(session: Session, _: Body) -> Any:
    """In pixels, with either driver."""
    part = viewport(session)
    return {"left": part.x, "top": part.y, "width": part.width, "height": part.height}


def viewport_screenshot(session: Session, _: Body) -> str:
    box: Box = viewport(session)
    return base64.b64encode(cut(session.phone.picture(), box)).decode()


def display_density(session: Session, _: Body) -> Any:
    return session.phone.info().get("displayDensity")


def system_bars(session: Session, _: Body) -> Any:
    """There is a bar at the top and none at the bottom."""
    bar = viewport(session)
    shown = {"visible": True, "x": 0, "y": 0, "width": bar.width, "height": bar.y}
    hidden = {"visible": False, "x": 0, "y": 0, "width": 0, "height": 0}
    return {"statusBar": shown, "navigationBar": hidden}


def screenshots(session: Session, body: Body) -> Any:
    """There is one display, number 0."""
    picture = base64.b64encode(session.phone.screenshot()).decode()
    one = {"id": "0", "name": "Built-in Screen", "isDefault": True, "payload": picture}
    return {"0": one} if str(body.get("displayId", "0")) == "0" else {}


def contexts(_: Session, __: Body) -> Any:
    """XCUITest lists the native context, too."""
    return [{"id": NATIVE}]


ANDROID: Mapping[str, Verb] = {
    "viewportRect": Verb(viewport_rect),
    "viewportScreenshot": Verb(viewport_screenshot),
    "getDisplayDensity": Verb(display_density),
    "getSystemBars": Verb(system_bars),
    "screenshots": Verb(screenshots, takes={"displayId": WORD}),
    "getContexts": Verb(lambda _, __: [], takes={"waitForWebviewMs": WORD}),
}
IOS: Mapping[str, Verb] = {
    "viewportRect": Verb(viewport_rect),
    "viewportScreenshot": Verb(viewport_screenshot),
    "getContexts": Verb(contexts, takes={"waitForWebviewMs": WORD}),
}
