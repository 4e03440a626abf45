"""The practice: recordings of the candidate's own, which stay on this phone until they are deleted (R224, R373)."""

from typing import Any

from simulators.apps.main.leaving import Leaving
from simulators.core.instants import iso
from simulators.phone.app import Cause


class Practising(Leaving):
    """The part of the main app that practises."""

    def begin_practice(self) -> None:
        """The camera first, then the platform; both or neither."""
        number = 1 + max((one["number"] for one in self.state["practices"]), default=0)
        name = f"practice-{number}.mp4"
        self.phone.recorder.start(name, self.package)
        self.state["practice"] = {
            "number": number, "name": name, "since": iso(self.now()), "major": self.state["major"],
        }  # fmt: skip
        self.state["screen"] = "practising"
        try:
            self._practised("begun")
        except Exception:
            self.phone.recorder.discard(name)
            self.state.update(practice=None, screen="practice")
            raise

    def end_practice(self, cause: str) -> None:
        """Ended by the candidate, or because the camera is gone; the recording stays here either way."""
        running = self.state["practice"]
        if running is None:
            return
        if self.phone.recorder.active == running["name"]:
            self.phone.recorder.stop(cause)
        size = self.phone.recorder.nominal(running["name"])
        kept = {"number": running["number"], "name": running["name"], "bytes": size}
        self.state["practices"] = [*self.state["practices"], kept]
        self.state.update(practice=None, screen="practice", major=running["major"])
        self._practised("ended")

    def mind_practice(self) -> None:
        """What was recording when the app was last seen and is not any more has ended; what was cleaned away is gone."""
        running = self.state["practice"]
        if running and self.phone.recorder.active != running["name"]:
            self.end_practice("interrupted")
        there = self.phone.storage.files
        self.state["practices"] = [one for one in self.state["practices"] if one["name"] in there]

    def leaving(self, cause: Cause, /) -> None:
        """Without the front there is no camera."""
        super().leaving(cause)
        self.end_practice(cause)

    def lost_recording(self, name: str, cause: str) -> None:
        super().lost_recording(name, cause)
        if self.state["practice"] and self.state["practice"]["name"] == name:
            self.end_practice(cause)

    def delete_practice(self, number: int) -> None:
        gone: list[dict[str, Any]] = [one for one in self.state["practices"] if one["number"] == number]
        for one in gone:
            self.phone.recorder.discard(one["name"])
        self.state["practices"] = [one for one in self.state["practices"] if one not in gone]

    def _practised(self, event: str) -> None:
        self.api.post(f"/exams/{self.state['major']}/practice", self.state["token"], {"event": event})
