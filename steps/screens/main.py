"""The screens of the main app up to the waiting room."""

from __future__ import annotations

from hashlib import sha256

from conformance.phone.screentree import walk
from reports.form import Text
from steps.findings import Code, Countdown, View
from steps.screens.screen import Screen


class Login(Screen):
    name = Text("login", "登录")
    mark = "main.login.account"

    def register(self) -> None:
        self.handset.tap("main.login.register")

    def log_in(self, account: str, password: str) -> None:
        self.handset.type("main.login.account", account)
        self.handset.type("main.login.password", password)
        self.handset.tap("main.login.login")


class Exams(Screen):
    """The list of the candidate's exams, one entry a major."""

    name = Text("list of exams", "在线考试")
    mark = "main.exams.list"

    def open(self, major: str) -> None:
        self.handset.tap("main.exams.exam", major=major)

    def has(self, major: str) -> bool:
        return self.handset.shows("main.exams.exam", major=major)

    def entries(self, major: str) -> int:
        return len(self.handset.find_all("main.exams.exam", major=major))

    def authenticate(self) -> None:
        """By the blue bar at the bottom."""
        self.handset.tap("main.exams.blue_bar")

    def offers_authentication(self) -> bool:
        return self.handset.shows("main.exams.blue_bar")

    def to_confirmations(self) -> None:
        self.handset.tap("main.exams.confirm")

    def red_bar(self) -> str:
        return self.told("main.exams.red_bar")

    def reminder(self) -> str:
        """What the list says at its end of files that did not come through; empty where there is none."""
        there = self.handset.reaches("main.exams.again")
        return self.told("main.exams.again") if there else ""

    def send_again(self) -> None:
        self.handset.tap("main.exams.again")

    def bind_email(self, address: str) -> None:
        self.handset.tap("main.exams.mine")
        self.handset.type("main.mine.email", address)
        self.handset.tap("main.mine.bind")
        self.handset.tap("main.mine.exams")

    def log_out(self) -> None:
        self.handset.tap("main.exams.mine")
        self.handset.tap("main.mine.log_out")

    def use_red_bar(self) -> None:
        self.handset.tap("main.exams.red_bar")


class ExamDetail(Screen):
    """One exam with its subjects and sessions."""

    name = Text("exam details", "考试详情")
    mark = "main.exam_detail.page"

    def open(self, subject: str, session: str) -> None:
        self.handset.tap("main.exam_detail.open", subject=subject, session=session)

    def sign_pledge(self) -> None:
        """Sign where it has not been signed yet."""
        if self.handset.reaches("main.exam_detail.sign_pledge"):
            self.handset.tap("main.exam_detail.sign_pledge")

    def admission(self) -> str:
        return self.handset.text("main.exam_detail.admission")

    def notice(self) -> str:
        return self.told("main.exam_detail.notice")

    def practise(self) -> None:
        self.handset.tap("main.exam_detail.practice")

    def has_open_task(self) -> bool:
        return self.handset.shows("main.exam_detail.task")

    def do_task(self) -> None:
        self.handset.tap("main.exam_detail.task")
        self.handset.tap("main.task.finish")

    def status(self, subject: str, session: str) -> str:
        """What is said of this sitting; empty where it is not listed."""
        listed = self.handset.reaches("main.exam_detail.state", subject=subject, session=session)
        return self.handset.text("main.exam_detail.state", subject=subject, session=session) if listed else ""

    def opens_by(self, subject: str, session: str) -> str:
        """What the button says that leads to this sitting."""
        return self.handset.text("main.exam_detail.open", subject=subject, session=session)

    def mocks(self, subject: str) -> str:
        """What is said of the mock exams of a subject."""
        return self.handset.text("main.exam_detail.mocks", subject=subject)

    def open_submission(self, subject: str, session: str) -> None:
        self.handset.tap("main.exam_detail.status", subject=subject, session=session)


class ExamPage(Screen):
    """The page of one sitting: what is asked, the way to the code, and the start of the recording."""

    name = Text("exam page", "考试页面")
    mark = "main.exam_page.page"

    def begin(self) -> None:
        self.handset.tap("main.exam_page.begin")

    def offers_begin(self) -> bool:
        return self.handset.shows("main.exam_page.begin")

    def open_code(self) -> None:
        self.handset.tap("main.exam_page.code_entry")

    def red_bar(self) -> str:
        return self.told("main.exam_page.red_bar")

    def look_at_red_bar(self) -> tuple[View, str]:
        return self.look(), self.red_bar()

    def ask_for_review(self) -> None:
        self.handset.tap("main.exam_page.red_bar")

    def notice(self) -> str:
        return self.told("main.exam_page.notice")

    def entries(self) -> list[tuple[str, bool, float]]:
        """What can be chosen: its text, whether it leads to the code, and where its lower edge lies (pixels)."""
        code = self.handset.find("main.exam_page.code_entry").rect
        lower = code["y"] + code["height"]
        chosen = [node for node in walk(self.handset.tree()) if node["clickable"]]
        return [
            (node["text"] or node["desc"], node["bounds"][3] == lower, node["bounds"][3]) for node in chosen
        ]


class CodePage(Screen):
    """The code as a picture and as letters."""

    name = Text("code of the exam", "小艺助手二维码")
    mark = "main.code.image"

    def code(self) -> Code:
        return Code(sha256(self.picture()).hexdigest(), self.handset.text("main.code.exam_code"))

    def picture(self) -> bytes:
        """The code alone, as a PNG."""
        return self.handset.find("main.code.image").screenshot_as_png


class FaceCheck(Screen):
    name = Text("face check", "人脸验证")
    mark = "main.face_check.page"

    def begin(self) -> None:
        self.handset.tap("main.face_check.begin")


class Waiting(Screen):
    name = Text("waiting room", "候考")
    mark = "main.waiting.page"

    def fold(self) -> None:
        self.handset.tap("main.waiting.fold")

    def countdown(self) -> Countdown:
        return self.countdown_at("main.waiting.countdown")

    def resources(self) -> str:
        """What is said of the exam's resources, here and at the beginning of the exam; empty where nothing is."""
        return self.told("main.waiting.resources")

    def look_at_picture(self) -> tuple[bool, Countdown]:
        """Whether the camera's picture is in view with nothing left to fold away, and the countdown."""
        clear = not self.handset.shows("main.waiting.fold")
        return clear and self.handset.shows("main.waiting.picture"), self.countdown()
