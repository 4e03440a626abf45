"""What reaches the person who holds the phone: calls, messages, alarms, notifications, the system's questions."""

from collections.abc import Iterable, Mapping
from typing import Any

from simulators.phone.app import Capture
from simulators.phone.inbox import Message, Notification
from simulators.phone.packages import Packages
from simulators.phone.settings import Value
from simulators.phone.system import Answer

SWITCHES: Mapping[str, Capture] = {"screen_recording": "screen_recording", "screen_casting": "screen_cast"}
"""The settings that say that such a capture is under way; a screenshot is over at once."""
MISSED = "未接来电"
NO_CALLS = ("airplane_mode", "call_forwarding", "call_barring")
"""Each of these settings keeps every call away."""


class Reachable(Packages):
    """A phone that rings, shows banners, asks, and tells its apps when the person captures the screen."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.settings.watch(self._settings_changed)
        self.touched()

    @property
    def messages(self) -> list[Message]:
        """The text messages, the newest last."""
        return self.inbox.messages

    @property
    def notifications(self) -> list[Notification]:
        """What apps and the system had to say, the newest last."""
        return self.inbox.notifications

    def incoming_call(self, number: str) -> None:
        """Somebody calls. In airplane mode, with calls diverted or barred, without a SIM card, or when switched off,
        nothing rings; where nobody shall disturb, the person only finds it among what was missed."""
        barred = any(self.settings[name] for name in NO_CALLS) or not self.settings["sim"]
        if not self.on or barred:
            return
        if self.settings["do_not_disturb"]:
            self._missed(number)
        else:
            self.shade = False
            self.calls.ring(number)
            self.journal.note("call", number, self.calls.state)
        self.settle()

    def answer_call(self) -> None:
        """ValueError where nothing rings."""
        self.calls.answer()
        self.journal.note("call", self.calls.number, self.calls.state)
        if (app := self._in_front()) is not None:
            self._leave(app, "call_answered")

    def end_call(self) -> None:
        """Hang up or decline; the caller may do it too."""
        talking = self.calls.state == "talking"
        if self.calls.state != "idle":
            self.journal.note("call", self.calls.number, "idle")
        self.calls.hang_up()
        if talking and not self.locked and (app := self._in_front()) is not None:
            self._enter(app)
        self.settle()

    def receive_message(self, sender: str, text: str) -> None:
        """A text message arrives. Nothing reaches a phone that is off, in airplane mode or without a SIM card."""
        if self.on and self.settings["sim"] and not self.settings["airplane_mode"]:
            self.inbox.receive(sender, text)
            self.journal.note("message", sender)
            self._post(self.system.packages.messages, sender, text)

    def notify(self, package: str, title: str, text: str) -> None:
        """An app has something to say; it is shown where the app may."""
        if self.permissions.allows(package, "notifications"):
            self._post(package, title, text)
            self.journal.note("notification", package, title)

    def open_notifications(self) -> None:
        """Draw them down over the screen; the app in front stays there. Not over a call, nor on the lock screen."""
        self._must_be_on()
        self.shade = self.calls.state == "idle" and not self.locked

    def close_notifications(self) -> None:
        self.shade = False

    def wake_assistant(self) -> None:
        """The side key held down: where it wakes the assistant (R228), that comes over what is in front."""
        self.listening = self.settings["assistant_key"] is True and self.settings["voice_assistant"] is True
        self.settle()

    def dismiss_assistant(self) -> None:
        self.listening = False
        self.settle()

    def ask(self, package: str, names: Iterable[str]) -> bool:
        """Whether the system's questions for these permissions are answered. Those that are not come up one by one
        over the app; after the last answer the app hears `permissions_answered`. ValueError for an unknown name."""
        answered = self.permissions.ask(package, names)
        self.settle()
        return answered

    def answer_question(self, answer: Answer) -> None:
        """The person answers the question that is open for the app in front."""
        if (app := self._in_front()) is None or self.permissions.open_question(app.package) is None:
            return
        self.permissions.answer(app.package, answer)
        self.settle()
        if self.permissions.open_question(app.package) is None:
            app.permissions_answered()

    def capture(self, kind: Capture, on: bool = True) -> None:
        """The person takes a screenshot, or begins or ends a screen recording or a cast."""
        self._must_be_on()
        switch = next((name for name, switched in SWITCHES.items() if switched == kind), None)
        if switch is not None:
            self.settings.set({switch: on})
        elif on:
            self._captured(kind)

    def _captured(self, kind: Capture) -> None:
        if not self.locked and (app := self._in_front()) is not None:
            app.captured(kind)

    def _settings_changed(self, new: Mapping[str, Value]) -> None:
        for name, kind in SWITCHES.items():
            if new.get(name):
                self._captured(kind)
        if "airplane_mode" in new:
            self._radio(not new["airplane_mode"])
        if {"auto_lock", "auto_lock_seconds"} & new.keys():
            self.touched()

    def _radio(self, on: bool) -> None:
        """Airplane mode takes calls and the network away, and its end brings the network back."""
        if not on:
            self.end_call()
        self.network.airplane(not on)

    def _missed(self, number: str) -> None:
        self.journal.note("call", number, "missed")
        self.settle()
        self._post(self.system.packages.call, MISSED, number)

    def _post(self, package: str, title: str, text: str) -> None:
        quiet = self.settings["do_not_disturb"] or not self.settings["notifications"] or self.locked
        self.inbox.post(package, title, text, banner=not quiet)
