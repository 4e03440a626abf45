"""What a phone is made of: clock, storage, battery, network, camera, recorder, telephone, and its apps' processes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from simulators.core.chance import Chance
from simulators.core.clock import Clock
from simulators.core.phone_clock import MILLION, PhoneClock
from simulators.phone.alarms import Alarms
from simulators.phone.app import App
from simulators.phone.battery import Battery
from simulators.phone.calls import Calls
from simulators.phone.camera import Camera
from simulators.phone.clipboard import Clipboard
from simulators.phone.inbox import Inbox
from simulators.phone.journal import Journal
from simulators.phone.model import DEFAULT, Model, load, numbers
from simulators.phone.network import Network
from simulators.phone.permissions import Permissions
from simulators.phone.process import Process
from simulators.phone.process_machine import MACHINES, Standing
from simulators.phone.recorder import Recorder, Senses
from simulators.phone.scrolling import Scrolling
from simulators.phone.settings import Settings
from simulators.phone.speaker import Speaker
from simulators.phone.storage import Storage
from simulators.phone.system import system_of

OFFICIAL = "official"
"""The channel of what its maker offers itself."""
MICROPHONE = "microphone_muted"
"""The setting that bears on what recordings hear."""
NUMBER_DIGITS = 9
"""After 11, with which no number of a person in mainland China begins."""


class PhoneOff(Exception):
    """The phone is off: it shows nothing and does nothing."""


class Hardware:
    """The parts of one phone of a given model."""

    def __init__(
        self, udid: str, world: Clock, chance: Chance, folder: Path, model: str | Model = DEFAULT,
        device_id: str | None = None, number: str | None = None,
    ) -> None:  # fmt: skip
        self.udid, self.world, self.chance = udid, world, chance.child(udid)
        self.device_id = device_id or udid
        self.model = load(model) if isinstance(model, str) else model
        self.system = system_of(self.model)
        self.number = number or f"11{self.chance.child('number').random.randrange(10**NUMBER_DIGITS):09}"
        """The number of the SIM card."""
        self.folder = folder / udid
        self.folder.mkdir(parents=True, exist_ok=True)
        self.clock = PhoneClock(world)
        self.storage = Storage(self.model.storage_bytes, self.model.system_bytes, self.folder)
        self.battery = Battery(world, udid, self.model.battery_minutes, self.power_off)
        self.network = Network(
            {"wifi": self.model.wifi_bytes_per_second, "mobile": self.model.mobile_bytes_per_second},
            self.chance.child("network"),
            lambda action: world.call_at(world.now(), udid, action),
        )
        self.camera = Camera(self.chance.child("camera"))
        senses = Senses(self.camera.look, self._hears, lambda: self.camera.around.heard)
        rate = self.model.video_bytes_per_second
        self.recorder = Recorder(world, udid, self.storage, rate, senses, self._ended)
        self.camera.watch(self.recorder.notice)
        self.calls, self.settings = Calls(world, udid, self._missed), Settings()
        self.settings.watch(lambda changed: self.recorder.notice() if MICROPHONE in changed else None)
        self.inbox = Inbox(world.now)
        self.alarms = Alarms(world, udid, self.clock, self.settle)
        self.scrolling, self.journal, self.clipboard = Scrolling(), Journal(self.clock.now), Clipboard()
        self.speaker = Speaker(self.clock.now, self._loudness)
        self.position: tuple[float, float, float] | None = None
        """Latitude, longitude and altitude, as far as the phone knows where it is."""
        self.preferences: dict[str, str] = {}
        """What somebody has written into the system's own tables; none of it bears on an exam."""
        questions = self.system.questions_of(self.model.version)
        self.permissions = Permissions(questions, lambda: self.network.kind == "wifi")
        self.apps: dict[str, App] = {}
        self.shelf: dict[str, Callable[[], App]] = {}
        """What the app market has for this phone, by package."""
        self.sources: dict[str, str] = {}
        """The channel through which each package came, as its build says."""
        self.wakeful: set[str] = set()
        """The packages that keep the screen awake while they are in front."""
        self._processes: dict[str, Process] = {}
        self.foreground: str | None = None
        self.on, self.locked, self.boots = True, False, 1
        self.shade = False
        """Whether the notifications are drawn down over the screen."""
        self.listening = False
        """Whether the voice assistant has been woken and waits for a word."""
        self._booted = world.now()
        self.network.watch(self._network_changed)

    def uptime(self) -> timedelta:
        """Time since the phone was switched on, by its own quartz: setting the clock does not touch it."""
        return (self.world.now() - self._booted) * (1 + self.clock.drift_ppm / MILLION)

    def world_in(self, span: timedelta) -> datetime:
        """The world's instant at which `span` more will have passed on this phone."""
        return self.world.now() + span / (1 + self.clock.drift_ppm / MILLION)

    def process(self, package: str) -> Process:
        """The process of a package, whether it runs or not; an app sets its wake-ups on it."""
        if package not in self._processes:
            rest_after = timedelta(seconds=self.system.rest_after_seconds)
            machine = MACHINES[self.system.name]
            self._processes[package] = Process(self.world, self.udid, machine, rest_after)
        return self._processes[package]

    @property
    def lock_after(self) -> timedelta:
        """So long nobody has to touch the phone until its screen locks by itself."""
        return timedelta(seconds=float(self.settings["auto_lock_seconds"]))

    @property
    def calls_in_banner(self) -> bool:
        """Whether a call that rings now is a banner over what is in front, and not a screen of its own."""
        return not self.locked and self.model.version >= numbers(self.system.call_banner_since)

    @property
    def running(self) -> set[str]:
        """The packages that have a process."""
        return {package for package, process in self._processes.items() if process.running}

    def standing(self, package: str) -> Standing | Literal["not_installed"]:
        """How an app stands, in the words that a driver's question for its state knows."""
        return self.process(package).standing if package in self.apps else "not_installed"

    def _hears(self, package: str) -> bool:
        """Whether an app's microphone takes anything in."""
        return self.settings[MICROPHONE] is False and self.permissions.allows(package, "microphone")

    def _loudness(self) -> int:
        """How loud apps play: the media volume, nothing where they are silenced."""
        return 0 if self.settings["muted"] is True else int(self.settings["media_volume"])

    def _must_be_on(self) -> None:
        if not self.on:
            raise PhoneOff(f"the phone {self.udid} is off; switch it on first")

    # what the operating system does when something happens by itself

    def power_off(self) -> None:
        """The battery is empty."""
        raise NotImplementedError

    def settle(self) -> None:
        """Something has come over what is in front, or has gone."""
        raise NotImplementedError

    def _missed(self, number: str) -> None:
        """A call that nobody answered."""
        raise NotImplementedError

    def _ended(self, package: str, name: str, cause: str) -> None:
        raise NotImplementedError

    def _network_changed(self) -> None:
        raise NotImplementedError
