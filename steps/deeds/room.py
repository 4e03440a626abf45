"""Room on the phones: how much is free, filling it up, making room again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from conformance.bench.forms import Record
from steps.deeds.uploading import Uploading
from steps.findings import View
from steps.moments import Moment
from steps.phrases import Lasting

LITTLE = 2_000_000
"""Bytes that a recording fills within seconds."""
PLENTY = 30_000_000_000
A_WHILE = timedelta(seconds=30)
Lengths = dict[str, timedelta]
Segments = Mapping[str, list[list[str | None]]]
"""By recording: beginning, end and why it ended, of each part without a gap."""


class Room(Uploading):
    """What a candidate has free on her phones, and what becomes of it. `before`: free bytes, by role."""

    before: dict[str, int]
    _recorded: Lengths

    @property
    def roles(self) -> tuple[str, ...]:
        return ("main", "aux") if self.has_aux else ("main",)

    def leave_free(self, role: str, free_bytes: int) -> None:
        self.bench.set_storage(self.udid(role), free_bytes)

    def fill_up(self, role: str) -> None:
        """Leave so little free that the recording under way fills it."""
        self.cast.mark()
        self._recorded = self._lengths(role)
        self.leave_free(role, LITTLE)
        self.stage.move_by(A_WHILE)

    def make_room(self, role: str) -> None:
        self.leave_free(role, PLENTY)
        self.stage.move_by(A_WHILE)

    def run_out_of_room(self, role: str) -> None:
        self.fill_up(role)
        self.make_room(role)

    def texts_on(self, role: str) -> list[str]:
        return self.stage.phone(self.udid(role)).texts()

    def kept(self, role: str) -> tuple[Lengths, Lengths]:
        """How long each recording was before the storage filled up, and how long it is now."""
        return self._recorded, self._lengths(role)

    def note_recorded(self, role: str) -> None:
        """What the phone has recorded so far; a moment passes, so that all of it is written down."""
        self._recorded = self._lengths(role)
        self.stage.move_by(A_WHILE)

    def recorded(self, role: str) -> tuple[Segments, datetime, datetime]:
        """The segments of each recording of the phone, the start of the exam, and now."""
        return self._info(role)["recordings"], self.stage.times.starts, self.stage.now()

    def charge(self, role: str, percent: float | None, plugged: bool) -> None:
        self.bench.set_battery(self.udid(role), percent=percent, plugged=plugged)

    def run_down(self, role: str) -> None:
        """The battery of the phone is empty; after a while it is charged, and the phone switched on again."""
        udid = self.udid(role)
        self.bench.set_battery(udid, percent=0, plugged=False)
        self.stage.move_by(A_WHILE)
        self.bench.set_battery(udid, percent=1, plugged=True)
        self.bench.set_power(udid, True)

    def be_cut_off(self, role: str, lasting: Lasting) -> None:
        self.bench.set_network(self.udid(role), up=False)
        self.stage.move_by(self.length(lasting), lasting.limit if role == "main" else "")
        self.bench.set_network(self.udid(role), up=True)
        self.stage.move_by(A_WHILE)

    def find_exam(self) -> View:
        """With the app opened anew, which begins on the page that was left."""
        self.main.restart()
        self.main.back()
        self.main.to_detail()
        return self.main.exam_detail.look()

    def submit_with_network(self, moment: Moment) -> list[Record]:
        """The network is back, and she submits, as far as the phone lets her."""
        self.cast.move_to(moment)
        self.bench.set_network(self.udid("main"), up=True)
        self.try_submit()
        return self.records()

    def remember_room(self) -> None:
        self.before = {role: self._free(role) for role in self.roles}

    def main_room(self) -> tuple[dict[str, int], dict[str, int]]:
        """What was free on the main phone, and what is free now."""
        return {"main": self.before["main"]}, {"main": self._free("main")}

    def room_now(self) -> dict[str, int]:
        return {role: self._free(role) for role in self.roles}

    def try_recording_on_aux(self) -> None:
        self.cast.mark()
        self.aux.start_recording()

    def record_with_room(self) -> list[Record]:
        """Make room on the auxiliary phone and begin its recording again."""
        self.make_room("aux")
        self.aux.start_recording()
        return self.records()

    def go_on_recording(self) -> list[Record]:
        """Make room on the auxiliary phone and lead its app back to the recording."""
        self.cast.mark()
        self.make_room("aux")
        self.aux.resume()
        return self.records()

    def _free(self, role: str) -> int:
        return int(self._info(role)["storage"]["free"])

    def _lengths(self, role: str) -> Lengths:
        now = self.stage.now()
        recordings: Segments = self._info(role)["recordings"]
        return {
            name: sum((_length(start, end, now) for start, end, *_ in segments), timedelta(0))
            for name, segments in recordings.items()
        }

    def _info(self, role: str) -> Mapping[str, Any]:
        return self.bench.phone(self.udid(role)).info


def _length(start: str | None, end: str | None, now: datetime) -> timedelta:
    return (datetime.fromisoformat(end) if end else now) - datetime.fromisoformat(str(start))
