"""The shell: how a line is read, and what the phone answers."""

from datetime import time
from pathlib import Path

import pytest

from simulators.phone import others
from simulators.phone.alarms import Alarm
from simulators.phone.phone import Phone
from simulators.wire.webdriver.mobile.shell.reading import ShellSyntax, read
from simulators.wire.webdriver.mobile.shell.table import COMMANDS
from tests.phone.kit import PACKAGE, SmallApp
from tests.wire import real
from tests.wire.client import Wire, assert_error, assert_success

Made = tuple[Wire, Phone, SmallApp]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return real.begun(tmp_path)


def out(wire: Wire, line: str) -> str:
    return str(assert_success(wire.mobile("shell", command=line)))


VARIABLES = {"A": "x y", "?": "0"}
WORDS = [
    ("echo a  b", ["echo", "a", "b"]),
    ("echo 'a  b'", ["echo", "a  b"]),
    ('echo "a \\" $A"', ["echo", 'a " x y']),
    ("echo '$A' $A$B", ["echo", "$A", "x y"]),
    ("echo a\\ b\\;c", ["echo", "a b;c"]),
    ("echo ${A}z $?", ["echo", "x yz", "0"]),
    ("echo a#b # rest", ["echo", "a#b"]),
    ("echo 'it'\"s\"", ["echo", "its"]),
    ("echo 考试", ["echo", "考试"]),
]


@pytest.mark.parametrize(("line", "expected"), WORDS)
def test_words_and_their_quotes(line: str, expected: list[str]) -> None:
    ((command,),) = [step.commands for step in read(line)]
    assert [word.value(VARIABLES) for word in command.words] == expected


STEPS = [
    ("a; b && c || d", [(";", 1), (";", 1), ("&&", 1), ("||", 1)]),
    ("a | b | c;", [(";", 3)]),
    ("a\nb &", [(";", 1), (";", 1)]),
    (" ; ;", []),
    ("a>/dev/null 2>&1", [(";", 1)]),
]


@pytest.mark.parametrize(("line", "expected"), STEPS)
def test_steps_and_pipelines(line: str, expected: list[tuple[str, int]]) -> None:
    assert [(step.joint, len(step.commands)) for step in read(line)] == expected


@pytest.mark.parametrize(
    "line", ["'open", '"open', "a |", "| a", "&& a", "a && && b", "a >", "(a)", "a > | b"]
)
def test_a_line_that_cannot_be_read(line: str) -> None:
    with pytest.raises(ShellSyntax):
        read(line)


LINES = [
    ("false || echo no; true && echo yes", "no\nyes\n"),
    ("false; echo $?; true; echo $?", "1\n0\n"),
    ("export A=5; B='b b'; echo $A $B", "5 b b\n"),
    ("printf 'b\\na\\n' | sort | head -n 1", "a\n"),
    ("echo one two | grep -c two", "1\n"),
    ("printf 'a:1\\nb:2\\n' | cut -d : -f 2 | wc -l", "2\n"),
    ("nothing 2>/dev/null; echo $?", "127\n"),
    ("nothing 2>&1 | grep -o 'not found'", "not found\n"),
    ("echo secret > /sdcard/a.txt && cat /sdcard/a.txt", "secret\n"),
    ("echo 1 >/sdcard/n; echo 2 >>/storage/emulated/0/n; cat </sdcard/n", "1\n2\n"),
    ("touch /sdcard/x; [ -e '/sdcard/x' ] && echo __PASS__", "__PASS__\n"),
    ("[ -e /sdcard/none ] || echo none", "none\n"),
    ("mkdir -p /sdcard/Music; echo $?", "0\n"),
    ("sleep 5; whoami", "shell\n"),
    ("wm size", "Physical size: 720x1600\n"),
    ("settings put global wifi_on 0; settings get global wifi_on", "0\n"),
    ("settings put secure mine 7; settings get secure mine; settings delete secure mine", "7\nDeleted 1 rows\n"),
    ("settings put system font_scale 1.3; settings list system | head -n 1", "font_scale=1.3\n"),
    ("svc wifi disable; svc data enable; settings get global mobile_data", "1\n"),
    ("cmd connectivity airplane-mode enable; cmd connectivity airplane-mode", "enabled\n"),
    ("cmd uimode night yes", "Night mode: yes\n"),
    ("dumpsys battery set level 15; dumpsys battery unplug; dumpsys battery | grep -E 'level|AC'", "  AC powered: false\n  level: 15\n"),
    (f"pm list packages -f {PACKAGE}", f"package:/data/app/{PACKAGE}-1/base.apk={PACKAGE}\n"),
    (f"cmd package resolve-activity --brief {PACKAGE} | tail -n 1", f"{PACKAGE}/{PACKAGE}.Main\n"),
    (f"monkey -p {PACKAGE} -c android.intent.category.LAUNCHER 1", "Events injected: 1\n"),
    (f"am start -n {PACKAGE}/.Main; dumpsys window | grep -c mCurrentFocus.*{PACKAGE}", f"Starting: Intent {{ cmp={PACKAGE}/.Main }}\n1\n"),
    ("settings put global mode_ringer 0; settings get global mode_ringer", "0\n"),
    ("settings put global mode_ringer 1; dumpsys audio | grep internal", "- mode (internal) = VIBRATE\n"),
    ("settings get global power_button_long_press; settings get system eyes_protection_mode", "5\nnull\n"),
    ("settings put secure night_display_activated 1; settings get secure night_display_activated", "1\n"),
    ("settings get system screen_off_timeout; settings get system system_locales", "2147483647\nzh-Hans-CN\n"),
    ("settings put system screen_off_timeout 30000; settings get system screen_off_timeout", "30000\n"),
    ("settings put system system_locales zh-Hant-TW; settings get system system_locales", "zh-Hant-TW\n"),
    ("dumpsys audio | grep -c streamVolume:8", "1\n"),
    ("dumpsys media_projection | tail -n 1", "null\n"),
    ("dumpsys alarm | tail -n 1", "  Next alarm clock information: \n"),
    (f"am start -n {PACKAGE}/.Main; dumpsys activity recents | grep -c {PACKAGE}", f"Starting: Intent {{ cmp={PACKAGE}/.Main }}\n1\n"),
    ("getprop gsm.network.type; getprop gsm.sim.state", "NR\nLOADED\n"),
    ("dumpsys wifi | grep -o 'RSSI: .*'", "RSSI: -50\n"),
    ("dumpsys telephony.registry | grep mCallForwarding", "  mCallForwarding=false\n"),
    ("ime list", "com.android.inputmethod.latin/.LatinIME\n"),
    ("logcat -c; logcat -d", "--------- beginning of main\n"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_what_a_line_prints(made: Made, line: str, expected: str) -> None:
    assert out(made[0], line) == expected


def test_an_unknown_command_ends_with_127_as_appium_tells_it(made: Made) -> None:
    message = assert_error(made[0].mobile("shell", command="frobnicate", args=["--now"]), "unknown error")
    assert "Cannot execute the 'frobnicate' shell command" in message
    assert "exited with code 127" in message
    assert "frobnicate: inaccessible or not found" in message


FAILING = [
    ("am start -n com.example.none/.Main", "Activity class {com.example.none/.Main} does not exist"),
    (f"am start -n {PACKAGE}/.Other", "does not exist"),
    ("am start -a android.intent.action.VIEW -d https://example.com/", "unable to resolve Intent"),
    ("am startservice com.example/.S", "no service started"),
    ("pm path com.example.none", "code 1"),
    ("pm uninstall com.example.none", "DELETE_FAILED"),
    ("cat /sdcard/none", "No such file or directory"),
    ("rm -rf /", "Permission denied"),
    ("echo x > /system/x", "Permission denied"),
    ("ls /none", "No such file or directory"),
    ("grep '(' x", "bad regex"),
    ("echo `id`", "runs no commands inside of words"),
    ("logcat", "not followed"),
    ("kill 1", "Operation not permitted"),
    ("svc wifi maybe", "enable"),
    ("settings get nowhere x", "namespace"),
    ("input swipe 1 2", "wrong arguments"),
]


@pytest.mark.parametrize(("line", "words"), FAILING)
def test_a_line_that_fails_says_why(made: Made, line: str, words: str) -> None:
    assert words in assert_error(made[0].mobile("shell", command=line), "unknown error")


def test_harmony_is_known_by_its_own_properties(tmp_path: Path) -> None:
    wire, device, _ = real.begun(tmp_path, real.HARMONY)
    assert out(wire, "getprop hw_sc.build.platform.version") == f"{device.model.os_version}\n"
    assert out(wire, "getprop ro.build.version.release") == f"{device.model.platform_version}\n"
    android, _, _ = real.begun(tmp_path / "other")
    assert out(android, "getprop hw_sc.build.platform.version") == "\n"


def test_dumps_tell_the_state_of_the_phone(made: Made) -> None:
    wire, device, _ = made
    device.launch(PACKAGE)
    assert f"u0 {PACKAGE}/{PACKAGE}.Main}}" in out(wire, "dumpsys window displays")
    assert f":{PACKAGE}/u0a" in out(wire, "dumpsys activity processes")
    assert "versionName=1\n" in out(wire, f"dumpsys package {PACKAGE}")
    device.lock()
    assert "mShowingLockscreen=true" in out(wire, "dumpsys window")
    device.unlock()
    device.incoming_call("13900001111")
    assert "mCallState=1\n  mCallIncomingNumber=13900001111" in out(wire, "dumpsys telephony.registry")
    assert (
        "Can't find service"
        in wire.mobile("shell", command="dumpsys none", includeStderr=True).payload["value"]["stderr"]
    )


def test_fingers_keys_and_pictures(made: Made) -> None:
    wire, device, app = made
    device.launch(PACKAGE)
    field = device.tree().find("name")
    assert field is not None
    x, y = field.bounds.x + 5, field.bounds.y + 5
    out(wire, f"input tap {x} {y}; input text a%sb; input keyevent KEYCODE_DEL 67 29")
    assert app.state["name"] == "aa"
    out(wire, "input swipe 300 1500 300 200 100")
    out(wire, "screencap -p /sdcard/s.png")
    assert device.storage.files["sdcard/s.png"] > 1000
    out(wire, "input keyevent HOME")
    assert device.foreground is None
    out(wire, "cmd statusbar expand-notifications")
    assert device.shade
    out(wire, "cmd statusbar collapse")
    assert not device.shade


def test_permissions_through_pm(made: Made) -> None:
    wire, device, _ = made
    out(wire, f"pm revoke {PACKAGE} android.permission.CAMERA")
    assert not device.permissions.allows(PACKAGE, "camera")
    assert "android.permission.CAMERA: granted=false" in out(wire, f"dumpsys package {PACKAGE}")
    out(wire, f"pm grant {PACKAGE} android.permission.CAMERA ;")
    assert device.permissions.allows(PACKAGE, "camera")
    assert_error(wire.mobile("shell", command=f"pm grant {PACKAGE} android.permission.NONE"), "unknown error")


def test_room_on_the_phone(made: Made) -> None:
    wire, device, _ = made
    device.storage.set_free(2 * 1024**3)
    assert "2.0G" in out(wire, "df -h /data")
    assert str(2 * 1024**2) in out(wire, "df /data")
    device.storage.set_free(3)
    message = assert_error(wire.mobile("shell", command="echo 12345 > /sdcard/full"), "unknown error")
    assert "needs 6 bytes more, 3 are free" in message


def test_an_app_is_cleared_and_taken_away(made: Made) -> None:
    wire, device, _ = made
    device.launch(PACKAGE)
    assert out(wire, f"pm clear {PACKAGE}") == "Success\n"
    assert PACKAGE not in device.running
    assert out(wire, f"pm uninstall {PACKAGE}") == "Success\n"
    assert PACKAGE not in device.apps


def test_every_command_is_found_by_which(made: Made) -> None:
    for name in COMMANDS:
        assert out(made[0], f"which '{name}'") == f"/system/bin/{name}\n"


def test_what_disturbs_is_reported_by_its_service(made: Made) -> None:
    wire, device, _ = made
    device.settings.set({"screen_recording": True, "sim": False})
    device.alarms.set([Alarm(time(7, 30)), Alarm(time(13, 5))])
    assert "TYPE_SCREEN_CAPTURE" in out(wire, "dumpsys media_projection")
    assert out(wire, "dumpsys alarm | grep user:0").endswith("= 2023-01-12 13:05:00\n")
    assert out(wire, "getprop gsm.sim.state; getprop gsm.network.type") == "ABSENT\nUnknown\n"


def test_an_app_that_plays_has_a_session_that_says_so(made: Made) -> None:
    wire, device, _ = made
    device.shelf.update(others.shelf("apk"))
    music = "com.netease.cloudmusic"
    device.get(music)
    device.launch(music)
    assert "state=2," in out(wire, "dumpsys media_session")
    device.apps[music].tap("play", "play")
    assert "state=3," in out(wire, "dumpsys media_session")
    device.terminate(music)
    assert music not in out(wire, "dumpsys media_session")


def test_harmonyos_has_eye_comfort_under_its_own_name(tmp_path: Path) -> None:
    wire, device, _ = real.begun(tmp_path, "huawei-mate-50")
    device.settings.set({"night_display": True})
    asked = "settings get secure night_display_activated; settings get system eyes_protection_mode"
    assert out(wire, f"{asked}; settings get global power_button_long_press") == "null\n1\nnull\n"
