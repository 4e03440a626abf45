"""The system's questions whether an app may use something: answered with yes, as the notice asks, or with no."""

from __future__ import annotations

from conformance.outcome import Unreached
from conformance.phone.handset import Handset
from reports.form import Text

MOST = 10
"""No app asks for more."""


def allow(handset: Handset) -> None:
    """Answer every question that is open with yes."""
    _answer(handset, "system.permission.allow")


def refuse(handset: Handset) -> None:
    """Answer every question that is open with no; `Unreached` where none is."""
    if not _answer(handset, "system.permission.deny"):
        raise Unreached(
            Text("the app asks whether it may use the camera", "应用请求使用摄像头的授权"),
            seen=" | ".join(handset.texts()),
        )


def allow_but(handset: Handset, about: str) -> None:
    """Answer every question that is open: no to the one about this, yes to the rest. One that never comes is no matter
    here: what follows shows it."""
    for _ in range(MOST):
        if not handset.shows("system.permission.allow"):
            break
        no = handset.shows(f"system.permission.about_{about}")
        handset.tap(f"system.permission.{'deny' if no else 'allow'}")


def allow_all_but_told(handset: Handset, about: str) -> bool:
    """Answer every question that is open with yes; whether any was about this."""
    asked = False
    for _ in range(MOST):
        if not handset.shows("system.permission.allow"):
            break
        asked = asked or handset.shows(f"system.permission.about_{about}")
        handset.tap("system.permission.allow")
    return asked


def _answer(handset: Handset, answer: str) -> int:
    """How many were open."""
    for answered in range(MOST):
        if not handset.shows(answer):
            return answered
        handset.tap(answer)
    return MOST
