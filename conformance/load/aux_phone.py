"""An auxiliary phone's day: it scans the code, films, stops, hands in after the main phone, and uploads."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from conformance.load.asking import Line, Reply
from conformance.load.content import File
from conformance.load.link import Link
from conformance.load.main_phone import BY_AUX
from conformance.load.people import Person
from conformance.load.phone import BeatingPhone, Day, outcome
from conformance.load.sending import Sending
from conformance.load.table import OK, Row

ROWS = (
    Row("away", "pair", {OK: "bound"}, at="pair", after="code_shown"),
    Row("bound", "record", {OK: "recording"}),
    Row(
        "recording",
        "show",
        {OK: "recording", "not_possible": "recording"},
        at="starts_soon",
        when="shows_left",
        beats=True,
    ),
    Row("recording", "stop", {OK: "stopped"}, at="aux_submit", beats=True),
    Row("stopped", "submit", {OK: "handed_in", "main_not_submitted": "too_soon"}),
    Row("too_soon", "submit", {OK: "handed_in"}, after="main_done"),
    Row("handed_in", "upload", {OK: "finished"}),
)
GUEST = (Row("away", "pair", {OK: "finished"}, at="pair", after="aux_recording"),)
"""A further phone of the family only pairs, once the first one films."""


class AuxPhone(BeatingPhone):
    """`first`: the phone that films; the others only pair."""

    def __init__(self, day: Day, person: Person, line: Line, link: Link, number: int) -> None:
        super().__init__(day, person, line, link)
        self._binding = ""
        files, mark = day.plan.files, f"{day.plan.day.seed}/{person.user}/aux/{number}"
        self._file = File("aux.mp4", "video", mark, files.aux_video_bytes, files.nominal_bytes)
        self._shows = deque(item for item in day.crowd.season.waiting.shows if item in BY_AUX)
        self.conditions = {"shows_left": lambda: bool(self._shows)}
        self.verbs = {
            "pair": self._pair,
            "record": self._record,
            "show": self._show,
            "stop": self._stop,
            "submit": self._submit,
            "upload": lambda _, __: Sending(self, self._file).whole(),
        }

    def due(self, step: str) -> datetime | None:
        if step == "starts_soon":
            return self.day.instants.half_waited
        return super().due(step)

    def beat(self) -> str:
        self._post("auxHeartbeat", "heartbeat", "beat", body={})
        self.beaten()
        return OK

    def _post(
        self, op: str, path: str, step: str, due: datetime | None = None, *, body: object = None
    ) -> Reply:
        detail = {"binding": self._binding}
        return self.ask(
            op, "POST", f"/bindings/{self._binding}/{path}", step, body=body, due=due, detail=detail
        )

    def _pair(self, step: str, due: datetime | None) -> str:
        self.line.sitting = self.link.sitting or None
        reply = self.ask("pair", "POST", "/pair", step, body={"code": self.link.code}, due=due)
        self.token, self._binding = reply.payload.token, reply.payload.binding
        return outcome(reply)

    def _record(self, _: str, __: datetime | None) -> str:
        reply = self._post("auxRecord", "record", "record")
        if reply.accepted:
            self.link.happened("aux_recording")
        return outcome(reply)

    def _show(self, _: str, __: datetime | None) -> str:
        return outcome(self._post("auxShow", "show", "show", body={"item": self._shows.popleft()}))

    def _stop(self, _: str, due: datetime | None) -> str:
        return outcome(self._post("auxStop", "stop", "stop", due, body={"cause": "finished"}))

    def _submit(self, _: str, __: datetime | None) -> str:
        body = {"idempotency_key": f"{self.line.who['user']}", "files": [self._file.announced()]}
        return outcome(self._post("auxSubmit", "submit", "aux_submit", body=body))
