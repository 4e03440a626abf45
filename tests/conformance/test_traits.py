"""Every feature that a rule may presuppose is told in both languages, and follows the season's values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from conformance import catalogue, season, traits
from conformance.season import (
    Addresses,
    Display,
    Exam,
    Interruption,
    Limit,
    Minimum,
    Recording,
    Season,
    Support,
    Waiting,
)
from conformance.traits import FEATURES

ZJCM = season.load("zjcm-2023")


def limit(name: str, value: int) -> Season:
    return replace(ZJCM, limits={**ZJCM.limits, name: Limit(name, value, "assumed", "a test")})


def no_limit(name: str) -> Season:
    return replace(ZJCM, limits={key: one for key, one in ZJCM.limits.items() if key != name})


def without(*dates: str) -> Season:
    return replace(ZJCM, dates={name: one for name, one in ZJCM.dates.items() if name not in dates})


def subjects(*names: str) -> Season:
    papers = tuple(ZJCM.subject(name) for name in names)
    majors = tuple(major for major in ZJCM.majors if major.id in {paper.major for paper in papers})
    return replace(ZJCM, subjects=papers, majors=majors)


def banned(name: str) -> Season:
    return replace(ZJCM, minimums={**ZJCM.minimums, name: Minimum(name, ("Redmi 9",), "assumed", "a test")})


def no_minimum(name: str) -> Season:
    return replace(ZJCM, minimums={key: one for key, one in ZJCM.minimums.items() if key != name})


FORMAL_ONLY = replace(
    ZJCM,
    subjects=tuple(
        replace(paper, windows=tuple(window for window in paper.windows if window.formal))
        for paper in ZJCM.subjects
    ),
)
APART = replace(
    subjects("song", "design-general"),
    subjects=(
        ZJCM.subject("song"),
        replace(
            ZJCM.subject("design-general"),
            windows=tuple(
                replace(window, start=window.start + timedelta(hours=1), end=window.end + timedelta(hours=1))
                for window in ZJCM.subject("design-general").windows
            ),
        ),
    ),
)
OTHER: dict[str, Season] = {
    "has_aux": replace(ZJCM, exam=Exam(cameras=1)),
    "has_one_phone": replace(ZJCM, exam=Exam(cameras=1)),
    "has_fixed_start": replace(ZJCM, exam=Exam(start="free")),
    "has_free_start": replace(ZJCM, exam=Exam(start="free")),
    "has_early_end": replace(ZJCM, exam=Exam(early_end=True)),
    "has_viewable_recordings": replace(ZJCM, exam=Exam(recordings_viewable=True)),
    "has_reading_phase": limit("reading_minutes", 5),
    "has_waiting_shows": replace(ZJCM, waiting=Waiting(shows=("room",))),
    "has_sheet": subjects("design-general"),
    "has_no_sheet": subjects("song"),
    "has_several_pages": limit("sheet_pages", 1),
    "has_display": limit("display_seconds", 0),
    "has_display_with_face": replace(ZJCM, display=Display(with_face=True)),
    "has_recording_chances": replace(ZJCM, recording=Recording(chances=2)),
    "has_costly_interruptions": replace(ZJCM, recording=Recording(interrupted_costs_chance=True)),
    "has_forfeit_beyond": replace(ZJCM, interruption=Interruption(beyond="forfeit")),
    "has_repair_on_aux": replace(ZJCM, interruption=Interruption(repaired_on=("main",))),
    "has_return_by_itself": replace(ZJCM, interruption=Interruption(repaired_on=("main",))),
    "has_failing_beyond": replace(ZJCM, interruption=Interruption(beyond="forfeit")),
    "has_several_interruptions": limit("interruptions_allowed", 1),
    "has_interruptions": limit("interruptions_allowed", 0),
    "has_several_phones_per_code": limit("phones_per_code", 1),
    "has_several_face_failures": limit("face_failures", 1),
    "has_second_login_failing": replace(ZJCM, interruption=Interruption(second_device_login="fails_exam")),
    "has_video_deadline": limit("video_minutes", 30),
    "has_keeping_of_apps": no_limit("keep_app_hours"),
    "has_advised_battery": no_limit("battery_percent"),
    "has_advised_signal": no_limit("signal_bars"),
    "has_charger_length": no_limit("charger_minutes"),
    "has_mock_exams": FORMAL_ONLY,
    "has_mocks_required": limit("mocks_required", 1),
    "has_several_subjects": subjects("song", "design-general"),
    "has_several_majors": subjects("song", "harmony"),
    "has_clashing_majors": APART,
    "has_confirmation_date": without("confirmation_opens"),
    "has_identity_deadline": without("identity_deadline"),
    "has_sheets_window": without("sheets_from"),
    "has_posting_deadline": without("posting_deadline"),
    "has_school_site": replace(ZJCM, addresses=Addresses()),
    "has_vendor_site": replace(ZJCM, addresses=Addresses()),
    "has_mailing_address": replace(ZJCM, addresses=Addresses()),
    "has_support_hours": replace(ZJCM, support=Support()),
    "has_minimum_android": no_minimum("android"),
    "has_minimum_harmonyos": no_minimum("harmonyos"),
    "has_minimum_ios": no_minimum("ios"),
    "has_minimum_systems": no_minimum("ios"),
    "has_advice_on_phones": no_minimum("mainstream"),
    "has_banned_models": banned("banned_models"),
    "has_banned_brands": banned("banned_brands"),
}
"""For each feature a season in which it is otherwise than in the shipped one."""


def test_a_season_is_known_that_is_otherwise_in_every_feature() -> None:
    assert set(OTHER) == set(FEATURES)


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_follows_the_seasons_values(name: str) -> None:
    assert FEATURES[name].holds(OTHER[name]) is not FEATURES[name].holds(ZJCM)


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_says_in_both_languages_why_a_rule_does_not_apply(name: str, wanted: bool) -> None:
    said = FEATURES[name].why_not(wanted)
    assert len(said.en.split()) >= 4
    assert not re.search(r"\bno an?\b|\ba a", said.en)
    assert "本年度" in said.zh
    assert FEATURES[name].why_not(True) != FEATURES[name].why_not(False)


def test_no_two_features_say_the_same() -> None:
    pairs = {"has_aux": "has_one_phone", "has_fixed_start": "has_free_start"}
    said = [FEATURES[name].without for name in FEATURES if name not in pairs.values()]
    assert len(set(said)) == len(said)


def test_a_row_tells_every_feature_that_is_wanting() -> None:
    alone = replace(FORMAL_ONLY, exam=Exam(cameras=1))
    reasons = list(traits.missing({"has_aux": True, "has_mock_exams": True, "has_sheet": True}, alone))
    assert [one.en for one in reasons] == [
        "the season has no auxiliary phone",
        "the season has no mock exams",
    ]


def test_every_feature_that_the_shipped_catalogue_asks_for_is_known() -> None:
    assert {name for row in catalogue.load().rows for name in row.when} <= set(FEATURES)
