"""An iPhone's elements, as WebDriverAgent tells them: types, names, labels, values, points."""

import base64
import json

import cv2
import numpy as np
import pytest
from lxml import etree

from simulators.wire.webdriver.call import ELEMENT
from simulators.wire.webdriver.ios.attributes import NAMES, READ
from simulators.wire.webdriver.ios.source import IN_SOURCE, as_json, described
from simulators.wire.webdriver.ios.views import IosView, role_of, views
from simulators.wire.webdriver.views import Scene
from tests.wire.client import Wire, assert_error
from tests.wire.small_phone import PACKAGE, Item, SmallPhone, laid_out

TOLD = [
    ("title", "XCUIElementTypeStaticText", "title", "小艺帮 login", "小艺帮 login"),
    ("account", "XCUIElementTypeTextField", "account", "账号", "账号"),
    ("password", "XCUIElementTypeSecureTextField", "password", "", None),
    ("agree", "XCUIElementTypeSwitch", "agree", "我已阅读", "0"),
    ("login", "XCUIElementTypeButton", "login", "log in", None),
]


@pytest.mark.parametrize(("name", "kind", "title", "label", "value"), TOLD)
def test_what_an_element_is(
    wire: Wire, name: str, kind: str, title: str, label: str, value: str | None
) -> None:
    element = wire.find("id", name)
    assert wire.ask("GET", f"element/{element}/name") == wire.attribute(element, "type") == kind
    assert wire.attribute(element, "name") == wire.attribute(element, "wdName") == title
    assert wire.attribute(element, "label") == label
    assert wire.attribute(element, "value") == value


def test_what_has_no_name_is_called_by_its_label(wire: Wire, phone: SmallPhone) -> None:
    phone.screen = "exams"
    assert wire.attribute(wire.find("accessibility id", "exam 1"), "name") == "exam 1"
    cells = wire.find_all("class name", "XCUIElementTypeCell")
    assert [wire.attribute(cell, "name") for cell in cells] == [None, None, None]


def test_the_text_is_the_value_or_else_the_label(wire: Wire) -> None:
    account = wire.find("id", "account")
    assert wire.text(account) == "账号"  # the placeholder, as long as nothing is typed
    wire.ask("POST", f"element/{account}/value", {"text": "王芳"})
    assert wire.text(account) == "王芳"
    assert wire.attribute(account, "placeholderValue") == "账号"
    assert wire.text(wire.find("id", "login")) == "log in"


def test_a_secret_is_shown_as_bullets(wire: Wire, phone: SmallPhone) -> None:
    password = wire.find("id", "password")
    wire.ask("POST", f"element/{password}/value", {"value": ["a", "b"]})
    assert phone.typed["password"] == "ab"
    assert wire.attribute(password, "value") == "••"


def test_a_switch_says_by_its_value_that_it_is_on(wire: Wire) -> None:
    agree = wire.find("class name", "XCUIElementTypeSwitch")
    wire.click(agree)
    assert wire.attribute(agree, "value") == "1"
    assert wire.ask("GET", f"element/{agree}/selected") is False


def test_flags_and_numbers_come_as_the_driver_hands_them_on(wire: Wire) -> None:
    later = wire.find("id", "later")
    assert wire.ask("GET", f"element/{later}/enabled") is False
    read = ("enabled", "visible", "accessible", "selected", "traits", "index", "rect")
    assert [wire.attribute(later, name) for name in read] == [
        "false", "true", "true", "false", "Button, NotEnabled", "5", '{"x":13,"y":200,"width":334,"height":34}',
    ]  # fmt: skip
    assert "there is no attribute 'resource-id'" in assert_error(
        wire.send("GET", f"element/{later}/attribute/resource-id"), "invalid argument"
    )


def test_places_are_points_and_pictures_are_pixels(wire: Wire) -> None:
    login = wire.find("id", "login")
    assert wire.ask("GET", f"element/{login}/rect") == {"x": 13, "y": 233, "width": 334, "height": 34}
    assert wire.ask("GET", "window/rect") == {"x": 0, "y": 0, "width": 360, "height": 780}
    png = base64.b64decode(wire.ask("GET", f"element/{login}/screenshot"))
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (100, 1000, 3)


def test_a_finger_is_sent_to_points(wire: Wire, phone: SmallPhone) -> None:
    to = {"type": "pointerMove", "x": 180, "y": 250}
    taps = {"type": "pointer", "id": "f", "actions": [to, {"type": "pointerDown"}, {"type": "pointerUp"}]}
    wire.ask("POST", "actions", {"actions": [taps]})
    assert phone.log[-1] == ("tap", "login")
    outside = {**taps, "actions": [{**to, "y": 781}]}
    assert_error(wire.send("POST", "actions", {"actions": [outside]}), "move target out of bounds")


def test_an_id_looks_like_webdriveragents(wire: Wire) -> None:
    reference = wire.ask("POST", "element", {"using": "id", "value": "login"})
    assert reference[ELEMENT] == "01000000-0000-0000-1B03-000000000000"


def test_the_source_has_the_form_of_webdriveragent(wire: Wire) -> None:
    source = wire.ask("GET", "source")
    assert source.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<AppiumAUT>')
    around = etree.fromstring(source.encode())
    (application,) = around
    assert dict(application.items())["bundleId"] == PACKAGE
    assert application.get("name") == application.get("label") == "小艺帮"
    assert [child.tag for child in application] == ["XCUIElementTypeWindow"]
    fields = [node for node in around.iter() if node.tag.endswith("TextField")]
    assert [node.get("placeholderValue") for node in fields] == ["账号", ""]
    for node in application.iter():
        assert node.tag == node.get("type")
        told = [str(name) for name, _ in node.items() if name != "bundleId"]
        assert told == [name for name in IN_SOURCE if name in told]
        assert {"type", "enabled", "visible", "accessible", "x", "y", "width", "height", "index"} <= set(told)


def scene() -> Scene:
    return Scene(SmallPhone(screen="exams").tree(), PACKAGE, None, "小艺帮", 3)


def test_the_source_as_json_and_as_a_description() -> None:
    tree = json.loads(json.dumps(as_json(views(scene()))))
    assert (tree["type"], tree["name"], tree["isEnabled"], tree["isFocused"]) == (
        "Application", "小艺帮", "1", "0",
    )  # fmt: skip
    assert tree["rect"] == {"x": 0, "y": 0, "width": 360, "height": 780}
    assert tree["frame"] == "{{0, 0}, {360, 780}}"
    lines = described(views(scene())).splitlines()
    assert lines[0].startswith("Application, {{0, 0}, {360, 780}}, identifier: 'exams', label: '小艺帮'")
    assert len(lines) == sum(1 for _ in views(scene()).walk())


ROLES = [
    (Item("group", "header", style="header"), "Other", "NavigationBar"),
    (Item("group", "tabs", style="tabs"), "Other", "TabBar"),
    (Item("group", "body", style="body"), "Other", "ScrollView"),
    (Item("group", "long", reach=10), "Other", "ScrollView"),
    (Item("group", "row"), "Table", "Cell"),
    (Item("group", "row"), "Other", "Other"),
    (Item("field", "answer", style="answer"), "Other", "TextView"),
    (Item("group", "permission_dialog"), "Other", "Alert"),
    (Item("group", "com.apple.springboard:id/status_bar"), "Window", "StatusBar"),
    (Item("group", "icon_com.example.exam", description="小艺帮"), "Other", "Icon"),
    (Item("code", "qr"), "Other", "Image"),
]


@pytest.mark.parametrize(("item", "around", "role"), ROLES)
def test_what_a_part_is_by_name_look_and_place(item: Item, around: str, role: str) -> None:
    assert role_of(item, around) == role


def test_a_container_holds_something_accessible() -> None:
    by_role: dict[str, IosView] = {
        view.role: view for view in views(scene()).walk() if isinstance(view, IosView)
    }
    assert READ["accessibilityContainer"](by_role["Table"]) is True
    assert READ["accessibilityContainer"](by_role["Button"]) is False


def test_every_attribute_can_be_read_of_every_view() -> None:
    for view in views(scene()).walk():
        assert isinstance(view, IosView)
        assert {type(READ[name](view)) for name in NAMES.values()} <= {str, int, bool, dict, type(None)}


@pytest.mark.parametrize(
    ("item", "label", "value"),
    [
        (Item("image", "question", "写一首歌", "考题"), "考题", "写一首歌"),
        (Item("image", "question", "写一首歌"), "写一首歌", None),
        (Item("image", "logo", description="标志"), "标志", None),
        (Item("code", "qr", description="二维码"), "二维码", None),
    ],
)
def test_what_is_written_in_a_picture_is_its_value(item: Item, label: str, value: str | None) -> None:
    tree = laid_out(Item("screen", "s", children=(item,)))
    picture = next(view for view in views(Scene(tree, PACKAGE)).walk() if view.role == "Image")
    assert isinstance(picture, IosView)
    assert (picture.label, picture.value, picture.text) == (label, value, value or label)
