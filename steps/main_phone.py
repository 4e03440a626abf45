"""A main phone in its owner's hands: its screens, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable

from conformance.outcome import Unreached
from conformance.phone.handset import Handset
from reports.form import Text
from steps.findings import Code
from steps.screens.account import (
    Confirmations,
    FirstFaceCheck,
    Identity,
    IdentityByHand,
    LockedProfile,
    Practice,
    Profile,
    Registration,
)
from steps.screens.main import CodePage, ExamDetail, ExamPage, Exams, FaceCheck, Login, Waiting
from steps.screens.paper import Answering, Display, Ended, Photos, Question, SubmissionStatus, Submitted
from steps.screens.screen import Screen
from steps.screens.variants import GoingOn, OwnTime, Playback, Reading

MOST_STEPS = 8
"""More screens than this lie between no two places."""

Way = tuple[Screen, Callable[[], None]]


class MainPhone:
    """The main app on one phone; `account` and `password` are its owner's."""

    def __init__(self, handset: Handset, account: str, password: str, major: str) -> None:
        self.handset = handset
        self.login, self.exams, self.exam_detail = Login(handset), Exams(handset), ExamDetail(handset)
        self.exam_page, self.code_page, self.face_check = (
            ExamPage(handset),
            CodePage(handset),
            FaceCheck(handset),
        )
        self.registration, self.identity, self.identity_by_hand = (
            Registration(handset),
            Identity(handset),
            IdentityByHand(handset),
        )
        self.profile, self.locked_profile = Profile(handset), LockedProfile(handset)
        self.confirmations, self.practice = Confirmations(handset), Practice(handset)
        self.first_face_check = FirstFaceCheck(handset)
        self.waiting, self.answering, self.display = Waiting(handset), Answering(handset), Display(handset)
        self.question = Question(handset)
        self.photos, self.submitted = Photos(handset), Submitted(handset)
        self.submission_status, self.ended = SubmissionStatus(handset), Ended(handset)
        self.reading, self.going_on = Reading(handset), GoingOn(handset)
        self.own, self.playback = OwnTime(handset), Playback(handset)
        self._to_list: list[Way] = [
            (self.login, lambda: self.login.log_in(account, password)),
            (self.code_page, self.back),
            (self.confirmations, self.back),
            (self.submission_status, self.back),
            (self.submitted, self.submitted.leave),
            (self.ended, self.ended.leave),
        ]
        self._to_detail: list[Way] = [*self._to_list, (self.exams, lambda: self.exams.open(major))]
        self._back_to_list: list[Way] = [
            *self._to_list,
            (self.exam_page, self.back),
            (self.exam_detail, self.back),
        ]

    def back(self) -> None:
        self.handset.press("back")

    def put_away(self) -> None:
        """Leave the app for the phone's own first page."""
        self.handset.press("home")

    def restart(self) -> None:
        """End the app and open it again."""
        self.handset.terminate("main")
        self.handset.launch("main")

    def to_login(self) -> None:
        """The page to log in, from wherever the app stands: a new start asks nobody who is logged in already."""
        self._walk(self.login, [(self.registration, self.back), (self.exams, self.exams.log_out)])

    def to_exams_tab(self) -> None:
        """The list of exams, from the pages around it."""
        around = (
            self.profile,
            self.locked_profile,
            self.identity,
            self.first_face_check,
            self.exam_detail,
        )
        self._walk(self.exams, [*((page, self.back) for page in around), *self._back_to_list])

    def to_list(self) -> None:
        self._walk(self.exams, self._back_to_list)

    def to_detail(self) -> None:
        self._walk(self.exam_detail, [*self._to_detail, (self.exam_page, self.back)])

    def to_exam_page(self, subject: str, session: str) -> None:
        """The page of this sitting, from wherever the app stands."""
        opens: Way = (self.exam_detail, lambda: self.exam_detail.open(subject, session))
        self._walk(self.exam_page, [*self._to_detail, opens])

    def show_code(self) -> Code:
        """The code, from the exam page or from the code itself."""
        self._walk(self.code_page, [(self.exam_page, self.exam_page.open_code)])
        return self.code_page.code()

    def to_photos(self, subject: str, session: str) -> None:
        """Back to the photos of this sitting, from wherever the app stands."""
        opens: Way = (self.exam_detail, lambda: self.exam_detail.open(subject, session))
        self._walk(self.photos, [*self._to_detail, opens])

    def to_status(self, subject: str, session: str) -> None:
        self.to_detail()
        self.exam_detail.open_submission(subject, session)

    def _walk(self, goal: Screen, ways: list[Way]) -> None:
        for _ in range(MOST_STEPS):
            if goal.shown():
                return
            next((go for screen, go in ways if screen.shown()), self._lost(goal))()
        self._lost(goal)()

    def _lost(self, goal: Screen) -> Callable[[], None]:
        def lost() -> None:
            there = " | ".join(self.handset.texts())
            raise Unreached(
                Text(f"no way to the screen “{goal.name.en}”", f"无法到达“{goal.name.zh}”页面"),
                expected=goal.name,
                seen=there,
            )

        return lost
