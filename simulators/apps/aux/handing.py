"""Handing in, on the aux phone: each binding once, sent until it is answered, then uploaded."""

from typing import Any

from simulators.apps.api import NetworkDown, Rejected, settled
from simulators.apps.aux.records import Record
from simulators.apps.files import told, video
from simulators.apps.program import RETRY, Program
from simulators.apps.upload_entry import entry


class HandingIn(Program):
    """The part of the aux app that submits."""

    def post(self, record: Record, operation: str, body: dict[str, Any] | None = None) -> Any:
        return self.api.post(f"/bindings/{record['binding']}/{operation}", record["token"], body)

    def take(self, record: Record, view: dict[str, Any]) -> None:
        """The platform has said how a binding stands."""
        raise NotImplementedError

    def submit(self, record: Record) -> None:
        """提交视频: announced, and sent again with the same key until an answer has come."""
        if record["name"] in self.phone.recorder.recordings:
            record["announced"] = video(self.phone.recorder.seal(record["name"]))
        self.save()
        self.submit_again(record, first=True)

    def submit_again(self, record: Record, *, first: bool = False) -> None:
        announced = record["announced"]
        if announced is None and not first:
            return
        files = [told(announced)] if announced else []
        key = f"{self.phone.device_id}:{record['binding']}"
        try:
            answer = self.post(record, "submit", {"idempotency_key": key, "files": files})
        except (NetworkDown, Rejected) as trouble:
            if settled(trouble):
                record["announced"] = None
            else:
                self.wake_in(f"submit_again {record['binding']}", RETRY, lambda: self._try_again(record))
            raise
        record["announced"] = None
        self.take(record, answer["view"])
        if announced:
            self.uploads.add([entry(record["view"]["sitting"], record["token"], announced)])
            self.uploads.pump()

    def _try_again(self, record: Record) -> None:
        self.attempt(lambda: self.submit_again(record))
