"""The system's settings: every row says how the phone is set, in its language, and nothing else changes it."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path

import pytest

from simulators.phone.alarms import Alarm
from simulators.phone.model import names
from simulators.phone.phone import Phone
from simulators.phone.settings import Value
from simulators.phone.settings_app import SettingsApp, pages
from simulators.phone.settings_values import VALUES
from tests.phone.kit import PACKAGE, phone, tap, texts


def opened(folder: Path, model: str = "huawei-mate-50") -> Phone:
    device, _, _ = phone(folder, model)
    device.install(SettingsApp(device))
    device.launch(device.system.packages.settings)
    return device


def value(device: Phone, page: str, row: str) -> str:
    """What a page says in a row, looked up from the list of pages."""
    tap(device, f"open_{page}")
    found = device.tree().find(f"value_{row}")
    tap(device, "back")
    assert found is not None, row
    return found.text


ROWS: list[tuple[str, str, str, Mapping[str, Value], str]] = [
    ("sound", "ringer", "响铃", {"ringer": "silent"}, "静音"),
    ("sound", "ringer", "响铃", {"ringer": "vibrate"}, "振动"),
    ("sound", "ring_volume", "5/15", {"ring_volume": 0}, "0/15"),
    ("sound", "media_volume", "8/15", {"media_volume": 15}, "15/15"),
    ("sound", "do_not_disturb", "关闭", {"do_not_disturb": True}, "开启"),
    ("display", "dark_mode", "关闭", {"dark_mode": True}, "开启"),
    ("display", "night_display", "关闭", {"night_display": True}, "开启"),
    ("display", "font", "系统默认字体", {"font": "华文行楷"}, "华文行楷"),
    ("display", "font_scale", "标准", {"font_scale": 0.85}, "小"),
    ("display", "font_scale", "标准", {"font_scale": 1.15}, "大"),
    ("display", "auto_lock", "永不", {"auto_lock": True}, "10 分钟"),
    ("display", "auto_lock", "永不", {"auto_lock": True, "auto_lock_seconds": 30}, "30 秒"),
    ("display", "screen_recording", "关闭", {"screen_recording": True}, "正在录屏"),
    ("phone", "airplane_mode", "关闭", {"airplane_mode": True}, "开启"),
    ("phone", "sim", "已插入", {"sim": False}, "未插入"),
    ("phone", "call_forwarding", "关闭", {"call_forwarding": True}, "开启"),
    ("phone", "call_barring", "关闭", {"call_barring": True}, "开启"),
    ("phone", "network", "Wi-Fi", {"airplane_mode": True}, "无网络"),
    ("phone", "bars", "4 格", {"airplane_mode": True}, "0 格"),
    ("assistant", "assistant_key", "开启", {"assistant_key": False}, "关闭"),
    ("assistant", "voice_assistant", "开启", {"voice_assistant": False}, "关闭"),
    ("camera", "camera_night_mode", "关闭", {"camera_night_mode": True}, "开启"),
    ("general", "language", "简体中文", {"language": "zh-TW"}, "繁體中文"),
]


@pytest.mark.parametrize(("page", "row", "before", "change", "after"), ROWS)
def test_a_row_says_how_the_phone_is_set(
    tmp_path: Path, page: str, row: str, before: str, change: Mapping[str, Value], after: str
) -> None:
    device = opened(tmp_path)
    assert value(device, page, row) == before
    device.settings.set(change)
    assert value(device, page, row) == after


def test_what_is_no_setting_is_there_too(tmp_path: Path) -> None:
    device = opened(tmp_path)
    assert [value(device, "general", row) for row in ("alarms", "running", "battery")] == [
        "无",
        "无",
        "100%，正在充电",
    ]
    device.alarms.set([Alarm(time(7)), Alarm(time(9, 50))])
    device.battery.set(percent=79.6, plugged=False)
    device.storage.set_free(19_999_999_999)
    device.network.set(kind="mobile", generation="3G", bars=1)
    device.launch(PACKAGE)
    device.launch(device.system.packages.settings)
    shown = [value(device, "general", row) for row in ("alarms", "running", "battery", "storage")]
    assert shown == ["07:00、09:50", "示例", "80%，未充电", "19.99 GB"]
    assert [value(device, "phone", row) for row in ("network", "bars")] == ["3G", "1 格"]


@pytest.mark.parametrize("model", names())
def test_every_phone_shows_every_page(tmp_path: Path, model: str) -> None:
    device = opened(tmp_path, model)
    for page in pages():
        for row in page.rows:
            assert value(device, page.id, row.id)
    assert {row.id for page in pages() for row in page.rows} == set(VALUES)


def test_permissions_are_listed_app_by_app(tmp_path: Path) -> None:
    device = opened(tmp_path, "iphone-13")
    device.permissions.decide(PACKAGE, "camera", "deny")
    assert value(device, "permissions", PACKAGE) == "麦克风、通知、网络"
    device.permissions.revoke(PACKAGE)
    assert value(device, "permissions", PACKAGE) == "未允许任何权限"


def test_it_speaks_the_phones_language_and_its_makers(tmp_path: Path) -> None:
    device = opened(tmp_path, "iphone-13")
    tap(device, "open_display")
    assert "夜览" in texts(device)
    device.settings.set({"language": "en-US"})
    assert {"Display & brightness", "Night Shift", "Off"} <= set(texts(device))


@pytest.mark.parametrize("setting", ["call_barring", "call_forwarding", "airplane_mode"])
@pytest.mark.parametrize(("on", "state"), [(True, "idle"), (False, "ringing")])
def test_a_barred_call_does_not_ring(tmp_path: Path, setting: str, on: bool, state: str) -> None:
    device, _, _ = phone(tmp_path)
    device.settings.set({setting: on})
    device.incoming_call("13900001111")
    assert device.calls.state == state


def test_without_a_sim_card_neither_call_nor_message_comes(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.settings.set({"sim": False})
    device.incoming_call("13900001111")
    device.receive_message("10086", "余额不足")
    assert (device.calls.state, device.messages) == ("idle", [])
