"""Permissions: asked at first use, in the words and with the buttons of each system and version (C63)."""

from pathlib import Path

import pytest

from simulators.phone.permissions import PERMISSIONS
from tests.phone.kit import PACKAGE, phone, tap, texts

ASKED = {
    "huawei-p9": ["camera", "microphone", "storage"],
    "oppo-a55-5g": ["camera", "microphone", "storage"],
    "xiaomi-13": ["camera", "microphone", "storage", "notifications"],
    "huawei-p40-pro": ["camera", "microphone", "storage"],
    "huawei-mate-50": ["camera", "microphone", "storage", "notifications"],
    "iphone-6s": ["camera", "microphone", "notifications"],
    "iphone-13": ["network", "camera", "microphone", "notifications"],
}
BUTTONS = {
    "huawei-p9": ["拒绝", "允许"],
    "oppo-a55-5g": ["仅在使用该应用时允许", "仅限这一次", "拒绝"],
    "xiaomi-13": ["仅在使用该应用时允许", "仅限这一次", "不允许"],
    "huawei-p40-pro": ["仅使用期间允许", "允许本次使用", "禁止"],
    "iphone-7": ["不允许", "好"],
    "iphone-15": ["不允许", "允许"],
}


@pytest.mark.parametrize(("model", "expected"), ASKED.items())
def test_a_system_asks_what_it_has_a_question_for_and_every_app_has_the_rest(
    tmp_path: Path, model: str, expected: list[str]
) -> None:
    device, _, _ = phone(tmp_path, model)
    device.permissions.revoke(PACKAGE)
    assert list(device.permissions.questions) == expected
    allowed = {name for name in PERMISSIONS if device.permissions.allows(PACKAGE, name)}
    assert allowed == set(PERMISSIONS) - set(expected)


@pytest.mark.parametrize(("model", "expected"), BUTTONS.items())
def test_the_camera_is_asked_for_in_the_systems_words(
    tmp_path: Path, model: str, expected: list[str]
) -> None:
    device, app, _ = phone(tmp_path, model)
    device.permissions.revoke(PACKAGE)
    device.launch(PACKAGE)
    assert not device.ask(PACKAGE, ["camera"])
    message = device.tree().find("permission_message")
    assert message is not None
    assert f"“{app.label}”" in message.text
    assert [words for words in texts(device) if words in expected] == expected


def test_questions_come_one_by_one_over_the_app_and_the_app_hears_of_the_last_answer(tmp_path: Path) -> None:
    device, app, _ = phone(tmp_path, "xiaomi-mi-10")
    device.permissions.revoke(PACKAGE)
    device.launch(PACKAGE)
    assert not device.ask(PACKAGE, PERMISSIONS)
    for answer in ("permission_allow", "permission_deny"):
        assert device.tree().find("go") is None
        tap(device, answer)
        assert app.log == ["launched"]
    tap(device, "permission_allow")
    assert app.log == ["launched", "answered"]
    assert device.tree().find("go") is not None
    assert device.ask(PACKAGE, PERMISSIONS)
    given = {name: device.permissions.allows(PACKAGE, name) for name in ("camera", "microphone", "storage")}
    assert given == {"camera": True, "microphone": False, "storage": True}


def test_what_was_allowed_once_is_asked_again_in_the_next_process(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, "oppo-a55-5g")
    device.permissions.revoke(PACKAGE)
    device.launch(PACKAGE)
    device.ask(PACKAGE, ["camera", "microphone"])
    tap(device, "permission_once")
    tap(device, "permission_allow")
    assert device.permissions.allows(PACKAGE, "camera")
    device.terminate(PACKAGE)
    assert not device.permissions.allows(PACKAGE, "camera")
    assert device.permissions.allows(PACKAGE, "microphone")


def test_an_iphone_may_keep_an_app_to_wifi(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, "iphone-13")
    device.permissions.revoke(PACKAGE)
    device.launch(PACKAGE)
    device.ask(PACKAGE, ["network"])
    assert "无线局域网与蜂窝网络" in texts(device)
    tap(device, "permission_wifi")
    assert device.permissions.allows(PACKAGE, "network")
    device.network.kind = "mobile"
    assert not device.permissions.allows(PACKAGE, "network")


def test_an_unknown_permission_names_those_there_are(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    with pytest.raises(ValueError, match="no permission 'telepathy'; there are camera"):
        device.ask(PACKAGE, ["telepathy"])
