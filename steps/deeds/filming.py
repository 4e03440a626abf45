"""Recording on both phones, and the films that arrive at the platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from conformance.bench.forms import Record
from conformance.inspect import looking, media
from conformance.inspect.finding import Finding as Measured
from conformance.inspect.looking import Asked
from conformance.outcome import PreconditionUnmet, Unreached
from reports.form import Text
from steps.deeds.versions import Versions
from steps.findings import View
from steps.moments import Moment

BREAK = timedelta(seconds=20)
MUTED = timedelta(minutes=1)
HALF_WAITED = Moment("half_waited", timedelta(0))
LIGHT = ("bright", "glare", "backlight", "sharp")
BEGINS = ("aux_recording", "aux_resumed")
"""The record's words for a span of the auxiliary recording."""
SUBMISSION = {"main": "submitted", "aux": "aux_submitted"}
Gap = tuple[datetime, datetime]


class Filming(Versions):
    """What the two phones record. `gap`: when the last recording was away, or heard nothing."""

    gap: Gap

    def get_aux_ready(self) -> None:
        """Up to the page on which the recording begins."""
        self.show_code()
        self.cast.read(self.name, self.name)
        self.aux.confirm.confirm()

    def turn_camera(self, times: int) -> None:
        for _ in range(times):
            self.aux.pre_record.turn_camera()

    def record_with(self, lens: str) -> None:
        """Begin the recording with this camera."""
        self.get_aux_ready()
        self.turn_camera(0 if self.camera_used() == lens else 1)
        self.aux.pre_record.begin()

    def camera_used(self) -> str:
        """The lens that the phone itself says is in use."""
        return str(self._info("aux")["lens"])

    def break_off(self, how: str) -> None:
        """The auxiliary recording ends without anybody's wish; some time passes."""
        aux = self.entry.phones.aux
        package = self.stage.target.app("aux").package
        ends: Mapping[str, Callable[[], object]] = {
            "touch": self.aux.recording.finish,
            "crash": lambda: self.bench.app(aux, "crash", package),
            "power": lambda: self.bench.set_power(aux, False),
            "restart": lambda: self.bench.app(aux, "terminate", package),
            "home": lambda: self.aux.handset.press("home"),
        }
        ends[how]()
        since = self.stage.now()
        self.stage.move_by(BREAK)
        if how == "power":
            self.bench.set_power(aux, True)
        self.gap = (since, self.stage.now())

    def go_on_filming(self) -> list[Record]:
        """By the button of the app's first page."""
        self.cast.mark()
        self.aux.resume()
        self.gap = (self.gap[0], self.stage.now())
        return self.records()

    def aux_after_accident(self) -> View:
        """The page of the recording as the app has it when it is looked at again."""
        self.aux.handset.launch("aux")
        return self.aux.recording.look()

    def find_way_back_to_recording(self) -> tuple[View, bool]:
        """The app's first page, whether it offered to go on, and what followed where it did."""
        self.aux.to_home()
        first = self.aux.home.look()
        offered = self.aux.home.offers_resume()
        if offered:
            self.go_on_filming()
        return first, offered

    def mute(self, role: str) -> None:
        """The microphone hears nothing for a while."""
        udid = self.udid(role)
        since = self.stage.now()
        self.bench.set_settings(udid, {"microphone_muted": True})
        self.stage.move_by(MUTED)
        self.bench.set_settings(udid, {"microphone_muted": False})
        self.gap = (since, self.stage.now())

    def enter_mute(self) -> None:
        """The main phone hears nothing from before its recording on, for a minute of it."""
        self.bench.set_settings(self.entry.phones.main, {"microphone_muted": True})
        self.enter_and_pass(HALF_WAITED)
        since = self.stage.now()
        self.stage.move_by(MUTED)
        self.bench.set_settings(self.entry.phones.main, {"microphone_muted": False})
        self.gap = (since, self.stage.now())

    def lose_main(self) -> None:
        """The main phone's app crashes and is opened again after a while."""
        self.crash()
        since = self.stage.now()
        self.stage.move_by(BREAK)
        self.open_again()
        self.gap = (since, self.stage.now())

    def lose_network(self) -> None:
        self.bench.set_network(self.entry.phones.main, up=False)
        self.stage.move_by(BREAK)
        self.bench.set_network(self.entry.phones.main, up=True)

    def put_in_light(self, light: dict[str, float]) -> None:
        self.bench.point_camera(self.entry.phones.main, "desk", **light)

    def hand_in_everything(self) -> None:
        """Work until the end, submit from both phones, and let the uploads end."""
        self.work()
        self.have_submitted()
        if self.aux.recording.shown():
            self.aux.finish()
        self.have_aux_submitted()
        self.records_after_an_hour()

    def film(self, role: str) -> bytes:
        """The phone's recording as it has arrived at the platform; PreconditionUnmet where this phone submitted nothing, or it
        has not arrived."""
        records = self.records()
        submitted = [record for record in records if record.what == SUBMISSION[role]]
        if not submitted:
            raise PreconditionUnmet(Text(f"the {role} phone has submitted nothing", f"{role}未提交任何内容"))
        films = [file for file in submitted[0].detail["files"] if file["kind"] == "video"]
        if not films:
            raise Unreached(Text(f"no recording of the {role} phone was handed in", f"没有提交{role}的录像"))
        if films[0]["name"] not in {one.detail["name"] for one in records if one.what == "upload_done"}:
            raise PreconditionUnmet(
                Text(f"the recording of the {role} phone has not arrived", f"{role}的录像未送达")
            )
        return self._opened(films[0]["sha256"])

    def _opened(self, digest: str) -> bytes:
        """A film by its digest. Unreached where what arrived is none."""
        content = self._fetched(digest)
        try:
            media.film(content)
        except (ValueError, OSError) as fault:
            said = Text("what arrived cannot be opened as a film", "送达的文件无法作为录像打开")
            raise Unreached(said) from fault
        return content

    def _fetched(self, digest: str) -> bytes:
        """What has this digest does not change, and is fetched once."""
        if digest not in self.fetched:
            self.fetched[digest] = self.bench.file(digest)
        return self.fetched[digest]

    def measured(self, role: str, measure: str) -> Measured:
        """What one measure says of the phone's film; it is to cover the exam until the display is over."""
        times = self.stage.times
        asked = Asked(since=times.starts, until=times.display_ends or times.ends)
        return looking.measure(measure, self.film(role), asked)

    def camera_set(self) -> tuple[str, str]:
        """The camera that the page before the recording names, and the one in use."""
        return self.aux.pre_record.camera(), self.camera_used()

    def camera_recording(self) -> tuple[str, str]:
        """The camera that the page of the recording names, and the one in use."""
        return self.aux.recording.camera(), self.camera_used()

    def begin_aux_recording(self) -> None:
        self.cast.mark()
        self.aux.pre_record.begin()

    def recorded_so_far(self) -> tuple[str, timedelta | None]:
        """What the page says, and for how long the platform has the recording on record, gaps left out."""
        now = self.stage.now()
        total, since = timedelta(0), None
        for record in self.records():
            if record.what in BEGINS:
                since = record.at
            elif record.what == "aux_stopped" and since is not None:
                total, since = total + (record.at - since), None
        return self.aux.recording.elapsed(), None if since is None else total + (now - since)

    def measured_gap(self, role: str, measure: str) -> tuple[Measured, datetime, Gap]:
        """What a measure says, when the film begins, and when the gap was."""
        return self.measured(role, measure), self.film_begins(role), self.gap

    def light_in_film(self) -> list[Measured]:
        """All that is measured of the light and of the sharpness in the main phone's film."""
        return looking.measured(LIGHT, self.film("main"))

    def film_begins(self, role: str) -> datetime:
        """When the film begins, as it says itself."""
        begun = media.film(self.film(role)).begun
        if begun is None:
            raise Unreached(Text("the film does not say when it begins", "录像未注明开始时间"))
        return begun

    def pages_of_both_apps(self) -> list[View]:
        """What both apps show once everything has been handed in, from page to page."""
        seen = [self.submission_status()]
        self.main.to_detail()
        seen.append(self.main.exam_detail.look())
        self.main.to_list()
        seen.append(self.main.exams.look())
        seen.append(self.aux.submission.look())
        self.aux.to_home()
        return [*seen, self.aux.home.look()]

    def page_of_photos(self) -> View:
        """All of the page on which the sheets are photographed, from its beginning to its end."""
        page = self.main.photos
        return View(page.name, page.shown(), tuple(page.handset.whole_page()))

    def offers_another_recording(self) -> bool:
        """Whether the exam's page can be opened and lets a recording begin."""
        self.main.to_detail()
        self.main.exam_detail.open(self.subject, self.session)
        page = self.main.exam_page
        return page.shown() and page.offers_begin()
