"""What the phone asks of an app, and the causes for which an app leaves the front."""

from datetime import datetime
from typing import Any, Literal, Protocol

from simulators.phone.element import Element

Cause = Literal["home", "exit", "other_app", "call_answered", "screen_lock", "auto_lock"]
"""Why an app went to the background; all but auto_lock are the candidate's own doing (C03)."""

Capture = Literal["screenshot", "screen_recording", "screen_cast"]
"""How a person takes away what the screen shows (C59)."""


class App(Protocol):
    """An installed app. Between `launched` and `killed` it runs; `state` survives that."""

    package: str
    activity: str
    label: str
    version: str

    @property
    def state(self) -> dict[str, Any]:
        """What the app has written down; JSON."""
        ...

    def screen(self, now: datetime) -> Element:
        """What it shows; `now` is the phone's own clock."""
        ...

    def tap(self, action: str, element_id: str) -> None: ...

    def type(self, element_id: str, text: str) -> None:
        """Append to a field."""
        ...

    def clear(self, element_id: str) -> None: ...

    def launched(self) -> None: ...

    def to_background(self, cause: Cause) -> None: ...

    def to_foreground(self) -> None: ...

    def killed(self) -> None:
        """The process is gone: nothing may be sent any more."""
        ...

    def network_changed(self) -> None:
        """The connection came or went."""
        ...

    def recording_ended(self, name: str, cause: str) -> None:
        """A recording of this app's ended without the app's doing."""
        ...

    def permissions_answered(self) -> None:
        """The last of the questions has been answered that `phone.ask` had left open."""
        ...

    def captured(self, kind: Capture) -> None:
        """The person captures the screen while this app is in front. A driver's own screenshots are no such act (C51)."""
        ...

    def restore(self, state: dict[str, Any]) -> None:
        """Run with `state`, without a word to the network."""
        ...
