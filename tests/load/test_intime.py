"""A day begins only where the platform's clock lets it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from conformance.load import pace, plan
from conformance.load.bench import Shown, Silent
from conformance.load.people import Crowd
from conformance.load.running.intime import in_time
from conformance.saying import Stopped

PARTS = pace.parts(Crowd(plan.load("tiny")))


@dataclass
class Bench:
    now: datetime | None
    rate: float = 1.0

    def clock(self) -> Shown:
        if self.now is None:
            raise Silent("GET /clock: 501")
        return Shown(self.now, self.rate)


@pytest.mark.parametrize("seconds", [-600, 0, 600])
def test_a_day_that_has_just_begun_or_soon_will_is_played(seconds: float) -> None:
    there: Any = Bench(PARTS[0].begins + timedelta(seconds=seconds))
    in_time(there, PARTS)


@pytest.mark.parametrize("now", [PARTS[0].begins - timedelta(days=1), PARTS[0].ends, None])
def test_another_time_is_said_and_nothing_is_played(now: datetime | None) -> None:
    there: Any = Bench(now)
    with pytest.raises(Stopped, match="clock|time"):
        in_time(there, PARTS)
