"""The operating system: which app is in front, which run, and what calls, locks and power do to them."""

from typing import Any

from simulators.phone.app import App, Cause
from simulators.phone.hardware import Hardware


class Lifecycle(Hardware):
    """A phone with apps, whatever its screen shows."""

    def install(self, app: App, *, granted: bool = True) -> None:
        """Put an app on the phone; `granted` answers the system's questions beforehand."""
        self.apps[app.package] = app
        if granted:
            self.permissions.grant_all(app.package)

    def launch(self, package: str) -> None:
        """Bring an app to the front, starting it where it does not run; what was in front goes back."""
        self._must_be_on()
        app = self._installed(package)
        if self.foreground == package:
            return
        self._to_background("other_app")
        self.foreground = package
        if self.permissions.open_question(package) is None:
            self._enter(app)

    def terminate(self, package: str) -> None:
        """The candidate closes an app: it leaves the front, then its process ends."""
        self._installed(package)
        if self.foreground == package:
            self._to_background("exit")
        self._kill(package, "exit")

    def background(self) -> None:
        """To the home screen."""
        self._to_background("home")

    def lock(self, *, automatic: bool = False) -> None:
        """Lock the screen: by the candidate, or by itself (C59)."""
        if self.locked or not self.on:
            return
        self.locked = True
        if self._in_front() is not None:
            self.apps[self.foreground or ""].to_background("auto_lock" if automatic else "screen_lock")

    def unlock(self) -> None:
        if not self.locked:
            return
        self.locked = False
        if (app := self._in_front()) is not None and self.calls.state != "talking":
            app.to_foreground()

    def incoming_call(self, number: str) -> None:
        """Somebody calls. In airplane mode, with calls diverted, or when switched off, nothing rings."""
        if self.on and not self.settings["airplane_mode"] and not self.settings["call_forwarding"]:
            self.calls.ring(number)

    def answer_call(self) -> None:
        """ValueError where nothing rings."""
        self.calls.answer()
        if (app := self._in_front()) is not None:
            app.to_background("call_answered")

    def end_call(self) -> None:
        """Hang up or decline; the caller may do it too."""
        talking = self.calls.state == "talking"
        self.calls.hang_up()
        if talking and not self.locked and (app := self._in_front()) is not None:
            app.to_foreground()

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
        self.foreground, self.on = None, False
        self.calls.hang_up()
        self.network.close()

    def power_on(self) -> None:
        """The phone starts, unlocked, with no app running. Nothing happens on a phone that is on."""
        if not self.on:
            self.on, self.locked = True, False
            self.boots += 1
            self._booted = self.world.now()

    def restore_app(self, package: str, state: dict[str, Any], *, foreground: bool = True) -> None:
        """Let an app run as if it had come to `state` by itself, without a word to the network."""
        app = self._installed(package)
        self.permissions.grant_all(package)
        self.running.add(package)
        self.foreground = package if foreground else self.foreground
        app.restore(state)

    def _enter(self, app: App) -> None:
        if app.package in self.running:
            app.to_foreground()
        else:
            self.running.add(app.package)
            app.launched()

    def _to_background(self, cause: Cause) -> None:
        app = self._in_front()
        self.foreground = None
        if app is not None and not self.locked:
            app.to_background(cause)

    def _in_front(self) -> App | None:
        return self.apps[self.foreground] if self.foreground in self.running and self.foreground else None

    def _kill(self, package: str, cause: str) -> None:
        if package not in self.running:
            return
        self.running.discard(package)
        active = self.recorder.active
        if active is not None and self.recorder.recordings[active].owner == package:
            self.recorder.stop(cause)
        self.apps[package].killed()

    def _ended(self, package: str, name: str, cause: str) -> None:
        self.apps[package].recording_ended(name, cause)

    def _network_changed(self) -> None:
        for package in sorted(self.running):
            self.apps[package].network_changed()

    def _installed(self, package: str) -> App:
        if package not in self.apps:
            raise ValueError(
                f"{package} is not installed on {self.udid}; it has {', '.join(self.apps) or 'no apps'}"
            )
        return self.apps[package]
