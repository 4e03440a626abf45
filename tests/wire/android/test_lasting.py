"""What goes on after its turn: the log as it grows, films of the screen, shells in which somebody types."""

import struct
from datetime import timedelta

import pytest

from tests.wire.android.conftest import Plugged
from tests.wire.android.host import Channel, Gone, Host, frames

RECORD = "screenrecord --time-limit 30 /sdcard/film.mp4"


def until(channel: Channel, text: str) -> str:
    """What comes up to and with a text."""
    taken = ""
    while text not in taken:
        data = channel.read()
        if not data:
            raise Gone
        taken += data.decode()
    return taken


def test_the_log_goes_on(plugged: Plugged, host: Host) -> None:
    log = host.open("exec:logcat -v brief")
    until(log, "beginning of main")
    plugged.phone.launch(plugged.app.package)
    assert "I/ActivityManager( 1200): Start proc" in until(log, "Start proc")


def test_and_only_what_is_looked_for(plugged: Plugged, host: Host) -> None:
    log = host.open("exec:logcat -v raw ActivityManager:I KeyguardService:S | grep -i proc")
    plugged.phone.lock()
    plugged.phone.unlock()
    plugged.phone.launch(plugged.app.package)
    assert until(log, "proc").startswith("Start proc")


LOG = [
    ("logcat -d -v tag -s KeyguardService", "I/KeyguardService: Screen locked: screen_lock\n"),
    ("logcat -d -v raw -e locked KeyguardService:V '*:S'", "Screen locked: screen_lock\n"),
    ("logcat -t 1 -v process", "I( 1200) Screen locked: screen_lock  (KeyguardService)\n"),
    ("logcat -d -v raw --pid=1", ""),
    ("logcat -t 0 -vraw", ""),
]


@pytest.mark.parametrize(("line", "told"), LOG)
def test_formats_and_filters(plugged: Plugged, host: Host, line: str, told: str) -> None:
    plugged.phone.lock()
    assert host.shell(line) == (f"--------- beginning of main\n{told}", "", 0)


WRONG = ["logcat -d -v nonsense", "logcat --nothing", "logcat -d tag:9", "logcat -v"]


@pytest.mark.parametrize("line", WRONG)
def test_wrong_words_are_refused(host: Host, line: str) -> None:
    assert host.shell(line)[2] == 1


def begun(host: Host) -> None:
    """Another connection sees that the film is being made."""
    for _ in range(1000):
        if host.shell("[ -e /sdcard/film.mp4 ]")[2] == 0:
            return
    pytest.fail("no film was begun")


def test_a_film_ends_when_it_is_interrupted(plugged: Plugged, host: Host) -> None:
    with Host(plugged.serial) as other:
        recording = other.open(f"shell,v2,raw:{RECORD}")
        begun(host)
        number = host.shell("pidof screenrecord")[0].strip()
        assert host.shell(f"kill -2 {number}") == ("", "", 0)
        assert frames(recording.all()) == ("", "", 0)
    assert host.open("exec:cat /sdcard/film.mp4").all()[4:8] == b"ftyp"
    assert host.shell("pidof screenrecord")[2] == 1


def test_or_when_its_time_is_over(plugged: Plugged, host: Host) -> None:
    recording = host.open(f"shell,v2,raw:{RECORD}")
    with Host(plugged.serial) as other:
        begun(other)
    plugged.world.advance(plugged.world.now() + timedelta(seconds=31))
    assert frames(recording.all()) == ("", "", 0)
    assert plugged.phone.storage.files["sdcard/film.mp4"] > 0


REFUSED = [
    "screenrecord",
    "screenrecord --time-limit 181 /sdcard/a.mp4",
    "screenrecord --size big /sdcard/a.mp4",
    "screenrecord /system/a.mp4",
]


@pytest.mark.parametrize("line", REFUSED)
def test_films_that_cannot_be(host: Host, line: str) -> None:
    assert host.shell(line)[2] != 0


def test_one_film_at_a_time(plugged: Plugged, host: Host) -> None:
    with Host(plugged.serial) as other:
        other.open(f"shell,v2,raw:{RECORD}")
        begun(host)
        assert "recorded already" in host.shell(RECORD)[1]


def typing(text: str) -> bytes:
    return struct.pack("<BI", 0, len(text)) + text.encode()


def test_a_person_at_a_terminal(plugged: Plugged, host: Host) -> None:
    shell = host.open("shell,v2,TERM=xterm,pty:")
    prompt = f"{plugged.phone.model.code}:/ $ "
    until(shell, prompt)
    host.send(b"WRTE", shell.own, shell.theirs, typing("echo hx\x7fi\rA=1; echo $A\rexit 3\r"))
    content = shell_bytes(shell)
    out, _, code = frames(content)
    assert out == f"echo hx\b \bi\r\nhi\r\n{prompt}A=1; echo $A\r\n1\r\n{prompt}exit 3\r\n"
    assert code == 3


def shell_bytes(channel: Channel) -> bytes:
    """All that comes, past the acknowledgement of what was written."""
    taken = b""
    while True:
        command, _, _, data = channel.host.receive()
        if command == b"CLSE":
            return taken
        if command == b"WRTE":
            channel.host.send(b"OKAY", channel.own, channel.theirs)
            taken += data


def test_an_interruption_ends_what_runs(host: Host) -> None:
    shell = host.open("shell,v2,pty:")
    until(shell, "$ ")
    host.send(b"WRTE", shell.own, shell.theirs, typing("logcat\r"))
    taken = b""
    while b"beginning of main" not in taken:
        command, _, _, data = host.receive()
        if command == b"WRTE":
            host.send(b"OKAY", shell.own, shell.theirs)
            taken += data
    host.send(b"WRTE", shell.own, shell.theirs, typing("\x03"))
    host.send(b"WRTE", shell.own, shell.theirs, typing("echo on\r\x04"))
    assert b"on\r\n" in shell_bytes(shell)


def test_a_script_through_stdin(host: Host) -> None:
    shell = host.open("shell,v2,raw:")
    host.send(b"WRTE", shell.own, shell.theirs, typing("echo a\nB=2\necho $B\nfal") + typing("se"))
    host.send(b"WRTE", shell.own, shell.theirs, struct.pack("<BI", 3, 0))
    assert frames(shell_bytes(shell)) == ("a\n2\n", "", 1)
