"""What relative words came to, as the report shows it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conformance import season
from conformance.instants import Instants
from conformance.running import resolving
from steps.moments import Moment
from steps.phrases import Count, Lasting

SEASON = season.load("zjcm-2023")
TIMES = Instants(SEASON).of("song", "formal")
OPENS = "2023-01-12T09:45:00.000+08:00"


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        (Moment("waiting_opens", timedelta(0)), {"waiting_opens": OPENS}),
        (
            Moment("waiting_opens", timedelta(milliseconds=-1)),
            {"waiting_opens": OPENS, "instant": "2023-01-12T09:44:59.999+08:00"},
        ),
        (Moment("half_waited", timedelta(0)), {"half_waited": "2023-01-12T09:52:30.000+08:00"}),
        (Count("phones_per_code", +1), {"phones_per_code": "3", "count": "4"}),
        (Count(None, 8), {}),
        (
            Lasting("interruption_seconds", longer=timedelta(milliseconds=1)),
            {"interruption_seconds": "120", "length": "120.001 s"},
        ),
        (Lasting("interruption_seconds", share=0.5), {"interruption_seconds": "120", "length": "60 s"}),
        (Lasting(longer=timedelta(hours=1)), {}),
        ("王芳", {}),
    ],
)
def test_a_relative_word_is_shown_with_its_value(argument: object, expected: dict[str, str]) -> None:
    assert resolving.values({"any": argument}, TIMES, SEASON) == expected


def test_without_a_world_no_moment_has_a_value() -> None:
    assert resolving.values({"moment": Moment("starts", timedelta(0))}, None, SEASON) == {}
