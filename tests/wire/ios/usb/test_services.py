"""lockdown and the services of a phone, each spoken to as the tools do."""

import plistlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from simulators.phone.phone import Phone
from simulators.wire.ios.services.notices import INSTALLED
from tests.phone.kit import PACKAGE
from tests.wire.ios.usb.cable import Computer, Line

UDID = "phone-1"
PROXY, NOTICES = "com.apple.mobile.installation_proxy", "com.apple.mobile.notification_proxy"
AFC, HOUSE = "com.apple.afc", "com.apple.mobile.house_arrest"


def test_lockdown_tells_of_the_phone(computer: Computer, device: Phone) -> None:
    line = computer.lockdown(UDID)
    assert line.say(Request="QueryType")["Type"] == "com.apple.mobile.lockdown"
    assert line.say(Request="GetValue", Key="ProductVersion")["Value"] == device.model.platform_version
    whole = line.say(Request="GetValue")["Value"]
    assert (whole["UniqueDeviceID"], whole["DeviceClass"]) == (UDID, "iPhone")
    assert whole["TimeIntervalSince1970"] == device.clock.now().timestamp()
    assert (whole["TimeZone"], whole["TimeZoneOffsetFromUTC"]) == ("Asia/Shanghai", 28_800)
    device.battery.set(percent=42, plugged=True)
    battery = line.say(Request="GetValue", Domain="com.apple.mobile.battery")["Value"]
    assert (battery["BatteryCurrentCapacity"], battery["BatteryIsCharging"]) == (42, True)
    disk = line.say(Request="GetValue", Domain="com.apple.disk_usage", Key="TotalDataAvailable")
    assert disk["Value"] == device.storage.free
    assert line.say(Request="GetValue", Domain="com.apple.international", Key="Locale")["Value"] == "zh_CN"
    assert line.say(Request="GetValue", Key="Colour")["Error"] == "MissingValue"
    assert line.say(Request="GetValue", Domain="com.example")["Value"] == {}


def test_a_session_begins_under_tls_and_goes_on_without(computer: Computer) -> None:
    assert computer.lockdown(UDID).say(Request="StartSession", HostID="x")["Error"] == "InvalidHostID"
    line = computer.session(UDID)
    assert line.say(Request="StartService", Service="com.example.none")["Error"] == "InvalidService"
    assert line.say(Request="SetValue", Key="DeviceName", Value="x")["Error"] == "SetProhibited"
    assert line.say(Request="Nothing")["Error"] == "InvalidRequest"
    assert line.say(Request="StopSession") == {"Request": "StopSession"}
    line.socket = line.socket.unwrap()  # type: ignore[attr-defined]
    assert line.say(Request="QueryType")["Type"] == "com.apple.mobile.lockdown"


def test_a_computer_that_asks_is_trusted_until_it_is_not(computer: Computer) -> None:
    line, mine = computer.lockdown(UDID), {"HostID": "MINE"}
    assert line.say(Request="GetValue", Key="DevicePublicKey")["Value"].startswith(
        b"-----BEGIN RSA PUBLIC KEY"
    )
    assert line.say(Request="Pair")["Error"] == "InvalidPairRecord"
    assert line.say(Request="Pair", PairRecord=mine)["EscrowBag"]
    assert line.say(Request="ValidatePair", PairRecord=mine)["TrustedHostAttached"] is True
    other = computer.lockdown(UDID)
    assert other.say(Request="StartSession", **mine)["EnableSessionSSL"] is True
    other.secure()
    assert other.say(Request="QueryType")["Type"]
    assert line.say(Request="Unpair", PairRecord=mine) == {"Request": "Unpair"}
    assert line.say(Request="StartSession", **mine)["Error"] == "InvalidHostID"


def test_apps_are_looked_up_and_listed(computer: Computer) -> None:
    line = computer.service(UDID, PROXY)
    wish = {"BundleIDs": [PACKAGE, "com.example.other"], "ReturnAttributes": ["CFBundleVersion"]}
    found = line.say(Command="Lookup", ClientOptions=wish)
    assert found == {
        "Status": "Complete",
        "LookupResult": {PACKAGE: {"CFBundleIdentifier": PACKAGE, "CFBundleVersion": "1"}},
    }
    listed = line.say(Command="Browse", ClientOptions={"ApplicationType": "User"})
    assert [one["CFBundleIdentifier"] for one in listed["CurrentList"]] == [PACKAGE]
    assert line.receive() == {"Status": "Complete"}
    assert line.say(Command="Browse", ClientOptions={"ApplicationType": "System"}) == {"Status": "Complete"}
    assert line.say(Command="CheckCapabilitiesMatch")["LookupResult"]["CapabilitiesMatch"] is True
    assert line.say(Command="Archive")["Error"] == "UnknownCommand"


def package(bundle: str = PACKAGE, version: str = "2.5") -> bytes:
    made = BytesIO()
    info = {
        "CFBundleIdentifier": bundle, "CFBundleShortVersionString": version, "CFBundleExecutable": "Some",
        "CFBundleSupportedPlatforms": ["iPhoneOS"],
    }  # fmt: skip
    with ZipFile(made, "w") as bag:
        bag.writestr("Payload/Some.app/Info.plist", plistlib.dumps(info))
        bag.writestr("Payload/Some.app/Some", b"code")
    return made.getvalue()


def put(line: Line, path: str, content: bytes) -> None:
    _, handle, _ = line.packet(0x0D, (3).to_bytes(8, "little") + path.encode() + b"\0")
    assert number(line.packet(0x10, handle, content)) == 0
    assert number(line.packet(0x14, handle)) == 0


def number(answer: tuple[int, bytes, bytes]) -> int:
    """The number of a status."""
    operation, arguments, _ = answer
    assert operation == 1, answer
    return int.from_bytes(arguments, "little")


def last(line: Line, **plist: object) -> dict[str, object]:
    """The answer after all that tell how far it is."""
    answer = line.say(**plist)
    while "PercentComplete" in answer:
        answer = line.receive()
    return answer


def test_an_app_is_installed_brought_up_to_date_and_taken_away(computer: Computer, device: Phone) -> None:
    files, proxy = computer.service(UDID, AFC), computer.service(UDID, PROXY)
    notices = computer.service(UDID, NOTICES)
    notices.send({"Command": "ObserveNotification", "Name": INSTALLED})
    put(files, "/some.ipa", package())
    free = device.storage.free
    assert last(proxy, Command="Upgrade", PackagePath="/some.ipa") == {"Status": "Complete"}
    assert device.apps[PACKAGE].version == "2.5"
    assert device.storage.free > free
    assert notices.receive() == {"Command": "RelayNotification", "Name": INSTALLED}
    assert last(proxy, Command="Uninstall", ApplicationIdentifier=PACKAGE) == {"Status": "Complete"}
    assert last(proxy, Command="Uninstall", ApplicationIdentifier=PACKAGE) == {"Status": "Complete"}
    assert PACKAGE not in device.apps
    put(files, "PublicStaging/x/Info.plist", plistlib.dumps({"CFBundleIdentifier": PACKAGE}))
    assert last(proxy, Command="Install", PackagePath="PublicStaging/x") == {"Status": "Complete"}
    assert PACKAGE in device.apps
    assert notices.receive()["Name"] == INSTALLED
    assert notices.say(Command="Shutdown") == {"Command": "ProxyDeath"}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (package("com.example.other"), "ApplicationVerificationFailed"),
        (package(""), "PackageInspectionFailed"),
        (b"PK", "PackageInspectionFailed"),
        (b"", "PackageInspectionFailed"),
    ],
)
def test_what_is_no_package_of_this_phone_is_not_installed(
    computer: Computer, content: bytes, error: str
) -> None:
    put(computer.service(UDID, AFC), "/some.ipa", content)
    proxy = computer.service(UDID, PROXY)
    assert last(proxy, Command="Install", PackagePath="/some.ipa")["Error"] == error
    assert last(proxy, Command="Install", PackagePath="/none.ipa")["Error"] == "PackageInspectionFailed"


def names(answer: tuple[int, bytes, bytes]) -> list[str]:
    operation, _, data = answer
    assert operation == 2, answer
    return [one.decode() for one in data.split(b"\0")[2:] if one]


def test_files_are_written_read_and_removed(computer: Computer, device: Phone) -> None:
    line = computer.service(UDID, AFC)
    assert "DCIM" in names(line.packet(3, b"/\0"))
    assert number(line.packet(9, b"Downloads/notes\0")) == 0
    assert names(line.packet(3, b"Downloads\0")) == ["notes"]
    put(line, "Downloads/notes/a.txt", b"hello")
    assert device.storage.files["Downloads/notes/a.txt"] == 5
    facts = line.packet(0x0A, b"Downloads/notes/a.txt\0")[2].split(b"\0")
    assert dict(zip(facts[::2], facts[1::2], strict=False))[b"st_size"] == b"5"
    assert b"S_IFDIR" in line.packet(0x0A, b"Downloads/notes\0")[2]
    assert number(line.packet(8, b"Downloads/notes\0")) == 7
    assert number(line.packet(0x18, b"Downloads/notes/a.txt\0Downloads/b.txt\0")) == 0
    _, handle, _ = line.packet(0x0D, (1).to_bytes(8, "little") + b"Downloads/b.txt\0")
    assert line.packet(0x0F, handle + (3).to_bytes(8, "little"))[2] == b"hel"
    assert int.from_bytes(line.packet(0x12, handle)[1], "little") == 3
    assert (
        number(line.packet(0x11, handle + (2).to_bytes(8, "little") + (2**64 - 1).to_bytes(8, "little"))) == 0
    )
    assert line.packet(0x0F, handle + (9).to_bytes(8, "little"))[2] == b"o"
    assert number(line.packet(0x10, handle, b"x")) == 10
    assert number(line.packet(0x22, b"Downloads\0")) == 0
    assert number(line.packet(0x0A, b"Downloads/b.txt\0")) == 8
    assert b"FSFreeBytes" in line.packet(0x0B)[2]


def test_what_is_appended_cut_or_left_open_is_written(computer: Computer, device: Phone) -> None:
    line = computer.service(UDID, AFC)
    put(line, "Books/a", b"abc")
    _, handle, _ = line.packet(0x0D, (5).to_bytes(8, "little") + b"Books/a\0")
    line.packet(0x10, handle, b"def")
    assert number(line.packet(0x15, handle + (5).to_bytes(8, "little"))) == 0
    line.close()
    again = computer.service(UDID, AFC)
    _, handle, _ = again.packet(0x0D, (1).to_bytes(8, "little") + b"Books/a\0")
    assert again.packet(0x0F, handle + (9).to_bytes(8, "little"))[2] == b"abcde"
    assert number(again.packet(0x99)) == 15
    assert number(again.packet(0x0D, (9).to_bytes(8, "little") + b"Books/a\0")) == 7
    assert number(again.packet(0x0F, (99).to_bytes(8, "little") * 2)) == 7
    assert number(again.packet(0x0D, (3).to_bytes(8, "little") + b"DCIM\0")) == 9
    device.storage.set_free(1)
    _, handle, _ = again.packet(0x0D, (3).to_bytes(8, "little") + b"Books/b\0")
    again.packet(0x10, handle, b"too much")
    assert number(again.packet(0x14, handle)) == 18


def test_the_room_of_an_app_is_another(computer: Computer, device: Phone) -> None:
    line = computer.service(UDID, HOUSE)
    assert line.say(Command="VendDocuments", Identifier=PACKAGE) == {"Status": "Complete"}
    put(line, "/Documents/a.txt", b"hello")
    assert names(line.packet(3, b"/Documents\0")) == ["a.txt"]
    assert f"Containers/{PACKAGE}/Documents/a.txt" in device.storage.files
    assert "a.txt" not in names(computer.service(UDID, AFC).packet(3, b"/\0"))
    other = computer.service(UDID, HOUSE)
    assert (
        other.say(Command="VendContainer", Identifier="com.example.other")["Error"]
        == "InstallationLookupFailed"
    )
    assert computer.service(UDID, HOUSE).say(Command="Else", Identifier=PACKAGE)["Error"] == "UnknownCommand"


def test_the_log_comes_line_by_line(computer: Computer, device: Phone) -> None:
    line = computer.service(UDID, "com.apple.syslog_relay")
    first = b""
    while not first.endswith(b"\n\0"):
        first += line.exactly(1)
    assert PACKAGE.encode() in first
    device.lock()
    heard = b""
    while b"Device is locked" not in heard:
        heard += line.exactly(1)


def test_the_inspector_has_nothing_to_show(computer: Computer) -> None:
    line = computer.service(UDID, "com.apple.webinspector")
    first = line.say(__selector="_rpc_reportIdentifier:", __argument={})
    assert first["__selector"] == "_rpc_reportSetup:"
    assert line.receive()["__argument"] == {"WIRApplicationDictionaryKey": {}}
