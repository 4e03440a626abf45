"""A shell without a line: it runs what comes in, line by line, with an echo and a prompt where somebody types."""

import asyncio
from dataclasses import dataclass, field

from simulators.wire.android.device import Device
from simulators.wire.android.shell.running import run
from simulators.wire.android.shell.terminal import Terminal
from simulators.wire.android.stream import Stream
from simulators.wire.webdriver.mobile.shell.running import letters

INTERRUPT, END, ERASE, KILL = "\x03", "\x04", {"\x7f", "\b"}, "\x15"
INTERRUPTED = 130
LONGEST = 64 * 1024
EXIT = "exit"


async def lines(device: Device, terminal: Terminal) -> int:
    """A script through stdin; its exit code is that of its last line, or what `exit` says."""
    shell, left, code = device.shell(), "", 0
    while content := await terminal.read():
        *whole, left = (left + letters(content)).split("\n")
        for line in whole:
            if _ends(line):
                return _code(line, code)
            code = await run(device, shell, terminal, line)
        if len(left) > LONGEST:
            return code
    return await run(device, shell, terminal, left) if left.strip() else code


def _ends(line: str) -> bool:
    return line.split()[:1] == [EXIT]


def _code(line: str, last: int) -> int:
    words = line.split()
    return int(words[1]) & 0xFF if len(words) > 1 and words[1].isdecimal() else last


@dataclass(slots=True)
class Cooked:
    """A terminal as a screen wants it: each line begins on the left."""

    terminal: Terminal

    @property
    def stream(self) -> Stream:
        return self.terminal.stream

    async def out(self, text: str) -> None:
        await self.terminal.out(text.replace("\n", "\r\n"))

    async def err(self, text: str) -> None:
        await self.out(text)

    async def read(self) -> bytes:
        return await self.terminal.read()

    async def exit(self, code: int) -> None:
        await self.terminal.exit(code)


async def typed(device: Device, terminal: Terminal) -> int:
    """Somebody types: lines are run when they are ended, ^C ends what runs, ^D and `exit` the shell."""
    keys = Keys(terminal)
    pump = asyncio.ensure_future(keys.pump())
    shell, shown, code = device.shell(), Cooked(terminal), 0
    prompt = f"{device.phone.model.code}:/ $ "
    try:
        while True:
            await terminal.out(prompt)
            line = await keys.line()
            if line is None or _ends(line):
                return code if line is None else _code(line, code)
            code = await keys.at_work(asyncio.ensure_future(run(device, shell, shown, line)))
    finally:
        pump.cancel()
        await asyncio.gather(pump, return_exceptions=True)


@dataclass(slots=True)
class Keys:
    """What is typed, letter by letter; an interruption reaches what runs at once."""

    terminal: Terminal
    typed: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    _work: "asyncio.Future[int] | None" = None

    async def pump(self) -> None:
        while content := await self.terminal.read():
            for letter in letters(content):
                if letter == INTERRUPT and self._work is not None:
                    self._work.cancel()
                else:
                    self.typed.put_nowait(letter)
        self.typed.put_nowait(END)

    async def at_work(self, work: "asyncio.Future[int]") -> int:
        """The exit code of what runs meanwhile."""
        self._work = work
        try:
            await asyncio.wait({work})
            return INTERRUPTED if work.cancelled() else work.result()
        finally:
            self._work = None
            work.cancel()

    async def line(self) -> str | None:
        """The next line, shown as it is typed; None where there is to be none."""
        taken = ""
        while (letter := await self.typed.get()) not in {"\r", "\n"}:
            if letter == END and not taken:
                return None
            before = taken
            if letter in ERASE:
                taken = taken[:-1]
            elif letter in {INTERRUPT, KILL}:
                taken = ""
            elif letter.isprintable() and len(taken) < LONGEST:
                taken += letter
            await self.terminal.out(_echo(before, taken))
        await self.terminal.out("\r\n")
        return taken


def _echo(before: str, after: str) -> str:
    """What makes the one into the other on the screen."""
    return after[len(before) :] if after.startswith(before) else "\b \b" * (len(before) - len(after))
