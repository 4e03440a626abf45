"""The operating system: which app is in front, which run, and what calls, locks and power do to them."""

from collections.abc import Iterable
from typing import Any

from simulators.phone.app import App, Capture, Cause
from simulators.phone.facts import Described
from simulators.phone.inbox import Message, Notification
from simulators.phone.system import Answer

SWITCHES: dict[Capture, str] = {"screen_recording": "screen_recording", "screen_cast": "screen_casting"}
"""The settings that say that such a capture is under way; a screenshot is over at once."""


class Lifecycle(Described):
    """A phone with apps, whatever its screen shows."""

    def install(self, app: App, *, granted: bool = True) -> None:
        """Put an app on the phone; `granted` answers the system's questions beforehand."""
        self.apps[app.package] = app
        self.journal.note("installed", app.package, app.version)
        if granted:
            self.permissions.grant_all(app.package)

    def launch(self, package: str) -> None:
        """Bring an app to the front, starting it where it does not run; what was in front goes back."""
        self._must_be_on()
        app = self._installed(package)
        if self.foreground == package:
            return
        self._to_background("other_app")
        self.foreground, self.shade = package, False
        self._enter(app)

    def terminate(self, package: str) -> None:
        """The candidate closes an app: it leaves the front, then its process ends."""
        self._installed(package)
        if self.foreground == package:
            self._to_background("exit")
        self._kill(package, "exit")

    def background(self) -> None:
        """To the home screen."""
        self.shade = False
        self._to_background("home")

    def lock(self, *, automatic: bool = False) -> None:
        """Lock the screen: by the candidate, or by itself (C59)."""
        if self.locked or not self.on:
            return
        self.locked, self.shade = True, False
        self.journal.note("locked", how="auto_lock" if automatic else "screen_lock")
        if (app := self._in_front()) is not None:
            self._leave(app, "auto_lock" if automatic else "screen_lock")

    def unlock(self) -> None:
        if not self.locked:
            return
        self.locked = False
        self.journal.note("unlocked")
        if (app := self._in_front()) is not None and self.calls.state != "talking":
            self._enter(app)

    def incoming_call(self, number: str) -> None:
        """Somebody calls. In airplane mode, with calls diverted, or when switched off, nothing rings."""
        if self.on and not self.settings["airplane_mode"] and not self.settings["call_forwarding"]:
            self.shade = False
            self.calls.ring(number)
            self.journal.note("call", number, self.calls.state)
        self._settle()

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
        self._settle()

    def receive_message(self, sender: str, text: str) -> None:
        """A text message arrives. Nothing reaches a phone that is off or in airplane mode."""
        if self.on and not self.settings["airplane_mode"]:
            self.inbox.receive(sender, text)
            self.journal.note("message", sender)
            self.inbox.post(self.system.packages.messages, sender, text, banner=self._may_disturb())

    def notify(self, package: str, title: str, text: str) -> None:
        """An app has something to say; it is shown where the app may."""
        if self.permissions.allows(package, "notifications"):
            self.inbox.post(package, title, text, banner=self._may_disturb())
            self.journal.note("notification", package, title)

    def open_notifications(self) -> None:
        """Draw them down over the screen; the app in front stays there. Not over a call, nor on the lock screen."""
        self._must_be_on()
        self.shade = self.calls.state == "idle" and not self.locked

    def close_notifications(self) -> None:
        self.shade = False

    @property
    def messages(self) -> list[Message]:
        """The text messages, the newest last."""
        return self.inbox.messages

    @property
    def notifications(self) -> list[Notification]:
        """What apps and the system had to say, the newest last."""
        return self.inbox.notifications

    def ask(self, package: str, names: Iterable[str]) -> bool:
        """Whether the system's questions for these permissions are answered. Those that are not come up one by one
        over the app; after the last answer the app hears `permissions_answered`. ValueError for an unknown name."""
        answered = self.permissions.ask(package, names)
        self._settle()
        return answered

    def answer_question(self, answer: Answer) -> None:
        """The person answers the question that is open for the app in front."""
        if (app := self._in_front()) is None or self.permissions.open_question(app.package) is None:
            return
        self.permissions.answer(app.package, answer)
        self._settle()
        if self.permissions.open_question(app.package) is None:
            app.permissions_answered()

    def capture(self, kind: Capture, on: bool = True) -> None:
        """The person takes a screenshot, or begins or ends a screen recording or a cast."""
        self._must_be_on()
        before = kind in SWITCHES and self.settings[SWITCHES[kind]] is True
        if kind in SWITCHES:
            self.settings.set({SWITCHES[kind]: on})
        if on and not before and not self.locked and (app := self._in_front()) is not None:
            app.captured(kind)

    def crash(self, package: str) -> None:
        """An app's process dies at once and can say nothing."""
        self._installed(package)
        if self.foreground == package:
            self.foreground = None
        self._kill(package, "crash")

    def power_off(self) -> None:
        """All power is lost at once. Nothing happens on a phone that is off."""
        if not self.on:
            return
        for package in sorted(self.running):
            self._kill(package, "power_loss")
        self.foreground, self.on, self.shade = None, False, False
        self.journal.note("power_off")
        self.calls.hang_up()
        self.network.close()

    def power_on(self) -> None:
        """The phone starts, unlocked, with no app running. Nothing happens on a phone that is on."""
        if not self.on:
            self.on, self.locked = True, False
            self.boots += 1
            self._booted = self.world.now()
            self.journal.note("power_on", how=str(self.boots))

    def restore_app(self, package: str, state: dict[str, Any], *, foreground: bool = True) -> None:
        """Let an app run as if it had come to `state` by itself, without a word to the network."""
        app = self._installed(package)
        self.permissions.grant_all(package)
        self.foreground = package if foreground else self.foreground
        process = self.process(package)
        for event in ("enter",) if foreground else ("enter", "leave"):
            if process.can(event):
                process.happen(event)
        app.restore(state)

    def _enter(self, app: App) -> None:
        process = self.process(app.package)
        ran = process.running
        if process.can("enter"):
            process.happen("enter")
        self.journal.note("resumed" if ran else "started", app.package)
        self._settle()
        (app.to_foreground if ran else app.launched)()
        process.catch_up()

    def _leave(self, app: App, cause: Cause) -> None:
        process = self.process(app.package)
        if process.can("leave"):
            process.happen("leave")
        self.journal.note("left", app.package, cause)
        app.to_background(cause)

    def _settle(self) -> None:
        """What is in front is covered by something of the system's, or not."""
        if (app := self._in_front()) is None:
            return
        asked = self.permissions.open_question(app.package) is not None
        event = "cover" if asked or self.calls.state == "ringing" else "uncover"
        if self.process(app.package).can(event):
            self.process(app.package).happen(event)

    def _may_disturb(self) -> bool:
        return self.settings["notifications"] is True and not self.settings["do_not_disturb"]

    def _to_background(self, cause: Cause) -> None:
        app = self._in_front()
        self.foreground = None
        if app is not None and not self.locked:
            self._leave(app, cause)

    def _in_front(self) -> App | None:
        return self.apps[self.foreground] if self.foreground in self.running and self.foreground else None

    def _kill(self, package: str, cause: str) -> None:
        if package not in self.running:
            return
        self.process(package).happen("end")
        self.journal.note("ended", package, cause)
        self.permissions.process_ended(package)
        active = self.recorder.active
        if active is not None and self.recorder.recordings[active].owner == package:
            self.recorder.cut(cause)
        self.apps[package].killed()

    def _ended(self, package: str, name: str, cause: str) -> None:
        """Told at once, or when the process goes on."""
        self.journal.note("recording", package, cause)
        process, app = self.process(package), self.apps[package]
        if process.still:
            process.put_off(lambda: app.recording_ended(name, cause))
        else:
            app.recording_ended(name, cause)

    def _network_changed(self) -> None:
        self.journal.note("network", self.network.kind, "up" if self.network.up else "down")
        for package in sorted(self.running):
            if not self.process(package).still:
                self.apps[package].network_changed()

    def _installed(self, package: str) -> App:
        if package not in self.apps:
            raise ValueError(
                f"{package} is not installed on {self.udid}; it has {', '.join(self.apps) or 'no apps'}"
            )
        return self.apps[package]
