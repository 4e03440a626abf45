"""The system's questions whether an app may use something: answered with yes, as the notice asks."""

from __future__ import annotations

from conformance.phone.handset import Handset

MOST = 10
"""No app asks for more."""


def allow(handset: Handset) -> None:
    """Answer every question that is open with yes."""
    for _ in range(MOST):
        if not handset.shows("system.permission.allow"):
            return
        handset.tap("system.permission.allow")
