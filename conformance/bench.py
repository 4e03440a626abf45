"""The bench as the examiner uses it: one method per control of `contracts/bench.openapi.yaml`.

Instants are aware datetimes, storage and network speeds are bytes. Errors: `ControlMissing` (501: the target does
not offer it), `TransportLost` (no answer, or the token is wrong), `RefusedWhen` (409: the world cannot do this
now), `KitFault` (the kit asked wrongly).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from conformance.benchforms import Candidate, Controls, Phone, Probed, Record, World
from conformance.benchwire import BenchWire

Stage = Literal["registered", "confirmed", "paired", "waiting", "answering", "photos"]
Role = Literal["main", "aux"]
Operation = Literal["enter", "pair", "photo", "submit", "aux-submit", "upload"]
FaultKind = Literal["drop_answer", "cut_after", "dribble", "corrupt", "answer", "repeat", "outage"]


class Bench:
    """A client of one bench. `url` ends in `/bench/v1`; it is used by one scenario at a time."""

    def __init__(self, url: str, token: str) -> None:
        self._wire = BenchWire(url, token)

    def close(self) -> None:
        self._wire.close()

    # --- what there is -----------------------------------------------------------------------------------

    def controls(self) -> Controls:
        """What this bench offers, how exactly it sets time, and what product it drives."""
        return self._wire.ask("GET", "/controls", Controls)

    def open_world(
        self,
        *,
        season: str,
        seed: int,
        stage: Stage = "registered",
        subject: str = "song",
        session: str = "formal",
        candidates: Sequence[Mapping[str, str]] = ({},),
    ) -> World:
        """A fresh world at `stage`; each candidate is a mapping of name, account, subject, stage, as far as given."""
        wish = {
            "season": season,
            "seed": seed,
            "stage": stage,
            "subject": subject,
            "session": session,
            "candidates": [dict(candidate) for candidate in candidates],
        }
        return self._wire.ask("POST", "/worlds", World, wish)

    def world(self) -> World:
        """The world there is."""
        return self._wire.ask("GET", "/worlds/current", World)

    def end_world(self) -> None:
        """End the world; ending none is no error."""
        self._wire.tell("DELETE", "/worlds/current")

    def add_candidate(
        self, *, name: str = "", account: str = "", subject: str = "", stage: Stage = "registered"
    ) -> Candidate:
        """One more candidate with two phones, at a stage that lies behind."""
        wish = {"name": name, "account": account, "subject": subject, "stage": stage}
        return self._wire.ask("POST", "/candidates", Candidate, _given(wish))

    def add_phone(self, role: Role = "aux", *, owner: str = "", model: str = "") -> Phone:
        """One more phone, with the app of its role installed and not started; `owner` is an account."""
        return self._wire.ask(
            "POST", "/phones", Phone, _given({"role": role, "owner": owner, "model": model})
        )

    # --- time --------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """Exam time."""
        return self._wire.instant("GET", None)

    def move_to(self, instant: datetime) -> datetime:
        """Move exam time forward to `instant`; going back raises `RefusedWhen`."""
        return self._wire.instant("POST", {"to": instant.isoformat(timespec="milliseconds")})

    def move_by(self, span: timedelta) -> datetime:
        """Move exam time forward by `span` (whole milliseconds)."""
        return self._wire.instant("POST", {"by_ms": span // timedelta(milliseconds=1)})

    # --- the face check ----------------------------------------------------------------------------------

    def next_face_checks(self, account: str, results: Sequence[bool]) -> None:
        """What the next face checks of this candidate will say, in this order (True passes)."""
        words = ["pass" if result else "fail" for result in results]
        self._wire.tell("POST", "/face-checks/next", {"account": account, "results": words})

    def approve_face(self, sitting: str) -> None:
        """The reviewer at the platform lets this candidate pass."""
        self._wire.tell("POST", "/face-checks/approve", {"sitting": sitting})

    # --- a phone -----------------------------------------------------------------------------------------

    def phone(self, udid: str) -> Phone:
        """The phone as it is; `info` holds what its kind of bench tells."""
        return self._wire.ask("GET", f"/phones/{udid}", Phone)

    def set_storage(self, udid: str, free_bytes: int) -> Phone:
        """Leave this much storage free."""
        return self._put(udid, "storage", {"free_bytes": free_bytes})

    def set_battery(self, udid: str, *, percent: float | None = None, plugged: bool | None = None) -> Phone:
        """Charge in percent, and whether the phone is plugged in."""
        return self._put(udid, "battery", _set(percent=percent, plugged=plugged))

    def set_network(
        self,
        udid: str,
        *,
        up: bool | None = None,
        kind: Literal["wifi", "cellular", "none"] | None = None,
        bytes_per_second: int | None = None,
        latency_ms: int | None = None,
    ) -> Phone:
        """Take the network away, give it back, change its kind or speed."""
        body = _set(up=up, kind=kind, bytes_per_second=bytes_per_second, latency_ms=latency_ms)
        return self._put(udid, "network", body)

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

    def point_camera(self, udid: str, at: Literal["desk"] | Mapping[str, str], **how: float) -> Phone:
        """Point the camera: `"desk"`, `{"screen": udid}` or `{"picture": base64 PNG}`.

        `how`: distance_cm, tilt_deg, turn_deg, blur, noise, glare, darkness, as the bench's contract bounds them.
        """
        return self._put(udid, "camera", {"pointed_at": at if at == "desk" else dict(at), **how})

    def point_camera_at_screen(self, udid: str, other: str, **how: float) -> Phone:
        """Point the camera at the screen of the phone `other`."""
        return self.point_camera(udid, {"screen": other}, **how)

    def point_camera_at_picture(self, udid: str, png: bytes, **how: float) -> Phone:
        """Point the camera at a picture."""
        return self.point_camera(udid, {"picture": base64.b64encode(png).decode()}, **how)

    def set_power(self, udid: str, on: bool) -> Phone:
        """Switch the phone off or on."""
        return self._put(udid, "power", {"on": on})

    def set_lock(self, udid: str, locked: bool) -> Phone:
        """Lock or unlock the screen."""
        return self._put(udid, "lock", {"locked": locked})

    def app(self, udid: str, does: Literal["launch", "terminate", "crash"], package: str) -> Phone:
        """Launch, end or crash an app."""
        return self._put(udid, "app", {does: package})

    # --- the record, the probes, the faults ----------------------------------------------------------------

    def records(self, since: int = 0) -> list[Record]:
        """What the platform recorded after record number `since`, in the platform's closed vocabulary."""
        return self._wire.records(since)

    def probe(self, operation: Operation, udid: str, **body: Any) -> Probed:
        """The operation as this phone would ask for it, without the app."""
        return self._wire.ask("POST", f"/probes/{operation}", Probed, {"udid": udid, **body})

    def probe_together(self, probes: Sequence[Mapping[str, Any]]) -> list[Probed]:
        """Several probes at once, truly concurrent; each names its `operation`; results keep the order."""
        return self._wire.probed([dict(probe) for probe in probes])

    def fault(self, udid: str, kind: FaultKind, **detail: Any) -> None:
        """Something goes wrong with the next request of this phone.

        `detail`: bytes (cut_after), until (dribble, an instant), byte (corrupt), status (answer).
        """
        until = detail.get("until")
        if isinstance(until, datetime):
            detail = {**detail, "until": until.isoformat(timespec="milliseconds")}
        self._wire.tell("POST", "/faults", {"udid": udid, "kind": kind, **detail})

    def _put(self, udid: str, control: str, body: Mapping[str, Any]) -> Phone:
        return self._wire.ask("PUT", f"/phones/{udid}/{control}", Phone, body)


def _given(wish: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in wish.items() if value}


def _set(**wish: object) -> dict[str, object]:
    return {key: value for key, value in wish.items() if value is not None}
