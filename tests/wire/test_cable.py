"""What a driver does beside the screen: files, clipboard, place, permissions, notifications, apps, for both systems."""

import base64
import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from simulators.phone.phone import Phone
from tests.phone.kit import PACKAGE, SmallApp
from tests.wire import real
from tests.wire.client import Wire, assert_error, assert_success

Made = tuple[Wire, Phone, SmallApp]
TEXT = base64.b64encode("四部和声".encode()).decode()


@pytest.fixture
def android(tmp_path: Path) -> Made:
    return real.begun(tmp_path, appPackage=PACKAGE)


@pytest.fixture
def iphone(tmp_path: Path) -> Made:
    return real.begun(tmp_path, real.IPHONE, bundleId=PACKAGE)


def done(wire: Wire, name: str, /, **arguments: object) -> object:
    return assert_success(wire.mobile(name, **arguments))


PATHS = [
    ("android", "/sdcard/Download/a.txt", "sdcard/Download/a.txt"),
    ("android", "/storage/emulated/0/./Download//a.txt", "sdcard/Download/a.txt"),
    ("android", "/data/local/tmp/a.txt", "data/local/tmp/a.txt"),
    ("android", f"@{PACKAGE}/files/a.txt", f"data/data/{PACKAGE}/files/a.txt"),
    ("iphone", "/Downloads/a.txt", "Downloads/a.txt"),
    ("iphone", f"@{PACKAGE}:documents/a.txt", f"Containers/{PACKAGE}/Documents/a.txt"),
    ("iphone", f"@{PACKAGE}/Library/a.txt", f"Containers/{PACKAGE}/Library/a.txt"),
]


@pytest.mark.parametrize(("system", "remote", "name"), PATHS)
def test_a_file_lies_on_the_phone_and_comes_back(
    request: pytest.FixtureRequest, system: str, remote: str, name: str
) -> None:
    wire, device, _ = request.getfixturevalue(system)
    free = device.storage.free
    done(wire, "pushFile", remotePath=remote, payload=TEXT)
    assert device.info()["storage"]["files"][name] == 12
    assert device.storage.free == free - 12
    assert done(wire, "pullFile", remotePath=remote) == TEXT
    folder = remote.rpartition("/")[0] + "/"
    archive = ZipFile(io.BytesIO(base64.b64decode(str(done(wire, "pullFolder", remotePath=folder)))))
    assert archive.read("a.txt").decode() == "四部和声"
    assert done(wire, "deleteFile", remotePath=remote) is True
    assert done(wire, "deleteFile", remotePath=remote) is False
    assert name not in device.storage.files


WRONG_PATHS = [
    ("pushFile", "/system/a.txt", "unknown error", "Permission denied"),
    ("pushFile", "/sdcard/a/", "invalid argument", "file and not of a folder"),
    ("pushFile", f"@{PACKAGE}/../../../sdcard/a", "invalid argument", "out of the container"),
    ("pushFile", "@com.example.none/a", "unknown error", "not installed"),
    ("pushFile", f"@{PACKAGE}", "invalid argument", "one slash"),
    ("pushFile", "/sdcard", "unknown error", "Permission denied"),
    ("pullFile", "/sdcard/none.txt", "unknown error", "No such file"),
    ("pullFile", "/sdcard/" + "n" * 300, "unknown error", "too long"),
    ("pullFolder", "/sdcard/none/", "unknown error", "No such file"),
    ("deleteFile", "/sdcard", "unknown error", "Is a directory"),
]


@pytest.mark.parametrize(("name", "remote", "code", "words"), WRONG_PATHS)
def test_a_path_that_cannot_be(android: Made, name: str, remote: str, code: str, words: str) -> None:
    wire, device, _ = android
    before = dict(device.storage.files)
    arguments = {"payload": TEXT} if name == "pushFile" else {}
    assert words in assert_error(wire.mobile(name, remotePath=remote, **arguments), code)
    assert dict(device.storage.files) == before


def test_no_file_overwrites_what_an_app_has_written_down(android: Made) -> None:
    wire, device, _ = android
    state = device.folder / f"{PACKAGE}.json"
    state.write_text("{}")
    done(wire, "pushFile", remotePath=f"/sdcard/DCIM/Camera/{PACKAGE}.json", payload=TEXT)
    done(wire, "pushFile", remotePath=f"/sdcard/{PACKAGE}.json", payload=TEXT)
    assert state.read_text() == "{}"


def test_what_an_app_has_photographed_lies_in_the_cameras_folder(android: Made, iphone: Made) -> None:
    for (wire, device, _), folder in ((android, "/sdcard/DCIM/Camera"), (iphone, "/DCIM/100APPLE")):
        device.storage.write("page-1.jpg", b"\xff\xd8photo")
        pulled = done(wire, "pullFile", remotePath=f"{folder}/page-1.jpg")
        assert base64.b64decode(str(pulled)) == b"\xff\xd8photo"
    android[1].storage.hold("growing.mp4", 10**6)
    busy = android[0].mobile("pullFile", remotePath="/sdcard/DCIM/Camera/growing.mp4")
    assert "being recorded" in assert_error(busy, "unknown error")


def test_a_full_phone_takes_no_file(android: Made) -> None:
    wire, device, _ = android
    device.storage.set_free(11)
    answer = wire.mobile("pushFile", remotePath="/sdcard/a.txt", payload=TEXT)
    assert "No space left on device" in assert_error(answer, "unknown error")
    java = list(TEXT.encode())
    device.storage.set_free(12)
    done(wire, "pushFile", remotePath="/sdcard/a.txt", payload=java)
    assert_error(wire.mobile("pushFile", remotePath="/sdcard/b", payload="no base64!"), "invalid argument")


def test_the_clipboard(android: Made, iphone: Made) -> None:
    for wire, device, _ in (android, iphone):
        done(wire, "setClipboard", content=TEXT, contentType="plaintext")
        assert device.clipboard.content.decode() == "四部和声"
        assert done(wire, "getClipboard") == TEXT
        assert_error(wire.mobile("setClipboard", content=TEXT, contentType="sound"), "invalid argument")
    assert_error(android[0].mobile("getClipboard", contentType="image"), "invalid argument")
    assert done(iphone[0], "getClipboard", contentType="image") == ""


def test_where_the_phone_is(android: Made, iphone: Made) -> None:
    wire = android[0]
    assert_error(wire.mobile("getGeolocation"), "unknown error")
    done(wire, "setGeolocation", latitude=30.31, longitude="120.34", altitude=8)
    assert done(wire, "getGeolocation") == {"latitude": 30.31, "longitude": 120.34, "altitude": 8}
    assert_error(wire.mobile("setGeolocation", latitude=91, longitude=0), "invalid argument")
    wire = iphone[0]
    assert done(wire, "getSimulatedLocation") == {"latitude": None, "longitude": None}
    where = {"latitude": 30.31, "longitude": 120.34}
    assert wire.ask("POST", "location", {"location": where}) == {**where, "altitude": 0}
    assert done(wire, "getSimulatedLocation") == where
    done(wire, "resetSimulatedLocation")
    assert_error(wire.send("GET", "location"), "unknown error")


def test_permissions_are_granted_taken_back_and_asked_for_again(android: Made, iphone: Made) -> None:
    wire, device, _ = android
    assert "android.permission.CAMERA" in str(done(wire, "getPermissions", type="granted"))
    done(wire, "changePermissions", permissions=["android.permission.CAMERA"], action="revoke")
    assert PACKAGE not in device.running
    assert not device.permissions.allows(PACKAGE, "camera")
    assert done(wire, "getPermissions", type="denied") == ["android.permission.CAMERA"]
    done(wire, "changePermissions", permissions="all", appPackage=PACKAGE)
    assert done(wire, "getPermissions", type="denied", appPackage=PACKAGE) == []
    assert_error(wire.mobile("changePermissions", permissions="FLYING"), "unknown error")
    wire, device, _ = iphone
    done(wire, "resetPermission", service="camera")
    assert not device.ask(PACKAGE, ["camera"])
    assert len(done(wire, "alert", action="getButtons")) == 2  # type: ignore[arg-type]
    done(wire, "alert", action="accept")
    assert device.permissions.allows(PACKAGE, "camera")
    assert_error(wire.mobile("resetPermission", service="kitchen"), "invalid argument")


def test_notifications_and_messages(android: Made) -> None:
    wire, device, _ = android
    device.notify(PACKAGE, "考试提醒", "请提前进入候考")
    done(wire, "sendSms", phoneNumber="10086", message="验证码 123456")
    notes = done(wire, "getNotifications")
    assert isinstance(notes, dict)
    newest = notes["statusBarNotifications"][0]["notification"]
    assert (newest["title"], newest["text"]) == ("10086", "验证码 123456")
    messages = done(wire, "listSms")
    assert isinstance(messages, dict)
    assert [one["body"] for one in messages["items"]] == ["验证码 123456"]
    done(wire, "openNotifications")
    assert wire.find("xpath", "//*[@text='考试提醒']")
    done(wire, "statusBar", command="collapse")
    assert not device.shade


def test_apps_come_and_go(android: Made, iphone: Made) -> None:
    for wire, device, _ in (android, iphone):
        named = {"appId": PACKAGE, "bundleId": PACKAGE}
        assert [done(wire, "removeApp", **named) for _ in range(2)] == [True, False]
        assert done(wire, "queryAppState", **named) == 0
        done(wire, "installApp", app=f"/builds/{PACKAGE}.ipa", appPath=f"/builds/{PACKAGE}.apk")
        assert PACKAGE in device.apps
        assert_error(wire.mobile("installApp", app="x.apk", appPath="x.apk"), "unknown error")
    done(android[0], "clearApp", appId=PACKAGE)
    assert not android[1].permissions.allows(PACKAGE, "camera")


def test_what_only_an_iphone_tells(iphone: Made) -> None:
    wire, device, _ = iphone
    device.launch(PACKAGE)
    assert done(wire, "activeAppInfo")["bundleId"] == PACKAGE  # type: ignore[index]
    info = done(wire, "deviceInfo")
    assert isinstance(info, dict)
    assert info["lockdownInfo"]["ProductVersion"] == device.model.platform_version
    assert done(wire, "deviceScreenInfo")["scale"] == 3  # type: ignore[index]
    assert done(wire, "batteryInfo") == {"level": 1.0, "state": 3, "advanced": {}}
    done(wire, "setAppearance", style="dark")
    assert done(wire, "getAppearance") == {"style": "dark"}
    done(wire, "siriCommand", text="Turn off dark mode")
    assert done(wire, "getAppearance") == {"style": "light"}
    device.settings.set({"voice_assistant": False})
    assert "Siri" in assert_error(wire.mobile("siriCommand", text="Turn on dark mode"), "unknown error")
    assert "XCUIElementTypeApplication" in str(done(wire, "source", format="xml"))
    assert done(wire, "source", format="json")["type"] == "Application"  # type: ignore[index]
    done(wire, "pressButton", name="home")
    assert device.foreground is None
    assert_error(wire.mobile("pressButton", name="back"), "invalid argument")


def test_the_network_is_as_fast_as_it_is_told(android: Made) -> None:
    wire, device, _ = android
    done(wire, "networkSpeed", speed="gsm")
    assert device.network.bytes_per_second == 1750
    assert "lte" in assert_error(wire.mobile("networkSpeed", speed="snail"), "invalid argument")
    assert wire.ask("POST", "appium/device/network_speed", {"netspeed": "lte"}) is None


def test_airplane_mode_gives_back_what_there_was(android: Made) -> None:
    wire, _, _ = android
    done(wire, "setConnectivity", wifi=False)
    for airplane in (True, False):
        done(wire, "setConnectivity", airplaneMode=airplane)
    assert done(wire, "getConnectivity") == {"wifi": False, "data": False, "airplaneMode": False}


def test_dark_mode_by_either_name(android: Made) -> None:
    wire, device, _ = android
    done(wire, "setUiMode", mode="night", value="yes")
    assert device.settings["dark_mode"] is True
    assert done(wire, "getUiMode", mode="night") == "yes"
    assert_error(wire.mobile("setUiMode", mode="night", value="maybe"), "invalid argument")
    assert_error(wire.mobile("getUiMode", mode="car"), "invalid argument")


def test_the_endpoint_tells_what_it_has(android: Made, iphone: Made) -> None:
    for wire, name, other in (
        (android[0], "mobile: shell", "mobile: alert"),
        (iphone[0], "mobile: alert", "mobile: shell"),
    ):
        extensions = wire.ask("GET", "appium/extensions")["rest"]["driver"]
        assert name in extensions
        assert other not in extensions
        commands = wire.ask("GET", "appium/commands")["rest"]["base"]
        assert commands["/session/:sessionId/element"]["POST"]["command"]
    shell = android[0].ask("GET", "appium/extensions")["rest"]["driver"]["mobile: shell"]
    needed = {one["name"]: one["required"] for one in shell["params"]}
    assert needed["command"] is True
    assert needed["args"] is False


def test_charger_and_charge(android: Made) -> None:
    wire, device, _ = android
    done(wire, "powerCapacity", percent=15)
    done(wire, "powerAC", state="off")
    assert (device.battery.level, device.battery.charging) == (15, False)
    assert_error(wire.mobile("powerCapacity", percent=101), "invalid argument")
    assert_error(wire.mobile("powerAC", state="maybe"), "invalid argument")


OLD = [
    ("POST", "appium/device/lock", {}, None),
    ("POST", "appium/device/is_locked", {}, True),
    ("POST", "appium/device/unlock", {}, None),
    ("POST", "appium/device/app_state", {"appId": PACKAGE, "bundleId": PACKAGE}, 4),
    ("POST", "appium/device/push_file", {"path": "/sdcard/o.txt", "data": TEXT}, None),
    ("POST", "appium/device/pull_file", {"path": "/sdcard/o.txt"}, TEXT),
    ("POST", "appium/device/set_clipboard", {"content": TEXT, "contentType": "plaintext"}, None),
    ("POST", "appium/device/get_clipboard", {"contentType": "plaintext"}, TEXT),
    ("GET", "appium/device/system_time", None, "2023-01-12T12:00:00+08:00"),
    ("POST", "appium/device/system_time", {"format": "HH:mm"}, "12:00"),
    ("GET", "network_connection", None, 2),
    ("POST", "appium/device/toggle_wifi", {}, None),
    ("GET", "network_connection", None, 0),
    ("POST", "network_connection", {"parameters": {"type": 4}}, 4),
    ("POST", "appium/device/toggle_airplane_mode", {}, None),
    ("GET", "network_connection", None, 1),
    ("GET", "appium/device/current_package", None, PACKAGE),
    ("GET", "appium/device/current_activity", None, ".Main"),
    ("POST", "appium/device/keyevent", {"keycode": "3"}, None),
    ("POST", "appium/device/activate_app", {"appId": PACKAGE}, None),
    ("GET", "ime/activated", None, True),
    ("GET", "window", None, "1"),
    ("GET", "window/handles", None, ["1"]),
    ("POST", "window", {"handle": "1"}, None),
    ("GET", "window/current/size", None, {"width": 720, "height": 1600}),
    ("GET", "rotation", None, {"x": 0, "y": 0, "z": 0}),
    ("POST", "timeouts/implicit_wait", {"ms": 5}, None),
]


def test_addresses_of_the_time_before(android: Made) -> None:
    for method, path, body, expected in OLD:
        assert android[0].ask(method, path, body) == expected, path


@pytest.mark.parametrize(
    "path", ["toggle_wifi", "press_keycode", "gsm_call", "open_notifications", "system_bars"]
)
def test_an_old_address_of_android_is_unknown_on_an_iphone(iphone: Made, path: str) -> None:
    method = "GET" if path == "system_bars" else "POST"
    body = {"keycode": 3, "phoneNumber": "1", "action": "call"}
    assert_error(iphone[0].send(method, f"appium/device/{path}", body), "unknown command")
