"""The screens of the main app from the start of the exam on."""

from __future__ import annotations

from reports.form import Text
from steps.findings import Countdown
from steps.screens.screen import Screen


class Answering(Screen):
    """The question and the time that is left."""

    name = Text("exam", "考试")
    mark = "main.answering.page"

    def question(self) -> list[str]:
        """The words of the question; none if it is not shown."""
        return [element.text for element in self.handset.find_all("main.answering.question") if element.text]

    def enlarge(self) -> None:
        """Have the question in full screen."""
        self.handset.tap("main.answering.question")

    def can_write(self) -> bool:
        return self.handset.shows("main.answering.answer")

    def write(self, answer: str) -> None:
        self.handset.type("main.answering.answer", answer)

    def remaining(self) -> Countdown:
        return self.countdown_at("main.answering.remaining")


class Question(Screen):
    """The question alone, as large as the screen."""

    name = Text("question in full screen", "全屏考题")
    mark = "main.question.page"

    def remaining(self) -> Countdown:
        return self.countdown_at("main.question.remaining")

    def look_closely(self) -> tuple[str, float]:
        """Its words, and how much of the screen's height they have (0 to 1)."""
        found = self.handset.find(self.mark)
        _, top, _, bottom = self.handset.tree()["bounds"]
        return found.text, found.rect["height"] / (bottom - top)

    def fold(self) -> None:
        self.handset.tap(self.mark)


class Display(Screen):
    """The sheets are held to the camera."""

    name = Text("display of the sheets", "定格展示")
    mark = "main.display.page"


class Photos(Screen):
    """The sheets are photographed and submitted."""

    name = Text("photos of the sheets", "答题纸拍照")
    mark = "main.photos.page"

    def take(self) -> None:
        self.handset.tap("main.photos.take")

    def take_again(self, page: int) -> None:
        self.handset.tap("main.photos.again", page=str(page))

    def remark(self, page: int) -> str:
        """What is said of the photo of a page; empty where nothing is wrong with it."""
        there = self.handset.reaches("main.photos.remark", page=str(page))
        return self.handset.text("main.photos.remark", page=str(page)) if there else ""

    def offers_submission(self) -> bool:
        return self.handset.shows("main.photos.submit") and self.handset.enabled("main.photos.submit")

    def countdown(self) -> Countdown:
        return self.countdown_at("main.photos.countdown")

    def submit(self) -> None:
        self.handset.tap("main.photos.submit")

    def notice(self) -> str:
        return self.told("main.photos.notice")


class Submitted(Screen):
    name = Text("submission acknowledged", "提交成功")
    mark = "main.submitted.page"

    def leave(self) -> None:
        self.handset.tap("main.submitted.leave")


class Ended(Screen):
    """How an exam ended that was not submitted."""

    name = Text("end of the exam", "考试已终结")
    mark = "main.ended.page"

    def leave(self) -> None:
        self.handset.tap("main.ended.leave")


class SubmissionStatus(Screen):
    name = Text("submission status", "查看提交状态")
    mark = "main.submission_status.page"

    def reminder(self) -> str:
        """What it says of files that did not come through; empty where they are on their way or have arrived."""
        return self.told("main.submission_status.again")

    def send_again(self) -> None:
        self.handset.tap("main.submission_status.again")
