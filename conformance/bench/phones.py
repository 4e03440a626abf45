"""The controls of a single phone: `/phones/{udid}/...` of the bench's contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Literal

from conformance.bench.forms import Phone
from conformance.bench.wire import BenchWire

Deed = Literal["launch", "terminate", "crash", "uninstall"]
CaptureKind = Literal["screenshot", "screen_recording", "screen_cast"]


class PhoneControls:
    """What the bench does to a phone; each answers with the phone as it is then."""

    _wire: BenchWire
    watch: Callable[[Phone], object]
    """Is told of each phone to which something was done, as it is then."""

    def phone(self, udid: str) -> Phone:
        """The phone as it is; `info` holds what its kind of bench tells."""
        return self._wire.ask("GET", f"/phones/{udid}", Phone)

    def set_storage(self, udid: str, free_bytes: int) -> Phone:
        """Leave this much storage free."""
        return self._put(udid, "storage", {"free_bytes": free_bytes})

    def set_battery(self, udid: str, *, percent: float | None = None, plugged: bool | None = None) -> Phone:
        """Charge in percent, and whether the phone is plugged in."""
        return self._put(udid, "battery", _set(percent=percent, plugged=plugged))

    def set_network(self, udid: str, **how: Any) -> Phone:
        """Take the network away, give it back, change its kind, its speed and how reliable it is.

        `how`: up, kind (wifi, cellular, none), bytes_per_second, latency_ms, jitter_ms, loss (a share of requests),
        outage_after_bytes, bars (0 to 4), generation (5G, 4G, 3G, 2G).
        """
        return self._put(udid, "network", _set(**how))

    def call(self, udid: str, number: str = "13900000000") -> Phone:
        """Somebody calls this phone."""
        return self._put(udid, "call", {"number": number})

    def hang_up(self, udid: str) -> Phone:
        """The caller hangs up."""
        return self._put(udid, "call", {"hang_up": True})

    def set_settings(self, udid: str, settings: Mapping[str, bool | str | int | float]) -> Phone:
        """Settings of the operating system, by their names in the phone's own list."""
        return self._put(udid, "settings", dict(settings))

    def set_phone_clock(
        self,
        udid: str,
        *,
        offset: timedelta | None = None,
        drift_ppm: float | None = None,
        zone: str | None = None,
    ) -> Phone:
        """Put this phone's own clock wrong; exam time does not move. `zone` is an offset such as `+09:00`."""
        offset_ms = None if offset is None else offset // timedelta(milliseconds=1)
        return self._put(udid, "clock", _set(offset_ms=offset_ms, drift_ppm=drift_ppm, zone=zone))

    def surround(self, udid: str, *, seen: Sequence[str] = (), words: str = "", heard: str = "") -> Phone:
        """What else there is to be seen and heard where this phone is; nothing where nothing is named."""
        return self._put(udid, "surroundings", {"seen": list(seen), "words": words, "heard": heard})

    def point_camera(self, udid: str, at: Literal["desk"] | Mapping[str, Any], **how: Any) -> Phone:
        """Point the camera: `"desk"`, `{"screen": udid}`, `{"picture": base64 PNG}`, `{"sheet": {"page": 1}}` or
        `{"id_card": {"side": "portrait"}}`, of the phone's owner or of another `candidate`, `name`, `id_number`.

        `how`: distance_cm, tilt_deg, turn_deg, blur, noise, glare, darkness, overexposure, backlight, as the bench's
        contract bounds them, and `held`, a sheet such as `{"page": 1}` before the front lens; `worn`, what the candidate
        wears on her face (none, make_up, lenses). On the desk lies what an app asks for.
        """
        return self._put(udid, "camera", {"pointed_at": at if at == "desk" else dict(at), **how})

    def set_power(self, udid: str, on: bool) -> Phone:
        """Switch the phone off or on."""
        return self._put(udid, "power", {"on": on})

    def set_lock(self, udid: str, locked: bool, *, automatic: bool = False) -> Phone:
        """Lock or unlock the screen; `automatic`: the phone locks by itself."""
        return self._put(udid, "lock", {"locked": locked, **({"automatic": True} if automatic else {})})

    def app(self, udid: str, does: Deed, package: str) -> Phone:
        """Launch, end, crash or uninstall an app."""
        return self._put(udid, "app", {does: package})

    def install(
        self, udid: str, package: str, *, version: str = "", granted: bool = False, source: str = ""
    ) -> Phone:
        """Install an app: the newest or another version, its permissions allowed or still to be asked; `source` is another
        channel than the official one."""
        named = _given(version=version, source=source)
        return self._put(udid, "app", {"install": package, "granted": granted, **named})

    def scan_and_install(self, udid: str, *, granted: bool = True) -> Phone:
        """The phone's own scanner reads the code before its camera, and the person installs what it leads to."""
        return self._put(udid, "scan", {"granted": granted})

    def update(self, udid: str, package: str, version: str) -> Phone:
        """Bring an installed app to another version."""
        return self._put(udid, "app", {"update": package, "version": version})

    def set_permissions(self, udid: str, package: str, granted: bool) -> Phone:
        """Allow an app all that it may use, or let everything be asked again."""
        return self._put(udid, "permissions", {"package": package, "granted": granted})

    def capture(self, udid: str, kind: CaptureKind, on: bool = True) -> Phone:
        """The person takes a screenshot, or begins or ends a screen recording or a cast."""
        return self._put(udid, "capture", {"kind": kind, "on": on})

    def clean(self, udid: str, package: str = "") -> Phone:
        """A cleaner takes away what an app, or every app, has left in the storage."""
        return self._put(udid, "clean", {"package": package} if package else {})

    def set_alarms(self, udid: str, alarms: Mapping[str, str]) -> Phone:
        """These alarms and no others: times such as `07:30`, by the phone's own clock, with their labels."""
        body = [{"at": at, "label": label} for at, label in alarms.items()]
        return self._put(udid, "alarms", {"alarms": body})

    def send_message(self, udid: str, sender: str, text: str) -> Phone:
        """A text message reaches the phone."""
        return self._put(udid, "messages", {"sender": sender, "text": text})

    def _put(self, udid: str, control: str, body: Mapping[str, Any]) -> Phone:
        phone = self._wire.ask("PUT", f"/phones/{udid}/{control}", Phone, body)
        self.watch(phone)
        return phone


def _given(**wish: str) -> dict[str, str]:
    return {key: value for key, value in wish.items() if value}


def _set(**wish: object) -> dict[str, object]:
    return {key: value for key, value in wish.items() if value is not None}
