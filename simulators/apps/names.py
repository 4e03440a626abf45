"""What the two apps call themselves: a release for another board may bear other names."""

from collections.abc import Mapping

from simulators.apps.screenbook import State

NAMES: Mapping[str, str] = {"main": "小艺帮", "aux": "小艺助手"}
"""By role. A release for exams with one phone knows of no aux app."""


def both(state: State) -> tuple[str, str]:
    """The names of the main and of the aux app; the second is empty where there is none."""
    return state["names"]["main"], state["names"].get("aux", "")
