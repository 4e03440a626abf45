"""What a tap does on the pages of the practice: recorded on this phone, told to the platform, handed in to nobody."""

from simulators.apps.main.core import MainCore


def to_practice(app: MainCore, _: str) -> None:
    app.state["screen"] = "practice"


def begin(app: MainCore, _: str) -> None:
    """开始练习: the camera first, then the platform hears of it."""
    app.begin_practice()


def end(app: MainCore, _: str) -> None:
    app.end_practice("finished")


def delete(app: MainCore, element_id: str) -> None:
    app.delete_practice(int(element_id.removeprefix("delete_")))
