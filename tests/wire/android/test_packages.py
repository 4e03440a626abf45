"""Packages through the cable: read, installed, refused with the package manager's own words."""

import shlex
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.phone.apk import files
from simulators.wire.android import manifest
from simulators.wire.android.binary_xml import BadXml, elements
from simulators.wire.android.manifest import NoPackage
from tests.phone.kit import PACKAGE as SMALL
from tests.wire.android import apks
from tests.wire.android.conftest import Plugged
from tests.wire.android.host import Host


@pytest.mark.parametrize("utf8", [True, False])
def test_a_manifest_says_what_the_package_is(utf8: bool) -> None:
    found = manifest.read(apks.packed(apks.FOREIGN, utf8=utf8))
    assert (found.package, found.version, found.code) == (apks.PACKAGE, "1.0", 1)
    assert (found.label, found.activity) == ("笔记", ".Notes")


def test_a_simulated_app_s_package_is_read_as_well(plugged: Plugged) -> None:
    base, split = files(plugged.app, "a channel").values()
    assert manifest.read(base).package == SMALL
    assert (manifest.read(base).channel, manifest.read(split).split) == ("a channel", "config.zh")


@given(st.binary(max_size=200))
def test_what_is_no_package_is_refused(content: bytes) -> None:
    with pytest.raises(NoPackage):
        manifest.read(content)


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_damaged_manifest_is_read_or_refused(place: int, noise: bytes) -> None:
    whole = apks.binary(("manifest", apks.FOREIGN, apks.LAUNCHED))
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    with suppress(BadXml):
        assert all(tag.name is not None for tag in elements(damaged))


def streamed(host: Host, apk: bytes, *options: str) -> str:
    channel = host.open(f"exec:cmd package 'install' {shlex.join(options)} -S {len(apk)}")
    for start in range(0, len(apk), 4096):
        channel.write(apk[start : start + 4096])
    return channel.all().decode()


def test_a_foreign_app_is_installed_opened_and_taken_away(plugged: Plugged, host: Host) -> None:
    assert streamed(host, apks.packed(apks.FOREIGN)) == "Success\n"
    assert host.shell(f"am start -W -n {apks.PACKAGE}/.Notes")[0].splitlines()[1] == "Status: ok"
    assert plugged.phone.foreground == apks.PACKAGE
    assert host.shell(f"pm clear {apks.PACKAGE}") == ("Success\n", "", 0)
    assert host.shell(f"pm uninstall {apks.PACKAGE}") == ("Success\n", "", 0)
    assert apks.PACKAGE not in plugged.phone.apps


REFUSED = {
    "INSTALL_PARSE_FAILED_NOT_APK": b"no archive",
    "INSTALL_FAILED_OLDER_SDK": apks.packed(
        apks.FOREIGN, [("uses-sdk", {"minSdkVersion": "99"}, ()), *apks.LAUNCHED]
    ),
    "INSTALL_FAILED_INVALID_APK": apks.packed({**apks.FOREIGN, "split": "config.zh"}),
}


@pytest.mark.parametrize(("reason", "apk"), REFUSED.items(), ids=REFUSED)
def test_refusals(host: Host, reason: str, apk: bytes) -> None:
    assert f"Failure [{reason}" in streamed(host, apk)


def test_an_update_keeps_what_the_app_has_and_goes_forward_only(plugged: Plugged, host: Host) -> None:
    plugged.app.version = "2"
    assert "INSTALL_FAILED_VERSION_DOWNGRADE" in streamed(
        host, apks.packed({"package": SMALL, "versionName": "1"}), "-r"
    )
    assert streamed(host, apks.packed({"package": SMALL, "versionName": "3"}), "-r", "-g") == "Success\n"
    assert plugged.app.version == "3"
    assert streamed(host, apks.packed({"package": SMALL, "versionName": "1"}), "-r", "-d") == "Success\n"


def test_no_room_is_said(plugged: Plugged, host: Host) -> None:
    plugged.phone.storage.set_free(10)
    assert "INSTALL_FAILED_INSUFFICIENT_STORAGE" in streamed(host, apks.packed(apks.FOREIGN))


def test_in_parts(plugged: Plugged, host: Host) -> None:
    plugged.phone.uninstall(SMALL)
    number = host.shell("cmd package install-create -r")[0].partition("[")[2].partition("]")[0]
    for place, content in enumerate(files(plugged.app, "official").values()):
        channel = host.open(f"exec:cmd package install-write -S {len(content)} {number} {place}.apk -")
        channel.write(content)
        assert channel.all().startswith(b"Success")
    assert host.shell(f"cmd package install-commit {number}") == ("Success\n", "", 0)
    assert SMALL in plugged.phone.apps
    assert host.shell(f"cmd package install-commit {number}")[2] == 1


def test_from_a_file_on_the_phone(plugged: Plugged, host: Host) -> None:
    plugged.phone.storage.write("data/local/tmp/a.apk", apks.packed(apks.FOREIGN))
    assert host.shell("pm install -r /data/local/tmp/a.apk") == ("Success\n", "", 0)
    assert host.shell("pm install /data/local/tmp/none.apk")[2] == 1


COMPANION = "io.appium.settings"
ASKED = [
    ("cmd package list packages --show-versioncode", f"package:{COMPANION} versionCode:191\n"),
    ("pm list packages -f settings", f"package:/data/app/{COMPANION}-1/base.apk={COMPANION}\n"),
    (f"pm path {COMPANION}", f"package:/data/app/{COMPANION}-1/base.apk\n"),
    (f"dumpsys package {COMPANION}", "    versionName=8.0.9\n"),
    ("pm list instrumentation", "io.appium.uiautomator2.server.test/androidx.test.runner.AndroidJUnitRunner"),
]


@pytest.mark.parametrize(("line", "told"), ASKED)
def test_what_automation_brings_along_is_there_beside_the_apps(host: Host, line: str, told: str) -> None:
    assert told in host.shell(line)[0]


def test_and_can_be_taken_away_and_brought_again(host: Host) -> None:
    assert (
        host.shell(f"pm clear {COMPANION}; pm grant {COMPANION} android.permission.CAMERA")[0] == "Success\n"
    )
    assert host.shell(f"pm uninstall {COMPANION}")[0] == "Success\n"
    assert host.shell(f"pm path {COMPANION}")[2] == 1
    assert (
        streamed(host, apks.packed({"package": COMPANION, "versionName": "9", "versionCode": "200"}))
        == "Success\n"
    )
    assert f"{COMPANION} versionCode:200" in host.shell("pm list packages --show-versioncode")[0]
