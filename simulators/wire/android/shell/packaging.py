"""`pm install` and its kin: from a file on the phone, or from what comes in through the cable, at once or in parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from simulators.wire.android import installing
from simulators.wire.android.device import Device
from simulators.wire.android.installing import Refused, Wish
from simulators.wire.android.shell import words
from simulators.wire.android.shell.words import Options
from simulators.wire.webdriver.mobile.shell import packages, services
from simulators.wire.webdriver.mobile.shell.packages import Sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Terminal, Wrong

FOLLOWING = dict.fromkeys(
    ("-S", "-i", "--user", "--abi", "--install-location", "--install-reason", "-p", "--originating-uri"), 1
)
FAILED = 1
MOST = 1024 * 1024 * 1024
"""Bytes of one package."""
SUCCESS = "Success\n"


def options(asked: Asked) -> Options:
    return words.options(asked.words, FOLLOWING)


def wish(asks: Options) -> Wish:
    return Wish("-r" in asks.marks, "-g" in asks.marks, "-d" in asks.marks)


def size(asks: Options) -> int:
    """How many bytes come in. Wrong where none is said, or too many."""
    said = int(asks.values.get("-S", "-1"))
    if not 0 <= said <= MOST:
        raise Wrong(f"Error: must specify a size with -S, at most {MOST}")
    return said


@dataclass(slots=True)
class Parts:
    """An installation that is written in parts."""

    wish: Wish
    files: list[bytes] = field(default_factory=list)


class Installer:
    """The package manager's doors for what comes by cable."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._parts: dict[str, Parts] = {}
        self._numbers = count(1_000_001)
        self.verbs: Mapping[str, Sub] = {
            "install": self.install,
            "install-create": self.create,
            "install-write": self.write,
            "install-commit": self.commit,
            "install-abandon": self.abandon,
        }

    def install(self, asked: Asked) -> Result | str:
        """From a path, or `-S size` from what comes in."""
        asks = options(asked)
        if asks.names and asks.names != ["-"]:
            files = [asked.disk.read(asked.disk.whole(name)) for name in asks.names]
            return self._install(files, wish(asks))
        length = size(asks)

        async def receive(terminal: Terminal) -> int:
            content = await _exactly(terminal, length)
            with self._device.turn("adb install"):
                result = self._install([content], wish(asks))
            await terminal.out(result.out)
            return result.code

        return Result(lasting=receive)

    def create(self, asked: Asked) -> str:
        number = str(next(self._numbers))
        self._parts[number] = Parts(wish(options(asked)))
        return f"Success: created install session [{number}]\n"

    def write(self, asked: Asked) -> Result | str:
        """`-S size number name -`, or a path in place of the dash."""
        asks = options(asked)
        parts = self._of(asks)
        if asks.names[2:] not in ([], ["-"]):
            parts.files.append(asked.disk.read(asked.disk.whole(asks.names[2])))
            return f"Success: streamed {len(parts.files[-1])} bytes\n"
        length = size(asks)

        async def receive(terminal: Terminal) -> int:
            parts.files.append(await _exactly(terminal, length))
            await terminal.out(f"Success: streamed {length} bytes\n")
            return 0

        return Result(lasting=receive)

    def commit(self, asked: Asked) -> Result:
        parts = self._of(options(asked))
        self._parts.pop(options(asked).names[0])
        return self._install(parts.files, parts.wish)

    def abandon(self, asked: Asked) -> str:
        self._of(options(asked))
        self._parts.pop(options(asked).names[0])
        return SUCCESS

    def _of(self, asks: Options) -> Parts:
        number = asks.names[0] if asks.names else ""
        if number not in self._parts:
            raise Wrong(f"Failure [INSTALL_FAILED_INVALID_SESSION: there is no session {number!r}]")
        return self._parts[number]

    def _install(self, files: list[bytes], wish: Wish) -> Result:
        device = self._device
        try:
            installing.install(device.phone, device.cable, files, wish)
        except (Refused, ValueError) as why:
            return Result(f"Failure [{why}]\n", code=FAILED)
        return Result(SUCCESS)


async def _exactly(terminal: Terminal, size: int) -> bytes:
    """So many bytes of what comes in; fewer where no more come, which the package manager notices."""
    taken = bytearray()
    while len(taken) < size and (more := await terminal.read()):
        taken += more
    return bytes(taken[:size])


def tables(device: Device) -> Mapping[str, Run]:
    """`pm` and `cmd package` with the doors for packages."""
    verbs = Installer(device).verbs

    def pm(asked: Asked) -> Result | str:
        run = verbs.get(asked.words[0]) if asked.words else None
        return packages.pm(asked) if run is None else run(asked.but(asked.words[1:]))

    def cmd(asked: Asked) -> Result | str:
        words = asked.words[1:] if asked.words[:1] == ["-w"] else asked.words
        return pm(asked.but(words[1:])) if words[:1] == ["package"] else services.cmd(asked)

    return {"pm": pm, "cmd": cmd}
