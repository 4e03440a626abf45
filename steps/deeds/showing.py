"""Holding the answer sheets before the main phone and photographing them, well or badly; what film and photos show."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import timedelta

from conformance.inspect import looking
from conformance.inspect.finding import Finding as Measured
from conformance.inspect.looking import Asked
from steps.deeds.after_mocks import AfterMocks

USUALLY = timedelta(milliseconds=2500)
"""How long a page is held where nothing else is said."""
ANOTHER_SUBJECT = "another-subject"


class Showing(AfterMocks):
    """The part in which paper is held before a lens."""

    def show_sheets(self, how: str, each: timedelta = USUALLY) -> None:
        """From the beginning of the display on, one page after the other, each for so long."""
        self.reach_display()
        for page in self._showing(how):
            self.bench.point_camera(self.entry.phones.main, "desk", held={"page": page})
            self.stage.move_by(each)
        self.bench.point_camera(self.entry.phones.main, "desk")
        self.cast.to("display_ends")

    def _showing(self, how: str) -> Sequence[int]:
        pages = self.page_numbers
        ways: Mapping[str, Sequence[int]] = {
            "in_order": pages,
            "backwards": pages[::-1],
            "all_but_last": pages[:-1],
            "again": [*pages, 1],
            "none": [],
        }
        return ways[how]

    def lay_and_photograph(self, how: str) -> None:
        """A photo for every page of the sheet, of what lies before the lens then."""
        self.cast.mark()
        for sheet in self._laid(how):
            self.bench.point_camera(self.entry.phones.main, {"sheet": sheet})
            self.main.photos.take()
        self.bench.point_camera(self.entry.phones.main, "desk")

    def _laid(self, how: str) -> Sequence[Mapping[str, object]]:
        pages = [{"page": page} for page in self.page_numbers]
        foreign = {"page": self.pages, "subject": ANOTHER_SUBJECT}
        ways: Mapping[str, Sequence[Mapping[str, object]]] = {
            "in_order": pages,
            "swapped": [pages[-1], *pages[1:-1], pages[0]],
            "same": [pages[0]] * len(pages),
            "foreign": [*pages[:-1], foreign],
        }
        return ways[how]

    def submit_and_upload(self) -> None:
        self.submit()
        self.records_after_an_hour()

    def lay_and_submit(self, how: str) -> None:
        self.lay_and_photograph(how)
        self.submit_and_upload()

    def retake_and_submit(self, page: int) -> None:
        self.photograph_again(page)
        self.submit_and_upload()

    def show_and_submit(self, how: str, each: timedelta = USUALLY) -> None:
        self.show_sheets(how, each)
        self.photograph("all")
        self.submit_and_upload()

    def shown_in_film(self) -> Measured:
        """The pages that the main phone's film shows during the display, held against the photos in their order."""
        photos = [self.bench.file(digest) for digest in self.last_photos().values()]
        asked = Asked(sheets=looking.sheets(photos), shown_from=self.stage.times.ends)
        return looking.measure("pages", self.film("main"), asked)

    def last_photos(self) -> dict[int, str]:
        """The digest of the last photo of each page, in the order of the sheet."""
        taken = {int(r.detail["page"]): str(r.detail["sha256"]) for r in self.records() if r.what == "photo"}
        return dict(sorted(taken.items()))

    # --- photos that could be better ------------------------------------------------------------------------------

    def photograph_badly(self, page: int, badly: Mapping[str, float]) -> None:
        self._take_up_to(page - 1)
        self.cast.mark()
        main = self.entry.phones.main
        self.bench.point_camera(main, {"sheet": {"page": page}}, **badly)
        self.main.photos.take()
        self.bench.point_camera(main, "desk")

    def remark_on(self, page: int) -> str:
        return self.main.photos.remark(page)

    def retake_well(self, page: int) -> str:
        """Take it again as it should be; what is said of it then."""
        self.photograph_again(page)
        return self.remark_on(page)

    def packed_photos(self) -> tuple[list[str], list[str]]:
        """The digests of what has arrived as the submission's photos, in its order, and of the last photo of each page."""
        sets = [one for one in self.uploads("main") if (one.kind, one.state) == ("photo-set", "done")]
        inside = [digest for one in sets for digest in _unpacked(self.bench.file(one.sha256))]
        return inside, list(self.last_photos().values())


def _unpacked(archive: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        return [hashlib.sha256(packed.read(name)).hexdigest() for name in sorted(packed.namelist())]
