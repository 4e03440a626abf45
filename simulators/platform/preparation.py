"""What a confirmed major asks for before an exam: the pledge, the tasks, the first face check, the newest app."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulators.platform.account_fold import Account, Preparation

TASKS: Mapping[str, str] = {
    "notice": "阅读考试须知和操作说明",
    "positions": "查看双机位摆放示意图",
}
"""The pre-exam tasks (R365). Which they are is assumed: the document shows them in a figure only."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether each thing has been done for a major that the account has confirmed."""

    pledged: bool
    face: bool
    tasks: bool

    @property
    def all(self) -> bool:
        return self.pledged and self.face and self.tasks


def ready(account: Account, major: str) -> Ready:
    """How far the preparation for a major has come."""
    done = account.confirmed.get(major, Preparation())
    return Ready(done.pledged, account.state == "face_passed", done.tasks >= TASKS.keys())


def view(account: Account, major: str) -> dict[str, Any]:
    """The preparation as the exam list shows it."""
    done = account.confirmed.get(major, Preparation())
    return {
        "pledge": {"signed": done.pledged},
        "tasks": [{"id": task, "title": title, "done": task in done.tasks} for task, title in TASKS.items()],
        "practice": {"times": done.practices, "under_way": done.practising},
    }
