"""From two new phones to a confirmed exam: registering, logging in, being identified, confirming, preparing."""

from __future__ import annotations

import re
from datetime import timedelta

from conformance.bench.forms import Probed, Record
from conformance.outcome import Unreached
from reports.form import Text
from steps.deeds.room import Room
from steps.findings import View
from steps.moments import Moment
from steps.permissions import allow

SIDES = ("portrait", "emblem")
CODE = re.compile(r"\d{6}")
ALIVE = re.compile(r"(\d+) ?分钟")
WRONG = "000000"
TWO_HOURS = timedelta(hours=2)
BANNER = timedelta(seconds=15)
"""After so long a message that came in no longer lies over the page."""


class Account(Room):
    """What a candidate does before her first exam."""

    # --- registering and logging in ------------------------------------------------------------------------

    def ask_for_code(self) -> None:
        self.main.handset.launch("main")
        if not self.main.registration.shown():
            self.main.login.register()
        self.main.registration.ask_for_code(self.entry.account)
        self.allow()

    def complete_registration(self, code: str) -> list[Record]:
        """With the code that came last, with the one before it, or with a wrong one."""
        self.cast.mark()
        sent = [CODE.search(text) for text in self._messages()]
        known = [found[0] for found in sent if found]
        chosen = {"right": known[-1], "earlier": known[0], "wrong": _other_than(known)}[code]
        self.main.registration.complete(chosen, self.entry.password)
        self.allow()
        return self.account_records()

    def wait_for_code_to_age(self, longer: timedelta) -> None:
        """As long as the message says that the code is good for, and so much longer."""
        found = ALIVE.search(self._messages()[-1])
        if found is None:
            raise Unreached(
                Text("the message does not say how long its code is good for", "短信未写明验证码的有效时间"),
                seen=self._messages()[-1],
            )
        self.stage.move_by(timedelta(minutes=int(found[1])) + longer)

    def _messages(self) -> list[str]:
        inbox = self.bench.phone(self.entry.phones.main).info["messages"]
        return [str(message["text"]) for message in inbox]

    def ask_for_code_twice(self) -> None:
        self.ask_for_code()
        self.ask_for_code()

    def register_anew(self) -> list[Record]:
        self.ask_for_code()
        return self.complete_registration("right")

    def register(self) -> None:
        self.ask_for_code()
        self.complete_registration("right")

    def try_log_in(self, by: str) -> list[Record]:
        self.cast.mark()
        self.main.handset.launch("main")
        self.main.to_login()
        names = {"phone": self.entry.account, "id_number": self.entry.id_number, "email": self.email}
        name = names[by]
        self.main.login.log_in(name, self.entry.password)
        self.allow()
        return self.account_records()

    @property
    def email(self) -> str:
        """An address of her own; whether it is bound is another question."""
        return f"{self.entry.account}@example.com"

    def log_in_anew(self) -> list[Record]:
        return self.try_log_in("phone")[-1:]

    def authenticate_and_log_out(self, how_far: str) -> None:
        self.authenticate_up_to(how_far)
        self.main.to_exams_tab()
        self.main.exams.log_out()

    def allow(self) -> None:
        allow(self.main.handset)

    # --- being identified ----------------------------------------------------------------------------------

    def go_to_identity(self) -> None:
        self.stage.move_by(BANNER)
        self.main.exams.authenticate()

    def photograph_card(self, *sides: str, **words: str) -> None:
        """The sides of an ID card: her own, but for the words that are given."""
        for side in sides:
            self.bench.point_camera(self.entry.phones.main, {"id_card": {"side": side, **words}})
            self.main.identity.photograph(side)
            self.allow()

    def photograph_one_side(self) -> None:
        self.cast.mark()
        self.go_to_identity()
        self.photograph_card(SIDES[0])

    def photograph_other_side(self) -> list[Record]:
        self.photograph_card(SIDES[1])
        self.main.identity.go_on()
        return self.account_records()

    def go_and_identify_by_hand(self) -> None:
        self.go_to_identity()
        self.identify_by_hand()

    def go_and_identify(self) -> None:
        self.go_to_identity()
        self.identify_by_photos()

    def go_and_appeal(self) -> None:
        self.go_and_identify()
        self.main.identity.appeal()

    def go_and_claim(self, other: Account) -> None:
        self.go_to_identity()
        self.claim_identity_of(other)

    def identify_by_photos(self) -> list[Record]:
        self.cast.mark()
        self.photograph_card(*SIDES)
        self.main.identity.go_on()
        return self.account_records()

    def identify_by_hand(self, name: str = "", number: str = "") -> list[Record]:
        self.cast.mark()
        self.main.identity.by_hand()
        self.main.identity_by_hand.fill(name or self.entry.name, number or self.entry.id_number)
        return self.account_records()

    def claim_identity_of(self, other: Account) -> list[Record]:
        return self.identify_by_hand(other.entry.name, other.entry.id_number)

    def decide(self, kind: str, decision: str) -> None:
        """The review desk's word on what this candidate has asked for."""
        self.cast.mark()
        mine = [one for one in self.bench.reviews() if (one.account, one.kind) == (self.entry.account, kind)]
        if not mine:
            raise Unreached(Text("nothing waits at the review desk", "审核台没有待审核的申请"))
        self.bench.decide(mine[-1].id, "approve" if decision == "approve" else "reject")

    def identify_after_decision(self) -> list[Record]:
        """Back in the app after the review desk has spoken, as far as it lets her."""
        self.main.restart()
        if self.main.exams.offers_authentication():
            self.go_to_identity()
        if self.main.identity.shown():
            return self.identify_by_photos()
        return self.account_records()

    def fill_in(self, **otherwise: str) -> list[Record]:
        self.cast.mark()
        data = {
            "province": self.entry.province,
            "candidate_number": self.entry.candidate_number,
            "school": self.entry.school,
        }
        self.main.profile.fill(**{**data, **otherwise})
        return self.account_records()

    def look_at_information(self) -> tuple[View, list[str]]:
        return self.main.locked_profile.look(), self.main.locked_profile.fields()

    def sign_up(self) -> None:
        self.register()
        self.try_log_in("phone")

    def authenticate_up_to(self, how_far: str) -> None:
        """As far as the account, a bound address, the identity check, or the candidate's information."""
        self.sign_up()
        if how_far == "email":
            self.stage.move_by(BANNER)
            self.main.exams.bind_email(self.email)
        if how_far in ("identity", "information"):
            self.go_to_identity()
            self.identify_by_photos()
        if how_far == "information":
            self.fill_in()
            self.main.to_exams_tab()

    def authenticate(self) -> None:
        """All that lies between two new phones and the confirmation."""
        self.authenticate_up_to("information")

    # --- confirming and preparing --------------------------------------------------------------------------

    def look_for_confirmation(self, moment: Moment | None = None) -> bool:
        """Whether the page to confirm offers her major."""
        self.at(moment)
        self.main.to_exams_tab()
        self.main.exams.to_confirmations()
        return self.main.confirmations.pending(self.entry.major)

    def confirm(self, moment: Moment | None = None) -> list[Record]:
        self.look_for_confirmation(moment)
        self.main.confirmations.confirm(self.entry.major)
        return self.account_records()

    def authenticate_and_confirm(self) -> None:
        """The confirmation is open from the season's instant on; where it has none, at any time."""
        self.authenticate()
        opens = self.stage.times.confirmation_opens
        self.confirm(Moment("confirmation_opens", timedelta(0)) if opens else None)

    def confirm_past_the_app(self, moment: Moment | None = None) -> Probed:
        self.at(moment)
        main = self.entry.phones.main
        return self.bench.probe("confirm", main, account=self.entry.account, major=self.entry.major)

    def trouble(self) -> str:
        return self.main.confirmations.trouble()

    def listed(self) -> list[str]:
        """What the list of exams says of her major."""
        self.main.to_exams_tab()
        return [self.entry.major] * self.main.exams.entries(self.entry.major)

    def admission_shown(self) -> list[str]:
        self.main.to_detail()
        return [self.main.exam_detail.admission()]

    def try_to_open_exam(self) -> list[Record]:
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, self.session)
        return self.account_records()

    def try_to_open_mock(self) -> list[Record]:
        """The first mock exam of her subject."""
        windows = self.cast.season.subject(self.subject).windows
        mock = min((window for window in windows if not window.formal), key=lambda window: window.start)
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, mock.session)
        return self.account_records()

    def sign_and_open_mock(self) -> list[Record]:
        self.prepare("pledge")
        return self.try_to_open_mock()

    def practise(self, times: int) -> None:
        """From the exam's details and back to them, whenever she likes."""
        self.cast.mark()
        self.remember_room()
        self.main.to_detail()
        self.main.exam_detail.practise()
        for _ in range(times):
            self.main.practice.begin()
            self.allow()
            self.stage.move_by(TWO_HOURS)
            self.main.practice.end()

    def make_up_and_open(self, *steps: str) -> list[Record]:
        self.prepare(*steps)
        self.try_to_open_exam()
        return self.records()

    def prepare(self, *steps: str) -> None:
        """The pledge, the tasks, the first face check, as far as they are named and not done."""
        for step in steps:
            {"pledge": self._sign, "tasks": self._do_tasks, "face": self._first_face}[step]()

    def log_in_and_open_exam(self) -> None:
        self.get_ready()
        super().log_in_and_open_exam()

    def let_aux_record(self) -> None:
        """From wherever she is; who has not logged in yet gets ready first."""
        if self.main.login.shown():
            self.get_ready()
        super().let_aux_record()

    def get_ready(self) -> None:
        """Logged in, and whatever her exam still asks for: the confirmation, the pledge, the tasks, the first face check."""
        self.main.handset.launch("main")
        self.main.to_exams_tab()
        if not self.main.exams.entries(self.entry.major):
            self._wait_for_confirmation()
            self.confirm()
        self.prepare("tasks", "pledge")
        self.main.to_exams_tab()
        if self.main.exams.red_bar():
            self._first_face()

    def _wait_for_confirmation(self) -> None:
        opens = self.stage.times.confirmation_opens
        if opens is not None and self.stage.now() < opens:
            self.at(Moment("confirmation_opens", timedelta(0)))

    def come_from_new_phones(self) -> None:
        """All that lies between two new phones and the page of the exam."""
        self.authenticate_and_confirm()
        self.prepare("pledge", "tasks", "face")

    def _sign(self) -> None:
        self.main.to_detail()
        self.main.exam_detail.sign_pledge()

    def _do_tasks(self) -> None:
        self.main.to_detail()
        while self.main.exam_detail.has_open_task():
            self.main.exam_detail.do_task()

    def _first_face(self) -> None:
        self.main.to_exams_tab()
        self.main.exams.use_red_bar()
        self.main.first_face_check.begin()
        self.allow()

    def fail_first_face(self, times: int) -> None:
        self.main.to_exams_tab()
        self.main.exams.use_red_bar()
        self._script([False] * times)
        for _ in range(times):
            if self.main.first_face_check.shown():
                self.main.first_face_check.begin()
                self.allow()

    def pass_after_account_review(self) -> list[Record]:
        self.main.exams.use_red_bar()
        self.decide("account_face", "approve")
        return self.pass_first_face()

    def pass_first_face(self) -> list[Record]:
        self.cast.mark()
        self.main.restart()
        self._script((True,))
        self._first_face()
        return self.account_records()

    def look_at_list(self) -> tuple[View, str]:
        return self.main.exams.look(), self.main.exams.red_bar()

    def account_records(self) -> list[Record]:
        return self.stage.records(account=self.entry.account)


def _other_than(codes: list[str]) -> str:
    return WRONG if WRONG not in codes else WRONG.replace("0", "1")
