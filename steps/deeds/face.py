"""A face before the lens: the first face check and those of the exams, as the camera sees and the voice prompts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from conformance.bench.forms import Record
from conformance.outcome import ControlMissing
from steps.deeds.versions import Versions
from steps.permissions import allow
from steps.screens.account import FirstFaceCheck
from steps.screens.main import FaceCheck

Prompts = Sequence[Mapping[str, Any]]


class FaceChecks(Versions):
    """What a candidate looks like to her phone. `checking`: the page of the face check that she came to last."""

    checking: FirstFaceCheck | FaceCheck
    _heard = 0

    def come_to_first_check(self) -> None:
        """With an exam confirmed, to the check that comes before any exam."""
        self.authenticate_and_confirm()
        self.main.to_exams_tab()
        self.main.exams.use_red_bar()
        self.checking = self.main.first_face_check

    def come_to_check(self) -> None:
        self.reach_face_check()
        self.checking = self.main.face_check

    def show_face(self, how: Mapping[str, Any]) -> None:
        """So the camera sees her from now on; with nothing said, as in good light and as nature made her."""
        self.bench.point_camera(self.entry.phones.main, "desk", **how)

    def set_volume(self, settings: Mapping[str, Any]) -> None:
        self.bench.set_settings(self.entry.phones.main, settings)

    def have_face_looked_at(self) -> None:
        self.cast.mark()
        self._heard = len(self._prompts())
        self.checking.begin()
        allow(self.main.handset)

    def look_again_without(self) -> list[Record]:
        """Once more, in good light and as nature made her; what was recorded of it."""
        self.show_face({})
        if not self.checking.shown():
            self.main.exams.use_red_bar()
        since = len(self.account_records())
        self.have_face_looked_at()
        return self.account_records()[since:]

    def fail_first_check(self, times: int) -> None:
        """Fail so often, or until the phone asks for no further face check."""
        self._script([False] * times)
        for _ in range(times):
            if self.checking.shown():
                self.checking.begin()
                allow(self.main.handset)

    def be_rejected(self) -> None:
        """In the review of the exam's own face check."""
        self.main.exam_page.ask_for_review()
        self.decide("sitting_face", "reject")
        self.main.restart()

    def ask_and_be_rejected(self) -> None:
        self.main.exams.use_red_bar()
        self.decide("account_face", "reject")
        self.main.restart()

    def prompts_heard(self) -> Prompts:
        """What the main app said since the face was to be looked at."""
        ours = self.stage.target.app("main").id(self.main.handset.kind)
        return [one for one in self._prompts()[self._heard :] if one["package"] == ours]

    def _prompts(self) -> Prompts:
        """What was said on the main phone; ControlMissing where the bench does not tell."""
        info = self.bench.phone(self.entry.phones.main).info
        if "prompts" not in info:
            raise ControlMissing("phones/prompts")
        said: Prompts = info["prompts"]
        return said
