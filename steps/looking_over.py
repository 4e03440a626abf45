"""Phones as they are, found among the target's models and looked over."""

from __future__ import annotations

from conformance import readiness
from conformance.lab.stagehand import Stagehand
from conformance.readiness import Facts, Grade, Remark
from conformance.season import Season
from steps.phrases import Sought
from steps.searching import nearest
from steps.stagecraft import Stagecraft


class LookingOver(Stagecraft):
    """`remarks`: what was said of the phone that was looked over last."""

    def __init__(self, stage: Stagehand, season: Season) -> None:
        super().__init__(stage, season)
        self.remarks: list[Remark] = []
        self._found = ""

    def find_phone(self, sought: Sought) -> str:
        """The target's phone that a sentence means, in a world of its own; its model."""
        self.stage.open()
        models = [model for kind in sought.kinds for model in self.stage.models(kind)]
        phones = {model: self.stage.new_phone("main", model=model) for model in models}
        offered = {model: self._facts(phone.udid) for model, phone in phones.items()}
        model = nearest(sought, offered, self.season)
        self._found = phones[model].udid
        return model

    def look_over_found(self) -> None:
        self.look_over(self._found)

    def look_over(self, udid: str) -> None:
        self.remarks = readiness.remarks(self._facts(udid), self.season)

    def ban(self, what: str) -> Grade:
        """How the season bans models, or brands: as a rule, or as advice."""
        return "unfit" if self.season.minimums[f"banned_{what}s"].force == "rule" else "advice"

    def _facts(self, udid: str) -> Facts:
        packages = {role: app.package for role, app in self.stage.target.apps.items()}
        return readiness.facts(self.stage.bench.phone(udid).info, packages)
