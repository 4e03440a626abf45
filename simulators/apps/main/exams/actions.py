"""What a tap does on the list of exams, on an exam's details and on the page where exams are confirmed."""

from typing import Any

from simulators.apps.main.core import MainCore
from simulators.apps.main.exams.exams import exam_of
from simulators.apps.main.leading import to_detail


def open_detail(app: MainCore, element_id: str) -> None:
    app.state.update(major=element_id.removeprefix("exam_"), screen="exam_detail", pledge_open=False)
    app.load_exams()


def confirming(app: MainCore, _: str) -> None:
    app.state.update(screen="confirmations", just_confirmed=False)
    app.load_confirmations()


def confirm(app: MainCore, element_id: str) -> None:
    major = element_id.removeprefix("confirm_")
    app.api.post(f"/confirmations/{major}", app.state["token"])
    app.state["just_confirmed"] = True
    app.load_confirmations()


def sign(app: MainCore, _: str) -> None:
    app.api.post(f"/exams/{app.state['major']}/pledge", app.state["token"])
    app.load_exams()


def fold_pledge(app: MainCore, _: str) -> None:
    app.state["pledge_open"] = not app.state["pledge_open"]


def open_task(app: MainCore, element_id: str) -> None:
    app.state.update(screen="task", task=element_id.removeprefix("task_"))


def finish_task(app: MainCore, _: str) -> None:
    app.api.post(f"/exams/{app.state['major']}/tasks/{app.state['task']}", app.state["token"])
    to_detail(app, "")


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
    """查看提交状态 of a row: first what this phone knows itself, which needs no network."""
    sitting, known = _sitting(app, element_id), app.state["view"]
    same = known if known and known["sitting"] == sitting else None
    app.state.update(sitting=sitting, view=same, submission=None, screen="submission_status")
    app.state["view"] = app.api.get(f"/sittings/{sitting}", app.state["token"])
    app.show_submission()
