"""usbmuxd: phones come and go, connections lead to their ports, and the socket goes with the world."""

import plistlib
import socket
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from threading import enumerate as enumerate_threads
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.starting import PortTaken
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.mux.daemon import swapped
from simulators.wire.ios.usb import Usb
from tests.phone.kit import NOON
from tests.wire.ios.usb.cable import Computer

ANDROID = "xiaomi-redmi-9a"


def made(folder: Path, udid: str, model: str) -> Phone:
    return Phone(udid, DrivenClock(NOON), Chance(1), folder, model)


def serials(computer: Computer) -> list[str]:
    return [one["Properties"]["SerialNumber"] for one in computer.line().devices()]


def test_every_iphone_on_a_cable_is_listed_and_no_other(usb: Usb, computer: Computer, tmp_path: Path) -> None:
    assert serials(computer) == ["phone-1"]
    usb.plug(made(tmp_path, "phone-2", "ipad-9"))
    assert usb.plug(made(tmp_path, "phone-3", ANDROID)) == {}
    assert serials(computer) == ["phone-1", "phone-2"]
    usb.unplug("phone-1")
    usb.unplug("phone-1")
    assert serials(computer) == ["phone-2"]


def test_a_phone_without_power_is_not_there(computer: Computer, device: Phone) -> None:
    line = computer.lockdown("phone-1")
    device.power_off()
    assert serials(computer) == []
    assert computer.line().ask("Connect", DeviceID=1, PortNumber=0)["Number"] == 2
    with suppress(ConnectionError):
        line.send({"Request": "QueryType"})
    device.power_on()
    assert serials(computer) == ["phone-1"]


def test_who_listens_hears_of_phones_that_come_and_go(usb: Usb, computer: Computer, tmp_path: Path) -> None:
    line = computer.line()
    assert line.ask("Listen") == {"MessageType": "Result", "Number": 0}
    assert line.heard()["Properties"]["SerialNumber"] == "phone-1"
    usb.plug(made(tmp_path, "phone-2", "iphone-15"))
    came = line.heard()
    assert (came["MessageType"], came["Properties"]["SerialNumber"]) == ("Attached", "phone-2")
    usb.unplug("phone-2")
    assert line.heard() == {"MessageType": "Detached", "DeviceID": came["DeviceID"]}


def test_the_pair_record_is_kept_for_every_phone(computer: Computer) -> None:
    line = computer.line()
    record = plistlib.loads(line.ask("ReadPairRecord", PairRecordID="phone-1")["PairRecordData"])
    assert record["SystemBUID"] == line.ask("ReadBUID")["BUID"]
    assert record["HostCertificate"].startswith(b"-----BEGIN CERTIFICATE-----")
    assert line.ask("ReadPairRecord", PairRecordID="nobody") == {"MessageType": "Result", "Number": 2}
    assert line.ask("SavePairRecord", PairRecordID="phone-1")["Number"] == 1
    assert line.ask("SavePairRecord", PairRecordID="nobody", PairRecordData=b"mine")["Number"] == 2
    assert line.ask("SavePairRecord", PairRecordID="phone-1", PairRecordData=b"mine")["Number"] == 0
    assert line.ask("ReadPairRecord", PairRecordID="phone-1") == {"PairRecordData": b"mine"}
    assert line.ask("DeletePairRecord", PairRecordID="phone-1")["Number"] == 0
    assert plistlib.loads(line.ask("ReadPairRecord", PairRecordID="phone-1")["PairRecordData"]) == record


@pytest.mark.parametrize(
    ("phone", "port", "number"), [(99, 62_078, 2), (1, 9, 3), (1, "x", 3), ("x", 62_078, 2), (1, -1, 3)]
)
def test_a_connection_that_leads_nowhere_is_refused(
    computer: Computer, phone: object, port: object, number: int
) -> None:
    told = swapped(port) if isinstance(port, int) else port
    assert computer.line().ask("Connect", DeviceID=phone, PortNumber=told)["Number"] == number


def test_an_unknown_request_is_no_end(computer: Computer) -> None:
    line = computer.line()
    assert line.ask("Nothing") == {"MessageType": "Result", "Number": 1}
    assert line.ask("ListListeners") == {"ListenerList": []}
    assert len(line.devices()) == 1


def test_the_agent_answers_on_its_port_of_the_phone_and_of_this_machine(
    usb: Usb, computer: Computer, device: Phone
) -> None:
    line = computer.line().connect("phone-1", 8100)
    line.socket.sendall(b"GET /status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert line.rest().startswith(b"HTTP/1.1 200")
    usb.unplug("phone-1")
    url = usb.plug(device)["wda"]
    with urlopen(f"{url}/status", timeout=20) as answer:
        assert b'"ready": true' in answer.read()


def test_a_connection_ends_where_a_driver_says_no_more(usb: Usb, device: Phone) -> None:
    line = HTTPConnection(usb.plug(device)["wda"].removeprefix("http://"), timeout=20)

    def closes(method: str, path: str) -> str | None:
        line.request(method, path)
        answer = line.getresponse()
        answer.read()
        return answer.headers["connection"]

    try:
        assert closes("GET", "/wda/locked") is None
        assert closes("DELETE", "/wda/simulatedLocation") is None
        assert closes("DELETE", "/session/mine") == "close"
        assert closes("GET", "/status") == "close"
    finally:
        line.close()


def test_who_talked_to_a_phone_that_is_taken_away_is_cut_off(usb: Usb, computer: Computer) -> None:
    line = computer.lockdown("phone-1")
    assert line.say(Request="QueryType")["Type"] == "com.apple.mobile.lockdown"
    usb.unplug("phone-1")
    assert line.rest() == b""


def test_the_socket_goes_with_the_cables_and_is_taken_over_from_a_dead_one(
    turns: Turns, tmp_path: Path
) -> None:
    path = tmp_path / "m"
    left_over = socket.socket(socket.AF_UNIX)
    left_over.bind(str(path))
    left_over.close()
    usb = Usb(turns, path)
    with pytest.raises(PortTaken, match="--usb"):
        Usb(turns, path)
    usb.close()
    assert not path.exists()
    with pytest.raises(PortTaken):
        Usb(turns, tmp_path / "missing" / "m")


def test_no_port_and_no_thread_is_left(turns: Turns, device: Phone, tmp_path: Path) -> None:
    usb = Usb(turns, tmp_path / "m")
    url = usb.plug(device)["wda"]
    with urlopen(f"{url}/status", timeout=20):
        pass
    usb.close()
    with pytest.raises(URLError, match="refused"):
        urlopen(f"{url}/status", timeout=20)
    assert "usb" not in {thread.name for thread in enumerate_threads()}


def test_whoever_talks_may_finish_before_all_ends(turns: Turns, device: Phone, tmp_path: Path) -> None:
    usb = Usb(turns, tmp_path / "m")
    usb.plug(device)
    computer = Computer(tmp_path / "m")
    computer.line().close()
    idle = computer.lockdown("phone-1")
    idle.close()
    usb.close()
    with pytest.raises(FileNotFoundError):
        computer.line()
    computer.close()
