"""What the aux app can do: pairing, recording, stopping, submitting; and its wake-ups."""

from typing import Any

from simulators.apps.aux import records
from simulators.apps.aux.handing import HandingIn
from simulators.apps.aux.records import Record
from simulators.apps.program import NO_NETWORK, NO_STORAGE, shared
from simulators.apps.screenbook import State
from simulators.core.instants import iso, parse
from simulators.phone.app import Capture, Cause

LOOK_SECONDS = 5
STAY = "正在录制，请勿退出"
NOT_READ = "未识别到二维码，请调整距离和角度后重试，或点击此处手动填写"


class AuxCore(HandingIn):
    """The aux app without its screens."""

    package = "com.xiaoyibang.aux"
    activity = ".MainActivity"
    label = "小艺助手"
    role = "aux"
    version = "1.0.0"

    def first_state(self) -> State:
        return {
            **shared(), "screen": "home", "records": {}, "binding": None, "agreed": False, "lens": "back",
            "scanning": False,
        }  # fmt: skip

    @property
    def record(self) -> Record:
        """The record that is open. KeyError where none is."""
        found: Record = self.state["records"][self.state["binding"]]
        return found

    # talking to the platform

    def take(self, record: Record, view: dict[str, Any]) -> None:
        """The platform has said how a binding stands."""
        record["view"] = view
        self.hear(view["server_time"])
        self.unsay(NO_NETWORK)

    def pair(self, body: dict[str, str]) -> None:
        """Bind this phone; the same binding again keeps its record, and a recording that broke off goes on (R542)."""
        answer = self.api.post("/pair", None, body)
        known = self.state["records"]
        binding, view = answer["binding"], answer["view"]
        record = known.get(binding) or records.new(
            binding, answer["token"], view, known, self.phone.device_id
        )
        record["token"] = answer["token"]
        known[binding] = record
        self.take(record, view)
        self.state.update(binding=binding, agreed=False, screen="confirm", scanning=False)
        if view["state"] in records.RESUMABLE:
            self.begin()

    def scan(self) -> None:
        """Look through the camera once; what is read is for the platform to judge."""
        payload = self.phone.camera.scan()
        if payload is None:
            self.state["notice"] = NOT_READ
            return
        self.state["scanning"] = False
        self.state["notice"] = ""
        self.pair({"code": payload})

    def synchronise(self) -> None:
        """Say what is owed, ask how every open binding stands; what was recording and is not any more has broken."""
        for record in self.state["records"].values():
            self._pay(record)
            if record["view"]["state"] == "submitted":
                continue
            self.take(record, self.api.get(f"/bindings/{record['binding']}", record["token"]))
            if record["view"]["state"] == "recording" and self.phone.recorder.active != record["name"]:
                self.ended(record, "interrupted")
            self.submit_again(record)

    # recording

    def begin(self) -> None:
        """开始录制 or 继续录制: the camera first, then the platform; both or neither."""
        record = self.record
        self.phone.camera.lens = self.state["lens"]
        self.phone.recorder.start(record["name"], self.package)
        try:
            self._pay(record)
            again = record["view"]["state"] in records.RESUMABLE
            self.take(record, self.post(record, "resume" if again else "record"))
        except Exception:
            self.phone.recorder.stop("refused")
            raise
        begun = self.now() - self.phone.recorder.elapsed(record["name"])
        record["since"] = iso(begun)
        self.state["screen"] = "recording"

    def ended(self, record: Record, cause: str) -> None:
        """The recording is over: here at once, on the platform as soon as it can be told."""
        self.unsay(STAY)
        if self.phone.recorder.active == record["name"]:
            self.phone.recorder.stop(cause)
        record["owed"] = cause
        record["view"]["recording"] = False
        record["view"]["state"] = "broken" if cause == "interrupted" else "stopped"
        self._pay(record)

    def _pay(self, record: Record) -> None:
        """Say what is owed, each thing until it is answered."""
        while record["flags"]:
            self.take(record, self.post(record, "flag", {"cause": record["flags"][0]}))
            del record["flags"][0]
        if record["owed"] is not None:
            view = self.post(record, "stop", {"cause": record["owed"]})
            record["owed"] = None
            self.take(record, view)

    def tell_capture(self, kind: Capture, /) -> None:
        """A capture of the screen while an exam is recorded is for the reviewers to see (C59)."""
        if self.state["screen"] == "recording":
            self.record["flags"].append(kind)
            self._pay(self.record)

    def leaving(self, cause: Cause, /) -> None:
        """Without the front there is no camera. Who locks the screen on purpose is shown to the reviewers (C59)."""
        if self.state["screen"] == "recording":
            self.state["screen"] = "home"
            if cause == "screen_lock":
                self.record["flags"].append(cause)
            self.ended(self.record, "interrupted")

    def lost_recording(self, name: str, cause: str) -> None:
        record = next((one for one in self.state["records"].values() if one["name"] == name), None)
        if record is not None:
            self.state.update(screen="home", notice=NO_STORAGE if cause == "storage_full" else "")
            self.ended(record, "interrupted")

    def launched(self) -> None:
        """A recording dies with the process; its record waits on the home screen (R539)."""
        self.state = self._read()
        self.state["screen"] = "home" if self.state["screen"] == "recording" else self.state["screen"]
        self.save()
        super().launched()

    def restored(self) -> None:
        record = records.current(self.state)
        if record is None:
            return
        if self.state["anchor"] is None:
            self.hear(record["view"]["server_time"])
        if self.state["screen"] == "recording" and self.phone.recorder.active is None:
            since = parse(record["since"])
            self.phone.recorder.start(record["name"], self.package, since=since)

    # wake-ups

    def schedule(self) -> None:
        screen = self.state["screen"] if self.in_front else ""
        recording = screen == "recording"
        self.keep("heartbeat", recording, 1, self._heartbeat)
        self.keep(
            "look", bool(screen) and not recording and bool(self.state["records"]), LOOK_SECONDS, self._look
        )
        self.keep("scan", screen == "scan" and self.state["scanning"], 1, self._scan)
        if recording:
            self.wake("auto_end", parse(self.record["view"]["auto_end"]), self._auto_end)
        else:
            self.drop("auto_end")

    def _heartbeat(self, beats: int) -> None:
        record = self.record

        def beat() -> None:
            self.take(record, self.post(record, "heartbeat", {"beats": beats}))
            self._pay(record)

        self.attempt(beat)

    def _look(self, _: int) -> None:
        self.attempt(self.synchronise)

    def _scan(self, _: int) -> None:
        self.attempt(self.scan)

    def _auto_end(self) -> None:
        """The recording ends by itself (R535); where the clock woke us early, wait for the rest."""
        record = self.record
        if self.now() < parse(record["view"]["auto_end"]):
            self.schedule()
            return
        self.state["screen"] = "submit"
        self.attempt(lambda: self.ended(record, "auto"))
