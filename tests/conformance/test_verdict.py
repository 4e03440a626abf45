"""The truth table's laws: worst wins, order is irrelevant, what was not settled never improves anything."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import outcome, verdict, verdictdoc
from reports.form import Answerer, Basis, Level, RunVerdict, StepStatus, TargetKind, Verdict

ROOT = Path(__file__).resolve().parents[2]
VERDICTS = st.sampled_from(get_args(Verdict))
LISTS = st.lists(VERDICTS, min_size=1, max_size=12)
SHUFFLED = LISTS.flatmap(lambda verdicts: st.tuples(st.just(verdicts), st.permutations(verdicts)))
KINDS = st.sampled_from(get_args(TargetKind))
GREEN = {0}


def test_the_table_is_closed() -> None:
    table = verdict.table()
    assert set(table["worst_first"]) == set(get_args(Verdict))
    assert set(table["statuses"]) == set(get_args(StepStatus))
    assert set(table["untested"]) == set(get_args(Answerer))
    assert {row["verdict"] for row in table["run"]} == {
        "conformant",
        "non-conformant",
        "incomplete",
        "partial",
    }
    assert table["run"][-1].keys() == {"verdict", "exit", "en", "zh"}, "the last line holds for everything"


def test_every_outcome_has_a_row() -> None:
    kinds = {one.kind for one in _classes(outcome.Outcome) if hasattr(one, "kind")}
    assert kinds == set(verdict.table()["outcomes"])


def _classes(root: type[outcome.Outcome]) -> list[type[outcome.Outcome]]:
    return [root, *(deeper for child in root.__subclasses__() for deeper in _classes(child))]


@given(SHUFFLED)
def test_the_worst_wins_in_any_order(lists: tuple[list[Verdict], list[Verdict]]) -> None:
    verdicts, shuffled = lists
    found = verdict.worst(verdicts)
    assert verdict.worst(shuffled) == found
    assert found in verdicts
    order = verdict.table()["worst_first"]
    assert all(order.index(found) <= order.index(one) for one in verdicts)


@given(LISTS, st.booleans(), st.sampled_from(["INCONCLUSIVE", "REVIEW", "ERROR", "FAIL"]))
def test_what_is_not_settled_never_improves_a_run(verdicts: list[Verdict], full: bool, more: Verdict) -> None:
    before = verdict.of_run(verdicts, (), full)
    after = verdict.of_run([*verdicts, more], (), full)
    assert after.exit_code not in GREEN
    if before.verdict == "non-conformant":
        assert after == before


@given(LISTS, st.booleans())
def test_only_what_has_a_pass_and_nothing_open_is_green(verdicts: list[Verdict], full: bool) -> None:
    ruling = verdict.of_run(verdicts, (), full)
    settled = set(verdicts) <= {"PASS", "WARN", "NOT_APPLICABLE", "WAIVED"} and "PASS" in verdicts
    assert (ruling.exit_code == 0) is settled
    assert (ruling.verdict == "conformant") is (settled and full)
    assert (ruling.verdict == "partial") is (settled and not full)


@given(SHUFFLED, st.booleans())
def test_the_order_of_the_rows_is_irrelevant(lists: tuple[list[Verdict], list[Verdict]], full: bool) -> None:
    verdicts, shuffled = lists
    assert verdict.of_run(shuffled, (), full) == verdict.of_run(verdicts, (), full)


def test_nothing_run_is_not_green() -> None:
    assert verdict.of_run((), (), True).exit_code == 2
    assert verdict.of_steps((), "text", "simulated") == "ERROR"


EXITS = [
    (["PASS", "FAIL", "ERROR"], [], True, "non-conformant", 1),
    (["PASS", "ERROR"], [], True, "incomplete", 3),
    (["PASS"], ["ERROR"], True, "incomplete", 3),
    (["PASS", "INCONCLUSIVE"], [], True, "incomplete", 2),
    (["PASS", "REVIEW"], [], False, "incomplete", 2),
    (["NOT_APPLICABLE", "WARN"], [], True, "incomplete", 2),
    (["PASS", "WARN", "WAIVED", "NOT_APPLICABLE"], [], True, "conformant", 0),
    (["PASS"], [], False, "partial", 0),
]


@pytest.mark.parametrize(("counted", "every", "full", "said", "code"), EXITS)
def test_exit_codes(
    counted: list[Verdict], every: list[Verdict], full: bool, said: RunVerdict, code: int
) -> None:
    assert verdict.of_run(counted, every, full) == verdict.Ruling(said, code)


STEPS = [
    (["passed", "passed"], "text", "device", "PASS"),
    (["passed", "not_met", "not_run"], "text", "device", "FAIL"),
    (["passed", "not_met", "not_run"], "answer", "device", "FAIL"),
    (["passed", "not_met", "not_run"], "reading", "device", "WARN"),
    (["passed", "not_met", "not_run"], "reading", "mixed", "WARN"),
    (["passed", "not_met", "not_run"], "reading", "simulated", "FAIL"),
    (["unreached", "not_run"], "text", "device", "INCONCLUSIVE"),
    (["passed", "refused", "not_run"], "text", "device", "INCONCLUSIVE"),
    (["control_missing", "not_run"], "text", "device", "INCONCLUSIVE"),
    (["precision_missing", "not_run"], "text", "device", "INCONCLUSIVE"),
    (["review", "not_run"], "text", "device", "REVIEW"),
    (["transport_lost", "not_run"], "text", "device", "ERROR"),
    (["error", "not_run"], "reading", "device", "ERROR"),
    (["not_run", "not_run"], "text", "device", "ERROR"),
]


@pytest.mark.parametrize(("statuses", "basis", "kind", "said"), STEPS)
def test_steps_to_scenario(statuses: list[StepStatus], basis: Basis, kind: TargetKind, said: Verdict) -> None:
    assert verdict.of_steps(statuses, basis, kind) == said


RULES = [
    ("FAIL", "MUST", "vendor", "device", "FAIL"),
    ("FAIL", "MUST NOT", "vendor", "simulated", "FAIL"),
    ("FAIL", "SHOULD", "vendor", "simulated", "WARN"),
    ("FAIL", "MUST", "candidate", "simulated", "FAIL"),
    ("FAIL", "MUST", "candidate", "device", "NOT_APPLICABLE"),
    ("PASS", "MUST", "school", "device", "NOT_APPLICABLE"),
    ("INCONCLUSIVE", "SHOULD", "vendor", "device", "INCONCLUSIVE"),
    ("REVIEW", "MUST NOT", "candidate", "device", "REVIEW"),
    ("REVIEW", "MUST", "vendor", "mixed", "REVIEW"),
]


@pytest.mark.parametrize(("found", "level", "answers_for", "kind", "said"), RULES)
def test_scenarios_to_rule(
    found: Verdict, level: Level, answers_for: Answerer, kind: TargetKind, said: Verdict
) -> None:
    assert verdict.of_rule(["PASS", found], level, answers_for, kind)[0] == said


@pytest.mark.parametrize("found", ["PASS", "FAIL"])
def test_what_a_person_has_settled_stands_whoever_answers_for_it(found: Verdict) -> None:
    assert verdict.of_rule([found], "MUST NOT", "candidate", "device", settled=True)[0] == found
    assert verdict.of_rule([found], "MUST NOT", "candidate", "device")[0] == "NOT_APPLICABLE"


@given(KINDS, st.sampled_from(get_args(Answerer)), LISTS)
def test_what_waits_for_a_person_is_not_helped_by_what_is_unknown(
    kind: TargetKind, answers_for: Answerer, others: list[Verdict]
) -> None:
    waiting: list[Verdict] = ["REVIEW", *others]
    known = verdict.of_rule(waiting, "MUST", answers_for, kind)[0]
    more = verdict.of_rule([*waiting, "INCONCLUSIVE"], "MUST", answers_for, kind)[0]
    assert verdict.worst([known, more]) == more


@given(KINDS, st.sampled_from(get_args(Basis)), LISTS)
def test_a_failure_of_the_vendors_text_is_never_softened(
    kind: TargetKind, basis: Basis, others: list[Verdict]
) -> None:
    assert verdict.of_rule([*others, "FAIL"], "MUST", "vendor", kind)[0] == "FAIL"


@pytest.mark.parametrize("kind", ["not_met", "unreached", "refused"])
def test_the_same_outcome_means_another_thing_in_each_kind_of_sentence(kind: str) -> None:
    assert [verdict.status(kind, word) for word in ("given", "when", "then")] == [
        "unreached",
        "refused",
        "not_met",
    ]


def test_what_a_sentence_builds_on_fails_no_rule() -> None:
    assert [verdict.status("precondition", word) for word in ("given", "when", "then")] == [
        "unreached",
        "refused",
        "unreached",
    ]


ORDER = verdict.table()["worst_first"]
PARTS = st.lists(LISTS, min_size=1, max_size=5)
LEVELS = st.sampled_from(get_args(Level))
ANSWERERS = st.sampled_from(get_args(Answerer))
GOODNESS = ["conformant", "partial", "incomplete", "non-conformant"]


def worse(one: Verdict, other: Verdict) -> bool:
    """Whether `one` is no better than `other`."""
    return bool(ORDER.index(one) <= ORDER.index(other))


@given(PARTS)
def test_the_worst_of_parts_is_the_worst_of_all(parts: list[list[Verdict]]) -> None:
    whole = [one for part in parts for one in part]
    assert verdict.worst([verdict.worst(part) for part in parts]) == verdict.worst(whole)


@given(LISTS)
def test_the_same_again_changes_nothing(verdicts: list[Verdict]) -> None:
    assert verdict.worst([*verdicts, *verdicts]) == verdict.worst(verdicts)
    assert verdict.of_run([*verdicts, *verdicts], (), True) == verdict.of_run(verdicts, (), True)


@given(LISTS, VERDICTS)
def test_one_more_scenario_never_improves_what_they_come_to(verdicts: list[Verdict], more: Verdict) -> None:
    assert worse(verdict.worst([*verdicts, more]), verdict.worst(verdicts))


@given(LISTS, VERDICTS, LEVELS, ANSWERERS, KINDS, st.booleans())
def test_one_more_scenario_never_improves_a_rule(
    verdicts: list[Verdict],
    more: Verdict,
    level: Level,
    answers_for: Answerer,
    kind: TargetKind,
    settled: bool,
) -> None:
    def found(some: list[Verdict]) -> Verdict:
        return verdict.of_rule(some, level, answers_for, kind, settled=settled)[0]

    assert worse(found([*verdicts, more]), found(verdicts))


@given(SHUFFLED, LEVELS, ANSWERERS, KINDS)
def test_the_order_of_the_scenarios_is_irrelevant_to_a_rule(
    lists: tuple[list[Verdict], list[Verdict]], level: Level, answers_for: Answerer, kind: TargetKind
) -> None:
    verdicts, shuffled = lists
    assert verdict.of_rule(shuffled, level, answers_for, kind) == verdict.of_rule(
        verdicts, level, answers_for, kind
    )


@given(LISTS, VERDICTS.filter(lambda one: one != "PASS"), st.booleans(), st.booleans())
def test_one_more_row_that_does_not_pass_never_improves_a_run(
    verdicts: list[Verdict], more: Verdict, full: bool, another: bool
) -> None:
    """Counted or not: a row that the run does not count can only be the kit's own fault."""
    before = verdict.of_run(verdicts, (), full)
    after = verdict.of_run(verdicts, [more], full) if another else verdict.of_run([*verdicts, more], (), full)
    assert goodness(after) >= goodness(before)


@given(LISTS, st.data(), st.booleans())
def test_a_row_that_gets_worse_never_improves_a_run(
    verdicts: list[Verdict], data: st.DataObject, full: bool
) -> None:
    """NOT_APPLICABLE is no achievement: a rule that did not apply and now passes is the one way up."""
    place = data.draw(st.integers(0, len(verdicts) - 1))
    now = data.draw(VERDICTS.filter(lambda one: worse(one, verdicts[place])))
    if now == "PASS" and verdicts[place] == "NOT_APPLICABLE":
        return
    after = [*verdicts[:place], now, *verdicts[place + 1 :]]
    assert goodness(verdict.of_run(after, (), full)) >= goodness(verdict.of_run(verdicts, (), full))


def goodness(ruling: verdict.Ruling) -> tuple[int, int]:
    """The higher the worse; of two incomplete runs the one that the lab spoilt says less."""
    return GOODNESS.index(ruling.verdict), ruling.exit_code


FAILED: list[StepStatus] = ["passed", "not_met", "not_run"]


@pytest.mark.parametrize("answered", get_args(verdict.Answered))
@pytest.mark.parametrize("basis", get_args(Basis))
@pytest.mark.parametrize("kind", get_args(TargetKind))
def test_no_softening_makes_a_failed_scenario_pass(
    kind: TargetKind, basis: Basis, answered: verdict.Answered
) -> None:
    found = verdict.of_steps(FAILED, basis, kind, answered)
    assert found in {"FAIL", "WARN", "INCONCLUSIVE"}


@given(LISTS, LEVELS, ANSWERERS, KINDS, st.booleans())
def test_no_softening_makes_a_failed_rule_pass(
    others: list[Verdict], level: Level, answers_for: Answerer, kind: TargetKind, settled: bool
) -> None:
    found = verdict.of_rule([*others, "FAIL"], level, answers_for, kind, settled=settled)[0]
    assert found not in {"PASS", "WAIVED"}
    if found == "NOT_APPLICABLE":
        assert not verdict.counts(level, answers_for)


@given(st.lists(st.sampled_from(get_args(StepStatus)), max_size=8), st.sampled_from(get_args(Basis)), KINDS)
def test_a_scenario_passes_only_where_a_step_passed_and_none_ended_otherwise(
    statuses: list[StepStatus], basis: Basis, kind: TargetKind
) -> None:
    reached = [one for one in statuses if one != "not_run"]
    passes = bool(reached) and set(reached) == {"passed"}
    assert (verdict.of_steps(statuses, basis, kind) == "PASS") is passes


@given(st.lists(VERDICTS, max_size=12).filter(lambda some: "PASS" not in some), st.booleans())
def test_without_a_pass_no_run_is_green(verdicts: list[Verdict], full: bool) -> None:
    assert verdict.of_run(verdicts, (), full).exit_code not in GREEN


@pytest.mark.parametrize("answers_for", get_args(Answerer))
def test_a_row_without_scenarios_never_passes(answers_for: Answerer) -> None:
    found = verdict.untested(answers_for)
    assert found != "PASS"
    assert found != "NOT_APPLICABLE" or not verdict.counts("MUST", answers_for)


def test_the_page_in_docs_is_the_table() -> None:
    written = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
    assert written == verdictdoc.document(), "python -m conformance.verdictdoc > docs/verdicts.md"
