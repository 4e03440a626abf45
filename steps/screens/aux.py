"""The screens of the auxiliary app."""

from __future__ import annotations

from reports.form import Text
from steps.screens.screen import Screen


class Home(Screen):
    name = Text("home of the auxiliary app", "小艺助手首页")
    mark = "aux.home.scan"

    def scan(self) -> None:
        self.handset.tap("aux.home.scan")

    def offers_resume(self) -> bool:
        return self.handset.reaches("aux.home.resume")

    def resume(self) -> None:
        self.handset.tap("aux.home.resume")

    def look_at_progress(self) -> None:
        """To the page on which the progress of the upload stands."""
        self.handset.tap("aux.home.progress")

    def reminder(self) -> str:
        return self.told("aux.home.again")

    def send_again(self) -> None:
        self.handset.tap("aux.home.again")


class Scan(Screen):
    name = Text("scanner", "扫码")
    mark = "aux.scan.page"

    def look_again(self) -> None:
        self.handset.tap("aux.scan.again")

    def by_hand(self) -> None:
        self.handset.tap("aux.scan.manual")

    def advice(self) -> str:
        return self.told("aux.scan.notice")


class ByHand(Screen):
    name = Text("exam code by hand", "填写考试码")
    mark = "aux.manual.page"

    def fill(self, exam_code: str, account: str) -> None:
        self.handset.type("aux.manual.exam_code", exam_code)
        self.handset.type("aux.manual.main_account", account)
        self.handset.tap("aux.manual.confirm")

    def notice(self) -> str:
        return self.told("aux.manual.notice")


class Confirm(Screen):
    name = Text("details to confirm", "确认考试信息")
    mark = "aux.confirm.page"

    def confirm(self) -> None:
        self.handset.tap("aux.confirm.agree")
        self.handset.tap("aux.confirm.enter")

    def go_on(self) -> None:
        """Go on without the tick, as far as the page lets."""
        if self.handset.enabled("aux.confirm.enter"):
            self.handset.tap("aux.confirm.enter")


class PreRecord(Screen):
    name = Text("before the recording", "录制准备")
    mark = "aux.pre_record.page"

    def begin(self) -> None:
        self.handset.tap("aux.pre_record.begin")

    def turn_camera(self) -> None:
        self.handset.tap("aux.pre_record.turn")

    def camera(self) -> str:
        return self.told("aux.pre_record.lens")


class Recording(Screen):
    name = Text("recording", "录制中")
    mark = "aux.recording.page"

    def finish(self) -> None:
        self.handset.tap("aux.recording.finish")

    def try_to_turn_camera(self) -> None:
        """As far as the page offers it."""
        if self.handset.shows("aux.recording.turn") and self.handset.enabled("aux.recording.turn"):
            self.handset.tap("aux.recording.turn")

    def camera(self) -> str:
        return self.told("aux.recording.lens")

    def elapsed(self) -> str:
        return self.told("aux.recording.elapsed")

    def ends(self) -> str:
        """When the recording ends by itself, as the page says it."""
        return self.told("aux.recording.ends")


class AuxSubmit(Screen):
    name = Text("submission of the auxiliary video", "提交视频")
    mark = "aux.submit.page"

    def offers(self) -> bool:
        return self.handset.shows("aux.submit.submit") and self.handset.enabled("aux.submit.submit")

    def submit(self) -> None:
        self.handset.tap("aux.submit.submit")

    def reminder(self) -> str:
        """What it says of files that did not come through."""
        return self.told("aux.submit.again")

    def send_again(self) -> None:
        self.handset.tap("aux.submit.again")

    def submit_all(self) -> None:
        self.handset.tap("aux.submit.all")

    def notice(self) -> str:
        return self.told("aux.submit.notice")
