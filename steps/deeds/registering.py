"""From two new phones to an authenticated account: registering, logging in, being identified."""

from __future__ import annotations

import re
from datetime import timedelta

from conformance.bench.forms import Record
from conformance.outcome import Unreached
from reports.form import Text
from steps.deeds.room import Room
from steps.findings import View
from steps.permissions import allow

SIDES = ("portrait", "emblem")
CODE = re.compile(r"\d{6}")
ALIVE = re.compile(r"(\d+) ?分钟")
WRONG = "000000"
BANNER = timedelta(seconds=15)
"""After so long a message that came in no longer lies over the page."""


class Registering(Room):
    """What a candidate does before she has an exam to confirm."""

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
        return self._complete_with(chosen)

    def complete_registration_with_code_of(self, other: Registering) -> list[Record]:
        """With the code that came last to somebody else's phone."""
        self.cast.mark()
        sent = [CODE.search(text) for text in other._messages()]
        return self._complete_with([found[0] for found in sent if found][-1])

    def _complete_with(self, code: str) -> list[Record]:
        self.main.registration.complete(code, self.entry.password)
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
        """What has come to the main phone, at least one; at a vendor's platform none may ever come to a simulated phone."""
        inbox = self.bench.phone(self.entry.phones.main).info.get("messages", ())
        if not inbox:
            raise Unreached(Text("no text message has come to the main phone", "主机未收到短信"))
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

    def go_and_claim(self, other: Registering) -> None:
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

    def claim_identity_of(self, other: Registering) -> list[Record]:
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

    def account_records(self) -> list[Record]:
        return self.stage.records(account=self.entry.account)


def _other_than(codes: list[str]) -> str:
    return WRONG if WRONG not in codes else WRONG.replace("0", "1")
