"""The waiting time: arranging oneself and the phones, the exam's resources, leaving and coming back."""

from __future__ import annotations

from datetime import timedelta

from conformance.bench.forms import Record
from steps.deeds.mocks import Mocks
from steps.findings import View
from steps.moments import Moment

MINUTE = timedelta(minutes=1)
AWHILE = timedelta(seconds=30)
TRICKLE = 1_000
"""Bytes a second."""
ARRANGED = {"tilt_deg": 12.0, "turn_deg": -9.0, "distance_cm": 40.0}


class Preparing(Mocks):
    """What a candidate does between the face check and the start."""

    def stay_at(self, stage: str, failures: int) -> None:
        """No further than the face check, where that is the stage, or the review after so many failures."""
        if stage in ("face_check", "face_review"):
            self.reach_face_check()
        if stage == "face_review":
            self.fail_face_check(failures)
            self.main.exam_page.ask_for_review()

    def arrange_phones(self) -> None:
        """Move both phones about, for a minute."""
        self._recorded = self._both()
        for role in self._roles():
            self.bench.point_camera(self.udid(role), "desk", **ARRANGED)
        self.stage.move_by(MINUTE)

    def recorded_meanwhile(self) -> tuple[dict[str, timedelta], dict[str, timedelta]]:
        """How long each recording was before, and how long it is now."""
        return self._recorded, self._both()

    def _both(self) -> dict[str, timedelta]:
        return {name: length for role in self._roles() for name, length in self._lengths(role).items()}

    def _roles(self) -> tuple[str, ...]:
        return ("main", "aux") if self.has_aux else ("main",)

    def choke_network(self) -> None:
        """So slow that nothing of the resources comes before the start, but fast enough to be there."""
        self.bench.set_network(self.entry.phones.main, bytes_per_second=TRICKLE)

    def wait_without_network(self) -> None:
        self.bench.set_network(self.entry.phones.main, up=False)
        self.stage.move_by(AWHILE)

    def resources(self) -> tuple[str, list[Record]]:
        """What the phone says of the resources, and what the platform has recorded of them."""
        return self.main.waiting.resources(), self.records()

    def resources_a_minute_later(self) -> tuple[str, list[Record]]:
        self.stage.move_by(MINUTE)
        return self.resources()

    def resources_with_network(self) -> tuple[str, list[Record]]:
        self.bench.set_network(self.entry.phones.main, up=True)
        return self.resources_a_minute_later()

    def look_at_start(self) -> tuple[View, list[str], str]:
        """The page of the exam, its question, and what the phone says of the resources."""
        return (*self.look_at_exam(), self.main.waiting.resources())

    def leave_waiting(self, how: str) -> None:
        self.leave(how)
        self.bench.hang_up(self.entry.phones.main)

    def come_back(self, moment: Moment) -> None:
        """Back in the app at the moment, on whatever page it shows."""
        self.at(moment)
        self.main.handset.launch("main")
