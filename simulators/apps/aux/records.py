"""The aux app's exam records: one a binding, with what the platform said last and what is still owed to it."""

from collections.abc import Mapping
from typing import Any

from simulators.apps.files import file_safe
from simulators.apps.screenbook import State

Record = dict[str, Any]
"""binding, token, view, key (names the record's buttons), name (of the recording), since, owed, flags
(captures and locks of the screen that are still to be told), announced."""

MAIN_OVER = ("photos", "ready", "submitted", "forfeited", "terminated", "failed", "not_submitted")
"""Steps of the main phone after which its exam is complete, so that the aux phone may end (C33)."""
RESUMABLE = ("broken", "stopped")
STATE_WORDS: Mapping[str, str] = {
    "bound": "待录制",
    "recording": "录制中",
    "broken": "录制中断",
    "stopped": "录制完成，待提交",
    "submitted": "已提交",
}


def new(binding: str, token: str, view: dict[str, Any], records: Mapping[str, Record], device: str) -> Record:
    """The record of a new binding; its key is the subject and session, numbered where another has the same."""
    plain = f"{view['subject']['id']}_{view['session']}"
    twins = sum(record["key"].split(".")[0] == plain for record in records.values())
    return {
        "binding": binding, "token": token, "view": view, "key": f"{plain}.{twins + 1}" if twins else plain,
        "name": file_safe(f"{view['sitting']}-aux-{device}.mp4"),
        "since": "", "owed": None, "flags": [], "announced": None,
    }  # fmt: skip


def current(state: State) -> Record | None:
    """The record that is open."""
    found: Record | None = state["records"].get(state["binding"])
    return found


def by_key(state: State, key: str) -> Record:
    """The record whose button was tapped: `<action>_<key>`."""
    named = key.partition("_")[2]
    return next(record for record in state["records"].values() if record["key"] == named)


def submittable(state: State) -> list[Record]:
    """What was recorded and not handed in."""
    return [record for record in state["records"].values() if record["view"]["state"] in RESUMABLE]
