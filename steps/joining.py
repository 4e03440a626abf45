"""Phones that join an exam: one after another or at once, by the picture, by hand, or past the app."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from conformance.bench.forms import Probed
from conformance.lab.stagehand import Stagehand
from conformance.outcome import Unreached
from conformance.season import Season
from reports.form import Text
from steps.aux_phone import AuxPhone
from steps.findings import Arrival
from steps.moments import Moment
from steps.stagecraft import Stagecraft

NOBODYS = {"code": "AAAA2222", "account": "nobody-000"}


class Joining(Stagecraft):
    """`arrivals`: the phones that asked to join, in order; `strangers`: the devices among them that belong to nobody;
    `answers`: what probes at once were answered."""

    def __init__(self, stage: Stagehand, season: Season) -> None:
        super().__init__(stage, season)
        self.arrivals: list[Arrival] = []
        self.strangers: list[str] = []
        self.answers: list[Probed] = []
        self._joined: list[str] = []

    def read(self, name: str, of: str, **how: Any) -> Arrival:
        """The auxiliary phone of `name` looks at the main phone of `of`."""
        return self._read(self[name].aux, of, **how)

    def _read(self, phone: AuxPhone, of: str, **how: Any) -> Arrival:
        self.mark()
        self.arrivals.append(phone.read(self[of].entry.phones.main, **how))
        return self.arrivals[-1]

    def stranger(self) -> AuxPhone:
        """One more phone, of somebody unknown."""
        phone = AuxPhone(self.stage.phone(self.stage.new_phone().udid), self.stage.bench)
        self.strangers.append(phone.device)
        return phone

    def _phones(self, number: int, name: str) -> list[AuxPhone]:
        """The candidate's own auxiliary phone and strangers' phones, as many as asked for."""
        return [self[name].aux, *(self.stranger() for _ in range(number - 1))][:number]

    def read_one_after_another(self, number: int, name: str) -> None:
        arrivals = [self._read(phone, name) for phone in self._phones(number, name)]
        self.arrivals = arrivals

    def leak(self, number: int, name: str) -> None:
        self.arrivals = [self._read(self.stranger(), name) for _ in range(number)]

    def read_with_stranger(self, name: str) -> Arrival:
        return self._read(self.stranger(), name)

    def read_again(self, name: str, times: int) -> None:
        for _ in range(times):
            self.read(name, name)

    def read_after_restart(self, name: str) -> None:
        self[name].aux.restart()
        self.read(name, name)

    def read_a_picture(self, name: str, moment: Moment) -> None:
        picture = self[name].main.code_page.picture()
        self.move_to(moment)
        self.mark()
        self.arrivals.append(self.stranger().read_picture(b64encode(picture).decode()))

    def aux_submit_with_stranger(self, name: str) -> None:
        """The phone that joined last hands in what it has not recorded."""
        self.mark()
        self.stage.bench.probe("aux-submit", self._joined[-1], sitting=self[name].sitting)

    def record_with_stranger(self, name: str) -> None:
        self[name].show_code()
        phone = self.stranger()
        self._read(phone, name)
        phone.start_recording()

    def record_for(self, name: str, other: str) -> None:
        self.read(name, other)
        self[name].aux.start_recording()

    def enter_by_hand(self, name: str, whose_code: str, whose_account: str) -> Arrival:
        """`whose`: own, other (another candidate's) or nobody's."""
        other = next((person for key, person in self._people.items() if key != name), self[name])
        people = {"own": self[name], "other": other}
        letters = people[whose_code].codes[-1].letters if whose_code in people else NOBODYS["code"]
        account = people[whose_account].entry.account if whose_account in people else NOBODYS["account"]
        self.mark()
        self.arrivals.append(self[name].aux.enter_by_hand(letters, account))
        return self.arrivals[-1]

    def join_past_the_app(self, number: int, name: str) -> None:
        phones = self._phones(number, name)
        self._joined = [phone.handset.udid for phone in phones]
        self.arrivals = [self._join(phone, name) for phone in phones]

    def join_with_stranger_past_the_app(self, name: str) -> None:
        self.mark()
        self.arrivals.append(self._join(self.stranger(), name))

    def _join(self, phone: AuxPhone, name: str) -> Arrival:
        udid, sitting = phone.handset.udid, self[name].sitting
        probed = self.stage.bench.probe("pair", udid, sitting=sitting)
        return Arrival(phone.device, probed.accepted, probed.cause or "")

    def own_phone_joins_at_once(self, number: int, name: str) -> None:
        """The candidate's own auxiliary phone asks so many times at the same moment; Unreached where it never joins."""
        udid, sitting = self[name].entry.phones.aux, self[name].sitting
        self.answers = self.stage.bench.probe_together(
            [{"operation": "pair", "udid": udid, "sitting": sitting}] * number
        )
        if not any(one.accepted for one in self.answers):
            raise Unreached(Text("the phone never came to join", "该手机未能加入考试"))

    def join_at_once(self, number: int, name: str) -> None:
        phones = [self.stranger() for _ in range(number)]
        sitting = self[name].sitting
        probes = [{"operation": "pair", "udid": phone.handset.udid, "sitting": sitting} for phone in phones]
        results = self.stage.bench.probe_together(probes)
        pairs = zip(phones, results, strict=True)
        self.arrivals = [Arrival(phone.device, one.accepted, one.cause or "") for phone, one in pairs]
