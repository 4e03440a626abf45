"""The edges of the glass, and the notifications that come down from the upper one."""

from pathlib import Path

import pytest

from simulators.phone import edges
from tests.phone.kit import PACKAGE, phone, tap

HIGH = 2000
WAYS = [
    # y, to_y, locked, shade, bar
    ((10, 900, False, False, False), "notifications"),
    ((10, 200, False, False, False), None),
    ((900, 1800, False, False, False), None),
    ((1800, 400, True, False, False), "unlock"),
    ((1800, 1700, True, False, False), None),
    ((1800, 400, False, True, False), "close"),
    ((1990, 400, False, False, True), "home"),
    ((1990, 400, False, False, False), None),
    ((1500, 400, False, False, True), None),
]


@pytest.mark.parametrize(("given", "expected"), WAYS)
def test_what_a_finger_at_an_edge_begins(
    given: tuple[int, int, bool, bool, bool], expected: str | None
) -> None:
    y, to_y, locked, shade, bar = given
    assert edges.begun(HIGH, y, to_y, locked=locked, shade=shade, bar=bar) == expected


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
