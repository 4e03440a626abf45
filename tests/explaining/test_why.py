"""Why a rule is judged or not: a golden table of what is declared against what is expected, and the run's own choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from conformance import cli, plan, target, verdict
from conformance.declaring.abilities import ABILITIES
from conformance.declaring.controls import CONTROLS
from conformance.explaining import printing
from conformance.explaining.why import Explanation, explained, explanations
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import choosing
from conformance.target import Features
from reports.form import TargetKind, Verdict

SEASONS = ("zjcm-2023", "baotou-2022-dance", "nanjing-city-2022", "zjut-2022")
EVERYTHING = CONTROLS


@cache
def planned(season: str = "zjcm-2023", kind: TargetKind = "simulated") -> Plan:
    read = plan.read(RunRequest(season=season))
    return replace(read, target=replace(read.target, kind=kind))


def why(
    rule: str,
    controls: tuple[str, ...] = EVERYTHING,
    season: str = "zjcm-2023",
    kind: TargetKind = "simulated",
) -> Explanation:
    made = planned(season, kind)
    return explained(made.catalogue.row(rule), made, controls)


def without(*names: str) -> tuple[str, ...]:
    return tuple(name for name in CONTROLS if name not in names)


GOLDEN: list[tuple[str, str, TargetKind, tuple[str, ...], Verdict, str]] = [
    # rule, season, kind, what the bench has -> the best that can become of it, and a word of why
    ("PAIR-03", "zjcm-2023", "simulated", EVERYTHING, "PASS", "it is judged"),
    ("PAIR-03", "zjcm-2023", "device", EVERYTHING, "PASS", "it is judged"),
    ("PAIR-03", "zjcm-2023", "device", without("records"), "INCONCLUSIVE", "records"),
    ("PAIR-03", "zjcm-2023", "device", (), "INCONCLUSIVE", "phones, probes, records"),
    ("PAIR-03", "baotou-2022-dance", "simulated", EVERYTHING, "NOT_APPLICABLE", "no auxiliary phone"),
    ("PAIR-03", "baotou-2022-dance", "device", (), "NOT_APPLICABLE", "no auxiliary phone"),
    ("COND-09", "zjcm-2023", "simulated", EVERYTHING, "PASS", "it is judged"),
    ("COND-09", "zjcm-2023", "device", EVERYTHING, "REVIEW", "a person has to look"),
    ("COND-09", "zjcm-2023", "device", (), "NOT_APPLICABLE", "not the vendor's"),
    ("STOR-01", "zjcm-2023", "simulated", EVERYTHING, "PASS", "it is judged"),
    ("STOR-01", "zjcm-2023", "device", EVERYTHING, "NOT_APPLICABLE", "not the vendor's"),
]


@pytest.mark.parametrize(("rule", "season", "kind", "controls", "best", "words"), GOLDEN)
def test_what_can_become_of_a_rule_at_most(
    rule: str, season: str, kind: TargetKind, controls: tuple[str, ...], best: Verdict, words: str
) -> None:
    found = why(rule, controls, season, kind)
    assert found.best == best
    assert words in found.why.en
    assert found.why.zh
    assert bool(found.wanting) is (best in {"NOT_APPLICABLE", "INCONCLUSIVE"})


def test_a_part_of_a_control_is_enough_where_any_part_is() -> None:
    """`probes` is there with `probes/enter`."""
    some = tuple(name for name in CONTROLS if not name.startswith("probes/"))
    assert why("PAIR-03", some).best == "INCONCLUSIVE"
    assert why("PAIR-03", (*some, "probes/pair")).best == "PASS"


def test_a_feature_that_a_rule_wants_absent_is_said_the_other_way_round() -> None:
    made = planned()
    negated = [row for row in made.catalogue.rows if False in row.when.values()]
    row = replace(made.catalogue.row("PAIR-03"), when={"has_aux": False})
    (one,) = explained(row, made, EVERYTHING).presupposed
    assert (one.wanted, one.holds, one.why.en) == (False, True, "the season has an auxiliary phone")
    found = explained(row, made, EVERYTHING)
    assert found.best == "NOT_APPLICABLE"
    assert found.wanting[0].en == "another season: the season has no auxiliary phone (has_aux)"
    for each in negated:
        assert explained(each, made, EVERYTHING).presupposed


def test_a_rule_that_no_scenario_can_exercise_says_who_settles_it() -> None:
    made = planned()
    rows = [row for row in made.catalogue.rows if row.untested]
    assert rows
    for row, found in zip(rows, explanations(rows, made, EVERYTHING), strict=True):
        assert found.best == verdict.untested(row.answers_for)
        assert found.why == row.untested
        assert any(row.settled_by.en in one.en for one in found.wanting)


@pytest.mark.parametrize("season", SEASONS)
def test_it_expects_the_cases_that_a_run_chooses_and_no_others(season: str) -> None:
    made = planned(season)
    chosen = {case.id for case in choosing.chosen(made).cases}
    every = explanations(made.catalogue.rows, made, EVERYTHING)
    applying = [one for one in every if not any(each.wanted is not each.holds for each in one.presupposed)]
    assert {case.case.id for one in applying for case in one.cases if case.runs} == chosen
    assert {one.row.id for one in every if one.best == "NOT_APPLICABLE"} >= {
        one.row.id for one in every if one not in applying
    }


DECLARED = st.sets(st.sampled_from(sorted(ABILITIES)))


@cache
def a_part() -> Plan:
    """The plan with a part of the catalogue and its features, for laws that are tried often."""
    made = planned()
    rows = made.catalogue.rows[::9]
    mine = {row.id for row in rows}
    scenes = tuple(scene for scene in made.suite.scenes if mine & set(scene.rules))
    return replace(
        made, catalogue=replace(made.catalogue, rows=rows), suite=replace(made.suite, scenes=scenes)
    )


@given(DECLARED)
@settings(deadline=None, max_examples=40)
def test_no_declaration_takes_a_rule_out(able: set[str]) -> None:
    made = a_part()
    other = replace(made, target=replace(made.target, features=Features(("clock",), tuple(able))))
    ours, theirs = (explanations(made.catalogue.rows, one, EVERYTHING) for one in (made, other))
    for one, same in zip(ours, theirs, strict=True):
        assert (one.best, one.why, one.wanting, one.cases) == (same.best, same.why, same.wanting, same.cases)


@given(st.sets(st.sampled_from(CONTROLS)), st.sampled_from(CONTROLS))
@settings(deadline=None, max_examples=40)
def test_one_control_more_never_makes_it_worse(some: set[str], more: str) -> None:
    order = verdict.table()["worst_first"]
    made = a_part()
    before, after = (explanations(made.catalogue.rows, made, one) for one in (some, {*some, more}))
    for one, other in zip(before, after, strict=True):
        assert order.index(other.best) >= order.index(one.best)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_command_and_library_give_the_same_list(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert cli.main(["explain", "--lang", lang]) == 0
    said = capsys.readouterr().out
    made = planned()
    some = explanations(made.catalogue.rows, made, made.target.features.controls)
    console = Console(width=400)
    with console.capture() as kept:
        console.print(printing.table(some, "zh" if lang == "zh" else "en"))
    assert said == kept.get()
    assert [line.split()[0] for line in said.splitlines()] == made.catalogue.ids


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_one_rule_is_told_in_full_in_either_language(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "PAIR-03", "--lang", lang, "--season", "baotou-2022-dance"]) == 0
    said = capsys.readouterr().out
    word = {
        "en": ["at most: Not applicable", "wanting: another season"],
        "zh": ["至多为：不适用", "所缺条件：另一招考年度"],
    }
    assert all(one in said for one in word[lang])
    assert not any(one in said for other in word if other != lang for one in word[other])


def test_every_method_has_its_words() -> None:
    assert {row.method for row in planned().catalogue.rows} <= set(printing.METHODS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["PAIR-99"], "no rule 'PAIR-99'"),
        (["XXXX-*"], "no rule 'XXXX-*'"),
        (["PAIR-03", "PAIR-04"], "one word too many"),
        (["PAIR-03", "--target", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_what_does_not_fit_is_a_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["explain", *words, "--lang", "en"]) == 3
    assert said in capsys.readouterr().err


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    """The simulated target's file, with one thing otherwise."""
    path = Path(target.load("simulated").path)

    def make(old: str, new: str) -> Path:
        text = path.read_text(encoding="utf-8")
        assert old in text
        made = tmp_path / "mine.toml"
        made.write_text(text.replace(old, new, 1), encoding="utf-8")
        return made

    return make


def test_without_asking_what_the_file_declares_counts(
    file: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine = str(file('"records", ', ""))
    assert cli.main(["explain", "PAIR-03", "--target", mine, "--lang", "en"]) == 0
    assert "at most: Inconclusive" in capsys.readouterr().out
    assert cli.main(["explain", "PAIR-03", "--target", mine, "--lang", "en", "--ask"]) == 0
    said = capsys.readouterr().out
    assert "control records: there, but not declared" in said
    assert "at most: Pass" in said


def test_a_target_that_does_not_start_cannot_be_asked(
    file: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine = str(file('"-m", "simulators"', '"-c", "raise SystemExit(1)"'))
    assert cli.main(["explain", "PAIR-03", "--target", mine, "--lang", "en", "--ask"]) == 3
    assert "the target cannot be asked: the target does not start" in capsys.readouterr().err
