"""May it go out? Each thing that a policy asks for, kept and broken; a green run of simulated apps releases nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.release import decided
from conformance.release.gating import CODES, Decision, decide
from conformance.release.policy import Cell, Party, Policy
from conformance.release.reading import Run
from conformance.running.ruling import ruled
from reports import form
from reports.form import Text
from tests.release.runs import CAUSES, results, rule, scenario, with_party

Capsys = pytest.CaptureFixture[str]
NOW = datetime.now().astimezone()
GREEN: Mapping[str, form.Verdict] = {"PAIR-01": "PASS", "PAIR-02": "PASS", "WAIT-01": "NOT_APPLICABLE"}
POLICY = Policy(
    edition="2023.1",
    seasons=("zjcm-2023",),
    max_age_days=14,
    under_test=tuple(Party(party=one) for one in ("main app", "aux app", "platform")),
)


def decision(found: form.Results, asked: Policy = POLICY, *others: form.Results) -> Decision:
    runs = [Run(Path(f"run-{number}"), one) for number, one in enumerate((found, *others), start=1)]
    return decide(asked, runs, NOW)


def why(found: Decision) -> str:
    return " | ".join(f"{rule} {text.en}" for _, _, _, text, rule in decided.rows(found))


def test_a_whole_fresh_green_run_of_the_vendors_own_goes_out() -> None:
    found = decision(results(GREEN))
    assert (found.answer, why(found)) == ("go", "")


COUNTED: list[tuple[form.Verdict, int, str]] = [
    ("PASS", 0, ""),
    ("NOT_APPLICABLE", 0, ""),
    ("FAIL", 1, "is broken"),
    ("WARN", 1, "does not tolerate"),
    ("INCONCLUSIVE", 2, "could not be judged"),
    ("REVIEW", 2, "waits for a person"),
    ("ERROR", 3, "the kit or its lab failed"),
]


@pytest.mark.parametrize(("verdict", "code", "said"), COUNTED)
def test_a_verdict_of_a_rule_that_counts(verdict: form.Verdict, code: int, said: str) -> None:
    row = rule("PAIR-09", verdict, basis="reading" if verdict == "WARN" else "text")
    warned = scenario("pairing/x.feature#x", "PAIR-09", "not_met", basis="reading", verdict="WARN")
    green = results(GREEN).scenarios
    more = {"scenarios": (*green, warned)} if verdict == "WARN" else {}
    found = decision(results({**GREEN, "PAIR-09": row}, **more))
    assert found.code == code
    assert said in why(found)


ASIDE: list[tuple[form.StepStatus, form.Verdict]] = [
    ("not_met", "WARN"),
    ("control_missing", "INCONCLUSIVE"),
    ("review", "REVIEW"),
]


@pytest.mark.parametrize(("status", "verdict"), ASIDE)
def test_a_row_that_does_not_count_stops_nothing(status: form.StepStatus, verdict: form.Verdict) -> None:
    row = rule("PAIR-09", verdict, level="SHOULD")
    more = scenario("pairing/x.feature#x", "PAIR-09", status)
    found = decision(results({**GREEN, "PAIR-09": row}, scenarios=(*results(GREEN).scenarios, more)))
    assert (found.code, why(found)) == (0, "")


SIMULATED = form.Target(name="simulated", kind="simulated")
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "simulated apps": ({"target": SIMULATED}, "releases no product"),
    "the reference system behind a target that calls itself real": (
        {"reference": form.Reference(screens=3)},
        "releases no product",
    ),
    "simulated phones in a mixed target": (
        {
            "target": form.Target(name="mixed", kind="mixed"),
            "subjects": with_party("main app", read_from="file"),
        },
        "not read on a phone",
    ),
    "nobody under test": ({"subjects": ()}, "not among what was judged"),
    "a part of the edition": ({"scope": form.Scope(full=False, rules=("PAIR-*",))}, "only a part"),
    "a repeat of what failed": ({"scope": form.Scope(full=False, failed_only=True)}, "only a part"),
    "another edition": ({"edition": "2024.1"}, "pins 2023.1"),
    "another season": ({"season": form.Season(id="other-2024")}, "none of the policy's"),
    "an app that changed during the run": (
        {"lab_fault": Text("the app changed", "应用有变化")},
        "the app changed",
    ),
    "an end before its start": ({"finished": "2020-01-01T00:00:00+08:00"}, "cannot be"),
    "an end in the future": ({"finished": (NOW + timedelta(days=1)).isoformat()}, "cannot be"),
    "an end that is no instant": ({"finished": "yesterday"}, "cannot be"),
    "counts that are wrong": ({"counts": form.Counts(rules={"PASS": 99})}, "damaged"),
    "a verdict that does not follow": ({"verdict": "incomplete", "exit_code": 2}, "damaged"),
}


@pytest.mark.parametrize(("more", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_run_that_says_nothing_is_refused(more: dict[str, Any], said: str) -> None:
    found = decision(results(GREEN, **more))
    assert (found.answer, found.code) == ("cannot-say", 3)
    assert said in why(found)


def test_a_verdict_mended_by_hand_is_found_at_every_level() -> None:
    broken = results({**GREEN, "PAIR-02": "FAIL"})
    rules = tuple(replace(one, verdict="PASS") if one.id == "PAIR-02" else one for one in broken.rules)
    scenarios = tuple(replace(one, verdict="PASS") for one in broken.scenarios)
    levels: list[dict[str, Any]] = [
        {"verdict": "conformant", "exit_code": 0},
        {"rules": rules},
        {"scenarios": scenarios},
        {"rules": rules, "scenarios": scenarios, "verdict": "conformant", "exit_code": 0,
         "counts": form.count(rules, scenarios)},
    ]  # fmt: skip
    for more in levels:
        found = decision(replace(broken, **more))
        assert found.code == 3
        assert "damaged" in why(found)


def test_what_another_kit_judged_is_not_held_against_this_ones_table() -> None:
    found = decision(results(GREEN, kit=ANOTHER_KIT, verdict="incomplete", exit_code=2))
    assert found.code == 0


PINNED: list[tuple[Party, int, str]] = [
    (Party(party="main app", id="com.vendor.exam", version="3.2.*", sha256="aa" * 32), 0, ""),
    (Party(party="main app", id="com.vendor.other"), 3, "id of the main app is com.vendor.exam"),
    (Party(party="main app", version="3.3.*"), 3, "version of the main app is 3.2.1"),
    (Party(party="main app", sha256="ff" * 32), 3, "sha256 of the main app"),
    (Party(party="platform", sha256="ff" * 32), 3, "not known"),
]


@pytest.mark.parametrize(("party", "code", "said"), PINNED)
def test_a_policy_may_name_the_very_release(party: Party, code: int, said: str) -> None:
    found = decision(results(GREEN), replace(POLICY, under_test=(party,)))
    assert found.code == code
    assert said in why(found)


def test_the_digest_of_any_file_of_a_package_will_do() -> None:
    parts = (form.Part(name="base.apk", sha256="11" * 32), form.Part(name="split.apk", sha256="22" * 32))
    asked = replace(POLICY, under_test=(Party(party="main app", sha256="22" * 32),))
    assert decision(results(GREEN, subjects=with_party("main app", parts=parts)), asked).code == 0


def test_a_party_that_no_judged_rule_binds_was_not_exercised() -> None:
    rows = {name: rule(name, verdict, binds=("platform",)) for name, verdict in GREEN.items()}
    found = decision(results(rows))
    assert found.code == 3
    assert "no rule that binds the main app was judged" in why(found)


KITS = [
    ("0.1.0", "0.1.0", 0),
    ("0.10.0", "0.9.0", 0),
    ("0.1.0", "0.2", 3),
    ("0.2.0rc1", "0.2", 3),
    ("unpacked", "0.1", 3),
]


@pytest.mark.parametrize(("found", "least", "code"), KITS)
def test_the_kit_is_as_new_as_asked(found: str, least: str, code: int) -> None:
    kit = replace(results(GREEN).kit, version=found)
    assert decision(results(GREEN, kit=kit), replace(POLICY, min_kit=least)).code == code


AGES = [
    (timedelta(days=13), 0),
    (timedelta(days=14) - timedelta(minutes=1), 0),
    (timedelta(days=14, minutes=1), 2),
]


@pytest.mark.parametrize(("age", "code"), AGES)
def test_a_run_is_evidence_for_so_long(age: timedelta, code: int) -> None:
    found = decision(results(GREEN, started=NOW - age - timedelta(minutes=5)))
    assert found.code == code
    assert ("more than 14 days ago" in why(found)) is bool(code)


def waived(last_day: int, **more: Any) -> form.Results:
    """A run of some days ago with a waiver whose last day is so many days from today."""
    expires = (NOW.date() + timedelta(days=last_day)).isoformat()
    waiver = form.Waiver(rule="PAIR-02", reason=Text("x", "x"), approver="王老师", expires=expires)
    excused: dict[str, Any] = {"waivers": (waiver,), "started": NOW - timedelta(days=5), **more}
    return results({"PAIR-01": "PASS", "PAIR-02": "WAIVED"}, **excused)


ANOTHER_KIT = form.Kit(version="9.9", digest="another")
WAIVERS: list[tuple[form.Results, bool, int, str]] = [
    (waived(14), True, 0, "is waived until"),
    (waived(0), True, 0, "by 王老师"),
    (waived(-1), True, 1, "has run out"),
    (waived(14), False, 1, "accepts no waivers"),
    (waived(-9), True, 3, "is called WAIVED, and what lies below it makes it FAIL"),
    (waived(14, waivers=()), True, 3, "is called WAIVED, and what lies below it makes it FAIL"),
    (waived(14, waivers=(), kit=ANOTHER_KIT), True, 1, "no waiver is in the results"),
]


@pytest.mark.parametrize(("found", "accepted", "code", "said"), WAIVERS)
def test_a_waiver_holds_where_the_policy_accepts_it_and_until_its_last_day(
    found: form.Results, accepted: bool, code: int, said: str
) -> None:
    answer = decision(found, replace(POLICY, waivers=accepted))
    assert answer.code == code
    assert said in why(answer)


def test_a_warning_is_tolerated_by_its_rule_only() -> None:
    warned = scenario("pairing/x.feature#x", "PAIR-09", "not_met", basis="reading", verdict="WARN")
    row = rule("PAIR-09", "WARN", basis="reading")
    found = results({**GREEN, "PAIR-09": row}, scenarios=(*results(GREEN).scenarios, warned))
    assert decision(found, replace(POLICY, tolerated_warnings=("PAIR-0*",))).code == 0
    assert decision(found, replace(POLICY, tolerated_warnings=("PAIR-01", "WAIT-*"))).code == 1


def test_a_known_failure_is_a_failure_and_a_stale_one_is_told() -> None:
    known = form.KnownFailure(rule="PAIR-02", reason=Text("x", "x"), owner="x", since="2023-01-01")
    found = decision(results({**GREEN, "PAIR-02": "FAIL"}, known_failures=(known,)))
    assert found.code == 1
    assert "listed as known to fail" in why(found)
    stale = decision(ruled(results(GREEN, known_failures=(known,))))
    assert stale.code == 0
    assert "PAIR-02" in why(stale), "whoever keeps the list has to know it"


DECLARED: list[tuple[form.Verdict, bool, bool | None, int]] = [
    ("PASS", True, True, 0),
    ("NOT_APPLICABLE", True, None, 0),
    ("FAIL", True, False, 1),
    ("INCONCLUSIVE", True, False, 2),
    ("WARN", False, True, 2),
]


@pytest.mark.parametrize(("verdict", "declared", "found", "code"), DECLARED)
def test_a_declaration_that_is_not_true_has_to_be_set_right(
    verdict: form.Verdict, declared: bool, found: bool | None, code: int
) -> None:
    one = form.Declared(
        of="ability",
        feature="aux",
        says=Text("two phones", "两部手机"),
        declared=declared,
        found=found,
        verdict=verdict,
        reason=Text("it is not as declared", "与声明不符"),
    )
    answer = decision(ruled(results(GREEN, declared=(one,))))
    assert answer.code == code
    assert ("two phones: it is not as declared" in why(answer)) is bool(code)


CELLS: list[tuple[Cell, bool]] = [
    (Cell(main="3.2.1"), True),
    (Cell(main="3.2.*", aux="3.*", model="*Mate 50*", season="zjcm-2023"), True),
    (Cell(main="3.3.*"), False),
    (Cell(aux="4.*"), False),
    (Cell(model="iPhone*"), False),
    (Cell(main="3.2.*", model="iPhone*"), False),
]


@pytest.mark.parametrize(("cell", "there"), CELLS)
def test_a_cell_of_the_matrix_is_filled_by_a_run_of_just_that(cell: Cell, there: bool) -> None:
    found = decision(results(GREEN), replace(POLICY, cells=(cell,)))
    assert found.code == (0 if there else 2)
    assert bool(found.cells[-1].runs) is there


def test_several_runs_fill_the_matrix_together_and_each_season_is_asked_for() -> None:
    asked = replace(POLICY, seasons=("zjcm-2023", "zjut-2022"), cells=(Cell(model="*iPhone*"),))
    other = results(
        GREEN,
        season=form.Season(id="zjut-2022"),
        subjects=with_party("main app", environment="iPhone 15, iOS 17"),
    )
    assert decision(results(GREEN), asked).code == 2
    assert decision(other, asked).code == 2
    assert decision(results(GREEN), asked, other).code == 0


def test_an_old_run_fills_no_cell() -> None:
    found = decision(
        results(GREEN, started=NOW - timedelta(days=30)), replace(POLICY, cells=(Cell(main="3.*"),))
    )
    assert [covered.runs for covered in found.cells] == [(), ()]


verdicts = st.dictionaries(
    st.sampled_from(["A-01", "B-02", "C-03"]), st.sampled_from(sorted(CAUSES)), min_size=1
)


@given(st.lists(verdicts, min_size=1, max_size=3))
def test_the_answer_does_not_depend_on_the_order_of_runs(several: list[dict[str, form.Verdict]]) -> None:
    made = [results({**GREEN, **one}) for one in several]
    assert decision(made[0], POLICY, *made[1:]).code == decision(made[-1], POLICY, *made[-2::-1]).code


@given(verdicts, st.sampled_from(["FAIL", "ERROR", "INCONCLUSIVE", "REVIEW"]))
def test_a_further_bad_rule_never_makes_it_go(found: dict[str, form.Verdict], worse: form.Verdict) -> None:
    assert decision(results({**GREEN, **found, "Z-99": worse})).code != 0


@given(st.lists(verdicts, min_size=1, max_size=2))
def test_a_refused_run_never_makes_a_no_into_a_yes(several: list[dict[str, form.Verdict]]) -> None:
    made = [results({**GREEN, **one}) for one in several]
    alone = decision(made[0], POLICY, *made[1:])
    joined = decision(made[0], POLICY, *made[1:], results(GREEN, target=SIMULATED))
    assert joined.code == (1 if alone.code == 1 else 3)


def test_every_answer_has_its_code_and_words() -> None:
    assert set(CODES) == set(decided.ANSWERS)
    assert sorted(CODES.values()) == [0, 1, 2, 3]
