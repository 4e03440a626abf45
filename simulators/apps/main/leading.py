"""Ways between the main app's rooms."""

from simulators.apps.main.core import MainCore


def to_list(app: MainCore, _: str) -> None:
    """报考, or back to it."""
    app.to_list()


def to_detail(app: MainCore, _: str) -> None:
    """Back to the exam's details."""
    app.state["screen"] = "exam_detail"
    app.load_exams()
