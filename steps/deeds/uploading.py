"""Files on their way to the platform: what may befall them, and what the phones say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Literal

from conformance.bench.forms import Candidate as Entry
from conformance.bench.forms import Probed, Record, Upload
from steps.deeds.submitting import FAST, HALF_AN_HOUR, Submitting
from steps.findings import View
from steps.main_phone import MainPhone
from steps.person import Company
from steps.phrases.submission import Mishap

MODEST = 2_000_000
"""Bytes a second at which the video of an exam takes half an hour or more, and its percentage moves every few minutes."""
FIVE_MINUTES = timedelta(minutes=5)
MINUTE = timedelta(minutes=1)
LOOKS = 10
"""How often somebody who watches an upload looks, a minute apart."""
AN_HOUR = timedelta(hours=1)
Received = dict[str, int]
"""Bytes that have arrived, by file."""


class Uploading(Submitting):
    """The part from the submission to the last byte. `seen`: what had arrived whenever somebody looked."""

    def __init__(self, name: str, entry: Entry, cast: Company) -> None:
        super().__init__(name, entry, cast)
        self.seen: list[Received] = []

    def begin_upload(self, role: str) -> None:
        """Submitted, from the auxiliary phone too where its files are meant; a part of them has arrived."""
        self.bench.set_network(self.udid(role), bytes_per_second=MODEST)
        self.have_submitted(role)
        self.stage.move_by(FIVE_MINUTES)
        self.look_at_arrivals(role)

    def uploads(self, role: str) -> list[Upload]:
        return [one for one in self.bench.uploads(self.sitting) if one.phone == role]

    def look_at_arrivals(self, role: str) -> None:
        self.seen.append({one.name: one.received for one in self.uploads(role)})

    def arrived_whole(self, role: str) -> tuple[list[Upload], list[bytes]]:
        """The files that were submitted, and the bytes that the platform has of those that have arrived."""
        files = self.uploads(role)
        return files, [self.bench.file(one.sha256) for one in files if one.state == "done"]

    def watch_until_arrived(self, role: str) -> list[Received]:
        """Look every minute, over a good network, and once more at the end."""
        self.bench.set_network(self.udid(role), bytes_per_second=FAST)
        for _ in range(LOOKS):
            self.look_at_arrivals(role)
            self.stage.move_by(MINUTE)
        self.stage.move_by(AN_HOUR)
        self.look_at_arrivals(role)
        return self.seen

    def arrived_in_the_end(self, role: str) -> tuple[list[Upload], list[bytes]]:
        self.watch_until_arrived(role)
        return self.arrived_whole(role)

    def arrivals_over_an_hour(self, role: str) -> list[Received]:
        self.look_at_arrivals(role)
        self.stage.move_by(AN_HOUR)
        self.look_at_arrivals(role)
        return self.seen

    def go_home_and_watch(self, role: str) -> list[Received]:
        """The app opened again, and nothing else done."""
        self.stage.phone(self.udid(role)).launch(role)
        return self.watch_until_arrived(role)

    def sit_while_uploading(self, subject: int) -> None:
        """Another subject until its photos; the files of the one before are looked at half an hour into it, and at its end."""
        before = self.sitting
        self.stage.turn_to(self.subjects[subject])
        self.come_in()
        self.cast.to("answering_begins")
        self.stage.move_by(HALF_AN_HOUR)
        self._look_at_arrivals_of(before)
        self.work()
        self._look_at_arrivals_of(before)

    def _look_at_arrivals_of(self, sitting: str) -> None:
        self.seen.append({one.name: one.received for one in self.bench.uploads(sitting)})

    # --- what befalls them --------------------------------------------------------------------------------------

    def take_network_away(self, role: str) -> None:
        self.bench.set_network(self.udid(role), up=False)

    def give_network_back(self, role: str) -> None:
        self.bench.set_network(self.udid(role), up=True)

    def switch_network(self, role: str) -> None:
        """To a kind of network other than the one it had, whether that was away or not."""
        kind = self.bench.phone(self.udid(role)).info["network"]["kind"]
        self.bench.set_network(self.udid(role), up=True, kind="cellular" if kind == "wifi" else "wifi")

    def lose_everything_sent(self, role: str) -> None:
        """The network is there, but nothing comes through, for as long as an app is patient."""
        self.bench.set_network(self.udid(role), loss=1.0)
        self.stage.move_by(FIVE_MINUTES)
        self.look_at_arrivals(role)

    def come_through_again(self, role: str) -> None:
        self.bench.set_network(self.udid(role), loss=0.0)

    def meet_mishap(self, role: str, mishap: Mishap) -> None:
        self.bench.fault(self.udid(role), mishap.kind, **mishap.detail)
        self.stage.move_by(FIVE_MINUTES)
        self.look_at_arrivals(role)

    def meet_mishaps(self, role: str, number: int) -> None:
        """So many messages go unanswered, and others come through in between."""
        for _ in range(number):
            self.bench.fault(self.udid(role), "drop_answer")
            self.stage.move_by(FIVE_MINUTES)
            self.look_at_arrivals(role)

    def lose_app_of(self, role: str, how: str) -> None:
        """Closed, crashed, or switched off with the phone; five minutes pass."""
        udid, app = self.udid(role), self.stage.target.app(role)
        ends: Mapping[str, Callable[[], object]] = {
            "close": lambda: self.stage.phone(udid).terminate(role),
            "crash": lambda: self.bench.app(udid, "crash", app.package),
            "power": lambda: self.bench.set_power(udid, False),
        }
        ends[how]()
        self.look_at_arrivals(role)
        self.stage.move_by(FIVE_MINUTES)
        self.look_at_arrivals(role)

    def open_app_again(self, role: str) -> list[Received]:
        self.bench.set_power(self.udid(role), True)
        return self.go_home_and_watch(role)

    def restart_platform(self, role: str) -> None:
        self.bench.restart_platform()
        self.stage.move_by(FIVE_MINUTES)
        self.look_at_arrivals(role)

    # --- what the phones say ------------------------------------------------------------------------------------

    def progress_of(self, role: str) -> tuple[View, list[Upload]]:
        """The page on which the progress stands, and what has arrived."""
        view = self._main_progress() if role == "main" else self._aux_progress()
        return view, self.uploads(role)

    def _main_progress(self) -> View:
        if not self.main.submission_status.shown():
            self.main.to_status(self.subject, self.session)
        return self.main.submission_status.look()

    def _aux_progress(self) -> View:
        if self.aux.home.shown():
            self.aux.home.look_at_progress()
        return self.aux.submission.look()

    def progress_after(self, role: str, minutes: int) -> tuple[View, list[Upload]]:
        self.stage.move_by(minutes * MINUTE)
        return self.progress_of(role)

    def status_reminder(self) -> str:
        self._main_progress()
        return self.main.submission_status.reminder()

    def list_reminder(self) -> str:
        self.main.to_list()
        return self.main.exams.reminder()

    def aux_reminder(self) -> str:
        self._aux_progress()
        return self.aux.submission.reminder()

    def send_again_from_status(self) -> list[Received]:
        self._main_progress()
        self.main.submission_status.send_again()
        return self.watch_until_arrived("main")

    def send_again_from_list(self) -> list[Received]:
        self.main.to_list()
        self.main.exams.send_again()
        return self.watch_until_arrived("main")

    def send_again_from_aux(self) -> list[Received]:
        self._aux_progress()
        self.aux.submission.send_again()
        return self.watch_until_arrived("aux")

    # --- other phones, other files ------------------------------------------------------------------------------

    def upload_other_content(self, named: str = "other.mp4") -> Probed:
        """A file that her submission did not name, or not with this content."""
        self.cast.mark()
        main = self.entry.phones.main
        return self.bench.probe("upload", main, account=self.entry.account, sitting=self.sitting, name=named)

    def try_from_elsewhere(self, does: Literal["submit", "upload"]) -> None:
        """Past the app, from a main phone that did not sit the exam."""
        self.cast.mark()
        self.bench.probe(does, self._another(), account=self.entry.account, sitting=self.sitting)

    def _another(self) -> str:
        return self.stage.new_phone("main").udid

    def log_in_on_another(self) -> None:
        """With her own account, on a main phone that did not sit the exam."""
        other = MainPhone(
            self.stage.phone(self._another()), self.entry.account, self.entry.password, self.entry.major
        )
        other.handset.launch("main")
        other.to_detail()

    def log_in_again_and_watch(self) -> list[Received]:
        self.stage.move_by(MINUTE)
        self.main.handset.launch("main")
        self.main.to_list()
        return self.watch_until_arrived("main")

    def finish_aux_and_look(self) -> list[Record]:
        """What the record says of auxiliary phones once hers has submitted."""
        self.finish_and_submit_aux()
        words = ("aux_recording", "aux_resumed", "aux_submitted")
        return [record for record in self.records() if record.what in words]
