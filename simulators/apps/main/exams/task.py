"""One pre-exam task: what is to be read, and the word that it was."""

from collections.abc import Mapping
from datetime import datetime

from simulators.apps.main.exams.exams import exam_of
from simulators.apps.names import both
from simulators.apps.parts import button, image, notice, numbered, page, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element

FIGURES: Mapping[str, str] = {"positions": "positions"}
"""Where both phones stand."""
PLAIN = ("请按要求完成此项任务。",)
"""Where the platform gives nothing to read."""


def task(state: State, _: datetime) -> Element:
    """Open until its last line: only then can it be said that it was read (R365, R366)."""
    name = state["task"]
    tasks = (exam_of(state) or {"tasks": []})["tasks"]
    title, words = next(
        ((one["title"], tuple(one["words"])) for one in tasks if one["id"] == name), ("考前任务", ())
    )
    drawn = name in FIGURES and both(state)[1] != ""
    figure = (image("figure", FIGURES[name], title, style="card_photo"),) if drawn else ()
    return page(
        "task",
        "考前任务",
        text("task_title", title, "title"),
        *figure,
        *numbered("task_words", words or PLAIN, "long"),
        footer=(button("finish_task", "已阅读，完成任务"),),
        told=notice(state),
    )
