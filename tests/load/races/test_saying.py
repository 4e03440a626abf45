"""What is said of a race."""

import pytest

from conformance.load.races import saying


def test_a_race_is_told_by_how_tight_it_was_and_what_came_of_it() -> None:
    told = saying.of("opening", [0.0, 1.0, 2.0], [5.0, 7.0, 50.0], [None, None, "too_early"])
    assert told.en == (
        "everybody comes as the waiting room opens: 3 requests at one instant, late by 1.0 ms at the median, 2.0 at the 99th"
        " percentile, 2.0 at most; stamped 7 ms after that at the median, 50 at most; accepted 2, too_early 1"
    )
    assert told.zh.endswith("平台计时距发出中位数 7 毫秒，最大 50 毫秒；受理 2，too_early 1")


@pytest.mark.parametrize("name", saying.RACES)
def test_every_race_is_named_in_both_languages(name: str) -> None:
    told = saying.of(name, [1.0], [], [None])
    assert told.en.startswith(saying.RACES[name].en)
    assert told.zh.startswith(saying.RACES[name].zh)
    assert "stamped" not in told.en
