"""What a confirmed major asks for before an exam: the pledge, the tasks, the first face check, the newest app."""

from dataclasses import dataclass
from typing import Any

from simulators.platform.account_fold import Account, Preparation
from simulators.platform.task_words import NOTICE, POSITIONS, Tasks

TASKS = (NOTICE, POSITIONS)
"""The pre-exam tasks (R365)."""


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
    return Ready(done.pledged, account.state == "face_passed", done.tasks >= set(TASKS))


def view(account: Account, major: str, tasks: Tasks) -> dict[str, Any]:
    """The preparation as the exam list shows it; `tasks` with their titles and sentences."""
    done = account.confirmed.get(major, Preparation())
    return {
        "pledge": {"signed": done.pledged},
        "tasks": [
            {"id": task, "title": title, "words": list(words), "done": task in done.tasks}
            for task, (title, words) in tasks.items()
        ],
        "practice": {"times": done.practices, "under_way": done.practising},
    }
