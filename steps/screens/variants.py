"""What some seasons have on the main phone and others have not."""

from __future__ import annotations

from reports.form import Text
from steps.screens.screen import Screen


class Reading(Screen):
    """The question before it may be answered."""

    name = Text("time for reading", "阅题")
    mark = "main.reading.page"

    def question(self) -> list[str]:
        return [element.text for element in self.handset.find_all("main.reading.question") if element.text]


class GoingOn(Screen):
    """An interrupted exam waits for its candidate."""

    name = Text("interrupted exam", "考试已中断")
    mark = "main.going_on.page"

    def go_on(self) -> None:
        self.handset.tap("main.going_on.go_on")


class Playback(Screen):
    name = Text("own recording", "查看录像")
    mark = "main.playback.page"


class OwnTime(Screen):
    """Beginning, ending and recording anew at a time of one's own."""

    name = Text("own time", "自选时间")
    mark = "main.waiting.begin"

    def begin(self) -> None:
        self.handset.tap(self.mark)

    def offers_end(self) -> bool:
        return self.handset.shows("main.answering.finish")

    def finish(self) -> None:
        """End answering, and confirm it."""
        self.handset.tap("main.answering.finish")
        self.handset.tap("main.answering.finish_now")

    def offers_another(self) -> bool:
        return self.handset.shows("main.photos.record_again") and self.handset.enabled(
            "main.photos.record_again"
        )

    def record_again(self) -> None:
        self.handset.tap("main.photos.record_again")

    def chances(self) -> str:
        return self.told("main.exam_page.chances")

    def offers_playback(self) -> bool:
        return self.handset.reaches("main.photos.view")

    def play(self) -> None:
        self.handset.tap("main.photos.view")

    def show(self, item: str) -> None:
        """Say that something was held to this phone's camera."""
        self.handset.tap("main.waiting.show", item=item)
