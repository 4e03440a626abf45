"""How often may be tried what can be guessed, or costs much to answer: buckets that fill again with the platform's clock.

Nobody's address counts: a whole school may stand behind one. No stranger can use up what is a candidate's own: the phone on
which she was logged in before has a bucket of its own, and who names the right pairing code is let in, whatever others tried.
The figures are assumed; the document has none. They live in memory, in each process: a restart fills them.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from simulators.platform.refusals import Refusal

MOST_BUCKETS = 100_000
"""Those that were used longest ago are forgotten; by then they are mostly full."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, and one more after each `every`."""

    burst: int
    every: timedelta


def _rate(burst: int, seconds: float) -> Rate:
    return Rate(burst, timedelta(seconds=seconds))


RATES: Mapping[str, Rate] = {
    "password of a phone": _rate(10, 30),
    "password of strangers": _rate(30, 10),
    "passwords by a phone": _rate(60, 5),
    "texts to a number": _rate(5, 60),
    "texts by a phone": _rate(20, 30),
    "code of a number": _rate(10, 60),
    "pairing by a phone": _rate(20, 5),
    "pairing with a sitting": _rate(200, 1),
    "face": _rate(20, 3),
    "records of nobody": _rate(1000, 0.1),
}
"""Wrong passwords of one phone for one account, of all phones that never were logged in there, and of one phone for any
account; texts asked for; wrong verification codes; wrong pairing codes; pictures of a face, right or wrong; records
of refusals that belong to no account and no sitting that there is, which are not written where it is empty."""

EXACT = 1e-6
"""Seconds below which a wait is a matter of rounding."""

Bucket = tuple[str, str]
"""A rate, and whose it is."""


class Rates:
    """How much has been taken of each bucket, and when."""

    def __init__(self) -> None:
        self._taken: OrderedDict[Bucket, tuple[float, datetime]] = OrderedDict()

    def take(self, at: datetime, *buckets: Bucket) -> None:
        """One of each. Refusal with the seconds to wait where one is empty; nothing is then taken of any."""
        wait = self._taken_or_wait(at, buckets)
        if wait:
            raise Refusal("too_often", wait=ceil(wait))

    def allows(self, at: datetime, *buckets: Bucket) -> bool:
        """Whether there was one of each, which then is taken."""
        return not self._taken_or_wait(at, buckets)

    def _taken_or_wait(self, at: datetime, buckets: Sequence[Bucket]) -> float:
        """0 where one of each was taken; else the seconds to wait."""
        wait = max(self._wait(bucket, at) for bucket in buckets)
        if wait > EXACT:
            return wait
        for bucket in buckets:
            _, since = self._taken.get(bucket, (0.0, at))
            self._taken[bucket] = (self._level(bucket, at) + 1, max(at, since))
            self._taken.move_to_end(bucket)
        while len(self._taken) > MOST_BUCKETS:
            self._taken.popitem(last=False)
        return 0.0

    def give_back(self, *buckets: Bucket) -> None:
        """What was taken was no guess."""
        for bucket in buckets:
            if bucket in self._taken:
                level, at = self._taken[bucket]
                self._taken[bucket] = (max(0.0, level - 1), at)

    def _level(self, bucket: Bucket, at: datetime) -> float:
        """How much of the burst is used at `at`; a stamp from before the last one fills nothing."""
        level, since = self._taken.get(bucket, (0.0, at))
        return max(0.0, level - max(timedelta(0), at - since) / RATES[bucket[0]].every)

    def _wait(self, bucket: Bucket, at: datetime) -> float:
        rate = RATES[bucket[0]]
        over = self._level(bucket, at) + 1 - rate.burst
        return max(0.0, over * rate.every.total_seconds())
