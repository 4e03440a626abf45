"""Gestures: each on an element, or, without one, on the app."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulators.wire.ios.agent.elements import of_element
from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import ELEMENT, Request, Row, Run, same
from simulators.wire.webdriver.fields import field

OF = "/wda/element/{uuid}"
VERBS: Mapping[str, str] = {
    "swipe": "swipe",
    "pinch": "pinch",
    "rotate": "rotateElement",
    "doubleTap": "doubleTap",
    "twoFingerTap": "twoFingerTap",
    "tapWithNumberOfTaps": "tapWithNumberOfTaps",
    "touchAndHold": "touchAndHold",
    "scroll": "scroll",
    "dragfromtoforduration": "dragFromToForDuration",
    "forceTouch": "forcePress",
    "tap": "tap",
}
"""WebDriverAgent's words, and those of `mobile:`."""


def on_element(request: Request) -> dict[str, Any]:
    """The body, and the element in the path, if one is."""
    return {**request.body, "elementId": request.names.get(ELEMENT)}


def gesture(verb: str) -> Run:
    return lambda request: request.verb(verb, **on_element(request))


def scroll(request: Request) -> Any:
    """`distance` comes as a number or as its text."""
    given = on_element(request)
    if isinstance(given.get("distance"), str):
        try:
            given["distance"] = float(given["distance"])
        except ValueError as fault:
            raise Refusal("invalid argument", f"'distance' is no number: {fault}") from fault
    return request.verb("scroll", **given)


def drag(request: Request) -> Any:
    """From the element in the path to that in the body, or from point to point."""
    ends = {"fromElementId": request.names.get(ELEMENT), "toElementId": request.body.get("toElement")}
    return request.verb("dragFromToWithVelocity", **{**request.body, **ends})


def typed(request: Request) -> Any:
    """Element 0 is the app: the keys go to whatever has the keyboard."""
    element = request.element if request.element != "0" else None
    return request.verb("keys", keys=field(request.body, "keys", list), elementId=element)


def letters(request: Request) -> Any:
    return request.verb("keys", keys=["".join(map(str, field(request.body, "value", list)))])


def picked(request: Request) -> Any:
    return request.verb("selectPickerWheelValue", **on_element(request))


def rows() -> Iterator[Row]:
    runs = {**{word: gesture(verb) for word, verb in VERBS.items()}, "scroll": scroll}
    runs["pressAndDragWithVelocity"] = drag
    for word, run in runs.items():
        yield Row("POST", f"/wda/{word}", run)
        yield of_element("POST", f"{OF}/{word}", run)


ROWS = (
    *rows(),
    of_element("POST", f"{OF}/scrollTo", gesture("scrollToElement")),
    of_element("POST", f"{OF}/keyboardInput", typed),
    of_element("POST", "/wda/pickerwheel/{uuid}/select", picked),
    Row("POST", "/wda/keys", letters),
    same("POST", "/actions"),
)
