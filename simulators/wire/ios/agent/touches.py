"""Gestures: each on an element, or, without one, on the app."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulators.wire.ios.agent.elements import of_element
from simulators.wire.ios.agent.request import Request, Row, Run, same
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


def gesture(verb: str) -> Run:
    return lambda request: request.verb(verb, elementId=request.names.get("uuid"), **request.body)


def scroll(request: Request) -> Any:
    """`distance` comes as a number or as its text."""
    given = dict(request.body)
    if given.get("distance") is not None:
        given["distance"] = float(given["distance"])
    return request.verb("scroll", elementId=request.names.get("uuid"), **given)


def drag(request: Request) -> Any:
    """From the element in the path to that in the body, or from point to point."""
    given = {key: value for key, value in request.body.items() if key != "toElement"}
    return request.verb(
        "dragFromToWithVelocity",
        fromElementId=request.names.get("uuid"),
        toElementId=request.body.get("toElement"),
        **given,
    )


def typed(request: Request) -> Any:
    """Element 0 is the app: the keys go to whatever has the keyboard."""
    element = request.element if request.element != "0" else None
    return request.verb("keys", keys=field(request.body, "keys", list), elementId=element)


def letters(request: Request) -> Any:
    return request.verb("keys", keys=["".join(map(str, field(request.body, "value", list)))])


def picked(request: Request) -> Any:
    return request.verb("selectPickerWheelValue", elementId=request.element, **request.body)


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
