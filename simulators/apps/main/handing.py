"""Handing in, on the main phone: announced once, sent until it is answered, then uploaded."""

from collections.abc import Mapping
from typing import Any

from simulators.apps.api import NetworkDown, Rejected, settled
from simulators.apps.files import Announced, told
from simulators.apps.main.phase import View, phase
from simulators.apps.program import RETRY, Program
from simulators.apps.upload_entry import entry


class HandingIn(Program):
    """The part of the main app that submits."""

    @property
    def step(self) -> str:
        """The step of the open sitting; empty where none is open."""
        view = self.state["view"]
        return phase(view, self.now()) if view and self.state["screen"] in ("exam", "code") else ""

    def post(self, operation: str, body: Mapping[str, Any] | None = None) -> Any:
        """One operation on the open sitting."""
        return self.api.post(f"/sittings/{self.state['sitting']}/{operation}", self.state["token"], body)

    def take(self, view: View) -> None:
        """The platform has said how the sitting stands."""
        raise NotImplementedError

    def load_submission(self) -> None:
        self.state["submission"] = self.api.get(
            f"/sittings/{self.state['sitting']}/submission", self.state["token"]
        )

    def show_submission(self) -> None:
        """查看提交状态."""
        self.state["screen"] = "submission_status"
        self.load_submission()

    def announce(self, files: list[Announced]) -> None:
        """Submit; what is written down first is sent again, with the same key, until an answer has come."""
        self.state["announced"] = {"sitting": self.state["sitting"], "files": files}
        self.save()
        self.submit_again()

    def submit_again(self) -> None:
        announced = self.state["announced"]
        if announced is None:
            return
        files = [told(file) for file in announced["files"]]
        key = f"{self.phone.device_id}:{announced['sitting']}"
        path = f"/sittings/{announced['sitting']}/submit"
        try:
            answer = self.api.post(path, self.state["token"], {"idempotency_key": key, "files": files})
        except (NetworkDown, Rejected) as trouble:
            if settled(trouble):
                self.state["announced"] = None
            else:
                self.wake_in("submit_again", RETRY, self._try_again)
            raise
        self.state["announced"] = None
        self.queue(announced["sitting"], answer["view"]["candidate"]["account"], announced["files"])
        self.take(answer["view"])

    def _try_again(self) -> None:
        self.attempt(self.submit_again)

    def queue(self, sitting: str, account: str, files: list[Announced]) -> None:
        token = self.state["token"]
        self.uploads.add([entry(sitting, token, file, account) for file in files])
        self.uploads.pump()
