"""What candidates do away from the apps: at the school's site, at the post, with the support desk, at the official site."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from conformance import paperwork
from conformance.bench.around_forms import Corrected, Downloads, Mail, Queried
from conformance.bench.forms import Record
from conformance.inspect import header, media
from conformance.inspect.header import Field
from conformance.outcome import Unreached
from conformance.paperwork import Page
from conformance.season import Subject
from reports.form import Text
from steps.deeds.versions import Versions
from steps.findings import View
from steps.moments import Moment
from steps.permissions import allow_all_but_told, allow_but
from steps.phrases.around import Header, Parcel

ELSEWHERE = "香港特别行政区"
"""A province of no candidate."""
STRANGER = "110101200001010010"
"""A sound ID number of nobody whom the school knows."""
UNTIL_THERE = timedelta(days=3)
"""After so long a bag has reached the school."""


class Errands(Versions):
    """`visit`: what the registration site gave; `corrected`: what the school put right; `query`: what support was asked."""

    was_asked: bool
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

    # --- what the apps may use -----------------------------------------------------------------------------

    def refuse_at_practice(self, about: str) -> None:
        """Begin a practice and allow all but one thing."""
        self._to_practice()
        self.main.practice.begin()
        allow_but(self.main.handset, about)

    def practise_allowing_all(self, about: str) -> None:
        """Begin a practice, allow all that is asked for, and note whether that was about one thing."""
        self._to_practice()
        self.main.practice.begin()
        self.was_asked = allow_all_but_told(self.main.handset, about)

    def _to_practice(self) -> None:
        self.cast.mark()
        self.main.to_detail()
        self.main.exam_detail.practise()
        self.forbid("main")

    def practise_once_allowed(self) -> list[Record]:
        self._permit("main")
        self.main.practice.begin()
        return self.account_records()

    def refuse_at_aux_recording(self, about: str) -> None:
        """Lead the auxiliary phone to its recording, and allow all but one thing."""
        self._to_aux_recording()
        self.aux.pre_record.begin()
        allow_but(self.aux.handset, about)

    def record_on_aux_allowing_all(self, about: str) -> None:
        self._to_aux_recording()
        self.aux.pre_record.begin()
        self.was_asked = allow_all_but_told(self.aux.handset, about)

    def _to_aux_recording(self) -> None:
        self.show_code()
        self.cast.read(self.name, self.name)
        self.aux.confirm.confirm()
        self.forbid("aux")

    def record_on_aux_once_allowed(self) -> list[Record]:
        self._permit("aux")
        self.aux.start_recording()
        return self.records()

    def refuse_network_at_code(self, role: str) -> None:
        """The first thing that needs the network: a verification code, or the code of the exam."""
        self.cast.mark()
        self.forbid(role)
        if role == "main":
            self.main.handset.launch("main")
            self.main.login.register()
            self.main.registration.ask_for_code(self.entry.account)
            allow_but(self.main.handset, "network")
        else:
            self.aux.to_home()
            self.bench.point_camera(self.udid("aux"), {"screen": self.udid("main")})
            self.aux.home.scan()
            allow_but(self.aux.handset, "network")

    def register_once_allowed(self) -> list[Record]:
        self._permit("main")
        self.main.registration.ask_for_code(self.entry.account)
        return self.complete_registration("right")

    # --- the account and the identity ----------------------------------------------------------------------

    def log_in_misremembering(self) -> list[Record]:
        self.cast.mark()
        self.main.handset.launch("main")
        self.main.to_login()
        self.main.login.log_in(self.entry.account, self.entry.password + "?")
        return self.account_records()

    def look_at_blue_bar(self) -> tuple[str, float]:
        """What the bar says, and how far down its middle is (0 to 1 of the screen); nothing where it is not there."""
        handset = self.main.handset
        bars = handset.find_all("main.exams.blue_bar")
        if not bars:
            return "", 0.0
        box, (_, _, _, height) = bars[0].rect, handset.tree()["bounds"]
        return bars[0].text, (box["y"] + box["height"] / 2) / height

    def use_blue_bar(self) -> View:
        self.go_to_identity()
        return self.main.identity.look()

    def authenticate_as_stranger(self) -> None:
        """With an ID number that the school does not know, which is not hers."""
        self.sign_up()
        self.go_to_identity()
        self.identify_by_hand(number=STRANGER)
        self.fill_in()
        self.main.to_exams_tab()

    def authenticate_inaccurately(self) -> None:
        """Her own identity, and a province that is not hers."""
        self.sign_up()
        self.go_to_identity()
        self.identify_by_photos()
        self.fill_in(province=ELSEWHERE)
        self.main.to_exams_tab()

    def fill_in_without_number(self) -> None:
        """As far as the page lets her; what it says is noted."""
        self.cast.mark()
        self.main.profile.fill_and_submit(province=self.entry.province, school=self.entry.school)

    def notices(self) -> list[str]:
        return [self.main.profile.notice()]

    def fill_in_with_number(self) -> list[Record]:
        self.main.profile.complete(candidate_number=self.entry.candidate_number)
        return self.account_records()

    def come_to_identity(self, moment: Moment) -> list[str]:
        self.at(moment)
        self.main.exams.authenticate()
        return self.main.handset.texts()

    def identify_now(self) -> list[Record]:
        return self.identify_by_photos()

    def fail_and_ask_for_review(self, times: int) -> None:
        self.fail_first_face(times)
        self.main.exams.use_red_bar()

    def pass_after_waiting(self) -> list[Record]:
        self.decide("account_face", "approve")
        return self.pass_first_face()

    # --- the apps, from the official site ------------------------------------------------------------------

    def go_without(self, role: str) -> None:
        """Her phone of this role does not have its app yet."""
        self.bench.app(self.udid(role), "uninstall", self._package(role, role))

    def scan_code(self, role: str, on: str) -> None:
        """The phone reads the code that stands there, and the app that it leads to is installed."""
        site = self.bench.official_site()
        code = next(one for one in site.codes if (one.app, one.on) == (role, on))
        self.bench.point_camera(self.udid(role), {"picture": code.picture})
        self.bench.scan_and_install(self.udid(role))

    def open_new_app(self, role: str) -> View:
        """Its first page, which is not there where the phone does not have the app."""
        if self._package(role, role) not in self._info(role)["apps"]:
            return View(self._first_page(role).name, False, ())
        return self.open_app(role)

    def open_from_official_site(self, role: str) -> View:
        self.go_without(role)
        self.scan_code(role, "site")
        return self.open_app(role)

    def install_from_elsewhere(self, role: str) -> None:
        self.go_without(role)
        package = self._package(role, role)
        self.bench.install(self.udid(role), package, granted=True, source="elsewhere")
