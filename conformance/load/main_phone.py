"""The main phone's day: from the login to the last byte of its video, with what candidates do otherwise than the notice says."""

from __future__ import annotations

import hashlib
from collections import deque
from datetime import datetime

from conformance.load.asking import Line, Reply, Request
from conformance.load.content import File
from conformance.load.link import Link
from conformance.load.people import Person
from conformance.load.phone import CUT_OFF, BeatingPhone, Day, outcome
from conformance.load.pictures import picture
from conformance.load.sending import Sending
from conformance.load.table import OK, OUT, OVER, Row

JPEG = {"Content-Type": "image/jpeg"}
PARTS = 4
"""Parts of the exam's resources that the app loads while it waits."""
UNDER_WAY = "under_way"

ROWS = (
    Row("logged_out", "login", {OK: "logged_in"}, at="login"),
    Row("logged_in", "exams", {OK: "listed"}),
    Row("listed", "open", {OK: "exam_page"}, at="page"),
    Row(
        "exam_page",
        "try_early",
        {OK: "exam_page", "too_early": "exam_page"},
        at="early",
        after="aux_recording",
        when="early",
    ),
    Row(
        "exam_page", "enter", {OK: "face_check", "too_early": "exam_page"}, at="enter", after="aux_recording"
    ),
    Row("face_check", "face", {OK: "waiting", "not_passed": "face_check"}),
    Row("waiting", "resources", {OK: "waiting"}, when="parts_left"),
    Row("waiting", "show", {OK: "waiting"}, when="shows_left"),
    Row("waiting", "start", {OK: UNDER_WAY}, at="starts", beats=True),
    Row(UNDER_WAY, "left", at="quit", when="quits", beats=True),
    Row(UNDER_WAY, "fall_silent", {OK: "cut_off"}, at="cut", when="cuts_left", beats=True),
    Row("cut_off", "return", {OK: UNDER_WAY}, at="back"),
    Row(
        UNDER_WAY,
        "answers",
        {OK: UNDER_WAY, "not_possible": UNDER_WAY},
        at="answer",
        when="answer_open",
        beats=True,
    ),
    Row(
        UNDER_WAY, "photo", {OK: UNDER_WAY, "not_yet": UNDER_WAY}, at="photos", when="pages_left", beats=True
    ),
    Row(UNDER_WAY, "submit", {OK: "submitted"}, at="submit", beats=True),
    Row("submitted", "submit", {OK: "submitted"}, when="taps_twice"),
    Row("submitted", "upload", {OK: "submitted"}, when="files_left"),
    Row("submitted", "submission", {OK: "finished"}),
)


class MainPhone(BeatingPhone):
    def __init__(self, day: Day, person: Person, line: Line, link: Link) -> None:
        super().__init__(day, person, line, link)
        season, files = day.crowd.season, day.plan.files
        paper = season.subject(day.plan.day.subject)
        traits = person.traits
        again = [1] if "retakes" in traits and paper.pages else []
        self._pages = deque([*again, *range(1, paper.pages + 1)])
        self._photos = len(self._pages)
        self._cuts, self._parts = deque(person.cuts), deque(range(1, PARTS + 1))
        self._shows = deque(item for item in season.waiting.shows if item not in BY_AUX)
        self._faces = self._returns = 0
        self._file = File(
            "main.mp4",
            "video",
            f"{day.plan.day.seed}/{person.user}/main",
            files.main_video_bytes,
            files.nominal_bytes,
        )
        self._early, self._twice = "early" in person.due, "twice" in traits
        self._answered, self._uploaded = paper.has_sheet, False
        self.conditions = {
            "early": lambda: self._early,
            "parts_left": lambda: bool(self._parts),
            "shows_left": lambda: bool(self._shows),
            "quits": lambda: "quits" in traits,
            "cuts_left": lambda: bool(self._cuts),
            "answer_open": lambda: not self._answered,
            "pages_left": lambda: bool(self._pages),
            "taps_twice": lambda: self._twice,
            "files_left": lambda: not self._uploaded,
        }
        self.verbs = {
            "login": self._login,
            "exams": self._exams,
            "open": self._open,
            "try_early": self._try_early,
            "enter": self._enter,
            "face": self._face,
            "resources": self._resources,
            "show": self._show,
            "start": lambda _, __: OK,
            "left": self._left,
            "fall_silent": self._fall_silent,
            "return": self._return,
            "answers": self._answers,
            "photo": self._photo,
            "submit": self._submit,
            "upload": self._upload,
            "submission": self._submission,
        }

    def due(self, step: str) -> datetime | None:
        if step == "cut":
            return self._cuts[0].at
        if step == "back":
            return self._cuts.popleft().back
        return super().due(step)

    def beat(self) -> str:
        """A heartbeat; a phone that learns that it was missed says that it is back, as apps do."""
        reply = self._post("heartbeat", "beat", body={})
        self.beaten()
        if reply.state in CUT_OFF:
            return self._return("back", None)
        return OVER if outcome(reply) == OVER else OK

    def _post(
        self,
        op: str,
        step: str,
        due: datetime | None = None,
        *,
        path: str = "",
        body: object = None,
        **detail: object,
    ) -> Reply:
        return self.ask(
            op, "POST", f"/sittings/{self.link.sitting}/{path or op}", step, body=body, due=due, detail=detail
        )

    def _login(self, step: str, due: datetime | None) -> str:
        body = {"account": self.person.account, "password": self.person.password}
        reply = self.ask("login", "POST", "/login", step, body=body, due=due)
        self.token = reply.payload.token
        return outcome(reply)

    def _exams(self, step: str, _: datetime | None) -> str:
        """The list of exams; which sitting is meant stands in it."""
        reply = self.ask("exams", "GET", "/exams", step)
        wanted = (self.day.plan.day.subject, self.day.plan.day.session)
        for exam in reply.payload.exams:
            for sitting in exam["sittings"]:
                if (sitting["subject"]["id"], sitting["session"]) == wanted:
                    self.link.sitting = self.line.sitting = sitting["sitting"]
        return outcome(reply) if self.link.sitting or not reply.accepted else "no_such_sitting"

    def _open(self, _: str, due: datetime | None) -> str:
        reply = self._post("open", "page", due)
        self.link.code = (reply.payload.code or {}).get("payload", "")
        if self.link.code:
            self.link.happened("code_shown")
        return outcome(reply)

    def _try_early(self, _: str, due: datetime | None) -> str:
        self._early = False
        return outcome(self._post("enter", "early", due))

    def _enter(self, step: str, due: datetime | None) -> str:
        self.beaten()
        return outcome(self._post("enter", step, due))

    def _face(self, step: str, _: datetime | None) -> str:
        self._faces += 1
        shot = picture("face", f"{self.person.user}/face/{self._faces}")
        request = Request(
            "face", "POST", f"/sittings/{self.link.sitting}/face", shot, self.headers(JPEG), _digest(shot)
        )
        reply = self.send(request, step)
        return "not_passed" if reply.payload.passed is False else outcome(reply)

    def _resources(self, step: str, _: datetime | None) -> str:
        part = self._parts.popleft()
        path = f"/sittings/{self.link.sitting}/resources/{part}"
        return outcome(self.ask("resources", "GET", path, step, detail={"part": part}))

    def _show(self, step: str, _: datetime | None) -> str:
        return outcome(self._post("show", step, body={"item": self._shows.popleft()}))

    def _left(self, step: str, due: datetime | None) -> str:
        outcome(self._post("left", step, due, body={"cause": "exit"}))
        return OUT

    def _fall_silent(self, _: str, __: datetime | None) -> str:
        """A last heartbeat, so that the platform and the plan count the silence from the same instant."""
        return self.beat()

    def _return(self, _: str, due: datetime | None) -> str:
        self._returns += 1
        key = f"{self.person.user}/return/{self._returns}"
        reply = self._post("return", "return", due, body={"idempotency_key": key}, key=key)
        self.beaten()
        return outcome(reply)

    def _answers(self, step: str, due: datetime | None) -> str:
        self._answered = True
        text = f"{self.person.user} 的作答"
        digest = hashlib.sha256(text.encode()).hexdigest()
        return outcome(self._post("answers", step, due, body={"text": text}, sha256=digest))

    def _photo(self, _: str, due: datetime | None) -> str:
        page, left = self._pages[0], len(self._pages)
        shot = picture("sheet", f"{self.person.user}/page/{page}/{left}", self.day.plan.files.photo_bytes)
        path = f"/sittings/{self.link.sitting}/photos/{page}"
        first = due if left == self._photos else None
        detail = {"page": page, **_digest(shot)}
        reply = self.send(Request("photo", "PUT", path, shot, self.headers(JPEG), detail), "photos", first)
        if reply.accepted:
            self._pages.popleft()
        return outcome(reply)

    def _submit(self, step: str, due: datetime | None) -> str:
        if due is None:
            self._twice = False
        body = {"idempotency_key": f"{self.person.user}/main", "files": [self._file.announced()]}
        reply = self._post("submit", step, due, body=body, key=body["idempotency_key"])
        if reply.accepted:
            self.link.happened("main_done")
        return outcome(reply)

    def _upload(self, _: str, __: datetime | None) -> str:
        self._uploaded = True
        return Sending(self, self._file, cut="cut_uploads" in self.person.traits).whole()

    def _submission(self, step: str, _: datetime | None) -> str:
        """What has arrived, as the platform shows it."""
        return outcome(self.ask("submission", "GET", f"/sittings/{self.link.sitting}/submission", step))


BY_AUX = ("room", "desk")
"""What is shown to the auxiliary phone's camera (notice B)."""


def _digest(shot: bytes) -> dict[str, object]:
    return {"sha256": hashlib.sha256(shot).hexdigest(), "bytes": len(shot)}
