"""What an adb host may ask a phone for, by name."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from simulators.wire.android import rest, sync
from simulators.wire.android.device import Device
from simulators.wire.android.shell import serving
from simulators.wire.android.stream import Stream
from simulators.wire.android.transport import Service

Serve = Callable[[Device, Stream, str], Awaitable[None]]
REST_PORT = "6790"
"""Where the UiAutomator2 server listens on a phone."""


def service(device: Device, name: str) -> Service | None:
    """The service of a name such as `shell,v2,TERM=xterm,raw:ls`; None where there is none."""
    kind, colon, rest_of_name = name.partition(":")
    if not colon or not device.there():
        return None
    kind, *options = kind.split(",")
    known = tuple(option for option in options if option in {"v2", "pty"})
    serve = SERVICES.get((kind, *known)) or PLAIN.get(name)
    return None if serve is None else lambda stream: serve(device, stream, rest_of_name)


async def _sync(device: Device, stream: Stream, _: str) -> None:
    await sync.serve(device, stream)


async def _tcp(device: Device, stream: Stream, _: str) -> None:
    await rest.serve(device, stream)


async def _says(text: str, _: Device, stream: Stream, __: str) -> None:
    await stream.write(text.encode())


async def _reboot(device: Device, _: Stream, __: str) -> None:
    """Off and on again; whatever hangs on the phone falls off meanwhile."""
    with device.turn("adb reboot"):
        device.phone.power_off()
        device.phone.power_on()


SERVICES: Mapping[tuple[str, ...], Serve] = {
    ("shell", "v2"): serving.framed,
    ("shell", "v2", "pty"): serving.framed_pty,
    ("shell",): serving.bare,
    ("exec",): serving.bare,
    ("sync",): _sync,
    ("reboot",): _reboot,
    ("root",): partial(_says, "adbd cannot run as root in production builds\n"),
    ("unroot",): partial(_says, "adbd not running as root\n"),
    ("remount",): partial(_says, "remount failed: this is a production build\n"),
}
PLAIN: Mapping[str, Serve] = {f"tcp:{REST_PORT}": _tcp}
