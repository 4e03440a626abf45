"""What a stamp lets one know: every grain against a deadline, just before it, at it and just after."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.around.postmark import GRAINS, Grain, stamp, timeliness

DEADLINE = datetime(2023, 1, 12, 17, tzinfo=UTC)
MS = timedelta(milliseconds=1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

TABLE: list[tuple[Grain, timedelta, str]] = [
    ("minute", -MS, "in_time"),
    ("minute", timedelta(0), "late"),
    ("minute", MS, "late"),
    ("hour", -MS, "in_time"),
    ("hour", timedelta(0), "late"),
    ("hour", -HOUR, "in_time"),
    ("date", -DAY, "in_time"),
    ("date", -MS, "undecided"),
    ("date", timedelta(0), "undecided"),
    ("date", 6 * HOUR, "undecided"),
    ("date", 7 * HOUR, "late"),
]


@pytest.mark.parametrize(("grain", "after", "said"), TABLE)
def test_the_stamp_decides(grain: Grain, after: timedelta, said: str) -> None:
    assert timeliness(stamp(DEADLINE + after, grain), DEADLINE) == said


@given(
    st.timedeltas(timedelta(days=-20), timedelta(days=20)),
    st.sampled_from(sorted(GRAINS)),
)
def test_a_stamp_never_says_what_is_not_so(after: timedelta, grain: Grain) -> None:
    posted = DEADLINE + after
    mark = stamp(posted, grain)
    assert mark.begins <= posted < mark.ends
    said = timeliness(mark, DEADLINE)
    assert said != "late" or posted >= DEADLINE
    assert said != "in_time" or posted < DEADLINE


def test_a_coarser_stamp_is_written_shorter() -> None:
    posted = DEADLINE - timedelta(minutes=1)
    assert [stamp(posted, grain).text for grain in GRAINS] == [
        "2023.01.12 16:59",
        "2023.01.12.16",
        "2023.01.12",
    ]
