"""What the platform remembers: append-only events in a closed vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

BY_THE_CLOCK = frozenset(
    {"started", "forfeited", "interrupted", "failed", "displayed", "photos_opened", "not_submitted"}
)
"""Facts of the main phone's sitting that nobody asked for; the fold derives them with their limit's own instant."""

OF_THE_MAIN_PHONE = BY_THE_CLOCK | {
    "opened",
    "entered",
    "face_passed",
    "face_failed",
    "face_review_requested",
    "face_review_approved",
    "left",
    "returned",
    "terminated",
    "photo",
    "answer",
    "submitted",
}
OF_THE_AUX_PHONE = frozenset({"paired", "aux_recording", "aux_stopped", "aux_resumed", "aux_submitted"})
OF_UPLOADS = frozenset(
    {"upload_started", "upload_done", "upload_corrupt", "upload_expired", "upload_terminated"}
)
VOCABULARY = OF_THE_MAIN_PHONE | OF_THE_AUX_PHONE | OF_UPLOADS | {"logged_in", "refused"}


@dataclass(frozen=True, slots=True)
class Event:
    """`what` happened at `at`. `seq` counts from 1 in the store; 0 is not stored yet."""

    at: datetime
    what: str
    sitting: str | None = None
    account: str | None = None
    device: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    seq: int = 0
