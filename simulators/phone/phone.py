"""One phone: hardware, operating system and the apps on it. The wires and the bench act on this object."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from simulators.core.chance import Chance
from simulators.core.clock import Clock
from simulators.core.instants import iso
from simulators.core.phone_clock import MILLION, PhoneClock
from simulators.phone import draw, shell
from simulators.phone.app import App, Cause
from simulators.phone.battery import Battery
from simulators.phone.calls import Calls
from simulators.phone.camera import Camera
from simulators.phone.element import Element
from simulators.phone.layout import lay_out
from simulators.phone.model import DEFAULT, Model, load
from simulators.phone.network import Network
from simulators.phone.permissions import Permissions
from simulators.phone.pictures import Pixels
from simulators.phone.recorder import Recorder
from simulators.phone.settings import Settings
from simulators.phone.storage import Storage

NIGHT = ("home", "lock_screen", "incoming_call", "call", "permission")


class PhoneOff(Exception):
    """The phone is off: it shows nothing and does nothing."""


class Phone:
    """A phone of a given model. All commands are turns of whoever holds the world's lock."""

    def __init__(
        self, udid: str, world: Clock, chance: Chance, folder: Path, model: str | Model = DEFAULT,
        device_id: str | None = None,
    ) -> None:  # fmt: skip
        self.udid, self.world, self.chance = udid, world, chance.child(udid)
        self.device_id = device_id or udid
        self.model = load(model) if isinstance(model, str) else model
        self.folder = folder / udid
        self.folder.mkdir(parents=True, exist_ok=True)
        self.clock = PhoneClock(world)
        self.storage = Storage(self.model.storage_bytes, self.model.system_bytes, self.folder)
        self.battery = Battery(world, udid, self.model.battery_minutes, self.power_off)
        self.network = Network(
            world, {"wifi": self.model.wifi_bytes_per_second, "mobile": self.model.mobile_bytes_per_second}
        )
        self.camera = Camera(self.chance.child("camera"))
        self.recorder = Recorder(
            world,
            udid,
            self.storage,
            self.chance.child("recorder"),
            self.model.video_bytes_per_second,
            self._ended,
        )
        self.calls, self.settings, self.permissions = Calls(), Settings(), Permissions()
        self.apps: dict[str, App] = {}
        self.running: set[str] = set()
        self.foreground: str | None = None
        self.on, self.locked, self.boots = True, False, 1
        self._booted = world.now()
        self.network.watch(self._network_changed)

    # the person's and the driver's hands

    def install(self, app: App, *, granted: bool = True) -> None:
        """Put an app on the phone; `granted` answers the system's questions beforehand."""
        self.apps[app.package] = app
        if granted:
            self.permissions.grant_all(app.package)

    def tap(self, element: Element) -> None:
        """Touch the middle of an element of the present tree."""
        box = element.bounds
        self.tap_at(box.x + box.width // 2, box.y + box.height // 2)

    def tap_at(self, x: int, y: int) -> None:
        """Touch a point: what is topmost there and can be tapped is tapped, if it is enabled."""
        self._must_be_on()
        hit = next((element for element in reversed(self.tree().at(x, y)) if element.tap), None)
        if hit is None or not hit.enabled:
            return
        system, _, action = hit.tap.partition("os:")
        if action and not system:
            name, _, detail = action.partition(":")
            self._actions()[name](detail)
        elif self.foreground is not None:
            self.apps[self.foreground].tap(hit.tap, hit.id)

    def type(self, element: Element, text: str) -> None:
        """Append to a field that is enabled; anything else takes no text."""
        if self._takes_text(element):
            self.apps[self.foreground or ""].type(element.id, text)

    def clear(self, element: Element) -> None:
        if self._takes_text(element):
            self.apps[self.foreground or ""].clear(element.id)

    def press(self, key: str) -> None:
        """Press a key of the phone: home, back, power, volume_up or volume_down. ValueError for another."""
        self._must_be_on()
        keys: Mapping[str, Callable[[], None]] = {
            "home": self.background,
            "back": self._back,
            "power": lambda: self.unlock() if self.locked else self.lock(),
            "volume_up": lambda: self.settings.set({"muted": False}),
            "volume_down": lambda: None,
        }
        if key not in keys:
            raise ValueError(f"no key {key!r} on this phone; it has {', '.join(keys)}")
        keys[key]()

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

    # the world around

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

    # what can be seen of it

    def tree(self) -> Element:
        """What the screen shows, laid out. PhoneOff where it is dark."""
        self._must_be_on()
        now = self.clock.now()
        content = self._content(now)
        network = (
            shell.KIND_NAMES.get(self.network.kind, "5G") if self.network.up else shell.KIND_NAMES["none"]
        )
        bar = shell.status_bar(now, network, self.battery.level, night=content.id in NIGHT)
        root = Element("screen", f"{content.id}_screen", children=(bar, replace(content, id="")), style="screen")
        return lay_out(root, self.model.width, self.model.height)

    def pixels(self) -> Pixels:
        """The screen's pixels, (height, width, 3) in blue, green, red; read only."""
        return draw.draw(self.tree(), self.model.width, self.model.height)

    def screenshot(self) -> bytes:
        """The screen as a PNG file."""
        return draw.png(self.tree(), self.model.width, self.model.height)

    def uptime(self) -> timedelta:
        """Time since the phone was switched on, by its own quartz: setting the clock does not touch it."""
        return (self.world.now() - self._booted) * (1 + self.clock.drift_ppm / MILLION)

    def world_in(self, span: timedelta) -> datetime:
        """The world's instant at which `span` more will have passed on this phone."""
        return self.world.now() + span / (1 + self.clock.drift_ppm / MILLION)

    def info(self) -> dict[str, Any]:
        """What the phone says of itself; JSON."""
        model = self.model
        return {
            "udid": self.udid, "device_id": self.device_id, "model": model.name, "manufacturer": model.manufacturer,
            "code": model.code, "platform": model.platform, "platformVersion": model.platform_version,
            "apiVersion": str(model.api_level), "realDisplaySize": f"{model.width}x{model.height}",
            "displayDensity": model.density, "locale": self.settings["language"], "on": self.on, "locked": self.locked,
            "foreground": self.foreground, "running": sorted(self.running), "clock": iso(self.clock.now()),
            "local_time": self.clock.now().isoformat(timespec="milliseconds"),
            "storage": {"capacity": self.storage.capacity, "free": self.storage.free, "files": dict(self.storage.files)},
            "battery": {"percent": round(self.battery.level, 3), "plugged": self.battery.charging},
            "network": {
                "up": self.network.up, "kind": self.network.kind, "bytes_per_second": self.network.bytes_per_second,
                "sent": self.network.sent, "received": self.network.received,
            },
            "call": {"state": self.calls.state, "number": self.calls.number},
            "recording": self.recorder.active, "recordings": self.recorder.state(),
            "lens": self.camera.lens, "settings": self.settings.as_dict(),
            "apps": {app.package: {"label": app.label, "version": app.version} for app in self.apps.values()},
        }  # fmt: skip

    # inside

    def _content(self, now: datetime) -> Element:
        if self.calls.state != "idle":
            return (shell.ringing if self.calls.state == "ringing" else shell.talking)(self.calls.number)
        if self.locked:
            return shell.lock(now)
        if self.foreground is None:
            return shell.home(self.apps.values(), now)
        app = self.apps[self.foreground]
        question = self.permissions.open_question(app.package)
        return app.screen(now) if question is None else shell.permission(app.label, question)

    def _actions(self) -> Mapping[str, Callable[[str], None]]:
        return {
            "launch": self.launch,
            "unlock": lambda _: self.unlock(),
            "answer": lambda _: self.answer_call(),
            "decline": lambda _: self.end_call(),
            "allow": lambda _: self._permit(True),
            "deny": lambda _: self._permit(False),
        }

    def _permit(self, allowed: bool) -> None:
        app = self.apps[self.foreground or ""]
        self.permissions.answer(app.package, allowed)
        if self.permissions.open_question(app.package) is None:
            self._enter(app)

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

    def _back(self) -> None:
        if self.calls.state != "idle" or self.locked:
            return
        if (app := self._in_front()) is not None:
            app.tap("back", "")

    def _takes_text(self, element: Element) -> bool:
        self._must_be_on()
        found = self.tree().find(element.id)
        return found is not None and found.kind == "field" and found.enabled and self.foreground is not None

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

    def _must_be_on(self) -> None:
        if not self.on:
            raise PhoneOff(f"the phone {self.udid} is off; switch it on first")
