"""What candidates do away from the apps: at the school's site, at the post, with the support desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from conformance import paperwork
from conformance.bench.around_forms import Corrected, Downloads, Mail, Queried
from conformance.inspect import header, media
from conformance.inspect.header import Field
from conformance.outcome import Unreached
from conformance.paperwork import Page
from conformance.season import Subject
from reports.form import Text
from steps.deeds.versions import Versions
from steps.moments import Moment
from steps.phrases.around import Header, Parcel

UNTIL_THERE = timedelta(days=3)
"""After so long a bag has reached the school."""


class Errands(Versions):
    """`visit`: what the registration site gave; `corrected`: what the school put right; `query`: what support was asked."""

    visit: Downloads
    corrected: Corrected
    query: Queried

    # --- the registration site -----------------------------------------------------------------------------

    @property
    def papers(self) -> list[Subject]:
        """The subjects of her major."""
        return [one for one in self.cast.season.subjects if one.major == self.entry.major]

    @property
    def with_sheets(self) -> list[Subject]:
        """Those of them that have answer sheets."""
        return [one for one in self.papers if one.has_sheet]

    def download(self, moment: Moment | None = None, password: str = "") -> Downloads:
        """All that the registration site lists for her."""
        self.at(moment)
        self.visit = self.bench.download_sheets(self.entry.account, password=password)
        return self.visit

    def ask_for_sheets_anyhow(self, moment: Moment) -> Downloads:
        """Those of her subjects, whether the site lists them or not."""
        self.at(moment)
        self.visit = self.bench.download_sheets(self.entry.account, [paper.id for paper in self.papers])
        return self.visit

    def must_download(self, moment: Moment) -> None:
        """`Unreached` where she gets no sheets."""
        if any(file.refused for file in self.download(moment).files) or not self.visit.files:
            raise Unreached(Text("the sheets can be downloaded then", "此时可以下载答题纸"))

    def documents(self) -> dict[str, list[Page]]:
        """The pages of what was downloaded, by subject."""
        return {file.subject: paperwork.pages(file.pdf) for file in self.visit.files if file.pdf is not None}

    def must_find_nothing(self, moment: Moment) -> None:
        """`Unreached` where the app offers her major all the same."""
        if self.look_for_confirmation(moment):
            raise Unreached(Text("no exam of hers is offered", "应用未显示本人待确认的考试"))

    def turn_to_school(self) -> None:
        """She says what does not fit; what the school has of her then is what holds from then on."""
        self.cast.mark()
        self.corrected = self.bench.contact_school(self.entry.account, "报考信息不符")
        self.entry = self.corrected.candidate

    # --- the header ----------------------------------------------------------------------------------------

    def photograph_with(self, how: Header) -> None:
        """Every page, its header written so."""
        self.cast.mark()
        for page in self.page_numbers:
            sheet = {"page": page, "header": list(how.fields), "ink": how.ink}
            self.bench.point_camera(self.entry.phones.main, {"sheet": sheet})
            self.main.photos.take()

    def headers(self) -> list[list[Field]]:
        """What can be measured of the header of each page that was photographed."""
        digests = [str(record.detail["sha256"]) for record in self.records() if record.what == "photo"]
        return [header.header(media.photo(self.bench.file(digest))) for digest in digests]

    # --- the post ------------------------------------------------------------------------------------------

    def post(self, parcel: Parcel, moment: Moment, stamp: str = "minute") -> None:
        """The sheets of her major, or what is said of the bag."""
        due = [paper.id for paper in self.with_sheets]
        self._post(due[:-1] if parcel.without_last else due, parcel, moment, stamp)

    def post_anyhow(self, moment: Moment) -> None:
        """Sheets of a subject that has none."""
        self._post([paper.id for paper in self.papers], Parcel(), moment, "minute")

    def _post(self, subjects: Sequence[str], parcel: Parcel, moment: Moment, stamp: str) -> None:
        self.at(moment)
        places = self.cast.season.addresses
        label = {
            "recipient": places.recipient,
            "mailing": parcel.mailing or places.mailing,
            "postcode": places.postcode,
            "phone": places.phone,
        }
        carrier = parcel.carrier or places.carrier
        self.bench.post_sheets(
            self.entry.account, subjects, carrier=carrier, label=label, bagged=parcel.bagged, stamp=stamp
        )

    def mail(self) -> list[Mail]:
        """What the mail room has of hers, days later."""
        self.stage.move_by(UNTIL_THERE)
        return [one for one in self.bench.mail_room() if one.id_number == self.entry.id_number]

    # --- the support desk ----------------------------------------------------------------------------------

    def ask_support(self, channel: str, topic: str, moment: Moment) -> Queried:
        """By a published way."""
        self.at(moment)
        desk = self.cast.season.support
        to = {"qq": desk.qq, "wechat": desk.wechat, "phone": desk.phone}[channel]
        menu = desk.wechat_menu if channel == "wechat" else ()
        self.query = self.bench.ask_support(channel, to, topic, menu)
        return self.query

    def look_at_query(self, moment: Moment | None = None) -> Queried:
        if moment is not None:
            self.cast.move_to(moment)
        self.query = self.bench.query(self.query.query)
        return self.query
