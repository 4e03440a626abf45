"""What is installed, brought up to date, cleaned and taken away; and the other apps that a phone has."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulators.phone import others
from simulators.phone.model import load, names
from tests.phone.kit import NOON, PACKAGE, SmallApp, phone, tap, texts


@pytest.mark.parametrize("model", names())
def test_every_phone_can_have_the_other_apps_and_show_them(tmp_path: Path, model: str) -> None:
    device, _, _ = phone(tmp_path, model)
    device.shelf.update(others.shelf(load(model).runs))
    for package, app in [(package, device.get(package)) for package in tuple(device.shelf)]:
        device.launch(package)
        assert app.label in texts(device)
        assert package in device.running
    assert {"微信", "QQ", "音乐", "哔哩哔哩", "录屏大师", "腾讯课堂", "时钟", "浏览器"} == {
        app.label for app in device.apps.values()
    } - {"示例"}


def test_music_plays_and_a_message_is_written(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.shelf.update(others.shelf("apk"))
    device.get("com.netease.cloudmusic")
    device.launch("com.netease.cloudmusic")
    tap(device, "play")
    assert "暂停" in texts(device)
    device.get("com.tencent.mm")
    device.launch("com.tencent.mm")
    field = device.tree().find("entry")
    assert field is not None
    device.type(field, "考完了")
    assert "考完了" in texts(device)


def test_an_update_ends_the_process_and_keeps_permissions(tmp_path: Path) -> None:
    device, app, _ = phone(tmp_path)
    device.launch(PACKAGE)
    device.update(PACKAGE, "2")
    assert app.log == ["launched", "background exit", "killed"]
    assert device.info()["apps"][PACKAGE]["version"] == "2"
    assert device.permissions.allows(PACKAGE, "camera")


def test_what_is_taken_away_leaves_nothing_behind(tmp_path: Path) -> None:
    device, _, clock = phone(tmp_path)
    device.launch(PACKAGE)
    device.data_of(PACKAGE).write_text("{}")
    device.recorder.start("a.mp4", PACKAGE)
    device.storage.write("page.jpg", b"picture", owner=PACKAGE)
    device.storage.write("other.jpg", b"picture")
    device.notify(PACKAGE, "标题", "内容")
    clock.advance(NOON + timedelta(seconds=5))
    device.uninstall(PACKAGE)
    assert (device.apps, device.running, device.foreground) == ({}, set(), None)
    assert (device.recorder.recordings, list(device.storage.files)) == ({}, ["other.jpg"])
    assert not device.data_of(PACKAGE).exists()
    assert not device.permissions.allows(PACKAGE, "camera")
    assert device.notifications == []


def test_a_cleaner_spares_what_is_in_front_and_what_is_being_recorded(tmp_path: Path) -> None:
    device, app, clock = phone(tmp_path)
    device.launch(PACKAGE)
    device.recorder.start("old.mp4", PACKAGE)
    clock.advance(NOON + timedelta(seconds=5))
    device.recorder.stop("finished")
    device.recorder.start("now.mp4", PACKAGE)
    device.storage.write("page.jpg", b"picture", owner=PACKAGE)
    device.clean()
    assert (list(device.recorder.recordings), device.storage.files) == (["now.mp4"], {})
    assert app.log == ["launched"]
    device.background()
    device.clean()
    assert app.log[-1] == "killed"


def test_what_is_not_to_be_had_is_told(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, "huawei-mate-70-pro")
    device.shelf["com.example.more"] = SmallApp
    with pytest.raises(
        ValueError,
        match=r"com\.example\.none is not to be had .* no Android layer .* there is com\.example\.more",
    ):
        device.get("com.example.none")
    with pytest.raises(ValueError, match="installed on phone-1 already"):
        device.get(PACKAGE)


def test_a_text_message_can_be_read_in_the_systems_own_app(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.install(others.MessageApp(device.inbox, "com.android.mms", "信息", "11"))
    device.launch("com.android.mms")
    assert others.NO_MESSAGES in texts(device)
    device.receive_message("10690001", "验证码 123456")
    device.inbox.dismiss()
    device.receive_message("10690001", "验证码 654321")
    device.inbox.dismiss()
    assert [words for words in texts(device) if words.startswith("验证码")] == [
        "验证码 654321",
        "验证码 123456",
    ]
