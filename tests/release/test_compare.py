"""Run against run: what fails anew, what is the lab's, and what may have caused it; never more than the runs tell."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import contracts
from conformance import cli
from conformance.release import causes, words
from conformance.release.comparison import compare
from conformance.release.forms import Comparison, Sort, schema
from conformance.release.forms import Subject as Otherwise
from conformance.release.reading import Run
from reports import form
from reports.form import Text
from tests.release.runs import CAUSES, SUBJECTS, put, results, rule, scenario, with_party
from tests.reports.hostile import NAMES

Capsys = pytest.CaptureFixture[str]
KEPT: Mapping[str, form.Verdict] = {"PAIR-01": "PASS", "PAIR-02": "PASS"}
BROKEN: Mapping[str, form.Verdict] = {"PAIR-01": "PASS", "PAIR-02": "FAIL"}


def compared(old: form.Results, new: form.Results) -> Comparison:
    return compare(Run(Path("old"), old), Run(Path("new"), new))


def sorts(found: Comparison) -> dict[str, Sort]:
    return {turn.rule: turn.sort for turn in found.turns}


TURNS: list[tuple[form.Verdict, form.Verdict, Sort | None, int]] = [
    ("PASS", "FAIL", "new", 1),
    ("INCONCLUSIVE", "FAIL", "new", 1),
    ("ERROR", "FAIL", "new", 1),
    ("WAIVED", "FAIL", "new", 1),
    ("NOT_APPLICABLE", "FAIL", "new", 1),
    ("FAIL", "PASS", "fixed", 0),
    ("FAIL", "FAIL", "unchanged", 0),
    ("FAIL", "INCONCLUSIVE", "other", 0),
    ("FAIL", "WAIVED", "other", 0),
    ("FAIL", "ERROR", "fault", 0),
    ("PASS", "ERROR", "fault", 0),
    ("PASS", "INCONCLUSIVE", "other", 0),
    ("PASS", "REVIEW", "other", 0),
    ("ERROR", "PASS", "other", 0),
    ("PASS", "PASS", None, 0),
    ("REVIEW", "REVIEW", None, 0),
]


@pytest.mark.parametrize(("before", "after", "sort", "code"), TURNS)
def test_how_a_rule_turned(before: form.Verdict, after: form.Verdict, sort: Sort | None, code: int) -> None:
    found = compared(results({**KEPT, "PAIR-09": before}), results({**KEPT, "PAIR-09": after}))
    assert sorts(found) == ({"PAIR-09": sort} if sort else {})
    assert (found.exit_code, found.new_failures) == (code, code)


@given(
    st.dictionaries(
        st.sampled_from(["A-01", "B-02", "C-03", "D-04"]), st.sampled_from(sorted(CAUSES)), min_size=1
    )
)
def test_a_run_against_itself_says_nothing_but_what_still_fails_or_errs(
    verdicts: dict[str, form.Verdict],
) -> None:
    one = results(verdicts)
    found = compared(one, one)
    assert found.changes == ()
    assert found.exit_code == 0
    assert set(sorts(found).values()) <= {"unchanged", "fault"}
    assert set(sorts(found)) == {name for name, said in verdicts.items() if said in ("FAIL", "ERROR")}


@given(
    st.dictionaries(st.sampled_from(["A-01", "B-02", "C-03"]), st.sampled_from(sorted(CAUSES)), min_size=3),
    st.dictionaries(st.sampled_from(["A-01", "B-02", "C-03"]), st.sampled_from(sorted(CAUSES)), min_size=3),
)
def test_what_is_new_one_way_is_never_new_the_other_way(
    before: dict[str, form.Verdict], after: dict[str, form.Verdict]
) -> None:
    there, back = (
        compared(results(one), results(other)) for one, other in ((before, after), (after, before))
    )
    new_there, new_back = ({turn.rule for turn in found.of("new")} for found in (there, back))
    assert not new_there & new_back
    assert {turn.rule for turn in there.of("fixed")} <= new_back


def test_a_further_failing_scenario_of_a_broken_rule_is_a_new_failure() -> None:
    names = ("pairing/pairing.feature#one", "pairing/pairing.feature#two")
    old = results(
        BROKEN, scenarios=(scenario(names[0], "PAIR-02", "not_met"), scenario(names[1], "PAIR-02", "passed"))
    )
    new = results(BROKEN, scenarios=tuple(scenario(name, "PAIR-02", "not_met") for name in names))
    (turn,) = compared(old, new).turns
    assert (turn.sort, turn.scenarios) == ("new", (names[1],))
    assert compared(new, old).exit_code == 0


def test_a_rule_that_does_not_count_is_told_and_changes_no_exit_code() -> None:
    row = rule("PAIR-09", "FAIL", answers_for="candidate")
    found = compared(
        results({**KEPT, "PAIR-09": replace(row, verdict="PASS")}), results({**KEPT, "PAIR-09": row})
    )
    assert [(turn.sort, turn.counted) for turn in found.turns] == [("new", False)]
    assert (found.exit_code, found.new_failures) == (0, 0)


FAULTS: list[tuple[form.StepStatus, form.Fault, Text]] = [
    ("transport_lost", "lab", causes.LAB),
    ("error", "kit", causes.KIT),
    ("error", "lab", causes.LAB),
    ("transport_lost", "", causes.LAB),
    ("error", "", causes.KIT),
]


@pytest.mark.parametrize(("status", "fault", "cause"), FAULTS)
def test_a_fault_of_the_lab_or_the_kit_is_never_the_products(
    status: form.StepStatus, fault: form.Fault, cause: Text
) -> None:
    new = results(
        {**KEPT, "PAIR-02": "ERROR"},
        scenarios=(scenario("pairing/x.feature#x", "PAIR-02", status, fault=fault),),
        subjects=with_party("main app", version="3.3"),
    )
    found = compared(results(KEPT), new)
    assert [(turn.sort, turn.cause) for turn in found.turns] == [("fault", cause)]
    assert found.exit_code == 0


OTHERWISE: dict[str, tuple[dict[str, Any], tuple[Otherwise, ...]]] = {
    "nothing": ({}, ()),
    "an app of another version": ({"subjects": with_party("main app", version="3.3")}, ("app",)),
    "an app of other bytes": ({"subjects": with_party("aux app", sha256="ee" * 32)}, ("app",)),
    "another build of the platform": ({"subjects": with_party("platform", build="322")}, ("app",)),
    "another phone": ({"subjects": with_party("main app", environment="OPPO A55, Android 11")}, ("phone",)),
    "another kit": ({"kit": form.Kit(version="9.9", digest="x")}, ("kit",)),
    "another seed": ({"seed": 2}, ("seed",)),
    "another season": ({"season": form.Season(id="other-2024")}, ("season",)),
    "another edition": ({"edition": "2024.1"}, ("season",)),
    "another target": ({"target": form.Target(name="lab-4", kind="device")}, ("target",)),
    "another declaration": (
        {
            "declared": (
                form.Declared(
                    of="ability", feature="aux", says=Text("x", "x"), declared=True, verdict="PASS"
                ),
            )
        },
        ("target",),
    ),
    "a control less": ({"controls": ("worlds",)}, ("target",)),
    "two things": ({"seed": 2, "kit": form.Kit(version="9.9", digest="x")}, ("kit", "seed")),
}


@pytest.mark.parametrize(("more", "subjects"), OTHERWISE.values(), ids=OTHERWISE.keys())
def test_what_else_is_otherwise_is_named_as_the_cause(
    more: dict[str, Any], subjects: tuple[Otherwise, ...]
) -> None:
    (turn,) = compared(results(KEPT), results(BROKEN, **more)).turns
    assert turn.subjects == subjects
    sure = "the probable cause" in turn.cause.en
    assert sure is (len(subjects) == 1)
    assert ("do not tell which" in turn.cause.en) is (len(subjects) > 1)


def test_an_app_that_a_rule_does_not_bind_is_no_cause() -> None:
    row = rule("PAIR-02", "PASS", binds=("platform",))
    old = results({"PAIR-01": "PASS", "PAIR-02": row})
    new = results(
        {"PAIR-01": "PASS", "PAIR-02": replace(row, verdict="FAIL")},
        subjects=with_party("aux app", version="4"),
    )
    (turn,) = compared(old, new).turns
    assert turn.subjects == ()
    assert turn.cause == causes.NOTHING_ELSE


def test_bytes_that_were_not_read_keep_a_cause_from_being_certain() -> None:
    blind = tuple(replace(one, sha256="", build="") for one in SUBJECTS)
    found = compared(results(KEPT, subjects=blind), results(BROKEN, subjects=blind, seed=2))
    assert found.unread == ("main app", "aux app", "platform")
    assert "is not excluded" in found.turns[0].cause.en


def test_a_changed_rule_is_told_from_a_changed_app() -> None:
    old = results({"PAIR-01": "PASS", "PAIR-02": rule("PAIR-02", "PASS", digest="before")})
    new = results({"PAIR-01": "PASS", "PAIR-02": rule("PAIR-02", "FAIL", digest="after")})
    found = compared(old, new)
    assert [(one.subject, one.name) for one in found.changes] == [("rule", "PAIR-02")]
    assert found.turns[0].subjects == ("rule",)


def test_an_answer_waiver_or_review_of_one_rule_explains_that_rule_alone() -> None:
    waiver = form.Waiver(rule="PAIR-02", reason=Text("x", "x"), approver="王老师", expires="2099-01-01")
    verdicts: dict[str, form.Verdict] = {"PAIR-01": "FAIL", "PAIR-02": "WAIVED"}
    found = compared(results({"PAIR-01": "PASS", "PAIR-02": "FAIL"}), results(verdicts, waivers=(waiver,)))
    assert {turn.rule: turn.subjects for turn in found.turns} == {"PAIR-01": (), "PAIR-02": ("waiver",)}


def test_a_rule_added_to_the_catalogue_is_said_to_be_new() -> None:
    found = compared(results(KEPT), results({**KEPT, "PAIR-03": "FAIL"}))
    (turn,) = found.turns
    assert (turn.sort, turn.before, turn.cause) == ("new", None, causes.ADDED)
    assert found.exit_code == 1
    assert sorts(compared(results({**KEPT, "PAIR-03": "PASS"}), results(KEPT))) == {"PAIR-03": "gone"}


def test_of_a_part_of_an_edition_nothing_is_said_to_be_gone_or_added() -> None:
    part = results({"PAIR-02": "FAIL"}, scope=form.Scope(full=False, rules=("PAIR-02",)))
    found = compared(results(KEPT), part)
    assert sorts(found) == {"PAIR-02": "new"}
    assert [one.subject for one in found.changes] == ["scope"]
    assert found.turns[0].cause == causes.NOTHING_ELSE, "the scope decides what is run, never how it ends"


def test_runs_without_a_rule_in_common_cannot_be_compared(tmp_path: Path, capsys: Capsys) -> None:
    old, new = (
        put(tmp_path / "old", results({"PAIR-01": "PASS"})),
        put(tmp_path / "new", results({"WAIT-01": "PASS"})),
    )
    assert cli.main(["compare", str(old), str(new), "--lang", "en"]) == 3
    assert "no rule in common" in capsys.readouterr().err


@pytest.fixture
def pair(tmp_path: Path) -> Sequence[str]:
    row = rule("PAIR-02", "FAIL", reason=Text("the fourth phone came in", "第四部手机未被拒绝"))
    new = results(
        {"PAIR-01": "PASS", "PAIR-02": row, "PAIR-03": "ERROR"},
        subjects=with_party("main app", version="3.3"),
    )
    old = results({**KEPT, "PAIR-03": "PASS"})
    return [str(put(tmp_path / "old", old)), str(put(tmp_path / "new", new))]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form_of_it", [[], ["--markdown"]])
def test_it_is_told_in_either_language(
    pair: Sequence[str], lang: form.Language, form_of_it: list[str], capsys: Capsys
) -> None:
    assert cli.main(["compare", *pair, *form_of_it, "--lang", lang]) == 1
    said = capsys.readouterr().out
    for text in (
        words.SORTS["new"],
        words.SORTS["fault"],
        causes.LAB,
        Text("the fourth phone came in", "第四部手机未被拒绝"),
    ):
        assert text.within(lang) in said
    assert "3.2.1" in said
    if lang == "zh":
        assert not re.search(r"(?:\b[a-z]{2,} ){3,}", said), said


def test_json_fits_its_schema_and_holds_what_is_shown(pair: Sequence[str], capsys: Capsys) -> None:
    assert cli.main(["compare", *pair, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(contracts.schema("comparison")).validate(found)
    assert (found["new_failures"], found["exit_code"]) == (1, 1)
    assert [turn["sort"] for turn in found["turns"]] == ["new", "fault"]


def test_the_published_schema_is_the_forms_own() -> None:
    assert contracts.schema("comparison") == schema()


def test_every_sort_and_subject_has_its_words() -> None:
    assert set(words.SORTS) == set(get_args(Sort))
    assert set(words.SUBJECTS) == set(causes.NAMES) == set(get_args(Otherwise))


def test_a_simulated_run_is_said_first_to_be_no_product(tmp_path: Path, capsys: Capsys) -> None:
    target = form.Target(name="simulated", kind="simulated")
    folder = str(put(tmp_path / "run", results(KEPT, target=target)))
    for words_ in ([], ["--markdown"]):
        assert cli.main(["compare", folder, folder, *words_, "--lang", "en"]) == 0
        assert "no vendor's product" in "".join(capsys.readouterr().out.splitlines()[:4])


BAD = {
    "one run": (["compare", "{old}"], "1 are given"),
    "no run": (["compare"], "0 are given"),
    "three runs": (["compare", "{old}", "{old}", "{old}"], "one word too many"),
    "a run that is none": (["compare", "{old}", "no-such-run"], "no-such-run"),
}


@pytest.mark.parametrize(("given_words", "said"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_compared_is_said(
    pair: Sequence[str], given_words: list[str], said: str, capsys: Capsys
) -> None:
    assert cli.main([word.format(old=pair[0]) for word in given_words] + ["--lang", "en"]) == 3
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("form_of_it", [[], ["--markdown"], ["--json"]])
def test_hostile_names_do_nothing(tmp_path: Path, name: str, form_of_it: list[str], capsys: Capsys) -> None:
    old = put(tmp_path / "old", results(KEPT))
    row = rule("PAIR-02", "FAIL", reason=Text(name, name))
    new = results({"PAIR-01": "PASS", "PAIR-02": row}, subjects=with_party("main app", version=name, id=name))
    assert cli.main(["compare", str(old), str(put(tmp_path / "new", new)), *form_of_it]) == 1
    said = capsys.readouterr().out
    assert not set(said) & {chr(code) for code in (*range(9), 0x1B, 0x7F, 0x202E)}
