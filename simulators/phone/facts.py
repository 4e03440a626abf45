"""What a phone says of itself, as JSON."""

from typing import Any

from simulators.core.instants import iso
from simulators.phone.hardware import Hardware

Facts = dict[str, Any]


class Described(Hardware):
    """A phone that can be asked what it is and how it stands."""

    def info(self) -> Facts:
        """What the phone says of itself; JSON."""
        return {
            **self._make(),
            **self._condition(),
            **self._parts(),
            **self._reaching(),
            "apps": self._apps(),
        }

    def _make(self) -> Facts:
        """What never changes."""
        model = self.model
        harmony = {"harmonyVersion": model.os_version} if model.os == "HarmonyOS" else {}
        return {
            "udid": self.udid, "device_id": self.device_id, "number": self.number,
            "model": model.name, "model_id": model.id, "manufacturer": model.manufacturer, "brand": model.brand,
            "code": model.code, "form": model.form, "released": model.released.isoformat(),
            "os": model.os, "osVersion": model.os_version, **harmony,
            "platform": model.platform, "platformVersion": model.platform_version, "apiVersion": str(model.api_level),
            "runs": model.runs, "why_no_app": model.why_no_app,
            "realDisplaySize": f"{model.width}x{model.height}", "displayDensity": model.density, "scale": model.scale,
        }  # fmt: skip

    def _condition(self) -> Facts:
        return {
            "on": self.on, "locked": self.locked, "boots": self.boots,
            "foreground": self.foreground, "running": sorted(self.running),
            "clock": iso(self.clock.now()), "local_time": self.clock.now().isoformat(timespec="milliseconds"),
            "locale": self.settings["language"], "settings": self.settings.as_dict(),
            "call": {"state": self.calls.state, "number": self.calls.number},
        }  # fmt: skip

    def _parts(self) -> Facts:
        network, storage = self.network, self.storage
        return {
            "storage": {"capacity": storage.capacity, "free": storage.free, "files": dict(storage.files)},
            "battery": {"percent": round(self.battery.level, 3), "plugged": self.battery.charging},
            "network": {
                "up": network.up, "kind": network.kind, "bars": network.bars, "generation": network.generation,
                "bytes_per_second": network.bytes_per_second,
                "latency_ms": network.latency_ms, "jitter_ms": network.jitter_ms, "loss": network.loss,
                "outage_after_bytes": network.outage_after, "sent": network.sent, "received": network.received,
            },
            "prompts": [
                {"at": iso(one.at), "package": one.package, "words": one.words, "audible": one.audible}
                for one in self.speaker.said
            ],
            "recording": self.recorder.active, "recordings": self.recorder.state(), "lens": self.camera.lens,
        }  # fmt: skip

    def _reaching(self) -> Facts:
        inbox, alarms = self.inbox, self.alarms
        return {
            "alarms": [{"at": f"{one.at:%H:%M}", "label": one.label} for one in alarms.daily],
            "alarm_ringing": alarms.ringing and alarms.ringing.label,
            "messages": [{"from": one.sender, "text": one.text, "at": iso(one.at)} for one in inbox.messages],
            "notifications": [
                {"package": one.package, "title": one.title, "text": one.text, "at": iso(one.at)}
                for one in inbox.notifications
            ],
        }

    def _apps(self) -> Facts:
        return {
            package: {
                "label": app.label, "version": app.version, "state": self.process(package).state,
                "permissions": self.permissions.state(package), "source": self.sources.get(package, ""),
            }
            for package, app in self.apps.items()
        }  # fmt: skip
