"""What each of the lists does to a run, and what none of them does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import lists, season
from conformance.lists import Lists, standing
from conformance.lists.subjects import judged
from conformance.running import settling
from conformance.running.ruling import day_of, ruled
from reports import form, listed
from reports.form import (
    Flaky,
    KnownFailure,
    Part,
    Results,
    Rule,
    Scope,
    Subject,
    Target,
    Text,
    Verdict,
    Waiver,
)
from reports.junit import junit
from reports.page import page
from tests.frozen import frozen
from tests.lists.entries import BROKEN, DAY, KEPT, STORY, WHY, A, B, row, scenario, waiver
from tests.reports.sample import sample

DEVICE = Target(name="device", kind="device")


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Results]:
    """A run of two rows on real phones: one is broken, one is kept; with these lists."""

    def make(found: Verdict = "FAIL", day: date = date(2023, 1, 10), digest: str = A, **more: Any) -> Results:
        stories = (scenario(BROKEN, found), scenario(KEPT, "PASS"))
        whole = sample(
            tmp_path / "run",
            scenarios=stories,
            rules=(row(BROKEN, found, stories[0]), row(KEPT, "PASS", stories[1])),
            target=form.Target(name="phones", kind="device"),
            subjects=(Subject(party="main app", version="2.3.1", sha256=digest),),
            reference=None,
            masked=True,
            waivers=(),
        )
        return ruled(replace(whole, **{"scope": Scope(), "day": day.isoformat(), **more}))

    return make


Run = Callable[..., Results]


def verdict_of(results: Results, rule: str = BROKEN) -> str:
    return next(one.verdict for one in results.rules if one.id == rule)


def said(results: Results) -> str:
    return "\n".join(f"{one.en} {one.zh}" for one in results.notices)


# --- waivers ---------------------------------------------------------------------------------------------


def test_a_waiver_excuses_its_rule_on_its_release_and_says_so_everywhere(run: Run, tmp_path: Path) -> None:
    results = run(waivers=(waiver(),))
    assert (verdict_of(results), results.verdict, results.exit_code) == ("WAIVED", "conformant", 0)
    assert results.counts.counted == {"PASS": 1, "WAIVED": 1}
    assert results.scenarios[0].verdict == "FAIL"
    rule = results.rules[0]
    assert rule.waived == "FAIL"
    for part in ("招生办", "2023-01-31", "until the next release", "Fail", "broken!"):
        assert part in rule.reason.en
    for part in ("招生办", "2023-01-31", "至下一版本", "不通过", "broken！"):
        assert part in rule.reason.zh
    html = page(results, tmp_path / "run")
    assert "至下一版本" in html
    assert "招生办" in html
    (case,) = (one for one in ET.fromstring(junit(results)).iter("testcase") if BROKEN in one.attrib["name"])
    (skipped,) = case.iter("skipped")
    assert "招生办" in skipped.attrib["message"]


def test_a_waiver_for_one_digest_does_nothing_for_another(run: Run) -> None:
    results = run(digest=B, waivers=(waiver(),))
    assert (verdict_of(results), results.exit_code) == ("FAIL", 1)
    assert results.waivers[0].standing == "elsewhere"
    assert A in said(results)


@pytest.mark.parametrize("found", ["ERROR", "INCONCLUSIVE", "REVIEW", "PASS", "NOT_APPLICABLE"])
def test_a_waiver_excuses_nothing_that_was_not_found_broken(run: Run, found: Verdict) -> None:
    results = run(found, waivers=(waiver(),))
    assert verdict_of(results) == found
    assert results.waivers[0].standing == "unused"
    assert "is not used" in said(results)


CLOCK = {
    "15 days before": ("2023-01-16T04:00:00Z", "WAIVED", ""),
    "14 days before": ("2023-01-17T04:00:00Z", "WAIVED", "in 14 days"),
    "the last day": ("2023-01-31T04:00:00Z", "WAIVED", "today"),
    "the last minute, in the season's zone": ("2023-01-31T15:59:59Z", "WAIVED", "today"),
    "the first minute after": ("2023-01-31T16:00:00Z", "FAIL", "ended on 2023-01-31"),
    "a day after": ("2023-02-01T04:00:00Z", "FAIL", "ended on 2023-01-31"),
}


@pytest.mark.parametrize(("instant", "verdict", "words"), CLOCK.values(), ids=CLOCK)
def test_a_waiver_holds_to_the_end_of_its_last_day(run: Run, instant: str, verdict: str, words: str) -> None:
    with frozen(instant):
        today = day_of(datetime.now(UTC).isoformat(), season.load("zjcm-2023"))
    results = run(day=date.fromisoformat(today), waivers=(waiver(),))
    assert verdict_of(results) == verdict
    assert len(results.notices) == (2 if verdict == "WAIVED" and words else 1)
    assert words in said(results)
    assert ("is waived by" in said(results)) == (verdict == "WAIVED")


def test_results_that_are_not_masked_say_so(run: Run) -> None:
    assert "not masked" in said(run(masked=False))


def test_many_that_end_on_one_day_are_warned_of(run: Run) -> None:
    several = tuple(waiver(rule=rule) for rule in (BROKEN, KEPT, "WAIT-03"))
    assert "end on 2023-01-31; spread" not in said(run(waivers=several))
    assert "4 waivers end on 2023-01-31; spread" in said(run(waivers=(*several, waiver(rule="WAIT-04"))))


RELEASES = {
    "in the range": ("main app >=2.1, <2.4", "2.3.1", True),
    "below it": ("main app >=2.1, <2.4", "2.0.9", False),
    "at its end": ("main app >=2.1, <2.4", "2.4", False),
    "ten after nine": ("main app >2.9", "2.10", True),
    "another app": ("aux app >=2.1", "2.3.1", False),
    "a release before the release": ("main app >=2.1", "2.3b1", True),
    "no version": ("main app >=2.1", "unpacked", False),
}


@pytest.mark.parametrize(("release", "version", "there"), RELEASES.values(), ids=RELEASES)
def test_versions_are_compared_number_by_number(release: str, version: str, there: bool) -> None:
    assert judged(release, [Subject(party="main app", version=version)]) is there


def test_a_digest_is_that_of_any_file_that_the_app_is_installed_as() -> None:
    parts = (Part(name="base.apk", sha256=B), Part(name="split_zh.apk", sha256=A))
    there = [Subject(party="main app", sha256=B, parts=parts), Subject(party="platform")]
    assert judged(f"sha256:{A}", there)
    assert not judged(f"sha256:{A}", [Subject(party="main app", sha256=B), Subject(party="platform")])


VERDICTS: tuple[Verdict, ...] = ("PASS", "FAIL", "WARN", "NOT_APPLICABLE", "INCONCLUSIVE", "REVIEW", "ERROR")
ENTRIES = st.lists(
    st.builds(
        waiver,
        rule=st.sampled_from([BROKEN, KEPT]),
        subject=st.sampled_from([f"sha256:{A}", f"sha256:{B}", "main app >=2", "main app >=3"]),
        expires=st.sampled_from(["2023-01-09", "2023-01-10", "2023-03-01"]),
    ),
    max_size=5,
)


@given(ENTRIES, st.sampled_from(VERDICTS), st.sampled_from(VERDICTS))
def test_a_row_changes_only_where_a_waiver_in_force_excuses_it_and_twice_is_once(
    waivers: list[Waiver], first: Verdict, second: Verdict
) -> None:
    stories = (scenario(BROKEN, first), scenario(KEPT, second))
    rules = (row(BROKEN, first, stories[0]), row(KEPT, second, stories[1]))
    subjects = (Subject(party="main app", version="2.3", sha256=A),)

    def once(lists_: Lists, rows: tuple[Rule, ...]) -> lists.Applied:
        return lists.apply(lists_, rows, stories, subjects, Scope(), DEVICE, date(2023, 1, 10))

    applied = once(Lists(tuple(waivers)), rules)
    assert once(applied.lists, applied.rules) == applied
    for before, after in zip(rules, applied.rules, strict=True):
        held = [one for one in waivers if one.rule == before.id and one.expires >= "2023-01-10"]
        held = [one for one in held if one.subject in (f"sha256:{A}", "main app >=2")]
        excused = before.verdict in ("FAIL", "WARN") and bool(held)
        assert after.verdict == ("WAIVED" if excused else before.verdict)
        assert lists.bare(after, stories, DEVICE) == before
    assert len(applied.notices) >= len(waivers), "none of them is silent"


def test_what_a_person_settles_later_meets_the_same_waivers(run: Run) -> None:
    results = run("REVIEW", waivers=(waiver(),))
    assert verdict_of(results) == "REVIEW"
    one = form.Settlement(rule=BROKEN, verdict="FAIL", by="李老师", at="2023-01-11T09:00:00+08:00")
    after = settling.replace_results(results, (one,))
    assert (verdict_of(after), after.exit_code, after.waivers[0].standing) == ("WAIVED", 0, "applied")
    back = settling.replace_results(after, (one, replace(one, verdict="REVIEW")))
    assert (verdict_of(back), back.waivers[0].standing) == ("REVIEW", "unused")


# --- known failures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rule", "story"), [(BROKEN, ""), ("", STORY)], ids=["rule", "scenario"])
def test_a_known_failure_stays_a_failure(run: Run, rule: str, story: str, tmp_path: Path) -> None:
    entry = KnownFailure(
        rule=rule, scenario=story, reason=Text("a known bug", "已知缺陷"), owner="王工", since="2023-01-01"
    )
    results = run(known_failures=(entry,))
    assert (verdict_of(results), results.verdict, results.exit_code) == ("FAIL", "non-conformant", 1)
    assert not results.known_failures[0].stale
    assert "known to fail since 2023-01-01" in junit(results).decode()
    assert "已知缺陷" in page(results, tmp_path / "run")


@pytest.mark.parametrize(
    ("known", "found", "code"),
    [
        (KEPT, "PASS", 1),
        (KEPT, "INCONCLUSIVE", 1),
        (KEPT, "ERROR", 3),
        (BROKEN, "PASS", 1),
        (BROKEN, "INCONCLUSIVE", 2),
    ],
)
def test_one_that_passes_is_stale_and_lifts_the_exit_code(
    run: Run, known: str, found: Verdict, code: int
) -> None:
    entry = KnownFailure(rule=known, reason=WHY, owner="王工", since="2023-01-01")
    alone, results = run(found), run(found, known_failures=(entry,))
    assert (results.verdict, results.exit_code) == (alone.verdict, code)
    assert results.known_failures[0].stale is (verdict_of(results, known) == "PASS")


def test_a_rule_is_not_stale_where_only_some_of_its_scenarios_were_run(run: Run) -> None:
    entry = KnownFailure(rule=KEPT, reason=WHY, owner="王工", since="2023-01-01")
    part = run(
        "PASS", known_failures=(entry,), scope=Scope(full=False, rules=("waiting/waiting.feature#kept",))
    )
    assert (part.known_failures[0].stale, part.exit_code) == (False, 0)
    rules = run("PASS", known_failures=(entry,), scope=Scope(full=False, rules=("WAIT-*",)))
    assert (rules.known_failures[0].stale, rules.exit_code) == (True, 1)


# --- flaky scenarios -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("found", "expires"), list(product(VERDICTS, ["2023-01-09", "2023-01-31"])))
def test_a_flaky_scenario_is_marked_and_no_better_for_it(run: Run, found: Verdict, expires: str) -> None:
    entry = Flaky(
        scenario=STORY, rate=0.05, runs=20, reason=WHY, owner="王工", since="2023-01-01", expires=expires
    )
    alone, results = run(found), run(found, flaky=(entry,))
    assert (results.rules, results.verdict, results.exit_code) == (
        alone.rules,
        alone.verdict,
        alone.exit_code,
    )
    over = expires == "2023-01-09"
    assert bool(listed.flaky(results, results.scenarios[0])) is not over
    assert ("marks nothing" in said(results)) is over


# --- signing ---------------------------------------------------------------------------------------------


def test_a_waiver_that_is_over_and_a_known_failure_stand_against_a_signature(run: Run) -> None:
    known = KnownFailure(scenario=STORY, reason=WHY, owner="王工", since="2023-01-01")
    assert standing(run(waivers=(waiver(),)), DAY) == []
    assert len(standing(run(waivers=(waiver(),)), date(2023, 2, 1))) == 1
    assert len(standing(run(known_failures=(known,)), DAY)) == 1
    assert len(standing(run("INCONCLUSIVE", known_failures=(known,)), DAY)) == 1
    assert standing(run("PASS", known_failures=(known,)), DAY) == []
