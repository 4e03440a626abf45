"""What a tap does on the list of exams and on an exam's details."""

from typing import Any

from simulators.apps.main.core import MainCore
from simulators.apps.main.exams.pages import exam_of


def refresh(app: MainCore, _: str) -> None:
    app.load_exams()


def open_detail(app: MainCore, element_id: str) -> None:
    app.state.update(major=element_id.removeprefix("exam_"), screen="exam_detail")
    app.load_exams()


def to_list(app: MainCore, _: str) -> None:
    app.state["screen"] = "exams"
    app.load_exams()


def sign(app: MainCore, _: str) -> None:
    app.state["pledges"] = [*app.state["pledges"], app.state["major"]]


def _sitting(app: MainCore, element_id: str) -> str:
    """The sitting that a row's button stands for: `<action>_<subject>_<session>`."""
    named = element_id.partition("_")[2]
    sittings: list[dict[str, Any]] = (exam_of(app.state) or {"sittings": []})["sittings"]
    found: str = next(
        one["sitting"] for one in sittings if f"{one['subject']['id']}_{one['session']}" == named
    )
    return found


def open_sitting(app: MainCore, element_id: str) -> None:
    """正式考试 or 模拟考试: the exam page."""
    sitting = _sitting(app, element_id)
    view = app.api.post(f"/sittings/{sitting}/open", app.state["token"])
    app.state.update(
        screen="exam", sitting=sitting, submission=None, collapsed=False, zoomed=False, fields={}
    )
    app.take(view)
    app.come_back()


def open_submission(app: MainCore, element_id: str) -> None:
    """查看提交状态 of a row."""
    sitting = _sitting(app, element_id)
    view = app.api.get(f"/sittings/{sitting}", app.state["token"])
    app.state.update(sitting=sitting, view=view, submission=None)
    app.show_submission()
