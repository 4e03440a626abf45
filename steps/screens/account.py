"""The screens of the main app around the account: registration, identity, information, confirmation, preparation."""

from __future__ import annotations

from collections.abc import Mapping

from reports.form import Text
from steps.screens.screen import Screen

FIELDS = ("province", "candidate_number", "school")


class Registration(Screen):
    name = Text("registration", "注册账号")
    mark = "main.register.phone"

    def ask_for_code(self, number: str) -> None:
        self.handset.type("main.register.phone", number)
        self.handset.tap("main.register.send_code")

    def complete(self, code: str, password: str) -> None:
        self.handset.type("main.register.code", code)
        self.handset.type("main.register.password", password)
        self.handset.tap("main.register.register")


class Identity(Screen):
    name = Text("identity check", "身份认证")
    mark = "main.identity.page"

    def photograph(self, side: str) -> None:
        self.handset.tap("main.identity.take", side=side)

    def go_on(self) -> None:
        self.handset.tap("main.identity.next")

    def may_go_on(self) -> bool:
        return self.handset.shows("main.identity.next") and self.handset.enabled("main.identity.next")

    def by_hand(self) -> None:
        self.handset.tap("main.identity.manual")

    def appeal(self) -> None:
        self.handset.tap("main.identity.appeal")

    def offers_appeal(self) -> bool:
        return self.handset.shows("main.identity.appeal")


class IdentityByHand(Screen):
    name = Text("identity by hand", "手动上传身份证信息")
    mark = "main.identity_manual.name"

    def fill(self, name: str, number: str) -> None:
        self.handset.type("main.identity_manual.name", name)
        self.handset.type("main.identity_manual.number", number)
        self.handset.tap("main.identity_manual.next")


class Profile(Screen):
    name = Text("candidate's information", "考生信息")
    mark = "main.profile.submit"

    def fill(self, **data: str) -> None:
        self.fill_and_submit(**data)
        self.handset.tap("main.profile.save")

    def fill_and_submit(self, **data: str) -> None:
        """Not yet looked over once more and saved."""
        self.handset.tap("main.profile.kind")
        self._type(data)
        self.handset.tap("main.profile.submit")

    def complete(self, **data: str) -> None:
        """What was missing, and save."""
        self._type(data)
        self.handset.tap("main.profile.submit")
        self.handset.tap("main.profile.save")

    def _type(self, data: Mapping[str, str]) -> None:
        for field, words in data.items():
            self.handset.type("main.profile.field", words, field=field)

    def notice(self) -> str:
        return self.told("main.profile.notice")


class LockedProfile(Screen):
    """The same page once it is locked: to be read only."""

    name = Text("candidate's information, locked", "考生信息（已锁定）")
    mark = "main.profile.locked"

    def fields(self) -> list[str]:
        """The texts of the fields that could still be written into."""
        return [field for field in FIELDS if self.handset.shows("main.profile.field", field=field)]


class Confirmations(Screen):
    name = Text("exams to confirm", "确认考试")
    mark = "main.confirmations.page"

    def pending(self, major: str) -> bool:
        return self.handset.shows("main.confirmations.confirm", major=major)

    def confirm(self, major: str) -> None:
        self.handset.tap("main.confirmations.confirm", major=major)

    def subjects(self, major: str) -> str:
        """What the page says of a major's subjects; empty where the major is not on offer."""
        if not self.handset.reaches("main.confirmations.confirm", major=major):
            return ""
        return self.handset.text("main.confirmations.subjects", major=major)

    def trouble(self) -> str:
        return self.told("main.confirmations.trouble")


class Practice(Screen):
    name = Text("practice", "考前练习")
    mark = "main.practice.page"

    def begin(self) -> None:
        self.handset.tap("main.practice.begin")

    def end(self) -> None:
        self.handset.tap("main.practice.end")


class FirstFaceCheck(Screen):
    name = Text("first face check", "人脸验证")
    mark = "main.account_face.page"

    def begin(self) -> None:
        self.handset.tap("main.account_face.begin")
