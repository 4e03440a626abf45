"""Logging in, and saying who one is, rightly and otherwise."""

from __future__ import annotations

from conformance.bench.forms import Record
from steps.deeds.versions import Versions
from steps.findings import View
from steps.moments import Moment

ELSEWHERE = "香港特别行政区"
"""A province of no candidate."""
STRANGER = "110101200001010010"
"""A sound ID number of nobody whom the school knows."""


class Identifying(Versions):
    """The part of a candidate whose account and identity are looked at."""

    def log_in_misremembering(self) -> list[Record]:
        self.cast.mark()
        self.main.handset.launch("main")
        self.main.to_login()
        self.main.login.log_in(self.entry.account, self.entry.password + "?")
        return self.account_records()

    def come_to_list(self) -> None:
        self.main.restart()
        self.main.to_exams_tab()

    def look_at_blue_bar(self) -> tuple[str, float]:
        """What the bar says, and how far down its middle is (0 to 1 of the screen); nothing where it is not there."""
        handset = self.main.handset
        bars = handset.find_all("main.exams.blue_bar")
        if not bars:
            return "", 0.0
        box, (_, _, _, height) = bars[0].rect, handset.tree()["bounds"]
        return bars[0].text, (box["y"] + box["height"] / 2) / height

    def use_blue_bar(self) -> View:
        self.go_to_identity()
        return self.main.identity.look()

    def authenticate_as_stranger(self) -> None:
        """With an ID number that the school does not know, which is not hers."""
        self.sign_up()
        self.go_to_identity()
        self.identify_by_hand(number=STRANGER)
        self.fill_in()
        self.main.to_exams_tab()

    def authenticate_inaccurately(self) -> None:
        """Her own identity, and a province that is not hers."""
        self.sign_up()
        self.go_to_identity()
        self.identify_by_photos()
        self.fill_in(province=ELSEWHERE)
        self.main.to_exams_tab()

    def fill_in_without_number(self) -> None:
        """As far as the page lets her; what it says is noted."""
        self.cast.mark()
        self.main.profile.fill_and_submit(province=self.entry.province, school=self.entry.school)

    def notices(self) -> list[str]:
        return [self.main.profile.notice()]

    def fill_in_with_number(self) -> list[Record]:
        self.main.profile.complete(candidate_number=self.entry.candidate_number)
        return self.account_records()

    def come_to_identity(self, moment: Moment) -> list[str]:
        self.at(moment)
        self.main.exams.authenticate()
        return self.main.handset.texts()

    def identify_now(self) -> list[Record]:
        return self.identify_by_photos()

    def fail_and_ask_for_review(self, times: int) -> None:
        self.fail_first_face(times)
        self.main.exams.use_red_bar()

    def pass_after_waiting(self) -> list[Record]:
        self.decide("account_face", "approve")
        return self.pass_first_face()
