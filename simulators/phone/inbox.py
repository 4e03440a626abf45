"""What reaches the person: text messages, notifications, and the banner of the newest of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

BANNER = timedelta(seconds=5)
"""So long a banner stays at the top of the screen."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text message."""

    sender: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Notification:
    """What an app or the system has to say; `package` says who."""

    package: str
    title: str
    text: str
    at: datetime


class Inbox:
    """Messages and notifications, the newest last. `now` is the world's time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.messages: list[Message] = []
        self.notifications: list[Notification] = []
        self._now = now
        self._banner: Notification | None = None

    def receive(self, sender: str, text: str) -> Message:
        message = Message(sender, text, self._now())
        self.messages.append(message)
        return message

    def post(self, package: str, title: str, text: str, *, banner: bool) -> None:
        """Add a notification; with `banner` it also comes up over whatever is in front."""
        note = Notification(package, title, text, self._now())
        self.notifications.append(note)
        if banner:
            self._banner = note

    @property
    def banner(self) -> Notification | None:
        """What is shown at the top of the screen now."""
        shown = self._banner
        return shown if shown is not None and self._now() - shown.at < BANNER else None

    def dismiss(self) -> None:
        """Take the banner away; its notification stays."""
        self._banner = None

    def clear(self, package: str | None = None) -> None:
        """Forget the notifications, or those of one package."""
        self.notifications = [note for note in self.notifications if package not in (None, note.package)]
        self._banner = None
