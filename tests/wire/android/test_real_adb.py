"""Android's own adb, on a server of its own: what a person types at a phone."""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulators.core.turns import Turns
from simulators.wire.android.emulator import Emulators
from tests.phone.kit import phone
from tests.wire import real
from tests.wire.android import apks
from tests.wire.android.conftest import FIRST, Plugged

pytestmark = pytest.mark.needs_adb
PATIENCE_S = 30
Typed = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[list[str]]:
    """The words before every command; the server ends with the test, and looks for nobody else's emulators."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        command = ["adb", "-P", str(listening.getsockname()[1])]
        running = subprocess.Popen(
            ["adb", "-L", f"acceptfd:{listening.fileno()}", "nodaemon", "server"],
            env={**os.environ, "HOME": str(tmp_path), "ADB_LOCAL_TRANSPORT_MAX_PORT": "5553"},
            pass_fds=[listening.fileno()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield command
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(PATIENCE_S)


@pytest.fixture
def adb(server: list[str], plugged: Plugged) -> Typed:
    """Type a command at the phone."""

    def typed(*words: str, feed: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        command = [*server, "-s", plugged.serial, *words]
        return subprocess.run(command, input=feed, capture_output=True, timeout=PATIENCE_S, check=False)

    connected = subprocess.run(
        [*server, "connect", plugged.serial], capture_output=True, timeout=PATIENCE_S, check=True
    )
    assert connected.stdout.decode().strip() == f"connected to {plugged.serial}"
    return typed


def test_it_is_a_device(server: list[str], adb: Typed, plugged: Plugged) -> None:
    listed = subprocess.run([*server, "devices"], capture_output=True, timeout=PATIENCE_S, check=True)
    assert f"{plugged.serial}\tdevice" in listed.stdout.decode()
    assert adb("get-state").stdout == b"device\n"


def test_a_shell_has_two_streams_and_an_exit_code(adb: Typed, plugged: Plugged) -> None:
    assert adb("shell", "getprop", "ro.product.model").stdout.decode().strip() == plugged.phone.model.code
    done = adb("shell", "echo out; nosuch")
    assert (done.stdout, done.returncode) == (b"out\n", 127)
    assert done.stderr == b"/system/bin/sh: nosuch: inaccessible or not found\n"


def test_files_go_both_ways(adb: Typed, tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000
    (tmp_path / "notes").write_bytes(content)
    assert adb("push", str(tmp_path / "notes"), "/sdcard/Download/notes").returncode == 0
    assert adb("pull", "/sdcard/Download/notes", str(tmp_path / "back")).returncode == 0
    assert (tmp_path / "back").read_bytes() == content
    assert adb("pull", "/sdcard/Download", str(tmp_path / "folder")).returncode == 0
    assert (tmp_path / "folder" / "notes").read_bytes() == content
    refused = adb("push", str(tmp_path / "notes"), "/system/notes")
    assert b"Permission denied" in refused.stderr + refused.stdout
    assert adb("pull", "/sdcard/nothing", str(tmp_path / "none")).returncode == 1


def test_a_picture(adb: Typed, plugged: Plugged) -> None:
    assert adb("exec-out", "screencap", "-p").stdout == plugged.phone.screenshot()


def test_the_log_so_far(adb: Typed, plugged: Plugged) -> None:
    plugged.phone.launch(plugged.app.package)
    assert plugged.app.package in adb("logcat", "-d").stdout.decode()


def test_an_emulator_makes_itself_known_and_has_a_console(server: list[str], tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path, real.ANDROID)
    adb = Emulators(Turns(), first=FIRST, announce=int(server[-1]))

    def typed(*words: str) -> str:
        done = subprocess.run([*server, *words], capture_output=True, timeout=PATIENCE_S, check=True)
        return done.stdout.decode()

    try:
        serial = adb.plug(device)["adb"]
        typed("-s", serial, "wait-for-device")
        assert f"{serial}\tdevice" in typed("devices")
        typed("-s", serial, "emu", "gsm", "call", "5551234")
        assert (device.calls.state, device.calls.number) == ("ringing", "5551234")
        assert typed("-s", serial, "shell", "getprop", "ro.kernel.qemu").strip() == "1"
    finally:
        adb.close()


def test_an_apk_is_installed_updated_and_uninstalled(adb: Typed, plugged: Plugged, tmp_path: Path) -> None:
    old, new = tmp_path / "old.apk", tmp_path / "new.apk"
    old.write_bytes(apks.packed(apks.FOREIGN))
    new.write_bytes(apks.packed({**apks.FOREIGN, "versionName": "2.0"}))
    assert adb("install", str(old)).stdout.endswith(b"Success\n")
    assert adb("install", "-r", str(new)).stdout.endswith(b"Success\n")
    assert plugged.phone.apps[apks.PACKAGE].version == "2.0"
    assert b"INSTALL_FAILED_VERSION_DOWNGRADE" in adb("install", "-r", str(old)).stderr
    assert adb("uninstall", apks.PACKAGE).stdout == b"Success\n"
    assert apks.PACKAGE not in plugged.phone.apps
