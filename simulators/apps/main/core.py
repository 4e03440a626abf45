"""What the main app can do: its conversation with the platform about one sitting, its recording, its wake-ups."""

from collections.abc import Mapping
from typing import Any

from simulators.apps.api import Rejected, settled
from simulators.apps.files import file_safe
from simulators.apps.main.handing import HandingIn
from simulators.apps.main.phase import BEATING, INSIDE, RECORDED, View, next_instant, phase
from simulators.apps.program import NO_NETWORK
from simulators.apps.screenbook import State
from simulators.core.instants import iso, parse
from simulators.phone.app import Cause

LOOK_SECONDS = 5
"""How often a page that waits for others asks how things stand."""
RESOURCES_PER_BEAT = 10
"""Percent of the exam's resources that a second of waiting brings."""
ROOM = 100_000_000
"""Nominal bytes that must be free before a recording that filled the storage goes on."""
CAUSES: Mapping[Cause, str] = {
    "home": "exit",
    "exit": "exit",
    "other_app": "other_app",
    "call_answered": "call_answered",
    "screen_lock": "screen_lock",
}
"""What the platform is told when the candidate leaves; a lock that comes by itself is not told (C03)."""
LOOKING = ("listed", "exam_page", "face_check", "face_review")


class MainCore(HandingIn):
    """The main app without its screens."""

    package = "com.xiaoyibang.main"
    activity = ".MainActivity"
    label = "小艺帮"
    version = "1.0.0"

    def first_state(self) -> State:
        return {
            "screen": "login", "fields": {}, "notice": "", "anchor": None, "token": None, "candidate": None,
            "exams": [], "major": None, "sitting": None, "view": None, "pledges": [], "collapsed": False,
            "zoomed": False, "resources": 0, "recording": None, "announced": None,
            "submission": None, "left": None, "uploads": [],
        }  # fmt: skip

    @property
    def step(self) -> str:
        """The step of the open sitting; empty where none is open."""
        view = self.state["view"]
        return phase(view, self.now()) if view and self.state["screen"] in ("exam", "code") else ""

    # talking to the platform

    def post(self, operation: str, body: Mapping[str, Any] | None = None) -> Any:
        """One operation on the open sitting."""
        return self.api.post(f"/sittings/{self.state['sitting']}/{operation}", self.state["token"], body)

    def take(self, view: View) -> None:
        """The platform has said how the sitting stands."""
        self.state["view"], self.state["sitting"] = view, view["sitting"]
        self.hear(view["server_time"])
        self.state["notice"] = "" if self.state["notice"] == NO_NETWORK else self.state["notice"]
        self.follow()

    def refresh(self) -> None:
        """Ask how the open sitting stands, and come back to it where it was interrupted (R454)."""
        self.take(self.api.get(f"/sittings/{self.state['sitting']}", self.state["token"]))
        self.come_back()

    def come_back(self) -> None:
        if self.state["view"]["state"] == "interrupted" and self.in_front:
            self.take(self.post("return"))

    def load_exams(self) -> None:
        found = self.api.get("/exams", self.state["token"])
        self.hear(found["server_time"])
        self.state.update(exams=found["exams"], candidate=found["candidate"])

    def synchronise(self) -> None:
        """After a start, a return or a lost connection: first what is owed, then how things stand."""
        if self.state["token"] is None:
            return
        self.send_left()
        if self.state["view"] and self.state["screen"] in ("exam", "code", "submission_status"):
            self.refresh()
            self.submit_again()
        if self.state["screen"] in ("exams", "exam_detail"):
            self.load_exams()

    def typed(self, element_id: str) -> None:
        """The answer of a subject without sheets is kept on the platform as it is typed."""
        if element_id == "answer" and self.step == "answering":
            self.take(self.post("answers", {"text": self.state["fields"]["answer"]}))

    # leaving

    def leaving(self, cause: Cause, /) -> None:
        """Tell the platform that the candidate left on purpose; where it cannot be told now, later."""
        step = self.step
        if step not in INSIDE:
            return
        if self.phone.recorder.active:
            self.phone.recorder.stop(cause)
        if cause in CAUSES:
            self.state["left"] = {"sitting": self.state["sitting"], "cause": CAUSES[cause]}
            self.send_left()

    def send_left(self) -> None:
        """Tell what is owed; where the platform refuses it, the sitting was over before, and nothing is owed any more."""
        left = self.state["left"]
        if left is None:
            return
        path = f"/sittings/{left['sitting']}/left"
        try:
            self.take(self.api.post(path, self.state["token"], {"cause": left["cause"]}))
        except Rejected as refusal:
            if not settled(refusal):
                raise
        self.state["left"] = None

    # recording

    def follow(self) -> None:
        """Bring the recorder in line with the step that is due."""
        recording, step = self.state["recording"], self.step
        if recording is None or recording["sitting"] != self.state["sitting"]:
            return
        active = self.phone.recorder.active == recording["name"]
        room = not recording["ended"] or self.phone.storage.free >= ROOM
        if step in RECORDED and not active and self.in_front and room:
            self._record(recording)
        elif step not in RECORDED and active:
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
        self.state["resources"] = 0
        self._record(self.state["recording"])

    def _record(self, recording: dict[str, Any]) -> None:
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
        if recording and self.step in RECORDED and self.phone.recorder.active is None:
            self.phone.recorder.start(recording["name"], self.package, since=parse(recording["since"]))

    # wake-ups

    def schedule(self) -> None:
        step = self.step if self.in_front else ""
        self.keep("heartbeat", step in BEATING, 1, self._heartbeat)
        looks = step in LOOKING or (self.in_front and self.state["screen"] == "submission_status")
        self.keep("look", looks, LOOK_SECONDS, self._look)
        coming = next_instant(self.state["view"], self.now()) if step and self.state["view"] else None
        if coming is None:
            self.drop("sync")
        else:
            self.wake("sync", coming, self._sync)

    def _heartbeat(self, beats: int) -> None:
        def beat() -> None:
            self.submit_again()
            self.take(self.post("heartbeat", {"beats": beats})["view"])
            self.come_back()

        if self.step == "waiting" and self.phone.network.up:
            self.state["resources"] = min(100, self.state["resources"] + RESOURCES_PER_BEAT * beats)
        if not self.attempt(beat):
            self.attempt(self.follow)

    def _look(self, _: int) -> None:
        if self.state["screen"] == "submission_status":
            self.attempt(self.load_submission)
        else:
            self.attempt(self.refresh)

    def _sync(self) -> None:
        self.attempt(self.refresh)
        self.attempt(self.follow)
