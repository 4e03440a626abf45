"""What a phone is made of, before any app: clock, storage, battery, network, camera, recorder, telephone."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from simulators.core.chance import Chance
from simulators.core.clock import Clock
from simulators.core.instants import iso
from simulators.core.phone_clock import MILLION, PhoneClock
from simulators.phone.app import App
from simulators.phone.battery import Battery
from simulators.phone.calls import Calls
from simulators.phone.camera import Camera
from simulators.phone.model import DEFAULT, Model, load
from simulators.phone.network import Network
from simulators.phone.permissions import Permissions
from simulators.phone.recorder import Recorder
from simulators.phone.scrolling import Scrolling
from simulators.phone.settings import Settings
from simulators.phone.storage import Storage


class PhoneOff(Exception):
    """The phone is off: it shows nothing and does nothing."""


class Hardware:
    """The parts of one phone of a given model, and what can be read from them."""

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
            {"wifi": self.model.wifi_bytes_per_second, "mobile": self.model.mobile_bytes_per_second}
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
        self.scrolling = Scrolling()
        self.apps: dict[str, App] = {}
        self.running: set[str] = set()
        self.foreground: str | None = None
        self.on, self.locked, self.boots = True, False, 1
        self._booted = world.now()
        self.network.watch(self._network_changed)

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

    def _must_be_on(self) -> None:
        if not self.on:
            raise PhoneOff(f"the phone {self.udid} is off; switch it on first")

    # what the operating system does when something happens by itself

    def power_off(self) -> None:
        """The battery is empty."""
        raise NotImplementedError

    def _ended(self, package: str, name: str, cause: str) -> None:
        raise NotImplementedError

    def _network_changed(self) -> None:
        raise NotImplementedError
