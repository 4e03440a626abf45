"""A phone as its adbd has it: the phone, what the cable has brought, and one shell session for all that is typed."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from simulators.core.turns import Turns
from simulators.phone.journal import Entry
from simulators.phone.phone import Phone
from simulators.wire.android.stream import Stream, StreamClosed
from simulators.wire.webdriver.asgi import Answer
from simulators.wire.webdriver.mobile.shell.cable import Cable, Companion
from simulators.wire.webdriver.mobile.shell.running import Run, Shell
from simulators.wire.webdriver.sessions import Session

SERVER = "io.appium.uiautomator2.server"
RUNNER = "androidx.test.runner.AndroidJUnitRunner"
COMPANIONS: Mapping[str, Companion] = {
    "io.appium.settings": Companion("8.0.9", 191),
    SERVER: Companion("10.6.6", 278),
    f"{SERVER}.test": Companion("10.6.6", 278, f"{SERVER}.test/{RUNNER}"),
}
"""What automation finds on a phone that a laboratory has prepared: Appium's own packages."""
Handle = Callable[[str, str, bytes], Answer]
"""What answers an HTTP request: method, path and body."""


@dataclass(slots=True, eq=False)
class Device:
    """One phone on a cable. `handle` answers what is sent to the UiAutomator2 server, None where there is none."""

    phone: Phone
    turns: Turns
    loop: asyncio.AbstractEventLoop
    handle: Handle | None = None
    table: Mapping[str, Run] = field(default_factory=dict)
    cable: Cable = field(default_factory=lambda: Cable(packages=dict(COMPANIONS)))
    instrumented: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while the UiAutomator2 server runs."""
    connections: set[Stream] = field(default_factory=set)
    """Those to the server's port; they end with the server, as the phone's own kernel would end them."""
    followers: set[asyncio.Queue[Entry | None]] = field(default_factory=set)
    """Who reads the phone's log as it grows."""
    plugged: bool = True
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.session = Session(self.phone, "adb", {}, 0.0, 0.0, 0.0)

    def shell(self) -> Shell:
        """A new shell; what it knows ends with its line."""
        return Shell(self.session, self.table, cable=self.cable)

    @contextmanager
    def turn(self, who: str) -> Iterator[None]:
        """A turn of the world. StreamClosed where the phone has been unplugged, or is off."""
        with self.turns.take(who):
            if not self.there():
                raise StreamClosed(f"{self.phone.udid} is gone")
            yield

    def look(self) -> None:
        """Whoever films the screen sees what has become of it."""
        if self.session.tape is not None:
            self.session.tape.look()

    def there(self) -> bool:
        """Whether anybody can be let in."""
        return self.plugged and self.phone.on

    def soon(self, action: Callable[[], None]) -> None:
        """Do something where the cables live, from whatever thread."""
        self.loop.call_soon_threadsafe(action)

    def noted(self, entry: Entry) -> None:
        """The phone has written something down, in a turn of whoever did it."""
        if self.plugged:
            self.soon(lambda: self._pass_on(entry))

    def _pass_on(self, entry: Entry) -> None:
        for queue in self.followers:
            queue.put_nowait(entry)
