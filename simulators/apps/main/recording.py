"""The main phone's recording of a sitting, kept in line with the step that is due."""

from typing import Any

from simulators.apps.files import file_safe
from simulators.apps.main.handing import HandingIn
from simulators.apps.main.phase import recorded
from simulators.core.instants import iso, parse

ROOM = 100_000_000
"""Nominal bytes that must be free before a recording that filled the storage goes on."""


class Recording(HandingIn):
    """The part of the main app that records."""

    def follow(self) -> None:
        """Bring the recorder in line with the step that is due."""
        recording, step = self.state["recording"], self.step
        if recording is None or recording["sitting"] != self.state["sitting"]:
            return
        active = self.phone.recorder.active == recording["name"]
        room = not recording["ended"] or self.phone.storage.free >= ROOM
        due = recorded(self.state["view"], step)
        if due and not active and self.in_front and room:
            self._record(recording)
        elif not due and active:
            self.phone.recorder.stop("finished")
        if step in ("exam_page", "face_review", "forfeited"):
            self.phone.recorder.discard(recording["name"])
            self.state["recording"] = None

    def record(self) -> None:
        """开始录制: one recording a sitting. StorageFull where there is no room for it."""
        sitting = self.state["sitting"]
        name = f"{file_safe(sitting)}-main.mp4"
        begun = iso(self.phone.world.now())
        self.state["recording"] = {"sitting": sitting, "name": name, "since": begun, "ended": "not_started"}
        self.state.update(resources=0, parts=0)
        self._record(self.state["recording"])

    def _record(self, recording: dict[str, Any]) -> None:
        """The front lens films the candidate."""
        self.phone.camera.lens = "front"
        self.phone.recorder.start(recording["name"], self.package)
        recording["ended"] = ""

    def lost_recording(self, name: str, cause: str) -> None:
        recording = self.state["recording"]
        if recording and recording["name"] == name:
            recording["ended"] = cause

    def restored(self) -> None:
        if self.state["anchor"] is None and self.state["view"]:
            self.hear(self.state["view"]["server_time"])
        recording = self.state["recording"]
        due = bool(self.state["view"]) and recorded(self.state["view"], self.step)
        if recording and due and self.phone.recorder.active is None:
            self.phone.camera.lens = "front"
            self.phone.recorder.start(recording["name"], self.package, since=parse(recording["since"]))
