"""A candidate's account as a pure function of what happened: events replay through the account's table."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from simulators.platform.account_machine import ACCOUNT, IDENTIFIED
from simulators.platform.events import Event

CODE_MINUTES = 5
"""How long a verification code can be used. Assumed: no document says it."""


@dataclass(frozen=True, slots=True)
class Identity:
    name: str
    id_number: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """What has been done for one confirmed major."""

    pledged: bool = False
    tasks: frozenset[str] = frozenset()
    practices: int = 0
    practising: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands. `sides` are the digests of the ID card's photos, `claimed` what was shown last."""

    state: str = ACCOUNT.initial
    codes: int = 0
    code_at: datetime | None = None
    device: str | None = None
    email: str | None = None
    sides: Mapping[str, str] = field(default_factory=dict)
    claimed: Identity | None = None
    identity: Identity | None = None
    profile: Mapping[str, Any] | None = None
    failures: int = 0
    review: str = "none"
    appeal_rejected: bool = False
    confirmed: Mapping[str, Preparation] = field(default_factory=dict)

    def code_alive(self, at: datetime) -> bool:
        """Whether the code that was sent last can still be used; at its end it cannot."""
        return self.code_at is not None and at < self.code_at + timedelta(minutes=CODE_MINUTES)

    @property
    def exists(self) -> bool:
        return self.state not in ("no_account", "code_sent")

    @property
    def identified(self) -> bool:
        return self.state in IDENTIFIED


def fold_account(events: Iterable[Event], face_failures: int) -> Account:
    """The account after `events`; core.machine.Refused where they could not have happened."""
    account = Account()
    for event in events:
        move = MOVES[event.what]
        if event.what == "account_face_failed" and account.failures + 1 >= face_failures:
            move = "face_exhausted"
        moved = replace(account, state=ACCOUNT.next(account.state, move))
        account = APPLY[event.what](moved, event)
    return account


def _code_sent(account: Account, event: Event) -> Account:
    return replace(account, codes=account.codes + 1, code_at=event.at)


def _identity(event: Event) -> Identity:
    return Identity(event.detail["name"], event.detail["id_number"])


def _released(account: Account, _: Event) -> Account:
    """The identity turned out to be another account's: nothing that rested on it is left."""
    return Account(
        state=account.state,
        codes=account.codes,
        code_at=account.code_at,
        device=account.device,
        email=account.email,
    )


def _face_failed(account: Account, _: Event) -> Account:
    review = "needed" if account.state == "face_review" else account.review
    return replace(account, failures=account.failures + 1, review=review)


def _confirmed(account: Account, event: Event) -> Account:
    return replace(account, confirmed={event.detail["major"]: Preparation(), **account.confirmed})


def _prepared(account: Account, event: Event) -> Account:
    major = event.detail["major"]
    before = account.confirmed.get(major, Preparation())
    return replace(account, confirmed={**account.confirmed, major: PREPARED[event.what](before, event)})


def _practised(before: Preparation, event: Event) -> Preparation:
    begun = event.detail["event"] == "begun"
    return replace(before, practices=before.practices + begun, practising=begun)


PREPARED: Mapping[str, Callable[[Preparation, Event], Preparation]] = {
    "pledge_signed": lambda before, _: replace(before, pledged=True),
    "task_done": lambda before, event: replace(before, tasks=before.tasks | {event.detail["task"]}),
    "practised": _practised,
}
APPLY: Mapping[str, Callable[[Account, Event], Account]] = {
    "code_sent": _code_sent,
    "account_created": lambda account, _: replace(account, code_at=None),
    "logged_in": lambda account, event: replace(account, device=event.device),
    "email_bound": lambda account, event: replace(account, email=event.detail["email"]),
    "identity_submitted": lambda account, event: replace(
        account, sides={**account.sides, event.detail["side"]: event.detail["picture"]}
    ),
    "identity_verified": lambda account, event: replace(
        account, identity=_identity(event), claimed=_identity(event)
    ),
    "identity_taken": lambda account, event: replace(
        account, claimed=_identity(event), appeal_rejected=False
    ),
    "identity_released": _released,
    "appeal_requested": lambda account, _: replace(account, appeal_rejected=False),
    "appeal_approved": lambda account, _: account,
    "appeal_rejected": lambda account, _: replace(account, appeal_rejected=True),
    "profile_locked": lambda account, event: replace(account, profile=event.detail),
    "confirmed": _confirmed,
    **dict.fromkeys(PREPARED, _prepared),
    "account_face_passed": lambda account, _: replace(account, failures=0),
    "account_face_failed": _face_failed,
    "account_face_review_requested": lambda account, _: replace(account, review="requested"),
    "account_face_review_approved": lambda account, _: replace(account, failures=0, review="approved"),
    "account_face_review_rejected": lambda account, _: replace(account, review="rejected"),
}
"""How each recorded fact changes an account, its state apart."""

MOVES: Mapping[str, str] = {
    "code_sent": "send_code",
    "account_created": "create",
    "logged_in": "log_in",
    "email_bound": "bind_email",
    "identity_submitted": "show_side",
    "identity_verified": "verify",
    "identity_taken": "find_taken",
    "identity_released": "release",
    "appeal_requested": "appeal",
    "appeal_approved": "appeal_approve",
    "appeal_rejected": "appeal_reject",
    "profile_locked": "lock",
    "confirmed": "confirm",
    **dict.fromkeys(PREPARED, "prepare"),
    "account_face_passed": "face_pass",
    "account_face_failed": "face_fail",
    "account_face_review_requested": "review_request",
    "account_face_review_approved": "review_approve",
    "account_face_review_rejected": "review_reject",
}
"""The event of the account's table that each recorded fact is."""
