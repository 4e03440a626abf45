"""What a phone is shown of its candidate's account: plain data made from a file."""

from typing import Any

from simulators.core.instants import iso
from simulators.platform import id_numbers
from simulators.platform.account_fold import Account
from simulators.platform.account_machine import IDENTIFIED
from simulators.platform.clerk import File

RED = ("authenticated", "face_review")
"""The exam list shows the red bar (R353, R424)."""


def account(file: File) -> dict[str, Any]:
    """The whole account. `bars`: whether the blue bar (R313) and the red bar are due."""
    found = file.account
    return {
        "account": file.number,
        "email": found.email,
        "state": found.state,
        "name": found.identity.name if found.identity else None,
        "id_number": id_numbers.masked(found.identity.id_number) if found.identity else None,
        "profile": _profile(file),
        "identity": {
            "state": _identity(found.state),
            "appeal": _appeal(found),
            "due": None if file.due is None else iso(file.due),
            "sides": {side: side in found.sides for side in ("portrait", "emblem")},
        },
        "face": {"state": _face(found.state), "failures": found.failures, "review": found.review},
        "server_time": iso(file.at),
        "bars": {"blue": file.account.exists and found.profile is None, "red": found.state in RED},
    }


def _profile(file: File) -> dict[str, Any] | None:
    profile = file.account.profile
    return None if profile is None else {key: value for key, value in profile.items() if key != "picture"}


def _identity(state: str) -> str:
    if state in IDENTIFIED:
        return "verified"
    return {"id_taken": "taken", "appeal_pending": "taken", "id_in_progress": "in_progress"}.get(
        state, "needed"
    )


def _appeal(account: Account) -> str:
    """One that was rejected may be made again, as the first one may be made."""
    offered = "rejected" if account.appeal_rejected else "possible"
    return {"id_taken": offered, "appeal_pending": "pending"}.get(account.state, "none")


def _face(state: str) -> str:
    return {"face_passed": "passed", "face_review": "review"}.get(state, "needed")
