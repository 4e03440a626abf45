"""Calls, messages, alarms, captures, and the screen that locks by itself."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from simulators.core.clock import DrivenClock
from simulators.phone import alarms, calls
from simulators.phone.alarms import Alarm
from simulators.phone.inbox import BANNER
from simulators.phone.phone import Phone
from tests.phone.kit import PACKAGE, SmallApp, phone, tap, texts

Made = tuple[Phone, SmallApp, DrivenClock]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    device, app, clock = phone(tmp_path)
    device.launch(PACKAGE)
    return device, app, clock


def after(clock: DrivenClock, span: timedelta) -> None:
    clock.advance(clock.now() + span)


MOMENT = timedelta(milliseconds=1)


def test_a_call_that_nobody_answers_ends_by_itself_and_is_noted(made: Made) -> None:
    device, app, clock = made
    device.incoming_call("13900001111")
    states = []
    for span in (calls.RINGS - MOMENT, MOMENT):
        after(clock, span)
        states.append(device.calls.state)
    assert states == ["ringing", "idle"]
    assert [(note.title, note.text) for note in device.notifications] == [("未接来电", "13900001111")]
    assert app.log == ["launched"]


def test_an_answered_call_does_not_end_by_itself(made: Made) -> None:
    device, _, clock = made
    device.incoming_call("13900001111")
    device.answer_call()
    after(clock, 10 * calls.RINGS)
    assert device.calls.state == "talking"


def test_who_must_not_disturb_is_missed(made: Made) -> None:
    device, _, _ = made
    device.settings.set({"do_not_disturb": True})
    device.incoming_call("13900001111")
    device.receive_message("10086", "余额不足")
    assert device.calls.state == "idle"
    assert device.inbox.banner is None
    assert [note.text for note in device.notifications] == ["13900001111", "余额不足"]


def test_a_message_comes_up_for_a_while_and_stays_in_the_inbox(made: Made) -> None:
    device, app, clock = made
    device.receive_message("10690001", "您的验证码是 123456")
    assert "您的验证码是 123456" in texts(device)
    after(clock, BANNER)
    assert "您的验证码是 123456" not in texts(device)
    assert [(one.sender, one.text) for one in device.messages] == [("10690001", "您的验证码是 123456")]
    assert app.log == ["launched"]


def test_an_app_is_heard_where_it_may_be(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, "xiaomi-13")
    device.permissions.revoke(PACKAGE)
    device.notify(PACKAGE, "上传完成", "全部文件已上传")
    assert device.notifications == []
    device.permissions.grant_all(PACKAGE)
    device.notify(PACKAGE, "上传完成", "全部文件已上传")
    assert [note.title for note in device.notifications] == ["上传完成"]


def test_an_alarm_rings_at_its_time_over_the_app_until_it_is_stopped(made: Made) -> None:
    device, app, clock = made
    device.alarms.set([Alarm(time(12, 30), "练琴")])
    after(clock, timedelta(minutes=30) - MOMENT)
    assert device.alarms.ringing is None
    after(clock, MOMENT)
    assert "练琴" in texts(device)
    assert device.process(PACKAGE).state == "visible"
    tap(device, "alarm_stop")
    assert device.process(PACKAGE).state == "foreground"
    assert app.log == ["launched"]
    after(clock, timedelta(days=1))
    assert device.alarms.ringing is not None


def test_an_alarm_that_nobody_stops_ends_by_itself(made: Made) -> None:
    device, _, clock = made
    device.alarms.set([Alarm(time(12, 30))])
    after(clock, timedelta(minutes=30) + alarms.RINGS)
    assert device.alarms.ringing is None
    assert device.process(PACKAGE).state == "foreground"


def test_a_snoozed_alarm_comes_again(made: Made) -> None:
    device, _, clock = made
    device.alarms.set([Alarm(time(12, 30))])
    after(clock, timedelta(minutes=30))
    tap(device, "alarm_snooze")
    after(clock, alarms.SNOOZE - MOMENT)
    assert device.alarms.ringing is None
    after(clock, MOMENT)
    assert device.alarms.ringing is not None


@pytest.mark.parametrize("drift", [0, 500, -500])
def test_an_alarm_follows_the_phones_own_clock(made: Made, drift: float) -> None:
    device, _, clock = made
    device.alarms.set([Alarm(time(12, 30))])
    device.clock.set(offset=timedelta(minutes=20), drift_ppm=drift)
    before = 0
    for _ in range(4000):
        after(clock, timedelta(seconds=1))
        if device.alarms.ringing is not None:
            assert device.clock.now().strftime("%H:%M:%S") in ("12:30:00", "12:30:01")
            before += 1
            device.alarms.stop()
    assert before == 1


def test_a_phone_that_is_off_does_not_ring(made: Made) -> None:
    device, _, clock = made
    device.alarms.set([Alarm(time(12, 30))])
    device.power_off()
    after(clock, timedelta(minutes=31))
    device.power_on()
    assert device.alarms.ringing is None


@pytest.mark.parametrize("kind", ["screenshot", "screen_recording", "screen_cast"])
def test_the_app_in_front_hears_that_its_screen_is_captured(made: Made, kind: str) -> None:
    device, app, _ = made
    device.capture(kind)  # type: ignore[arg-type]
    assert app.log == ["launched", f"captured {kind}"]
    device.capture(kind, on=False)  # type: ignore[arg-type]
    device.background()
    device.capture(kind)  # type: ignore[arg-type]
    assert app.log == ["launched", f"captured {kind}", "background home"]


def test_a_recording_that_goes_on_is_one_capture_however_it_was_begun(made: Made) -> None:
    device, app, _ = made
    device.settings.set({"screen_recording": True})
    device.capture("screen_recording")
    assert app.log == ["launched", "captured screen_recording"]


@pytest.mark.parametrize(
    ("model", "keys"), [("oppo-a55-5g", "power+volume_down"), ("iphone-13", "power+volume_up")]
)
def test_two_keys_at_once_take_a_screenshot_and_a_drivers_own_is_none(
    tmp_path: Path, model: str, keys: str
) -> None:
    device, app, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    device.screenshot()
    assert app.log == ["launched"]
    device.press(keys)
    assert app.log == ["launched", "captured screenshot"]


def test_an_iphone_has_no_back_key(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, "iphone-13")
    with pytest.raises(ValueError, match="no key 'back' on iOS; it has home, power"):
        device.press("back")


def test_the_screen_locks_by_itself_when_nobody_touches_it(made: Made) -> None:
    device, app, clock = made
    device.settings.set({"auto_lock": True, "auto_lock_seconds": 60})
    after(clock, timedelta(seconds=59))
    tap(device, "go")
    after(clock, timedelta(seconds=59))
    assert device.info()["locked"] is False
    after(clock, timedelta(seconds=1))
    assert device.info()["locked"] is True
    assert app.log == ["launched", "tap go go", "background auto_lock"]


def test_an_app_in_front_can_keep_the_screen_awake(made: Made) -> None:
    device, _, clock = made
    device.settings.set({"auto_lock": True, "auto_lock_seconds": 60})
    device.keep_awake(PACKAGE)
    after(clock, timedelta(hours=1))
    assert device.info()["locked"] is False
    device.background()
    after(clock, timedelta(seconds=60))
    assert device.info()["locked"] is True


def test_a_phone_that_shall_not_lock_by_itself_does_not(made: Made) -> None:
    device, _, clock = made
    after(clock, timedelta(days=1))
    assert not device.locked


def test_a_conversation_keeps_the_screen_awake(made: Made) -> None:
    device, _, clock = made
    device.settings.set({"auto_lock": True, "auto_lock_seconds": 60})
    device.incoming_call("13900001111")
    device.answer_call()
    after(clock, timedelta(minutes=10))
    assert device.info()["locked"] is False
    device.end_call()
    after(clock, timedelta(minutes=2))
    assert device.info()["locked"] is True


def test_a_side_key_that_wakes_the_assistant_brings_it_over_the_app(made: Made) -> None:
    device, app, _ = made
    device.press("assistant")
    assert device.tree().find("go") is None
    assert device.process(PACKAGE).state == "visible"
    tap(device, "assistant_close")
    assert device.tree().find("go") is not None
    assert device.process(PACKAGE).state == "foreground"
    assert app.log == ["launched"]


@pytest.mark.parametrize("switch", ["assistant_key", "voice_assistant"])
def test_a_side_key_that_is_switched_off_wakes_nobody(made: Made, switch: str) -> None:
    device, _, _ = made
    device.settings.set({switch: False})
    device.press("assistant")
    assert device.tree().find("go") is not None


@pytest.mark.parametrize("model", ["oppo-a55-5g", "huawei-mate-50", "iphone-13"])
def test_the_assistant_has_the_systems_name_and_leaves_with_home(tmp_path: Path, model: str) -> None:
    device, _, _ = phone(tmp_path, model)
    device.launch(PACKAGE)
    device.press("assistant")
    assert device.system.words.assistant.zh in texts(device)
    device.press("home")
    assert device.tree().id.endswith("launcher_screen")
