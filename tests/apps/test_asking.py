"""Permissions are asked at first use, in both apps, on every system; what was wished for goes on, or is said to lack what."""

from pathlib import Path
from typing import Any

import pytest

from simulators.apps.asking import CONNECT, FILM, PERMISSIONS, PICTURE, SCAN
from simulators.apps.aux.app import AUX_BOOK
from simulators.apps.main.app import MAIN_BOOK
from simulators.phone import permissions
from tests.apps.newcomer import NUMBER, PASSWORD, newcomer

ASKED = {
    "oppo-a55-5g": ([], ["camera", "storage"]),
    "huawei-p40-pro": ([], ["camera", "storage"]),
    "iphone-13": (["network"], ["camera"]),
}
"""What the system asks for at the first word to the platform, and at the first picture."""


@pytest.mark.parametrize("model", ASKED)
def test_each_is_asked_when_it_is_first_used_and_once(tmp_path: Path, model: str) -> None:
    with newcomer(tmp_path, model) as new:
        new.start()
        assert new.main.screen == "login"
        new.main.tap("to_register")
        new.main.type("phone_number", NUMBER)
        new.main.tap("send_code")
        first = new.main.allow()
        assert new.main.phone.messages
        new.main.type("code", new.code())
        new.main.type("new_password", PASSWORD)
        new.main.tap("register")
        new.log_in()
        new.main.tap("blue_bar")
        new.main.tap("take_portrait")
        second = new.main.allow()
        assert new.main.see("portrait_state").text == "人像面：已上传"
        assert (first, second) == ASKED[model]
        new.main.tap("take_emblem")
        assert new.main.screen == "identity"
        assert new.main.see("emblem_state").text == "国徽面：已上传"


@pytest.mark.parametrize("model", ["oppo-a55-5g", "iphone-13"])
def test_what_was_denied_is_named_with_where_to_allow_it(tmp_path: Path, model: str) -> None:
    with newcomer(tmp_path, model) as new:
        new.start()
        new.register()
        new.log_in()
        new.main.tap("blue_bar")
        new.main.tap("take_portrait")
        new.main.allow(deny="camera")
        told = new.main.see("notice").text
        assert "小艺帮需要使用您的摄像头，" in told
        assert "设置" in told
        assert "identity_submitted" not in new.what()
        new.main.phone.permissions.grant_all(new.main.package)
        new.main.tap("take_portrait")
        assert "identity_submitted" in new.what()


def test_without_the_network_permission_nothing_leaves_the_phone(tmp_path: Path) -> None:
    with newcomer(tmp_path, "iphone-13") as new:
        new.start()
        new.main.tap("to_register")
        new.main.type("phone_number", NUMBER)
        new.main.tap("send_code")
        new.main.allow(deny="network")
        assert "网络" in new.main.see("notice").text
        assert new.what() == []
        assert new.main.phone.network.sent == 0


def test_questions_that_are_left_open_carry_nothing_out_later(tmp_path: Path) -> None:
    with newcomer(tmp_path) as new:
        new.start()
        new.register()
        new.log_in()
        new.main.tap("blue_bar")
        new.main.tap("take_portrait")
        new.main.phone.crash(new.main.package)
        new.start()
        assert new.main.app.state["wanted"] is None
        assert "identity_submitted" not in new.what()


def test_the_aux_app_asks_too_and_goes_on_to_the_code(tmp_path: Path) -> None:
    with newcomer(tmp_path) as new:
        aux = new.aux
        aux.tap(f"icon_{aux.package}")
        aux.tap("scan")
        assert aux.allow(deny="camera") == ["camera"]
        assert aux.screen == "home"
        assert "小艺助手需要使用您的摄像头" in aux.see("notice").text


def test_what_the_apps_need_is_what_the_notice_names_and_what_phones_have() -> None:
    assert set(PERMISSIONS) == {"camera", "microphone", "speaker", "storage", "network"}
    assert set(PERMISSIONS) <= set(permissions.PERMISSIONS)
    rows: list[Any] = [*MAIN_BOOK.transitions.values(), *AUX_BOOK.transitions.values()]
    assert {row.needs for row in rows} == {(), CONNECT, FILM, PICTURE, SCAN}
    for book in (MAIN_BOOK, AUX_BOOK):
        asked = {name for row in book.transitions.values() for name in row.needs}
        assert asked == set(PERMISSIONS)
