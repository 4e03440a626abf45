"""Gestures of both drivers on a page that is longer than the screen, and on the system's own edges."""

from pathlib import Path

import pytest

from simulators.phone.element import Element
from simulators.phone.phone import Phone
from tests.phone.kit import PACKAGE, SmallApp
from tests.wire import real
from tests.wire.client import Wire, assert_error, assert_success

Made = tuple[Wire, Phone, SmallApp]


class LongApp(SmallApp):
    """Forty buttons, one below the other."""

    def screen(self, now: object) -> Element:
        rows = tuple(Element("button", f"row_{number}", f"第{number}行", tap="go") for number in range(40))
        return Element(
            "group", "small", style="whole", children=(Element("list", "rows", style="body", children=rows),)
        )


def long(folder: Path, model: str) -> Made:
    wire, device, _ = real.begun(folder, model)
    app = LongApp()
    device.apps[PACKAGE] = app
    device.launch(PACKAGE)
    return wire, device, app


@pytest.fixture
def android(tmp_path: Path) -> Made:
    return long(tmp_path, real.ANDROID)


@pytest.fixture
def iphone(tmp_path: Path) -> Made:
    return long(tmp_path, real.IPHONE)


def offset(device: Phone) -> int:
    rows = device.tree().find("rows")
    assert rows is not None
    return rows.offset


def done(wire: Wire, name: str, /, **arguments: object) -> object:
    return assert_success(wire.mobile(name, **arguments))


def test_android_scrolls_and_says_whether_there_is_more(android: Made) -> None:
    wire, device, _ = android
    rows = wire.find("id", "rows")
    assert done(wire, "scrollGesture", elementId=rows, direction="down", percent=1.0) is True
    assert offset(device) > 0
    while done(wire, "flingGesture", elementId=rows, direction="down"):
        pass
    end = offset(device)
    assert done(wire, "scrollGesture", elementId=rows, direction="down", percent=0.5) is False
    assert offset(device) == end
    assert done(wire, "scrollGesture", elementId=rows, direction="up", percent=0.5) is True
    assert offset(device) < end
    assert done(wire, "scrollGesture", elementId=rows, direction="left", percent=0.5) is False


def test_a_swipe_up_brings_what_is_below(android: Made, iphone: Made) -> None:
    wire, device, _ = android
    area = {"left": 100, "top": 400, "width": 400, "height": 800}
    assert done(wire, "swipeGesture", **area, direction="up", percent=0.75) is None
    assert offset(device) == 598
    done(wire, "dragGesture", startX=300, startY=500, endX=300, endY=900)
    assert offset(device) == 198
    wire, device, _ = iphone
    done(wire, "swipe", direction="up")
    assert offset(device) > 0
    done(wire, "swipe", direction="down")
    assert offset(device) == 0


def test_an_iphone_counts_in_points(iphone: Made) -> None:
    wire, device, app = iphone
    done(wire, "dragFromToForDuration", duration=1, fromX=100, fromY=600, toX=100, toY=500)
    assert offset(device) == 300
    done(wire, "scroll", direction="up", distance=1)
    row = wire.find("id", "row_2")
    done(wire, "tap", elementId=row, x=5, y=5)
    done(wire, "doubleTap", elementId=row)
    done(wire, "touchAndHold", elementId=row, duration=2)
    done(wire, "tapWithNumberOfTaps", elementId=row, numberOfTaps=2, numberOfTouches=1)
    assert app.log == ["launched", *["tap go row_2"] * 6]


def test_an_iphone_scrolls_to_what_is_named(iphone: Made) -> None:
    wire, device, _ = iphone
    done(wire, "scroll", name="row_39")
    assert offset(device) > 0
    row = wire.find("id", "row_39")
    assert wire.ask("GET", f"element/{row}/displayed") is True
    done(wire, "scroll", direction="up", distance=30)
    done(wire, "scroll", predicateString="label == '第39行'")
    assert wire.ask("GET", f"element/{row}/displayed") is True
    assert_error(wire.mobile("scroll", name="none"), "no such element")
    assert_error(wire.mobile("scroll"), "invalid argument")


def test_a_w3c_finger_scrolls(android: Made, iphone: Made) -> None:
    for wire, device, _ in (android, iphone):
        rect = wire.ask("GET", "window/rect")
        x, y = rect["width"] // 2, rect["height"] // 2
        way = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerMove", "x": x, "y": y - 100, "duration": 200},
            {"type": "pointerUp", "button": 0},
        ]
        wire.ask("POST", "actions", {"actions": [{"type": "pointer", "id": "f", "actions": way}]})
        assert offset(device) == 100 * wire.endpoint.sessions.touch(wire.session).scale


def test_edges_belong_to_the_system(android: Made, iphone: Made) -> None:
    wire, device, _ = android
    device.lock()
    done(wire, "swipeGesture", left=0, top=200, width=700, height=1200, direction="up", percent=1)
    assert not device.locked
    wire, device, _ = iphone
    done(wire, "dragFromToForDuration", duration=1, fromX=195, fromY=840, toX=195, toY=300)
    assert device.foreground is None


WRONG = [
    ("swipeGesture", {"direction": "north", "percent": 1, "left": 0, "top": 0, "width": 9, "height": 9}),
    ("swipeGesture", {"direction": "up", "percent": 2, "left": 0, "top": 0, "width": 9, "height": 9}),
    ("swipeGesture", {"direction": "up", "percent": 1}),
    ("scrollGesture", {"direction": "up", "percent": 1, "left": 0, "top": 0, "width": 0, "height": 9}),
    ("pinchOpenGesture", {"percent": 7, "left": 0, "top": 0, "width": 9, "height": 9}),
    ("clickGesture", {"x": 1}),
    ("dragGesture", {"startX": 1, "startY": 1}),
]


@pytest.mark.parametrize(("name", "arguments"), WRONG)
def test_a_gesture_that_cannot_be(android: Made, name: str, arguments: dict[str, object]) -> None:
    assert_error(android[0].mobile(name, **arguments), "invalid argument")
