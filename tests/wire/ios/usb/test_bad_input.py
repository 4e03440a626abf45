"""Whatever comes down a cable, that stream is closed with a reason and the phone lives on."""

import logging
import plistlib
import struct
from collections.abc import Callable
from contextlib import suppress
from socket import SHUT_WR

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulators.wire.ios.agent.agent import ROWS
from simulators.wire.ios.agent.refusals import STATUS
from simulators.wire.ios.agent.request import Row
from simulators.wire.ios.mux.frames import HEADER
from simulators.wire.ios.plists import LARGEST, BadFrame, parsed
from simulators.wire.ios.services.packets import HEADER as PACKET
from simulators.wire.ios.services.packets import MAGIC
from simulators.wire.ios.services.table import SERVICES
from tests.phone.kit import PACKAGE
from tests.wire.ios.usb.cable import Computer, Line
from tests.wire.ios.usb.driver import Driver

UDID = "phone-1"
NUMBERS = st.integers(0, 2**32 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
WORDS = st.sampled_from([
    "MessageType", "DeviceID", "PortNumber", "PairRecordID", "Request", "Key", "Domain", "HostID", "Service", "Command",
    "Name", "ClientOptions", "BundleIDs", "ReturnAttributes", "ApplicationType", "PackagePath", "ApplicationIdentifier",
    "Identifier", "__selector",
])  # fmt: skip
SAID = st.sampled_from([
    "Listen", "Connect", "ReadPairRecord", "GetValue", "StartSession", "StartService", "Lookup", "Browse", "Install",
    "Uninstall", "ObserveNotification", "PostNotification", "VendContainer", "VendDocuments", "_rpc_reportIdentifier:",
])  # fmt: skip
OFTEN = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
QUIET = "com.apple.syslog_relay"
FIELDS = st.sampled_from([
    "using", "value", "text", "keys", "name", "direction", "distance", "duration", "x", "y", "fromX", "fromY", "toX", "toY",
    "elementId", "toElement", "scale", "velocity", "order", "bundleId", "url", "settings", "resource", "content",
    "contentType", "latitude", "longitude", "orientation", "z", "numberOfTaps", "numberOfTouches", "actions", "self",
    "predicateString", "toVisible", "pressDuration", "holdDuration", "arguments", "environment",
])  # fmt: skip
JSON = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5)
    | st.sampled_from(["up", "next", "id", "xpath", "//*", "name == 1", "PORTRAIT", PACKAGE, "1e999", "class chain"])
    | st.lists(st.text(max_size=3) | st.integers(), max_size=2) | st.dictionaries(st.text(max_size=3), st.text(max_size=3))
)  # fmt: skip


def plist(value: object) -> bytes:
    """As binary; nothing where it cannot be written."""
    try:
        return plistlib.dumps(value, fmt=plistlib.FMT_BINARY)  # type: ignore[arg-type]
    except (TypeError, OverflowError, ValueError):
        return b""


BODIES = st.binary(max_size=60) | st.dictionaries(WORDS, SAID | VALUES, max_size=4).map(plist)


@pytest.fixture
def lives(computer: Computer, caplog: pytest.LogCaptureFixture) -> Callable[[], None]:
    """The phone still answers, and nothing happened that nobody thought of."""

    def check() -> None:
        assert computer.lockdown(UDID).say(Request="QueryType")["Type"]
        faults = [one for one in caplog.records if one.levelno >= logging.ERROR]
        assert not faults, faults

    return check


def poured(line: Line, data: bytes) -> None:
    """Say that and no more, and hear the rest; the other side may have had enough of it before."""
    with suppress(ConnectionError):
        line.socket.sendall(data)
        line.socket.shutdown(SHUT_WR)
        line.rest()
    line.close()


@OFTEN
@given(
    header=st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS) | st.just((16, 1, 8, 1)),
    body=BODIES,
    honest=st.booleans(),
)
def test_usbmuxd(
    computer: Computer, lives: Callable[[], None], header: tuple[int, ...], body: bytes, honest: bool
) -> None:
    line = computer.line()
    poured(line, HEADER.pack(*((16 + len(body), 1, 8, 1) if honest else header)) + body)
    lives()


@OFTEN
@given(length=NUMBERS, body=BODIES, honest=st.booleans())
def test_lockdown(
    computer: Computer, lives: Callable[[], None], length: int, body: bytes, honest: bool
) -> None:
    line = computer.lockdown(UDID)
    poured(line, struct.pack(">I", len(body) if honest else length) + body)
    lives()


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {QUIET}))
@settings(OFTEN, max_examples=15)
@given(bodies=st.lists(st.tuples(NUMBERS, BODIES, st.booleans()), max_size=4))
def test_services(
    computer: Computer, lives: Callable[[], None], name: str, bodies: list[tuple[int, bytes, bool]]
) -> None:
    line = computer.service(UDID, name)
    frames = (struct.pack(">I", len(body) if honest else length) + body for length, body, honest in bodies)
    poured(line, b"".join(frames))
    lives()


@OFTEN
@given(
    operations=st.lists(
        st.tuples(st.integers(0, 0x30), st.binary(max_size=30) | st.text(max_size=10).map(str.encode), st.binary(max_size=9)),
        max_size=5,
    ),
    lie=st.none() | st.tuples(NUMBERS, NUMBERS),
)  # fmt: skip
def test_afc(
    computer: Computer,
    lives: Callable[[], None],
    operations: list[tuple[int, bytes, bytes]],
    lie: tuple[int, int] | None,
) -> None:
    line = computer.service(UDID, "com.apple.afc")
    said = b""
    for operation, arguments, data in operations:
        head = PACKET.size + len(arguments)
        said += PACKET.pack(MAGIC, *(lie or (head + len(data), head)), 1, operation) + arguments + data
    poured(line, said)
    lives()


def test_a_reason_is_given_where_there_is_a_form_for_it(
    computer: Computer, lives: Callable[[], None]
) -> None:
    line = computer.line()
    line.socket.sendall(HEADER.pack(2**31, 1, 8, 1))
    assert "2147483648" in line.heard()["Reason"]
    old = computer.line()
    old.socket.sendall(HEADER.pack(16, 0, 3, 1))
    assert old.heard()["Number"] == 6
    other = computer.lockdown(UDID)
    other.socket.sendall(struct.pack(">I", LARGEST + 1))
    assert str(LARGEST) in other.receive()["ErrorDescription"]
    lives()


def test_half_a_handshake_is_the_end_of_that_stream_alone(
    computer: Computer, lives: Callable[[], None]
) -> None:
    record = plistlib.loads(computer.line().ask("ReadPairRecord", PairRecordID=UDID)["PairRecordData"])
    for greeting in (b"", b"\x16\x03\x01\xff\xff", b"GET / HTTP/1.1\r\n\r\n"):
        line = computer.lockdown(UDID)
        line.say(Request="StartSession", HostID=record["HostID"])
        poured(line, greeting)
    lives()


@given(st.binary(max_size=200) | VALUES.map(plist))
def test_bytes_are_a_dictionary_or_no_property_list(data: bytes) -> None:
    with suppress(BadFrame):
        assert all(isinstance(key, str) for key in parsed(data))


@pytest.mark.parametrize(
    "text",
    [
        b"<plist>" + b"<array>" * 5000,
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><plist><dict/></plist>',
        b"<plist><dict><key>a</key></dict></plist>",
        b"<plist><dict><integer>1</integer></dict></plist>",
        b"<plist><integer>x</integer></plist>",
        b"bplist00" + b"\xff" * 40,
    ],
)
def test_xml_that_is_none_is_refused(text: bytes) -> None:
    with pytest.raises(BadFrame):
        parsed(text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.path}")
@settings(OFTEN, max_examples=10)
@given(data=st.data())
def test_the_agent_refuses_whatever_it_cannot_do(
    driver: Driver, caplog: pytest.LogCaptureFixture, data: st.DataObject, row: Row
) -> None:
    """With words of WebDriverAgent's own, and never because something was not thought of."""
    caplog.clear()
    element = data.draw(st.sampled_from(["0", "nobody", driver.find("class name", "XCUIElementTypeButton")]))
    path = row.path.format(uuid=element, name=data.draw(st.sampled_from(["rect", "label", "x"])))
    query = data.draw(st.sampled_from(["", "?format=json&excluded_attributes=,", "?scope=1 <", "?format="]))
    body = data.draw(st.dictionaries(FIELDS, JSON, max_size=5))
    answer = driver.send(row.method, path.lstrip("/") + query, body)
    if answer.status != 200:
        assert answer.status == STATUS[answer.payload["value"]["error"]]
        assert answer.payload["value"]["message"]
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR], answer.payload
    driver.ask("POST", "wda/apps/launch", {"bundleId": PACKAGE})
