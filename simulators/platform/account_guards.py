"""What must hold before an operation on an account, as tables: the first row whose predicate is true names the refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulators.platform import id_numbers, images
from simulators.platform.account_fold import Account, Identity
from simulators.platform.account_machine import ACCOUNT, AUTHENTICATED
from simulators.platform.preparation import Ready
from simulators.platform.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a guard may look at: the account at the instant that decides, and what the request brings.

    `trouble` is why the school's data do not fit, `owner` whose the e-mail address or identity that is claimed is.
    """

    account: Account
    at: datetime
    number: str = ""
    code_right: bool = False
    password: str = ""
    email: str = ""
    owner: str | None = None
    claimed: Identity | None = None
    trouble: str | None = None
    opens_at: datetime | None = None
    confirmed: bool = False
    picture: str = ""
    ready: Ready | None = None
    formal: bool = True
    outdated: bool = False
    mocks_missing: bool = False


Guard = tuple[str, Callable[[Asked], bool]]
PHONE_DIGITS = 11
SHORTEST_PASSWORD = 6
"""Assumed: the document says that a password is set, not which one will do."""


def _spoilt(cause: str) -> Guard:
    return cause, lambda asked: asked.picture == cause


def _cannot(event: str) -> Callable[[Asked], bool]:
    return lambda asked: event not in ACCOUNT.allows(asked.account.state)


def _phone(text: str) -> bool:
    return len(text) == PHONE_DIGITS and text.isascii() and text.isdigit() and text[0] == "1"


def _email(text: str) -> bool:
    name, at, host = text.partition("@")
    return bool(name and at and "." in host.strip(".") and "@" not in host) and text.isprintable()


PICTURE: tuple[Guard, ...] = tuple(map(_spoilt, images.FAULTS))
PHONE: Guard = ("phone_invalid", lambda asked: not _phone(asked.number))
KNOWN: Guard = ("account_exists", lambda asked: asked.account.exists)
IDENTIFIED: Guard = ("identity_locked", lambda asked: asked.account.identified)
WAITING: Guard = ("appeal_pending", lambda asked: asked.account.state == "appeal_pending")
UNAUTHENTICATED: Guard = ("not_authenticated", lambda asked: asked.account.state not in AUTHENTICATED)
UNCONFIRMED: Guard = ("not_confirmed", lambda asked: not asked.confirmed)

GUARDS: Mapping[str, tuple[Guard, ...]] = {
    "code": (PHONE, KNOWN),
    "create_account": (
        PHONE,
        KNOWN,
        ("code_wrong", lambda asked: asked.account.code_at is None),
        ("code_expired", lambda asked: not asked.account.code_alive(asked.at)),
        ("code_wrong", lambda asked: not asked.code_right),
        ("password_weak", lambda asked: len(asked.password) < SHORTEST_PASSWORD),
    ),
    "bind_email": (
        ("email_invalid", lambda asked: not _email(asked.email)),
        ("email_taken", lambda asked: asked.owner not in (None, asked.number)),
    ),
    "identity_side": (IDENTIFIED, WAITING, ("not_possible", _cannot("show_side")), *PICTURE),
    "identity": (
        IDENTIFIED,
        WAITING,
        ("not_possible", _cannot("verify")),
        ("not_recognised", lambda asked: asked.claimed is None or not asked.claimed.name.strip()),
        ("id_number_invalid", lambda asked: not id_numbers.valid(_claimed(asked))),
    ),
    "appeal": (IDENTIFIED, WAITING, ("not_possible", _cannot("appeal"))),
    "profile": (
        ("profile_locked", lambda asked: asked.account.profile is not None),
        ("identity_needed", _cannot("lock")),
        *PICTURE,
    ),
    "confirm": (
        UNAUTHENTICATED,
        ("too_early", lambda asked: asked.opens_at is not None and asked.at < asked.opens_at),
        ("no_record", lambda asked: asked.trouble == "no_record"),
        ("name_mismatch", lambda asked: asked.trouble == "name_mismatch"),
        ("province_mismatch", lambda asked: asked.trouble == "province_mismatch"),
    ),
    "pledge": (UNCONFIRMED,),
    "task": (UNCONFIRMED,),
    "practice": (UNCONFIRMED,),
    "account_face": (
        UNAUTHENTICATED,
        ("already_passed", lambda asked: asked.account.state == "face_passed"),
        ("face_review_needed", _cannot("face_pass")),
        *PICTURE,
    ),
    "account_face_review": (("not_possible", _cannot("review_request")),),
    "first_opening": (
        ("app_outdated", lambda asked: asked.outdated),
        ("pledge_unsigned", lambda asked: asked.ready is not None and not asked.ready.pledged),
        ("face_needed", lambda asked: asked.ready is not None and not asked.ready.face),
        (
            "tasks_open",
            lambda asked: asked.formal and asked.ready is not None and not asked.ready.tasks,
        ),
        ("mocks_missing", lambda asked: asked.mocks_missing),
    ),
}
"""The rules of each operation, in the order in which they are told (R191 R299-R385 C12 C26 C28)."""


def check(operation: str, asked: Asked) -> None:
    """Refusal with the first cause that applies."""
    for cause, applies in GUARDS[operation]:
        if applies(asked):
            raise Refusal(cause)


def _claimed(asked: Asked) -> str:
    return asked.claimed.id_number if asked.claimed else ""
