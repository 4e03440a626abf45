"""Showing and photographing the sheets, and what may happen to the phone meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, cast

from conformance.bench.forms import Probed
from conformance.outcome import Unreached
from reports.form import Text
from steps.deeds.interruptions import Interruptions
from steps.moments import Moment
from steps.phrases import PhoneClock

ANSWER = "第一题：奏鸣曲式；第二题：属七和弦第一转位。"
SLOW = 200_000
"""Bytes a second of a slow network: a video of an hour takes hours."""


class Paper(Interruptions):
    """The part from the end of the exam to the last photo."""

    @property
    def page_numbers(self) -> list[int]:
        return list(range(1, self.pages + 1))

    def work(self) -> None:
        """On sheets, which are shown afterwards, or on the phone."""
        (self.write_and_show if self.pages else self.write_on_screen)()

    def write_and_show(self) -> None:
        self.reach_display()
        self.cast.to("display_ends")

    def write_on_screen(self) -> None:
        """A subject without sheets is answered on the phone, until its end."""
        self.stage.move_to(max(self.stage.times.answering_begins, self.stage.now()))
        self.main.answering.write(ANSWER)
        self.cast.to("ends")

    def reach_display(self) -> None:
        self.cast.to("ends")

    def photograph(self, pages: str) -> None:
        """Take the pages that are meant and not taken yet: none, all but the last, or all."""
        self.cast.mark()
        self._take_up_to(self._last(pages))
        if pages == "one_twice" and self._taken():
            self.main.photos.take_again(1)

    def have_photographed(self, pages: str) -> None:
        """The same as a state; Unreached where the record does not have the pages then."""
        self.photograph(pages)
        if self._taken() < self._last(pages):
            raise Unreached(Text("the photos are not in the record", "平台记录中没有这些照片"))

    def _last(self, pages: str) -> int:
        return {
            "none": 0, "all_but_one": self.pages - 1, "one_twice": self.pages - 1, "all": self.pages,
        }[pages]  # fmt: skip

    def _take_up_to(self, page: int) -> None:
        for _ in range(self._taken(), page):
            self.main.photos.take()

    def _taken(self) -> int:
        return len({record.detail["page"] for record in self.records() if record.what == "photo"})

    def photograph_again(self, page: int) -> None:
        self.cast.mark()
        self.main.photos.take_again(page)

    def photograph_slowly(self, page: int, moment: Moment) -> None:
        """The last byte of the photo arrives at the moment, although it was taken long before."""
        self._take_up_to(page - 1)
        self.cast.mark()
        self.bench.fault(self.entry.phones.main, "dribble", until=self.cast.instant(moment))
        self.main.photos.take()

    def send_page(self, page: int, moment: Moment | None = None) -> Probed:
        self.at(moment)
        main = self.entry.phones.main
        return self.bench.probe("photo", main, account=self.entry.account, sitting=self.sitting, page=page)

    def send_pages(self, first: int, page: int) -> Probed:
        self.send_page(first)
        return self.send_page(page)

    def set_clock_wrong(self, wrong: PhoneClock) -> None:
        offset = timedelta(milliseconds=wrong.offset_ms)
        main = self.entry.phones.main
        self.bench.set_phone_clock(main, offset=offset, drift_ppm=wrong.drift_ppm, zone=wrong.zone)

    def slow_network(self, role: str) -> None:
        self.bench.set_network(self.udid(role), bytes_per_second=SLOW)

    def lose_next_message(self, role: str, how: str) -> None:
        kind = cast(Literal["drop_answer", "repeat", "cut_after"], how)
        arrives = {"bytes": 1} if kind == "cut_after" else {}
        self.bench.fault(self.udid(role), kind, **arrives)
