"""What the apps may use: the system asks for it, and the candidate allows it or not."""

from __future__ import annotations

from conformance.bench.forms import Record
from steps.deeds.versions import Versions
from steps.moments import Moment
from steps.permissions import allow_all_but_told, allow_but


class Permitting(Versions):
    """`was_asked`: whether the system asked about the thing that is meant."""

    was_asked: bool

    def refuse_at_practice(self, about: str) -> None:
        """Begin a practice and allow all but one thing."""
        self._to_practice()
        self.main.practice.begin()
        allow_but(self.main.handset, about)

    def practise_allowing_all(self, about: str) -> None:
        """Begin a practice, allow all that is asked for, and note whether that was about one thing."""
        self._to_practice()
        self.main.practice.begin()
        self.was_asked = allow_all_but_told(self.main.handset, about)

    def refuse_at_entry(self, moment: Moment, about: str) -> None:
        """Ask for the waiting room and allow all but one thing."""
        self.main.to_list()
        self.main.to_exam_page(self.subject, self.session)
        self.at(moment)
        self.forbid("main")
        self.main.exam_page.begin()
        allow_but(self.main.handset, about)

    def enter_once_allowed(self, moment: Moment) -> str:
        self._permit("main")
        return self.ask_for_waiting(moment)

    def _to_practice(self) -> None:
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.practise()
        self.forbid("main")

    def practise_once_allowed(self) -> list[Record]:
        self._permit("main")
        self.main.practice.begin()
        return self.account_records()

    def refuse_at_aux_recording(self, about: str) -> None:
        """Lead the auxiliary phone to its recording, and allow all but one thing."""
        self._to_aux_recording()
        self.aux.pre_record.begin()
        allow_but(self.aux.handset, about)

    def record_on_aux_allowing_all(self, about: str) -> None:
        self._to_aux_recording()
        self.aux.pre_record.begin()
        self.was_asked = allow_all_but_told(self.aux.handset, about)

    def _to_aux_recording(self) -> None:
        self.show_code()
        self.cast.read(self.name, self.name)
        self.aux.confirm.confirm()
        self.forbid("aux")

    def record_on_aux_once_allowed(self) -> list[Record]:
        self._permit("aux")
        self.aux.start_recording()
        return self.records()

    def refuse_network_at_code(self, role: str) -> None:
        """The first thing that needs the network: a verification code, or the code of the exam."""
        self.cast.mark()
        self.forbid(role)
        if role == "main":
            self.main.handset.launch("main")
            self.main.login.register()
            self.main.registration.ask_for_code(self.entry.account)
            allow_but(self.main.handset, "network")
        else:
            self.aux.to_home()
            self.bench.point_camera(self.udid("aux"), {"screen": self.udid("main")})
            self.aux.home.scan()
            allow_but(self.aux.handset, "network")

    def register_once_allowed(self) -> list[Record]:
        self._permit("main")
        self.main.registration.ask_for_code(self.entry.account)
        return self.complete_registration("right")
