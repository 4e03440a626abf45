"""Which model a sentence means: the one nearest to the season's limit, or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conformance import season
from conformance.outcome import ControlMissing
from conformance.season import Minimum
from steps.phrases import Sought
from steps.phrases.devices import SOUGHT
from steps.searching import nearest
from tests.conformance.test_readiness import GOOD

SEASON = season.load("zjcm-2023")
OFFERED = {
    version: replace(GOOD, system="Android", version=version, released=date(2020 + n, 1, 12))
    for n, version in enumerate(("6.0", "6.0.1", "7.0", "7.1.1", "13"))
}


@pytest.mark.parametrize(
    ("aspect", "how", "model"),
    [
        ("system", "below", "6.0.1"),
        ("system", "at", "7.0"),
        ("system", "above", "7.1.1"),
        ("age", "below", "6.0"),
        ("age", "at", "6.0.1"),
        ("age", "above", "7.0"),
        ("brand", "", "6.0"),
    ],
)
def test_the_nearest_is_taken(aspect: str, how: str, model: str) -> None:
    assert nearest(Sought(("android",), aspect, how), OFFERED, SEASON) == model


def test_another_season_means_another_phone() -> None:
    asked = Minimum("android", "7.1.1", "published", "here")
    later = replace(SEASON, minimums={**SEASON.minimums, "android": asked})
    assert nearest(Sought(("android",), "system", "at"), OFFERED, later) == "7.1.1"


def test_a_phone_that_nobody_offers_is_named() -> None:
    asked = Minimum("android", "9.9", "published", "here")
    later = replace(SEASON, minimums={**SEASON.minimums, "android": asked})
    with pytest.raises(ControlMissing, match="android has the system"):
        nearest(Sought(("android",), "system", "at"), OFFERED, later)


def test_every_phrase_names_an_aspect_and_a_side() -> None:
    assert {sought.how for _, sought in SOUGHT.values()} <= {"below", "at", "above", ""}
    assert all(sought.kinds for _, sought in SOUGHT.values())
