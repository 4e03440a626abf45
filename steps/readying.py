"""Phones made ready for an exam, or not quite, and what can be looked up of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from conformance import readiness
from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, Unreached
from conformance.readiness import Inquiry, Occasion, Remark
from conformance.readiness.ready import RIGHT
from conformance.season import Season, Subject
from reports.form import Text
from steps import checks
from steps.looking_over import LookingOver
from steps.moments import Moment
from steps.phrases.settings import Amiss

MINUTE = timedelta(minutes=1)
FORMAL = "formal"


class Readying(LookingOver):
    """One phone, asked about itself through its driver, and by the operator where it does not tell."""

    def __init__(self, stage: Stagehand, season: Season) -> None:
        super().__init__(stage, season)
        self._exam_minutes = 0

    def make_ready(self, kind: str) -> None:
        """A phone of this kind with the main app, set as the notice wants it."""
        self.stage.open()
        self._found = self.stage.new_phone("main", model=self.stage.model(kind)).udid
        self.set_right(self._found)

    def set_right(self, udid: str) -> None:
        self.stage.bench.set_settings(udid, RIGHT)

    def put_amiss(self, amiss: Amiss) -> None:
        """What is otherwise with the phone that was made ready."""
        bench, udid = self.stage.bench, self._found
        if amiss.settings:
            bench.set_settings(udid, amiss.settings)
        if amiss.network:
            bench.set_network(udid, **amiss.network)
        if amiss.battery:
            bench.set_battery(udid, **amiss.battery)
        if app := amiss.opens or amiss.plays:
            self._open(udid, app, plays=bool(amiss.plays))

    def _open(self, udid: str, label: str, *, plays: bool) -> None:
        """Open an app that is on the phone, let it play, and go back to the home screen."""
        apps = self.stage.bench.phone(udid).info["apps"]
        package = next((name for name, app in apps.items() if app["label"] == label), None)
        if package is None:
            raise Unreached(Text(f"this phone has no {label}", f"该手机没有“{label}”"))
        self.stage.bench.app(udid, "launch", package)
        handset = self.stage.phone(udid)
        if plays:
            handset.tap("system.other.play")
        handset.press("home")

    def set_alarm(self, moment: Moment) -> None:
        """Alarms are set to the minute."""
        at = self.instant(moment).replace(second=0, microsecond=0)
        self.stage.bench.set_alarms(self._found, {f"{at:%H:%M}": "闹钟"})

    def charge(self, percent: int) -> None:
        self.stage.bench.set_battery(self._found, percent=percent)

    def weaken(self, bars: int) -> None:
        self.stage.bench.set_network(self._found, bars=bars)

    def before_exam_of(self, against: int) -> None:
        """The phone is meant for an exam a minute shorter, just as long, or a minute longer than those that ask for a charger."""
        self._exam_minutes = self.limit("charger_minutes") + against

    def look_up(self, aspects: Iterable[str], udid: str = "", role: str = "") -> list[Remark]:
        """Ask for these aspects; ControlMissing where neither the phone nor an operator can tell."""
        phone = self._asked(udid or self._found)
        self.remarks = readiness.conditions(phone, self._occasion(role, udid), aspects)
        for remark in self.remarks:
            if remark.grade == "unknown":
                raise ControlMissing("operator", _unanswered(remark.asked))
        return self.remarks

    def _asked(self, udid: str) -> Inquiry:
        handset = self.stage.phone(udid)
        apps = {role: app.id(handset.kind) for role, app in self.stage.target.apps.items()}
        return Inquiry(handset, apps, self.stage.operator)

    def _occasion(self, role: str, udid: str) -> Occasion:
        """The exam of the world, or one of the length that was named."""
        world = self.stage.world
        subject, session = world.subject, world.session
        times = self.stage.instants.of(subject, session)
        paper = self.season.subject(subject)
        return Occasion(
            season=self.season,
            minutes=self._exam_minutes or _minutes(paper),
            quiet_from=times.waiting_opens.time(),
            quiet_until=times.photos_end.time(),
            role=role,
            may_go=times.kept_until is not None and self.stage.now() > times.kept_until,
            arrived=bool(udid) and self._arrived(udid),
        )

    def _arrived(self, udid: str) -> bool:
        """Whether the platform has everything that this phone announced."""
        device = self.stage.bench.phone(udid).info["device_id"]
        mine = [record for record in self.stage.records() if record.device == device]
        words = {"main": "submitted", "aux": "aux_submitted"}
        return any(checks.files_arrived(word, mine).holds for word in words.values())


def _minutes(paper: Subject) -> int:
    window = paper.window(FORMAL)
    return (window.end - window.start) // MINUTE


def _unanswered(question: Text) -> Text:
    return Text(
        f"no operator has answered: {question.en}",
        f"没有操作员作答：{question.zh}",
    )
