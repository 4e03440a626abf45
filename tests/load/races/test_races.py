"""Races against a platform of our own: the clean release keeps every rule, and each release with a mistake that only many at
one instant show is caught by the audit, under its rule."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from conformance.load import plan
from conformance.load.plan import Plan, RaceOf
from conformance.load.result.form import Load
from conformance.load.running import conduct
from conformance.load.running.conduct import Request
from conformance.load.running.platform import Wanted
from simulators import defects
from tests.platform.server import server

DEFECTS = {row.id: row for row in defects.every() if row.caught_by == "load"}
RACES: dict[str, RaceOf] = {
    "places-are-counted-before-the-turn": "codes",
    "the-start-is-judged-when-the-turn-comes": "closing",
    "the-deadline-hands-in-what-was-saved-first": "hand_in",
    "anybodys-lease-will-do": "hand_in",
    "a-return-told-again-counts-again": "return",
    "all-are-sent-back-for-the-same-instant": "no_room",
}
"""The race in which each shows."""
OF_PROCESSES = "each-process-knows-what-it-did-itself"
"""It shows where several processes share a database."""


def shortened(*only: RaceOf, candidates: int = 60) -> Plan:
    """The shipped plan with some of its races."""
    found = plan.load("races", candidates=candidates)
    assert found.races is not None
    return replace(found, races=replace(found.races, only=only, deadline=40))


def run(tmp_path: Path, asked: Plan, defect: str = "", store: str = "") -> Load:
    result, _ = conduct.run(
        Request(
            plan=asked, platform=Wanted(defect=defect, store=store), out=tmp_path, lang="en", keep_going=True
        )
    )
    return result


def test_the_clean_release_keeps_every_rule_in_every_race(tmp_path: Path) -> None:
    result = run(tmp_path, shortened())
    assert [(one.rule, one.says.en) for one in result.audit.violations] == []
    assert (result.verdict, result.unfinished) == ("passed", ())
    told = " ".join(one.en for one in result.notices)
    for cause in (
        "code_full",
        "logged_in_elsewhere",
        "try_again",
        "other_phone",
        "already_submitted",
        "taken_over",
    ):
        assert cause in told


def test_each_defect_of_a_load_run_has_its_race() -> None:
    assert set(DEFECTS) == {*RACES, OF_PROCESSES}


@pytest.mark.needs_postgres
@pytest.mark.parametrize("defect", ["", OF_PROCESSES])
def test_two_processes_on_one_database_are_one_platform(defect: str, tmp_path: Path) -> None:
    plan = shortened("codes", "logins")
    plan = replace(plan, platform=replace(plan.platform, processes=2))
    with server() as running:
        result = run(tmp_path, plan, defect, running.database())
    broken = {one.rule for one in result.audit.violations}
    assert result.exit_code == bool(defect)
    assert broken >= (set(DEFECTS[defect].breaks) if defect else set())
    assert broken <= ({*DEFECTS[defect].breaks, *DEFECTS[defect].also} if defect else set())


@pytest.mark.parametrize("defect", RACES)
def test_a_release_with_a_mistake_is_caught_under_its_rule(defect: str, tmp_path: Path) -> None:
    result = run(tmp_path, shortened(RACES[defect]), defect)
    row = DEFECTS[defect]
    assert result.exit_code == 1
    for rule, words in row.breaks.items():
        assert [one for one in result.audit.violations if one.rule == rule and words in one.says.en]
    assert {one.rule for one in result.audit.violations} <= {*row.breaks, *row.also}
