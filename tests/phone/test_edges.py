"""The edges of the glass, and the notifications that come down from the upper one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from simulators.phone import edges
from tests.phone.kit import PACKAGE, phone, tap

SIZE = 1000, 2000
PLAIN = {"locked": False, "shade": False, "bar": False, "swipes": False}
WAYS = [
    ((300, 10), (300, 900), {}, "notifications"),
    ((300, 10), (300, 200), {}, None),
    ((300, 900), (300, 1800), {}, None),
    ((300, 1800), (300, 400), {"locked": True}, "unlock"),
    ((300, 1800), (300, 1700), {"locked": True}, None),
    ((300, 1800), (300, 400), {"shade": True}, "close"),
    ((300, 1990), (300, 400), {"bar": True}, "home"),
    ((300, 1990), (300, 400), {}, None),
    ((300, 1500), (300, 400), {"bar": True}, None),
    ((0, 900), (700, 900), {"swipes": True}, "back"),
    ((0, 900), (700, 900), {}, None),
    ((0, 900), (200, 900), {"swipes": True}, None),
    ((50, 900), (900, 900), {"swipes": True}, None),
    ((700, 900), (0, 900), {"swipes": True}, None),
    ((0, 900), (700, 900), {"swipes": True, "locked": True}, None),
    ((0, 900), (700, 900), {"swipes": True, "shade": True}, None),
    ((0, 1990), (400, 400), {"swipes": True, "bar": True}, "home"),
]


@pytest.mark.parametrize(("start", "end", "more", "expected"), WAYS)
def test_what_a_finger_at_an_edge_begins(
    start: edges.Point, end: edges.Point, more: Mapping[str, bool], expected: str | None
) -> None:
    assert edges.begun(SIZE, start, end, **{**PLAIN, **more}) == expected


def test_notifications_come_down_and_go_without_touching_the_app(tmp_path: Path) -> None:
    device, app, _ = phone(tmp_path)
    device.launch(PACKAGE)
    device.notify(PACKAGE, "考试提醒", "请提前进入候考")
    high = device.model.height
    assert device.drag(300, 5, 300, high // 2)
    panel = device.tree().find("notification_title")
    assert panel is not None
    assert panel.text == "考试提醒"
    tap(device, "clear_all")
    assert device.tree().find("no_notifications") is not None
    device.press("back")
    assert device.tree().find("go") is not None
    assert app.log == ["launched"]
    device.open_notifications()
    assert device.drag(300, high - 200, 300, 200)
    assert not device.shade


def test_a_locked_phone_opens_by_a_finger_upwards(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.lock()
    device.open_notifications()
    assert not device.shade
    assert device.drag(300, 1200, 300, 300)
    assert not device.locked


def test_an_iphone_without_a_home_key_goes_home_by_its_lower_edge(tmp_path: Path) -> None:
    device, app, _ = phone(tmp_path, "iphone-13")
    device.launch(PACKAGE)
    high = device.model.height
    assert device.drag(300, high - 5, 300, high // 2)
    assert device.foreground is None
    assert app.log == ["launched", "background home"]


@pytest.mark.parametrize(
    ("model", "expected"), [("iphone-13", ["launched", "tap back "]), ("xiaomi-redmi-9a", ["launched"])]
)
def test_from_the_left_edge_it_goes_back_where_no_key_does(
    tmp_path: Path, model: str, expected: list[str]
) -> None:
    device, app, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    device.drag(0, 900, device.model.width // 2, 900)
    assert app.log == expected
    device.lock()
    device.drag(0, 900, device.model.width // 2, 900)
    assert [word for word in app.log if word.startswith("tap")] == expected[1:]
