"""The three lists that a run may be given: what is excused, what is known to fail, what is known to waver."""

from dataclasses import dataclass
from typing import Literal

from reports.form.words import NOTHING, Text

Standing = Literal[
    "applied",  # the rule is WAIVED because of it
    "unused",  # the rule needs no excuse in this run
    "expired",  # its last day was over when the run began
    "elsewhere",  # it is for another release than the one that was judged
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """An approved exception: rule, reason, who approved it and the last day (ISO date) on which it holds.

    ``subject`` is the release it is for: ``sha256:<digest>`` of an app, or ``<party> <range of versions>``;
    ``owner`` sees to it that the rule is kept again, ``since`` is the day on which it was approved.
    """

    rule: str
    reason: Text
    approver: str
    expires: str
    subject: str = ""
    owner: str = ""
    since: str = ""
    standing: Standing = "applied"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFailure:
    """A rule, or one scenario, that is known to fail. Its verdict stays; ``stale``: it was judged and does not fail any more."""

    rule: str = ""
    scenario: str = ""
    reason: Text = NOTHING
    owner: str = ""
    since: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaky:
    """A scenario whose verdict wavers: of ``runs`` repeats, the share ``rate`` did not pass. Its verdict stays.

    ``expired``: the last day of the entry was over when the run began, so that it marks nothing.
    """

    scenario: str
    rate: float
    runs: int
    reason: Text = NOTHING
    owner: str = ""
    since: str = ""
    expires: str = ""
    expired: bool = False
