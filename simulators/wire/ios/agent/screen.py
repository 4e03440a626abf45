"""The screen: source, picture, size, how it is held; alerts; the keyboard."""

from typing import Any

from lxml import etree

from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import Request, Row, same

SCOPE = "AppiumAUT"
FORMATS = ("xml", "json", "description")
UPRIGHT = "PORTRAIT"


def source(request: Request) -> Any:
    """As `format` says; around XML stands an element of the name `scope`, if one is given."""
    wish = request.query.get("format", "xml").lower()
    if wish not in FORMATS:
        raise Refusal("invalid argument", f"Unknown source format '{wish}'. Only {FORMATS} are supported.")
    excluded = request.query.get("excluded_attributes")
    if wish == "xml" and not excluded:
        text = request.ask("GET", "/source")
    else:
        text = request.verb("source", format=wish, excludedAttributes=excluded)
    return scoped(text, request.query.get("scope", "")) if wish == "xml" else text


def scoped(text: str, scope: str) -> str:
    """XML as the endpoint gives it, with another element around it, or none."""
    if scope == SCOPE:
        return text
    tree = etree.fromstring(text.encode())
    declaration, _, _ = text.partition("<" + SCOPE)
    if scope:
        try:
            tree.tag = scope
        except ValueError as fault:
            raise Refusal("invalid argument", f"'scope' is {scope!r:.80}, no name of an element") from fault
        return declaration + etree.tostring(tree, encoding="unicode")
    return declaration + "".join(etree.tostring(child, encoding="unicode") for child in tree)


def window_size(request: Request) -> Any:
    whole = request.ask("GET", "/window/rect")
    return {side: whole[side] for side in ("width", "height")}


def hide_keyboard(request: Request) -> None:
    """`invalid element state` where there is none, as on an iPhone whose keyboard has no such key."""
    if not request.verb("hideKeyboard"):
        raise Refusal("invalid element state", "The keyboard cannot be dismissed: it is not shown")


ROWS = (
    Row("GET", "/source", source, free=True),
    same("GET", "/screenshot", free=True),
    same("GET", "/window/rect"),
    Row("GET", "/window/size", window_size, free=True),
    Row("GET", "/wda/screen", lambda request: request.verb("deviceScreenInfo"), free=True),
    same("GET", "/orientation", free=True),
    same("POST", "/orientation", free=True),
    same("GET", "/rotation", free=True),
    same("POST", "/rotation", free=True),
    Row("GET", "/wda/deviceOrientation", lambda _: UPRIGHT, free=True),
    Row("POST", "/wda/keyboard/dismiss", hide_keyboard),
    same("GET", "/alert/text", free=True),
    same("POST", "/alert/text"),
    same("POST", "/alert/accept", free=True),
    same("POST", "/alert/dismiss", free=True),
    Row("GET", "/wda/alert/buttons", lambda request: request.verb("alert", action="getButtons")),
)
