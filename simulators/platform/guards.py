"""What must hold before an operation, as tables: the first row whose predicate is true names the refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulators.platform import images
from simulators.platform.aux_fold import Binding
from simulators.platform.plan import Schedule
from simulators.platform.refusals import Refusal
from simulators.platform.sitting_machine import OVER, RUNNING, UNDER_WAY
from simulators.platform.sitting_machine import READING as READING_STATES
from simulators.platform.sitting_moves import Sitting
from simulators.platform.terms import BY_AUX


@dataclass(frozen=True, slots=True)
class Moment:
    """All that a guard may look at: the sitting at the instant that decides, and what the request brings."""

    sitting: Sitting
    schedule: Schedule
    at: datetime
    aux_recording: bool = False
    binding: Binding | None = None
    code: str = "not_shown"
    page: int = 0
    picture: str = ""
    device: str = ""
    item: str = ""
    by: str = ""

    @property
    def chances_left(self) -> int | None:
        """How many recordings may still be begun; None where a season counts none."""
        chances = self.schedule.terms.chances
        return None if chances is None else chances - self.sitting.begun


Guard = tuple[str, Callable[[Moment], bool]]


def _spoilt(cause: str) -> Guard:
    return cause, lambda moment: moment.picture == cause


def _state(*states: str) -> Callable[[Moment], bool]:
    return lambda moment: moment.sitting.state in states


def _aux(*states: str) -> Callable[[Moment], bool]:
    return lambda moment: moment.binding is not None and moment.binding.state in states


PICTURE: tuple[Guard, ...] = tuple(map(_spoilt, images.FAULTS))
CLOSED: Guard = ("too_late", lambda moment: moment.at >= moment.schedule.closes)
AUX_TIME_OVER: Guard = ("too_late", lambda moment: moment.at >= moment.schedule.auto_end)
AUX_HANDED_IN: Guard = ("already_submitted", _aux("submitted"))
NOTHING_RECORDED: Guard = ("nothing_recorded", _aux("bound"))
ALL_OVER: Guard = ("already_over", _state(*OVER))
ENDED: Guard = ("already_over", _state("submitted", "terminated", "failed", "not_submitted"))
"""Over, but for who gave the exam up: to them it is told that the time has passed."""
HANDED_IN: Guard = ("already_submitted", _state("submitted"))
MISSED: Guard = ("too_late", _state("not_submitted"))
LOST: Guard = ("already_over", _state("forfeited", "terminated", "failed"))
NOT_CLOSING: Guard = ("not_yet", lambda moment: moment.sitting.state not in ("photos", "ready"))

NO_CHANCES: Guard = (
    "no_chances",
    lambda moment: moment.chances_left is not None and moment.chances_left <= 0,
)
NOT_WAITING: Guard = ("not_possible", lambda moment: moment.sitting.state != "waiting")
READING: Guard = ("still_reading", _state(*READING_STATES))
REPAIRED_ON_MAIN: Guard = (
    "repaired_on_main",
    lambda moment: moment.schedule.terms.by_hand and _aux("broken", "stopped")(moment),
)
SHOWING: tuple[Guard, ...] = (
    ("not_asked_for", lambda moment: moment.item not in moment.schedule.terms.shows),
    ("other_camera", lambda moment: (moment.by == "aux") is not (moment.item in BY_AUX)),
    ENDED,
    CLOSED,
    NOT_WAITING,
)

OTHER_PHONE: Guard = (
    "other_phone",
    lambda moment: moment.sitting.state in UNDER_WAY and moment.sitting.device not in (None, moment.device),
)

GUARDS: Mapping[str, tuple[Guard, ...]] = {
    "act": (OTHER_PHONE,),
    "open": (
        ENDED,
        ("too_late", _state("forfeited")),
    ),
    "enter": (
        ENDED,
        CLOSED,
        ("too_early", lambda moment: moment.at < moment.schedule.opens_at),
        ("not_opened", _state("listed")),
        ("face_review_needed", _state("face_review")),
        NO_CHANCES,
        ("aux_not_recording", lambda moment: moment.schedule.has_aux and not moment.aux_recording),
    ),
    "face": (
        ENDED,
        CLOSED,
        ("face_review_needed", _state("face_review")),
        ("not_possible", lambda moment: moment.sitting.state != "face_check"),
        *PICTURE,
    ),
    "face_review": (
        ENDED,
        CLOSED,
        ("not_possible", lambda moment: moment.sitting.state != "face_review"),
    ),
    "resources": (ENDED, ("not_yet", lambda moment: moment.sitting.state not in ("waiting", *RUNNING))),
    "show": SHOWING,
    "aux_show": (NOTHING_RECORDED, *SHOWING),
    "begin": (
        ("not_possible", lambda moment: not moment.schedule.terms.free),
        ENDED,
        CLOSED,
        NOT_WAITING,
        NO_CHANCES,
    ),
    "finish": (
        HANDED_IN,
        LOST,
        ("no_early_end", lambda moment: not moment.schedule.terms.early_end),
        READING,
        ("not_possible", lambda moment: moment.sitting.state != "answering"),
    ),
    "record_again": (
        HANDED_IN,
        MISSED,
        LOST,
        ("not_possible", lambda moment: moment.chances_left is None or moment.schedule.has_sheet),
        CLOSED,
        ("not_yet", lambda moment: moment.sitting.state != "ready"),
        NO_CHANCES,
    ),
    "left": (LOST, MISSED, ("not_opened", _state("listed"))),
    "photo": (
        ("no_sheet", lambda moment: not moment.schedule.has_sheet),
        HANDED_IN,
        MISSED,
        LOST,
        NOT_CLOSING,
        ("no_such_page", lambda moment: not 1 <= moment.page <= moment.schedule.pages),
        ("out_of_order", lambda moment: moment.page > len(moment.sitting.pages) + 1),
        *PICTURE,
    ),
    "answers": (
        ("has_sheet", lambda moment: moment.schedule.has_sheet),
        HANDED_IN,
        LOST,
        READING,
        ("not_yet", lambda moment: moment.sitting.state not in (*RUNNING, "not_submitted")),
        ("too_late", lambda moment: moment.at >= moment.schedule.end),
        ("not_possible", _state("interrupted")),
    ),
    "submit": (
        HANDED_IN,
        MISSED,
        LOST,
        NOT_CLOSING,
        ("pages_missing", _state("photos")),
    ),
    "pair": (
        ("code_unknown", lambda moment: moment.code == "not_shown"),
        ("code_closed", lambda moment: moment.code == "closed"),
    ),
    "aux_record": (
        AUX_HANDED_IN,
        REPAIRED_ON_MAIN,
        AUX_TIME_OVER,
        ALL_OVER,
    ),
    "aux_stop": (AUX_HANDED_IN, NOTHING_RECORDED),
    "aux_resume": (
        AUX_HANDED_IN,
        NOTHING_RECORDED,
        REPAIRED_ON_MAIN,
        AUX_TIME_OVER,
        ALL_OVER,
    ),
    "aux_submit": (
        AUX_HANDED_IN,
        ("still_recording", _aux("recording")),
        NOTHING_RECORDED,
        ("main_not_submitted", lambda moment: moment.sitting.submission is None),
    ),
}
"""The rules of each operation, in the order in which they are told (C02 C04-C07 C13 C15 C34 C61)."""


def check(operation: str, moment: Moment) -> None:
    """Refusal with the first cause that applies."""
    for cause, applies in GUARDS[operation]:
        if applies(moment):
            raise Refusal(cause)
