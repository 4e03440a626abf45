"""The examiner's instants are those that somebody worked out by hand from the notice."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import datetime

import pytest

from conformance import season
from conformance.instants import Instants


@pytest.mark.parametrize("name", season.names())
def test_every_instant_is_as_written_by_hand(name: str) -> None:
    plan = season.load(name)
    by_hand = tomllib.loads(plan.path.with_suffix(".expected.toml").read_text(encoding="utf-8"))
    assert Instants(plan).dates() == by_hand.pop("dates", {})
    derived: dict[str, dict[str, dict[str, datetime]]] = {}
    for subject, session, instants in Instants(plan).all():
        derived.setdefault(subject, {})[session] = dict(instants.named())
    assert derived == by_hand


def test_the_confirmation_opens_before_every_waiting_room() -> None:
    for _, _, instants in Instants(season.load("zjcm-2023")).all():
        assert instants.confirmation_opens is not None
        assert instants.confirmation_opens < instants.waiting_opens


def test_instants_stand_in_their_order() -> None:
    for _, _, instants in Instants(season.load("zjcm-2023")).all():
        found = list(instants.named().values())
        assert found == sorted(set(found))


def test_the_support_desk_opens_and_closes_on_the_day_of_the_sitting() -> None:
    hours = Instants(season.load("zjcm-2023")).of("song", "formal").hours()
    assert [at.isoformat() for at in hours.values()] == [
        "2023-01-12T08:00:00+08:00",
        "2023-01-13T00:00:00+08:00",
    ]


def test_what_is_not_in_the_season_is_named() -> None:
    with pytest.raises(KeyError, match="song"):
        Instants(season.load("zjcm-2023")).of("painting", "formal")


KEPT = {
    "composition": "2023-01-14T15:00:00+08:00",
    "choral": "2023-01-14T15:00:00+08:00",
    "design": "2023-01-14T11:30:00+08:00",
}
"""Worked out by hand: 48 hours after the last formal exam of the major (C18)."""


@pytest.mark.parametrize("major", KEPT)
def test_apps_are_kept_so_long_after_the_last_formal_exam_of_the_major(major: str) -> None:
    published = season.load("zjcm-2023")
    for paper in (one for one in published.subjects if one.major == major):
        times = Instants(published)
        assert times.of(paper.id, "formal").kept_until == datetime.fromisoformat(KEPT[major])
        assert times.of(paper.id, "mock-1").kept_until is None


def test_a_season_that_does_not_say_keeps_no_app() -> None:
    published = season.load("zjcm-2023")
    limits = {name: limit for name, limit in published.limits.items() if name != "keep_app_hours"}
    silent = Instants(replace(published, limits=limits))
    assert silent.of("song", "formal").kept_until is None
