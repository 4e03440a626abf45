"""The system's own screens, as each system has them; what lies over an app; and what the settings do to the picture."""

from datetime import time, timedelta
from pathlib import Path

import numpy as np
import pytest

from simulators.phone.alarms import Alarm
from simulators.phone.draw import draw
from simulators.phone.element import Element
from simulators.phone.icons import ICONS
from simulators.phone.inbox import BANNER
from simulators.phone.layout import lay_out
from simulators.phone.look import Look
from simulators.phone.phone import Phone
from simulators.phone.pictures import picture
from tests.phone.kit import NOON, PACKAGE, phone, tap, texts

SYSTEMS = ("oppo-a55-5g", "huawei-mate-50", "iphone-13")
HOME = {
    "oppo-a55-5g": "com.android.launcher3:id/launcher_screen",
    "huawei-mate-50": "com.huawei.android.launcher:id/launcher_screen",
    "iphone-13": "com.apple.springboard:id/launcher_screen",
}
UNLOCK = {
    "oppo-a55-5g": "上滑解锁",
    "huawei-mate-50": "向上滑动解锁",
    "iphone-6s": "滑动来解锁",
    "iphone-7": "按下主屏幕按钮以解锁",
    "iphone-13": "向上轻扫以解锁",
}


def called(device: Phone) -> None:
    device.incoming_call("13900001111")


@pytest.mark.parametrize(("model", "root"), HOME.items())
def test_home_is_the_systems_launcher(tmp_path: Path, model: str, root: str) -> None:
    device, _, _ = phone(tmp_path, model)
    assert device.tree().id == root
    assert {"12:00", "1月12日 星期四", "示例"} <= set(texts(device))


@pytest.mark.parametrize(("model", "words"), UNLOCK.items())
def test_the_lock_screen_says_how_it_opens(tmp_path: Path, model: str, words: str) -> None:
    device, _, _ = phone(tmp_path, model)
    device.lock()
    assert words in texts(device)
    tap(device, "unlock")
    assert not device.locked


@pytest.mark.parametrize(
    ("model", "banner"),
    [("oppo-a55-5g", True), ("huawei-mate-50", True), ("iphone-13", True), ("iphone-7", False)],
)
def test_a_call_to_a_phone_in_use_is_a_banner_where_the_system_has_them(
    tmp_path: Path, model: str, banner: bool
) -> None:
    device, app, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    called(device)
    assert (device.tree().find("go") is not None) is banner
    assert (
        device.process(PACKAGE).state == ("foreground" if device.system.name != "iOS" else "active")
        or not banner
    )
    tap(device, "answer")
    assert device.tree().find("go") is None
    tap(device, "hang_up")
    assert app.log == ["launched", "background call_answered", "foreground"]


@pytest.mark.parametrize("model", SYSTEMS)
def test_a_call_to_a_locked_phone_has_the_screen_to_itself(tmp_path: Path, model: str) -> None:
    device, _, _ = phone(tmp_path, model)
    device.lock()
    called(device)
    assert device.tree().id == f"{device.system.packages.call}:id/incoming_call_screen"
    tap(device, "decline")
    assert device.tree().find("unlock") is not None


@pytest.mark.parametrize("model", SYSTEMS)
def test_nothing_beneath_a_question_can_be_found_or_touched_and_yet_it_is_seen(
    tmp_path: Path, model: str
) -> None:
    device, app, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    button = device.tree().find("go")
    plain = device.pixels()
    device.permissions.revoke(PACKAGE)
    device.ask(PACKAGE, ["camera"])
    assert device.tree().id == f"{device.system.packages.question}:id/permission_screen"
    assert device.tree().find("go") is None
    assert button is not None
    device.tap(button)
    assert app.log == ["launched"]
    x, y = button.bounds.x + 3, button.bounds.y + button.bounds.height // 2
    shaded, before = device.pixels()[y, x].astype(float), plain[y, x].astype(float)
    assert (shaded < before).any()
    assert shaded[0] / before[0] == pytest.approx(shaded[1] / before[1], abs=0.05)


def test_a_banner_covers_what_is_below_it_and_leads_to_its_app(tmp_path: Path) -> None:
    device, app, clock = phone(tmp_path)
    device.notify(PACKAGE, "候考提醒", "候考室已开放")
    assert {"候考提醒", "候考室已开放"} <= set(texts(device))
    tap(device, "com.android.systemui:id/banner")
    assert (device.foreground, app.log) == (PACKAGE, ["launched"])
    device.notify(PACKAGE, "候考提醒", "候考室已开放")
    top = device.tree().at(device.model.width // 2, int(device.model.height * 0.05))
    assert "com.android.systemui:id/heads_up" in [element.id for element in top]
    clock.advance(NOON + BANNER)
    assert device.tree().find("com.android.systemui:id/heads_up") is None


def test_the_lock_screen_shows_the_newest_notifications(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    for number in range(5):
        device.receive_message("10086", f"第 {number} 条")
    device.lock()
    shown = [words for words in texts(device) if words.startswith("第")]
    assert shown == ["第 4 条", "第 3 条", "第 2 条"]
    tap(device, "com.android.systemui:id/note_0")
    assert device.locked


def signs(device: Phone) -> list[str]:
    tree = device.tree().find(f"{device.system.packages.bar}:id/status_bar")
    assert tree is not None
    return [element.description for element in tree.children if element.description]


def test_the_bar_shows_what_the_person_should_not_forget(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    assert signs(device) == ["Wi-Fi，信号4格", "电量 100%，正在充电"]
    device.settings.set({"ringer": "silent", "do_not_disturb": True, "screen_recording": True})
    device.alarms.set([Alarm(time(7))])
    device.network.kind = "mobile"
    assert signs(device) == ["正在录屏", "勿扰", "静音", "已设闹钟", "5G，信号4格", "电量 100%，正在充电"]
    device.settings.set({"airplane_mode": True})
    assert "飞行模式" in signs(device)
    device.settings.set({"airplane_mode": False, "language": "en-US"})
    device.network.up = False
    assert signs(device) == [
        "Screen recording",
        "Do not disturb",
        "Silent",
        "Alarm set",
        "No network",
        "Battery 100%, charging",
    ]


def test_a_phone_in_another_language_asks_in_it(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, "iphone-13")
    device.settings.set({"language": "en-US"})
    device.launch(PACKAGE)
    device.permissions.revoke(PACKAGE)
    device.ask(PACKAGE, ["camera"])
    assert "“示例” Would Like to Access the Camera" in texts(device)


@pytest.mark.parametrize("model", SYSTEMS)
def test_dark_mode_is_dark_and_loses_no_letter(tmp_path: Path, model: str) -> None:
    device, _, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    light, tree = device.pixels(), device.tree()
    places = [(element.id, element.bounds) for _, element in tree.walk()]
    device.settings.set({"dark_mode": True})
    dark = device.pixels()
    assert light.mean() > 180 > 90 > dark.mean()
    assert [(element.id, element.bounds) for _, element in device.tree().walk()] == places
    for name in ("time", "go"):
        box = tree.find(name)
        assert box is not None
        area = dark[box.bounds.y : box.bounds.bottom, box.bounds.x : box.bounds.right].min(axis=2)
        assert int(area.max()) - int(np.median(area)) > 60


def test_a_code_stays_black_on_white_in_the_dark() -> None:
    root = Element("screen", children=(Element("code", "code", source="exam code"),))
    code = lay_out(root, 360, 640).find("code")
    assert code is not None
    box = code.bounds
    pixels = [draw(root, 360, 640, look)[box.y : box.bottom] for look in (Look(), Look(dark=True))]
    assert (pixels[0] == pixels[1]).all()


def test_larger_letters_take_more_room_and_stay_inside_their_elements(tmp_path: Path) -> None:
    heights = []
    for scale in (1.0, 2.0):
        device, _, _ = phone(tmp_path / str(scale))
        device.settings.set({"font_scale": scale})
        device.launch(PACKAGE)
        shown = device.tree().find("time")
        assert shown is not None
        heights.append(shown.bounds.height)
        for _, element in device.tree().walk():
            assert all(element.bounds.contains(child.bounds) for child in element.children)
    assert heights[1] > 1.7 * heights[0]


def test_another_font_is_another_picture(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.launch(PACKAGE)
    before = device.pixels()
    device.settings.set({"font": "华文楷体"})
    assert (device.pixels() != before).any()


def test_the_night_display_is_on_the_glass_and_not_in_a_screenshot(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.launch(PACKAGE)
    file, before = device.screenshot(), device.pixels()
    device.settings.set({"night_display": True})
    after = device.pixels()
    assert device.screenshot() == file
    assert after[..., 0].mean() < 0.7 * before[..., 0].mean()
    assert (after[..., 2] == before[..., 2]).all()


def test_a_tablet_shows_more_in_the_same_letters(tmp_path: Path) -> None:
    sizes = {}
    for model in ("iphone-13", "ipad-9"):
        device, _, _ = phone(tmp_path / model, model)
        bar = device.tree().find("com.apple.springboard:id/battery")
        assert bar is not None
        sizes[model] = bar.bounds.width / device.model.width
    assert sizes["ipad-9"] < 0.6 * sizes["iphone-13"]


def test_what_lies_over_its_parent_takes_no_room() -> None:
    below = (Element("text", "one", "一"), Element("text", "two", "二"))
    over = Element("group", "over", children=(Element("text", "three", "三"),), style="scrim")
    plain, covered = (
        lay_out(Element("screen", children=children), 360, 640) for children in (below, (*below, over))
    )
    assert covered.children[:2] == plain.children
    assert covered.children[2].bounds == covered.bounds


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_something_and_nothing_beyond_its_place(name: str) -> None:
    details = {"battery": "dark 40 alone", "letter": "考", "wallpaper": "iOS"}
    canvas = np.full((90, 90, 3), 200, np.uint8)
    picture(canvas[20:70, 20:70], f"{name}:{details.get(name, 'dark')}")
    assert (canvas[20:70, 20:70] != 200).any()
    canvas[20:70, 20:70] = 200
    assert (canvas == 200).all()


def test_an_alarm_comes_over_the_lock_screen(tmp_path: Path) -> None:
    device, _, clock = phone(tmp_path, "iphone-13")
    device.alarms.set([Alarm(time(12, 1), "起床")])
    device.lock()
    clock.advance(NOON + timedelta(minutes=1))
    assert {"12:01", "起床", "停止", "稍后提醒"} <= set(texts(device))
    tap(device, "alarm_stop")
    assert device.tree().find("unlock") is not None
