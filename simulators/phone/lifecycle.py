"""The operating system: which app is in front, which run, and what locks and power do to them."""

from typing import Any

from simulators.core.clock import Wakeup
from simulators.phone.app import App, Cause
from simulators.phone.facts import Described


class Lifecycle(Described):
    """A phone with apps, whatever its screen shows."""

    _locks: Wakeup | None = None

    def install(self, app: App, *, granted: bool = True) -> None:
        """Put an app on the phone; `granted` answers the system's questions beforehand."""
        self.apps[app.package] = app
        self.journal.note("installed", app.package, app.version)
        if granted:
            self.permissions.grant_all(app.package)

    def launch(self, package: str) -> None:
        """Bring an app to the front, starting it where it does not run; what was in front goes back."""
        self._must_be_on()
        app = self.installed(package)
        self.touched()
        if self.foreground == package:
            return
        self._to_background("other_app")
        self.foreground, self.shade = package, False
        self._enter(app)

    def terminate(self, package: str) -> None:
        """The candidate closes an app: it leaves the front, then its process ends."""
        self.installed(package)
        if self.foreground == package:
            self._to_background("exit")
        self._kill(package, "exit")

    def background(self) -> None:
        """To the home screen."""
        self.shade = self.listening = False
        self._to_background("home")

    def lock(self, *, automatic: bool = False) -> None:
        """Lock the screen: by the candidate, or by itself (C59)."""
        if self.locked or not self.on:
            return
        self.locked, self.shade, self.listening = True, False, False
        self.journal.note("locked", how="auto_lock" if automatic else "screen_lock")
        self.touched()
        if (app := self._in_front()) is not None:
            self._leave(app, "auto_lock" if automatic else "screen_lock")

    def unlock(self) -> None:
        if not self.locked:
            return
        self.locked = False
        self.journal.note("unlocked")
        self.touched()
        if (app := self._in_front()) is not None and self.calls.state != "talking":
            self._enter(app)

    def keep_awake(self, package: str, on: bool = True) -> None:
        """While this app is in front, the screen does not lock by itself."""
        (self.wakeful.add if on else self.wakeful.discard)(package)
        self.touched()

    def touched(self) -> None:
        """Somebody uses the phone: until its screen locks by itself, all of the time has to pass again."""
        if self._locks is not None:
            self._locks.cancel()
        self._locks = None
        if self.on and self.settings["auto_lock"] and not self.locked and self.foreground not in self.wakeful:
            at = self.world_in(self.lock_after)
            self._locks = self.world.call_at(at, self.udid, self._lock_by_itself)

    def _lock_by_itself(self) -> None:
        if self.calls.state == "idle" and self.alarms.ringing is None:
            self.lock(automatic=True)
        else:
            self.touched()

    def crash(self, package: str) -> None:
        """An app's process dies at once and can say nothing."""
        self.installed(package)
        if self.foreground == package:
            self.foreground = None
        self._kill(package, "crash")

    def power_off(self) -> None:
        """All power is lost at once. Nothing happens on a phone that is off."""
        if not self.on:
            return
        for package in sorted(self.running):
            self._kill(package, "power_loss")
        self.foreground, self.on, self.shade, self.listening = None, False, False, False
        self.journal.note("power_off")
        self.calls.hang_up()
        self.alarms.silent = True
        self.alarms.stop()
        self.inbox.dismiss()
        self.touched()
        self.network.close()

    def power_on(self) -> None:
        """The phone starts, unlocked, with no app running. Nothing happens on a phone that is on."""
        if not self.on:
            self.on, self.locked, self.alarms.silent = True, False, False
            self.boots += 1
            self._booted = self.world.now()
            self.journal.note("power_on", how=str(self.boots))
            self.touched()

    def restore_app(self, package: str, state: dict[str, Any], *, foreground: bool = True) -> None:
        """Let an app run as if it had come to `state` by itself, without a word to the network."""
        app = self.installed(package)
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
        self.settle()
        self.touched()
        (app.to_foreground if ran else app.launched)()
        process.catch_up()

    def _leave(self, app: App, cause: Cause) -> None:
        process = self.process(app.package)
        if process.can("leave"):
            process.happen("leave")
        self.journal.note("left", app.package, cause)
        self.touched()
        app.to_background(cause)

    def settle(self) -> None:
        """What is in front is covered by something of the system's, or not."""
        if (app := self._in_front()) is None:
            return
        event = "cover" if self._covers(app) else "uncover"
        if self.process(app.package).can(event):
            self.process(app.package).happen(event)

    def _covers(self, app: App) -> bool:
        asked = self.permissions.open_question(app.package) is not None
        ringing = self.calls.state == "ringing" and not self.calls_in_banner
        return asked or ringing or self.listening or self.alarms.ringing is not None

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
        self.wakeful.discard(package)
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

    def installed(self, package: str) -> App:
        """The app of that package. ValueError names those there are."""
        if package not in self.apps:
            raise ValueError(
                f"{package} is not installed on {self.udid}; it has {', '.join(self.apps) or 'no apps'}"
            )
        return self.apps[package]
