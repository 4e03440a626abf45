"""What the platform remembers: append-only events in a closed vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

BY_THE_CLOCK = frozenset(
    {
        "started",
        "answering_opened",
        "forfeited",
        "interrupted",
        "recording_lost",
        "failed",
        "displayed",
        "photos_opened",
        "not_submitted",
    }
)
"""Facts of the main phone's sitting that nobody asked for; the fold derives them with their limit's own instant."""

OF_THE_MAIN_PHONE = BY_THE_CLOCK | {
    "opened",
    "entered",
    "face_passed",
    "face_failed",
    "face_review_requested",
    "face_review_approved",
    "face_review_rejected",
    "left",
    "returned",
    "shown",
    "begun",
    "finished",
    "record_again",
    "second_login",
    "terminated",
    "photo",
    "answer",
    "submitted",
}
OF_THE_AUX_PHONE = frozenset(
    {"paired", "aux_recording", "aux_stopped", "aux_resumed", "aux_submitted", "flagged"}
)
OF_UPLOADS = frozenset(
    {"upload_started", "upload_done", "upload_corrupt", "upload_expired", "upload_terminated"}
)
OF_ACCOUNTS = frozenset(
    {
        "code_sent",
        "account_created",
        "logged_in",
        "email_bound",
        "identity_submitted",
        "identity_verified",
        "identity_taken",
        "identity_released",
        "appeal_requested",
        "appeal_approved",
        "appeal_rejected",
        "profile_locked",
        "confirmed",
        "pledge_signed",
        "task_done",
        "practised",
        "account_face_passed",
        "account_face_failed",
        "account_face_review_requested",
        "account_face_review_approved",
        "account_face_review_rejected",
    }
)
"""Facts of an account before and around its sittings; they belong to no sitting."""
OF_THE_REVIEW_DESK = frozenset(
    {"flag_seen", "checklist_adopted", "finding_made", "finding_settled", "finding_withdrawn"}
)
"""What people at the platform did; a checklist belongs to no sitting."""
VOCABULARY = (
    OF_THE_MAIN_PHONE
    | OF_THE_AUX_PHONE
    | OF_UPLOADS
    | OF_ACCOUNTS
    | OF_THE_REVIEW_DESK
    | {"refused", "resource"}
)


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
