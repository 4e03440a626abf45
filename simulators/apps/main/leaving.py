"""Leaving a sitting: what the candidate did on purpose is told to the platform, now or as soon as it can be."""

from collections.abc import Mapping

from simulators.apps.api import Rejected, settled
from simulators.apps.main.phase import INSIDE, RUNNING
from simulators.apps.main.recording import Recording
from simulators.phone.app import Capture, Cause

STAY = "考试进行中，请勿退出"
CAUSES: Mapping[Cause, str] = {
    "home": "exit",
    "exit": "exit",
    "other_app": "other_app",
    "call_answered": "call_answered",
    "screen_lock": "screen_lock",
}
"""What the platform is told when the candidate leaves; a lock that comes by itself is not told (C03)."""


class Leaving(Recording):
    """The part of the main app that says how a sitting was left."""

    def stay(self) -> None:
        """The candidate wanted to go back: not from this step."""
        self.state.update(notice=STAY, stayed=self.step)

    def follow(self) -> None:
        """What was said of leaving one step is not said of the next."""
        super().follow()
        if self.step != "answering":
            self.state["ending"] = False
        if self.step != "ready":
            self.state["viewing"] = None
        if self.step != self.state["stayed"]:
            self.unsay(STAY)

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

    def tell_capture(self, kind: Capture, /) -> None:
        """A capture of the screen is told as leaving is: while the exam runs it ends the sitting too (C59)."""
        if self.step in RUNNING and self.phone.recorder.active:
            self.phone.recorder.stop(kind)
        if self.step in INSIDE:
            self.state["left"] = {"sitting": self.state["sitting"], "cause": kind}
            self.send_left()
