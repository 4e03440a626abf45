"""An auxiliary phone: its screens, what its camera sees, and the way to a recording."""

from __future__ import annotations

from typing import Any

from conformance.bench import Bench
from conformance.phone.handset import Handset
from steps.findings import Arrival
from steps.permissions import allow
from steps.screens.aux import AuxSubmit, ByHand, Confirm, Home, PreRecord, Recording, Scan


class AuxPhone:
    """The auxiliary app on one phone, whoever owns it."""

    def __init__(self, handset: Handset, bench: Bench) -> None:
        self.handset, self.bench = handset, bench
        self.home, self.scan, self.by_hand = Home(handset), Scan(handset), ByHand(handset)
        self.confirm, self.pre_record, self.recording = (
            Confirm(handset),
            PreRecord(handset),
            Recording(handset),
        )
        self.submission = AuxSubmit(handset)

    @property
    def device(self) -> str:
        """The phone as the platform's record calls it."""
        return str(self.bench.phone(self.handset.udid).info["device_id"])

    def to_home(self) -> None:
        """The app's first page, in front."""
        self.handset.launch("aux")
        if self.recording.shown():
            self.recording.finish()
        while not self.home.shown() and self._can_go_back():
            self.handset.press("back")

    def _can_go_back(self) -> bool:
        pages = (self.scan, self.by_hand, self.confirm, self.pre_record, self.submission)
        return any(page.shown() for page in pages)

    def restart(self) -> None:
        self.handset.terminate("aux")
        self.handset.launch("aux")

    def read(self, screen: str, **how: Any) -> Arrival:
        """Look at the screen of the phone with the udid `screen`; `how` is distance, light and the like."""
        at = how.pop("pointed_at", {"screen": screen})
        return self._look(at, **how)

    def read_picture(self, picture: str) -> Arrival:
        """Look at a picture (PNG, base64)."""
        return self._look({"picture": picture})

    def _look(self, at: Any, **how: float) -> Arrival:
        """From the scanner if it is open, else from the app's first page."""
        again = self.handset.opened and self.scan.shown()
        if not again:
            self.to_home()
        self.bench.point_camera(self.handset.udid, at, **how)
        (self.scan.look_again if again else self.home.scan)()
        allow(self.handset)
        return self._arrival(self.scan.advice())

    def enter_by_hand(self, exam_code: str, account: str) -> Arrival:
        self.to_home()
        self.bench.point_camera(self.handset.udid, "desk")
        self.home.scan()
        self.scan.by_hand()
        self.by_hand.fill(exam_code, account)
        return self._arrival(self.by_hand.notice())

    def _arrival(self, told: str) -> Arrival:
        return Arrival(self.device, self.confirm.shown(), told)

    def start_recording(self) -> None:
        """From the page with the details, or from where it left off."""
        if self.confirm.shown():
            self.confirm.confirm()
        if not self.recording.shown():
            self.pre_record.begin()
            allow(self.handset)

    def resume(self) -> None:
        """From the app's first page back to the recording that broke off."""
        self.to_home()
        self.home.resume()

    def finish(self) -> None:
        self.recording.finish()
