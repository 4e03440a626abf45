"""What is said of a phone before the exam: each limit at, just below and just above, and what the season leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from conformance import readiness, season
from conformance.readiness import Facts, Grade
from conformance.season import Minimum

SEASON = season.load("zjcm-2023")
SILENT = replace(SEASON, minimums={})
GOOD = Facts(
    name="Mate 50",
    brand="HUAWEI",
    system="HarmonyOS",
    version="3.0",
    runs="apk",
    form="phone",
    released=date(2022, 9, 21),
    free_bytes=40_000_000_000,
    roles=frozenset({"main"}),
)
LEAST = SEASON.limit("free_storage_bytes")
GIB = 20 * 1024**3

CASES: list[tuple[str, Grade, Facts]] = [
    ("system", "fit", replace(GOOD, system="Android", version="7.0")),
    ("system", "fit", replace(GOOD, system="Android", version="7")),
    ("system", "fit", replace(GOOD, system="Android", version="13")),
    ("system", "advice", replace(GOOD, system="Android", version="6.0.1")),
    ("system", "fit", replace(GOOD, version="2.0")),
    ("system", "advice", replace(GOOD, version="1.9.9")),
    ("system", "fit", replace(GOOD, system="iOS", version="10.0")),
    ("system", "fit", replace(GOOD, system="iOS", version="10.0.1")),
    ("system", "advice", replace(GOOD, system="iOS", version="9.3.5")),
    ("system", "fit", replace(GOOD, system="Symbian", version="1")),
    ("system", "fit", replace(GOOD, version="5.0", runs="hap")),
    ("apps", "unfit", replace(GOOD, version="5.0", runs="hap")),
    ("apps", "fit", replace(GOOD, runs="ipa")),
    ("apps", "fit", replace(GOOD, roles=frozenset())),
    ("apps", "fit", replace(GOOD, roles=frozenset({"aux"}))),
    ("apps", "unfit", replace(GOOD, roles=frozenset({"main", "aux"}))),
    ("form", "unfit", replace(GOOD, form="tablet")),
    ("form", "fit", GOOD),
    ("age", "fit", replace(GOOD, released=date(2021, 1, 12))),
    ("age", "advice", replace(GOOD, released=date(2021, 1, 11))),
    ("brand", "fit", replace(GOOD, brand="OPPO")),
    ("brand", "fit", replace(GOOD, brand="vivo", name="X90")),
    ("brand", "advice", replace(GOOD, brand="Redmi")),
    ("brand", "advice", replace(GOOD, brand="Xiaomi", name="Redmi 9A")),
    ("brand", "fit", replace(GOOD, brand="Xiaomi", name="Mi 10")),
    ("brand", "advice", replace(GOOD, brand="Nokia", name="X30")),
    ("storage", "unfit", replace(GOOD, free_bytes=LEAST - 1)),
    ("storage", "advice", replace(GOOD, free_bytes=LEAST)),
    ("storage", "advice", replace(GOOD, free_bytes=GIB - 1)),
    ("storage", "fit", replace(GOOD, free_bytes=GIB)),
]


@pytest.mark.parametrize(("aspect", "grade", "facts"), CASES)
def test_each_limit(aspect: str, grade: Grade, facts: Facts) -> None:
    (remark,) = (one for one in readiness.remarks(facts, SEASON) if one.aspect == aspect)
    assert remark.grade == grade
    assert all([remark.said.en, remark.said.zh])


def test_a_season_that_asks_nothing_advises_nothing() -> None:
    old = replace(GOOD, system="Android", version="1.0", brand="Redmi", released=date(2009, 1, 1))
    assert {remark.grade for remark in readiness.remarks(old, SILENT)} == {"fit"}


def test_another_season_has_other_limits() -> None:
    asked = Minimum("harmonyos", "4.0", "published", "here")
    stricter = replace(SEASON, minimums={**SEASON.minimums, "harmonyos": asked})
    (remark,) = (one for one in readiness.remarks(GOOD, stricter) if one.aspect == "system")
    assert remark.grade == "advice"
    assert "4.0" in remark.said.zh


def test_years_are_counted_back_from_the_first_formal_exam() -> None:
    first = readiness.first_exam(SEASON)
    assert first == min(one.window("formal").start for one in SEASON.subjects)
    assert readiness.youngest_allowed(SEASON) == date(2021, 1, 12)
    assert readiness.youngest_allowed(SILENT) == date.min


def test_a_leap_day_has_a_day_in_other_years() -> None:
    formal = SEASON.subjects[0].window("formal")
    shift = date(2024, 2, 29) - formal.start.date()
    moved = replace(formal, start=formal.start + shift, end=formal.end + shift)
    leap = replace(SEASON, subjects=(replace(SEASON.subjects[0], windows=(moved,)),))
    assert readiness.youngest_allowed(leap) == date(2022, 3, 1)
    assert moved.end - moved.start == timedelta(hours=1)


@pytest.mark.parametrize(
    ("grades", "worst"),
    [((), "fit"), (("fit", "advice"), "advice"), (("advice", "unfit", "fit"), "unfit")],
)
def test_the_worst_decides(grades: tuple[Grade, ...], worst: Grade) -> None:
    remark = readiness.remarks(GOOD, SEASON)[0]
    assert readiness.grade(replace(remark, grade=one) for one in grades) == worst


def test_facts_are_read_from_what_a_bench_tells() -> None:
    info = {
        "model": "Mate 50", "brand": "HUAWEI", "os": "HarmonyOS", "osVersion": "3.0", "runs": "apk", "form": "phone",
        "released": "2022-09-21", "storage": {"free": 40_000_000_000}, "apps": {"com.x.main": {}},
    }  # fmt: skip
    assert readiness.facts(info, {"main": "com.x.main", "aux": "com.x.aux"}) == GOOD


def bans(models: tuple[str, ...] = (), brands: tuple[str, ...] = (), *, rule: bool = True) -> season.Season:
    force: season.Force = "rule" if rule else "advice"
    named = {"banned_models": models, "banned_brands": brands}
    return replace(
        SEASON,
        minimums={
            name: Minimum(name, value, "published", "a notice", force) for name, value in named.items()
        },
    )


NOTE_9 = replace(GOOD, brand="Redmi", name="Redmi Note 9")


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("Redmi Note 9", "unfit"),
        ("redmi note 9", "unfit"),
        ("Note 9", "unfit"),
        ("Redmi Note 9 Pro", "fit"),
        ("Redmi Note 90", "fit"),
        ("Redmi 9", "fit"),
        ("Redmi 9A", "fit"),
    ],
)
def test_a_banned_model_is_that_very_model(name: str, grade: Grade) -> None:
    remarks = readiness.remarks(replace(NOTE_9, name=name), bans(("Redmi Note 9",)))
    assert {one.aspect: one.grade for one in remarks}["model"] == grade


@pytest.mark.parametrize(("rule", "grade"), [(True, "unfit"), (False, "advice")])
@pytest.mark.parametrize(("aspect", "ban"), [("model", ("Redmi Note 9",)), ("brand", ("redmi",))])
def test_a_ban_is_a_rule_or_advice_as_the_season_says(
    aspect: str, ban: tuple[str, ...], rule: bool, grade: Grade
) -> None:
    laid_down = bans(ban, rule=rule) if aspect == "model" else bans(brands=ban, rule=rule)
    assert {one.aspect: one.grade for one in readiness.remarks(NOTE_9, laid_down)}[aspect] == grade
