"""The `mobile:` commands, and the shell."""

import pytest

from simulators.wire.webdriver.mobile import MOBILE
from tests.wire.client import Wire, assert_error, assert_success
from tests.wire.small_phone import PACKAGE, SmallPhone


def done(wire: Wire, name: str, **arguments: object) -> object:
    return assert_success(wire.mobile(name, **arguments))


def test_an_unknown_command_is_answered_with_those_that_there_are(wire: Wire) -> None:
    message = assert_error(wire.mobile("frobnicate"), "unknown command")
    assert all(name in message for name in MOBILE["UiAutomator2"])
    assert_error(
        wire.send("POST", "execute/sync", {"script": "return 1", "args": []}), "unsupported operation"
    )


def test_an_app_goes_through_its_states(wire: Wire, phone: SmallPhone) -> None:
    def state(package: str = PACKAGE) -> object:
        return done(wire, "queryAppState", appId=package, bundleId=package)

    assert [state(), state("com.example.none")] == [4, 0]
    done(wire, "backgroundApp", seconds=-1)
    assert state() == 3
    done(wire, "activateApp", appId=PACKAGE)
    done(wire, "backgroundApp", seconds=5)
    assert state() == 4
    assert [done(wire, "terminateApp", appId=PACKAGE) for _ in range(2)] == [True, False]
    assert state() == 1
    assert done(wire, "getCurrentPackage") != PACKAGE
    done(wire, "startActivity", intent=f"{PACKAGE}/.MainActivity")
    assert done(wire, "getCurrentActivity") == ".MainActivity"
    assert done(wire, "getCurrentPackage") == PACKAGE


def test_what_is_installed(wire: Wire) -> None:
    assert done(wire, "isAppInstalled", appId=PACKAGE) is True
    assert done(wire, "isAppInstalled", bundleId="com.example.none") is False
    assert done(wire, "listApps") == {PACKAGE: {}}
    assert PACKAGE in assert_error(wire.mobile("activateApp", appId="com.example.none"), "unknown error")
    assert_error(wire.mobile("activateApp"), "invalid argument")


FORMATS = [
    ({}, "2023-01-12T09:45:00+08:00"),
    ({"format": "YYYY/MM/DD HH:mm:ss.SSS ZZ"}, "2023/01/12 09:45:00.250 +0800"),
    ({"format": "[at] hh:mm A"}, "at 09:45 AM"),
]


@pytest.mark.parametrize(("arguments", "expected"), FORMATS)
def test_the_phones_own_clock(wire: Wire, arguments: dict[str, object], expected: str) -> None:
    assert done(wire, "getDeviceTime", **arguments) == expected


@pytest.mark.parametrize(("level", "charging", "state"), [(80, False, 3), (80, True, 2), (100, True, 5)])
def test_the_battery(wire: Wire, phone: SmallPhone, level: float, charging: bool, state: int) -> None:
    phone.battery.level, phone.battery.charging = level, charging
    assert done(wire, "batteryInfo") == {"level": level / 100, "state": state}
    assert f"level: {level}" in str(done(wire, "shell", command="dumpsys battery"))


def test_the_lock(wire: Wire) -> None:
    done(wire, "lock")
    assert done(wire, "isLocked") is True
    done(wire, "unlock")
    assert done(wire, "isLocked") is False
    done(wire, "lock", seconds=5)
    assert done(wire, "isLocked") is False


CONNECTIVITY = [
    ({"wifi": False}, (False, False, False)),
    ({"wifi": False, "data": True}, (False, True, False)),
    ({"data": True}, (True, False, False)),
    ({"airplaneMode": True}, (False, False, True)),
    ({"airplaneMode": True, "wifi": True}, (True, False, True)),
    ({"airplaneMode": False}, (True, False, False)),
]


@pytest.mark.parametrize(("asked", "expected"), CONNECTIVITY)
def test_connectivity(
    wire: Wire, phone: SmallPhone, asked: dict[str, object], expected: tuple[bool, bool, bool]
) -> None:
    done(wire, "setConnectivity", **asked)
    now = done(wire, "getConnectivity")
    assert now == dict(zip(("wifi", "data", "airplaneMode"), expected, strict=True))
    done(wire, "setConnectivity", airplaneMode=False, wifi=True)
    assert (phone.network.up, phone.network.kind) == (True, "wifi")


def test_connectivity_must_name_something(wire: Wire) -> None:
    assert_error(wire.mobile("setConnectivity"), "invalid argument")
    assert_error(wire.mobile("setConnectivity", wifi="on"), "invalid argument")


def test_a_call_comes_in(wire: Wire, phone: SmallPhone) -> None:
    for action in ("call", "accept", "cancel"):
        done(wire, "gsmCall", phoneNumber="13800000000", action=action)
    assert phone.log == [("call", "13800000000"), ("answer",), ("hang up",)]
    assert_error(wire.mobile("gsmCall", phoneNumber="1", action="shout"), "invalid argument")


def test_the_keyboard(wire: Wire, phone: SmallPhone) -> None:
    assert done(wire, "isKeyboardShown") is False
    wire.click(wire.find("id", "account"))
    assert done(wire, "isKeyboardShown") is True
    done(wire, "type", text="ab")
    for keycode in (8, 31, 62, 67):
        done(wire, "pressKey", keycode=keycode)
    assert phone.typed["account"] == "ab1c"
    assert [done(wire, "hideKeyboard"), done(wire, "isKeyboardShown")] == [True, False]
    wire.click(wire.find("id", "account"))
    done(wire, "pressKey", keycode=66)
    assert done(wire, "isKeyboardShown") is False


def test_the_buttons_of_the_phone(wire: Wire, phone: SmallPhone) -> None:
    for keycode in (3, 4, 26):
        done(wire, "pressKey", keycode=keycode)
    wire.ask("POST", "appium/device/press_keycode", {"keycode": 4})
    assert phone.log == [("press", name) for name in ("home", "back", "power", "back")]


def test_gestures(wire: Wire, phone: SmallPhone) -> None:
    agree = wire.find("id", "agree")
    done(wire, "clickGesture", elementId=agree)
    done(wire, "clickGesture", x=540, y=550)
    done(wire, "doubleClickGesture", elementId=agree, x=1, y=1)
    assert phone.log == [("tap", "agree")] * 4
    assert done(wire, "scrollGesture", elementId=agree, direction="down", percent=1) is False
    done(wire, "scroll", strategy="id", selector="login")
    assert_error(wire.mobile("scroll", strategy="id", selector="none"), "no such element")


SHELL = [
    ("getprop ro.build.version.release", [], "14\n"),
    ("getprop", ["ro.product.model"], "Small\n"),
    ("getprop nothing", [], "\n"),
    ("date +%Y-%m-%dT%T%z", [], "2023-01-12T09:45:00+0800\n"),
    ("date +%s", [], "1673487900\n"),
    ("pm list packages", [], f"package:{PACKAGE}\n"),
    ("settings", ["get", "global", "wifi_on"], "1\n"),
    ("settings get global nothing", [], "null\n"),
    ("echo 'a  b'", ["c"], "a  b c\n"),
    ("input tap 540 550", [], ""),
    ("input keyevent 4", [], ""),
    ("input text a%sb", [], ""),
    (f"am force-stop {PACKAGE}", [], ""),
]


@pytest.mark.parametrize(("command", "args", "expected"), SHELL)
def test_a_shell_command(wire: Wire, command: str, args: list[str], expected: str) -> None:
    assert done(wire, "shell", command=command, args=args) == expected
    assert done(wire, "shell", command=command, args=args, includeStderr=True) == {
        "stdout": expected,
        "stderr": "",
    }


def test_all_properties_in_brackets(wire: Wire) -> None:
    assert "[ro.product.manufacturer]: [Examgate]\n" in str(done(wire, "shell", command="getprop"))


WRONG_SHELL = [
    ("rm -rf /", "unknown error"),
    ("", "unknown error"),
    ("input tap one two", "unknown error"),
    ("input tap", "unknown error"),
    ("date 010203", "unknown error"),
    ("echo 'open", "invalid argument"),
    ("input keyevent 9999", "invalid argument"),
]


@pytest.mark.parametrize(("command", "code"), WRONG_SHELL)
def test_a_shell_command_that_fails(wire: Wire, command: str, code: str) -> None:
    assert_error(wire.mobile("shell", command=command), code)
