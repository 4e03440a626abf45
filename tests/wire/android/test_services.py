"""What the system's smaller services and Appium's own app on the phone say through a shell."""

import base64
import json
from contextlib import suppress

import pytest

from tests.wire.android.conftest import Plugged
from tests.wire.android.host import Gone, Host

HELPER = "io.appium.settings"
START = f"am start -n {HELPER}/.Settings -a android.intent.action.MAIN -c android.intent.category.LAUNCHER"
LINES = [
    ("dumpsys deviceidle whitelist +a.b ; dumpsys deviceidle whitelist ;", "Added: a.b\nuser,a.b,10240\n"),
    ("cmd deviceidle whitelist +a; cmd deviceidle whitelist -a; cmd deviceidle whitelist", "Added: a\nRemoved: a\n"),
    ("cmd location is-location-enabled", "true\n"),
    ("cmd location set-location-enabled false; cmd location is-location-enabled", "false\n"),
    ("settings get secure location_mode", "null\n"),
    ("appops set a.b android:mock_location allow; appops get a.b", "MOCK_LOCATION: allow\n"),
    ("appops get none", "No operations.\n"),
    ("cmd notification allow_listener a/.B", ""),
    ("locksettings get-disabled", "false\n"),
    ("service check battery", "Service battery: found\n"),
    ("service check nothing", "Service nothing: not found\n"),
    ("svc wifi disable; settings get global wifi_on", "0\n"),
    ("cat /proc/net/unix", "Num       RefCount Protocol Flags    Type St Inode Path\n"),
    ("settings get secure default_input_method", "com.android.inputmethod.latin/.LatinIME\n"),
    (f"ime set {HELPER}/.AppiumIME", f"Input method {HELPER}/.AppiumIME selected for user #0\n"),
    (f"ime set {HELPER}/.AppiumIME > /dev/null; settings get secure default_input_method", f"{HELPER}/.AppiumIME\n"),
    ("ime reset | tail -1", "  Newly selected IME: com.android.inputmethod.latin/.LatinIME\n"),
    ("am send-trim-memory a RUNNING_LOW", ""),
    ("ps -o PID,NAME | head -2", "PID NAME\n1 init\n"),
    ("ps --help | grep -c -e '^-A'", "1\n"),
    ("pgrep zygote", "600\n"),
    ("date +%Y-%m-%dT%T%z", "2023-01-12T12:00:00+0800\n"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "told"), LINES)
def test_lines(host: Host, line: str, told: str) -> None:
    assert host.shell(line)[:2] == (told, "")


REFUSED = [
    "ime set a/.B", "cmd location set-location-enabled", "dumpsys deviceidle whitelist a", "kill 1", "kill 99999", "am start -n no.such/.A",
    "am startservice -n no.such/.A", "service call", "appops", "uiautomator", "cmd nothing",
]  # fmt: skip


@pytest.mark.parametrize("line", REFUSED)
def test_refusals(host: Host, line: str) -> None:
    assert host.shell(line)[2] != 0


def test_the_network_in_use(plugged: Plugged, host: Host) -> None:
    assert "Transports: WIFI" in host.shell("dumpsys connectivity")[0]
    plugged.phone.network.kind = "mobile"
    assert "Transports: CELLULAR" in host.shell("dumpsys connectivity")[0]
    plugged.phone.network.up = False
    assert "Active default network: none" in host.shell("dumpsys connectivity")[0]


def broadcast(host: Host, action: str, *words: str) -> str:
    out = host.shell(f"am broadcast -a {HELPER}.{action} {' '.join(words)}")[0]
    assert "result=-1" in out
    return out.partition('data="')[2].rstrip('"\n')


def test_appium_s_app_tells_what_a_shell_cannot(plugged: Plugged, host: Host) -> None:
    assert "result=0" in host.shell(f"am broadcast -a {HELPER}.location")[0]
    assert "isForeground=true" not in host.shell(f"dumpsys activity services {HELPER}")[0]
    assert host.shell(START)[2] == 0
    assert "isForeground=true" in host.shell(f"dumpsys activity services {HELPER}")[0]
    assert (
        "isForeground" not in host.shell(f"dumpsys activity services {HELPER}/.recorder.RecorderService")[0]
    )
    plugged.phone.clipboard.copy("考试".encode(), "plaintext")
    assert base64.b64decode(broadcast(host, "clipboard.get")).decode() == "考试"
    plugged.phone.receive_message("10086", "一")
    plugged.phone.receive_message("10086", "二")
    assert [one["body"] for one in json.loads(broadcast(host, "sms.read", "--es max 1"))["items"]] == ["二"]
    listed = json.loads(broadcast(host, "notifications"))["statusBarNotifications"]
    assert listed[0]["notification"]["text"] == "二"
    assert (
        host.shell(
            f"am start-foreground-service -e longitude 121.5 -e latitude 31.2 {HELPER}/.LocationService"
        )[2]
        == 0
    )
    assert broadcast(host, "location") == "31.2 121.5 0"
    assert host.shell(f"am force-stop {HELPER}; pidof {HELPER}")[2] == 1


def test_its_keyboard_writes_every_letter(plugged: Plugged, host: Host) -> None:
    plugged.phone.launch(plugged.app.package)
    field = plugged.phone.tree().find("name")
    assert field is not None
    host.shell(f"input tap {field.bounds.x + 5} {field.bounds.y + 5}")
    host.shell(f"ime set {HELPER}/.UnicodeIME; input text '&gAOL1Q-%sa&-b'")
    assert plugged.app.state["name"] == "考试 a&b"


def test_the_tree_of_the_screen(plugged: Plugged, host: Host) -> None:
    plugged.phone.launch(plugged.app.package)
    assert host.shell("uiautomator dump")[0] == "UI hierchary dumped to: /sdcard/window_dump.xml\n"
    assert "<node " in host.shell("cat /sdcard/window_dump.xml")[0]
    assert 'text="开始"' in host.shell("uiautomator dump /dev/tty")[0]


def test_files_of_any_bytes(plugged: Plugged, host: Host) -> None:
    content = bytes(range(256))
    plugged.phone.storage.write("sdcard/a", content)
    assert host.open("exec:cat /sdcard/a | cat > /sdcard/b; cat /sdcard/b").all() == content


def test_a_reboot(plugged: Plugged, host: Host) -> None:
    host.send(b"OPEN", 50, 0, b"reboot:\0")
    with suppress(Gone):
        while host.receive():
            pass
    assert plugged.phone.boots == 2
    with Host(plugged.serial) as again:
        assert again.shell("echo back")[0] == "back\n"


FILES = [
    ("mkdir /sdcard/new; [ -d /sdcard/new ] && ls /sdcard", "DCIM\nnew\n"),
    ("mkdir -p /sdcard/a/b/c; find /sdcard/a -type d; ls /sdcard/a", "b\n"),
    ("mkdir /sdcard/new; rmdir /sdcard/new; ls /sdcard", "DCIM\n"),
    ("mkdir -p /sdcard/a/b; rm -r /sdcard/a; ls /sdcard", "DCIM\n"),
    ("mkdir /sdcard/a; touch /sdcard/a/x.txt; rm -rf /sdcard/a; [ -e /sdcard/a ] || echo gone", "gone\n"),
    ("echo hi > /sdcard/d/x.txt; find /sdcard -name '*.txt'", "/sdcard/d/x.txt\n"),
    (
        "echo hi > /sdcard/x; stat -c '%n %s %F' /sdcard/x; du /sdcard/x",
        "/sdcard/x 3 regular file\n1\t/sdcard/x\n",
    ),
    ("echo hi > /sdcard/x; md5sum /sdcard/x", "764efa883dda1e11db47671c4a3bbd9e  /sdcard/x\n"),
    ("echo 'echo a' > /sdcard/x; sh /sdcard/x; echo 'echo b' | sh", "a\nb\n"),
    ("A=1; sh -c 'echo $A'; sh -c false || echo no", "1\nno\n"),
    ("top -n 1 | head -1", "Tasks: 4 total\n"),
    ("pm list permissions | tail -1", "permission:android.permission.MODIFY_AUDIO_SETTINGS\n"),
]


@pytest.mark.parametrize(("line", "told"), FILES)
def test_files_and_folders(host: Host, line: str, told: str) -> None:
    assert host.shell(line)[0] == told


def test_the_keys_of_a_call(plugged: Plugged, host: Host) -> None:
    plugged.phone.incoming_call("10010")
    assert "mCallState=1" in host.shell("dumpsys telephony.registry")[0]
    host.shell("input keyevent CALL; input keyevent CALL")
    assert "mCallState=2" in host.shell("dumpsys telephony.registry")[0]
    host.shell("input keyevent ENDCALL")
    assert "mCallState=0" in host.shell("dumpsys telephony.registry")[0]
