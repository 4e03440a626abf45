"""`screenrecord`: the screen into a file, until it is interrupted or its time is over; and what `uiautomator dump` writes."""

import asyncio
from datetime import timedelta

from lxml import etree

from simulators.phone.phone import PhoneOff
from simulators.phone.storage import StorageFull
from simulators.wire.android.device import Device
from simulators.wire.android.shell.words import options
from simulators.wire.webdriver.disk import NoFile
from simulators.wire.webdriver.mobile import recording
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.tape import Size, Tape

LONGEST_S = 180
FOLLOWING = dict.fromkeys(
    ("--time-limit", "--size", "--bit-rate", "--output-format", "--display-id", "-t", "-s", "-b"), 1
)
DUMPED = "/sdcard/window_dump.xml"


def screenrecord(device: Device) -> Run:
    """A recording goes on in the phone's time and is written at its end."""

    def run(asked: Asked) -> Result:
        limit, size, name = _options(asked.words)
        path = asked.disk.whole(name)
        if asked.session.tape is not None:
            raise Wrong("ERROR: the screen is being recorded already")
        asked.disk.write(path, b"")
        asked.session.tape = Tape(asked.phone, limit, size)
        ended = asyncio.Event()
        asked.phone.world.call_at(
            asked.phone.world.now() + limit, asked.phone.udid, lambda: device.soon(ended.set)
        )
        return Result(lasting=lambda _: _record(device, path, ended))

    return run


def _options(words: list[str]) -> tuple[timedelta, Size | None, str]:
    asks = options(words, FOLLOWING)
    if not asks.names:
        raise Wrong("Must specify output file (see --help).", 2)
    seconds = int(asks.value("--time-limit", "-t") or LONGEST_S)
    if not 0 < seconds <= LONGEST_S:
        raise Wrong(f"Time limit {seconds}s outside acceptable range [1,{LONGEST_S}]", 2)
    said = asks.value("--size", "-s")
    size = recording.video_size({"videoSize": said} if said else {})
    return timedelta(seconds=seconds), size, asks.names[-1]


async def _record(device: Device, path: str, ended: asyncio.Event) -> int:
    number = device.cable.jobs.begin("screenrecord", lambda _: device.soon(ended.set))
    try:
        await ended.wait()
    finally:
        device.cable.jobs.over(number)
        _keep(device, path)
    return 0


def _keep(device: Device, path: str) -> None:
    """The film goes where the empty file lies; a phone that is gone keeps nothing."""
    tape, device.session.tape = device.session.tape, None
    if tape is None or not device.there():
        return
    with device.turn("screenrecord"):
        try:
            device.shell().disk.write(path, tape.stop())
        except (NoFile, StorageFull, PhoneOff):
            device.shell().disk.delete(path)


def uiautomator(asked: Asked) -> str:
    """`uiautomator dump [file]`: the tree of what is on the screen."""
    words = [word for word in asked.words if not word.startswith("-")]
    if words[:1] != ["dump"]:
        raise Wrong("Usage: uiautomator <subcommand> [options]: there is dump [file]")
    target = words[1] if len(words) > 1 else DUMPED
    text = dumped(asked.session.look().source)
    if target == "/dev/tty":
        return text + "UI hierchary dumped to: /dev/tty\n"
    asked.disk.write(asked.disk.whole(target), text.encode())
    return f"UI hierchary dumped to: {target}\n"


def dumped(source: str) -> str:
    """The server's document in the form of the command, which calls every view a node."""
    tree = etree.fromstring(source.encode())
    for node in tree.iter():
        if node is not tree:
            node.tag = "node"
    return "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>" + etree.tostring(
        tree, encoding="unicode"
    )
