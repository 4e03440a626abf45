"""Being cut off from the exam without wanting to, leaving it on purpose, and coming back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from conformance.bench.forms import Probed, Review
from conformance.bench.phones import CaptureKind
from conformance.outcome import RefusedWhen, Unreached
from reports.form import Text
from steps.deeds.waiting import WaitingRoom
from steps.findings import View
from steps.moments import Moment
from steps.phrases import Lasting

A_WHILE = timedelta(seconds=5)
"""Between two interruptions the candidate writes on."""
RINGS = timedelta(seconds=30)


class Interruptions(WaitingRoom):
    """What may come between a candidate and her exam."""

    def cut_off(self, how: str, lasting: Lasting) -> None:
        """Cut off for so long, and back as soon as that is over; then a little time passes."""
        begin, end = self._cuts[how]
        begin()
        self.stage.move_by(self.length(lasting), lasting.limit)
        end()

    def cut_off_until(self, how: str, moment: Moment) -> None:
        begin, end = self._cuts[how]
        begin()
        self.cast.move_to(moment)
        end()

    def cut_off_often(self, how: str, times: int, lasting: Lasting) -> None:
        for _ in range(times):
            self.cut_off(how, lasting)
            self.stage.move_by(A_WHILE)

    def length(self, lasting: Lasting) -> timedelta:
        limit = self.cast.season.limit(lasting.limit) if lasting.limit else 0
        return timedelta(seconds=limit * lasting.share) + lasting.longer

    @property
    def _cuts(self) -> Mapping[str, tuple[Callable[[], object], Callable[[], object]]]:
        """How each begins and how it ends."""
        main = self.entry.phones.main
        return {
            "network": (
                lambda: self.bench.set_network(main, up=False),
                lambda: self.bench.set_network(main, up=True),
            ),
            "crash": (self.crash, self.open_again),
            "power": (lambda: self.bench.set_power(main, False), self._switch_on),
            "battery": (
                lambda: self.bench.set_battery(main, percent=0, plugged=False),
                self._charge_and_switch_on,
            ),
            "auto_lock": (
                lambda: self.bench.set_lock(main, True, automatic=True),
                lambda: self.bench.set_lock(main, False),
            ),
        }

    def crash(self) -> None:
        self.bench.app(self.entry.phones.main, "crash", self.stage.target.app("main").package)

    def open_again(self) -> None:
        self.bench.app(self.entry.phones.main, "launch", self.stage.target.app("main").package)

    def lose_app(self) -> None:
        self.crash()
        self.open_again()

    def _charge_and_switch_on(self) -> None:
        self.bench.set_battery(self.entry.phones.main, percent=1, plugged=True)
        self._switch_on()

    def _switch_on(self) -> None:
        self.bench.set_power(self.entry.phones.main, True)
        self.open_again()

    def come_back_past_the_app(self, lasting: Lasting | None = None) -> Probed:
        if lasting is not None:
            self.stage.move_by(self.length(lasting), lasting.limit)
        main = self.entry.phones.main
        told = self.bench.probe("return", main, account=self.entry.account, sitting=self.sitting)
        if not told.accepted and not self.stage.records("refused"):
            raise RefusedWhen(
                Text(
                    "the return is refused, and the platform does not know of it",
                    "返回被拒绝，而平台没有相应记录",
                )
            )
        return told

    # --- on purpose ----------------------------------------------------------------------------------------

    def leave(self, how: str) -> None:
        self._leave(self.main.handset.udid, "main", how)

    def aux_leave(self, how: str) -> None:
        self._leave(self.aux.handset.udid, "aux", how)

    def _leave(self, udid: str, role: str, how: str) -> None:
        self.cast.mark()
        handset = self.stage.phone(udid)
        deed: Callable[[], object] = {
            "home": lambda: handset.press("home"),
            "exit": lambda: handset.terminate(role),
            "answer": lambda: self._take_call(udid),
            "other_app": lambda: self._open_another(udid),
            "lock": lambda: handset.press("power"),
        }[how]
        self.felt(handset, deed)

    def _open_another(self, udid: str) -> None:
        """One of those that are on the phone anyway."""
        ours = {app.id(self.stage.phone(udid).kind) for app in self.stage.target.apps.values()}
        others = sorted(set(self.bench.phone(udid).info["apps"]) - ours)
        if not others:
            raise Unreached(Text("there is no other app on this phone", "该手机没有其他应用"))
        self.bench.app(udid, "launch", others[0])

    def capture(self, kind: CaptureKind, role: str) -> None:
        """Recording and casting go on until she ends them, which she does not."""
        udid = {"main": self.entry.phones.main, "aux": self.entry.phones.aux}[role]
        self.bench.capture(udid, kind)
        self.stage.move_by(A_WHILE)

    def flags(self) -> list[Review]:
        """What waits at the review desk of her exam."""
        return [one for one in self.bench.reviews() if (one.kind, one.sitting) == ("flag", self.sitting)]

    def _take_call(self, udid: str) -> None:
        self.bench.call(udid)
        self.stage.phone(udid).tap("system.call.answer")

    def leave_call_alone(self, how: str) -> None:
        main = self.entry.phones.main
        self.felt(self.main.handset, lambda: self.bench.call(main))
        if how == "refuse":
            self.felt(self.main.handset, lambda: self.main.handset.tap("system.call.refuse"))
            return
        self.stage.move_by(RINGS)
        self.bench.hang_up(main)

    # --- what is there then --------------------------------------------------------------------------------

    def look_at_exam(self) -> tuple[View, list[str]]:
        """The question, where the season has a time for reading on the page for that."""
        page = self.main.reading if self.main.reading.shown() else self.main.answering
        return page.look(), page.question()

    def come_back_and_look(self) -> tuple[View, list[str]]:
        """Back to the app by whatever way the phone has."""
        self.bench.hang_up(self.entry.phones.main)
        self.main.handset.launch("main")
        return self.look_at_exam()

    def look_at_step_due(self) -> View:
        """After the exam: the display while it lasts, then the photos."""
        until, now = self.stage.times.display_ends, self.stage.now()
        due = self.main.display if until is not None and now < until else self.main.photos
        return due.look()

    def come_back_to_waiting(self) -> View:
        """Back in the waiting room; where a face check is asked for again, it is passed again."""
        if self.main.face_check.shown() or self.main.exam_page.shown():
            return self.pass_face_check()
        return self.main.waiting.look()
