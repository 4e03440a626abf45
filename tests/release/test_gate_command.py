"""`examgate gate`: exit code, terminal and summary in either language; a policy with faults is refused with all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from conformance import cli
from conformance.release import decided, policy
from conformance.release.gating import CODES
from conformance.release.policy import Cell, Party
from reports import form
from reports.form import Text
from tests.release.runs import SUBJECTS, put, results, with_party
from tests.reports.hostile import NAMES

Capsys = pytest.CaptureFixture[str]
GREEN: Mapping[str, form.Verdict] = {"PAIR-01": "PASS", "PAIR-02": "PASS", "WAIT-01": "NOT_APPLICABLE"}
SIMULATED = form.Target(name="simulated", kind="simulated")
TOML = """
edition = "2023.1"
seasons = ["zjcm-2023"]
max_age_days = 14
waivers = true
[[under_test]]
party = "main app"
"""


@pytest.fixture
def stand(tmp_path: Path) -> Callable[..., list[str]]:
    """The words of a gate over runs with these results."""

    def make(*found: form.Results, text: str = TOML) -> list[str]:
        file = tmp_path / "policy.toml"
        file.write_text(text, encoding="utf-8")
        folders = [str(put(tmp_path / f"run-{number}", one)) for number, one in enumerate(found)]
        return ["gate", "--policy", str(file), *folders]

    return make


ANSWERS = [
    (results(GREEN), 0),
    (results({**GREEN, "PAIR-02": "FAIL"}), 1),
    (results({**GREEN, "PAIR-02": "REVIEW"}), 2),
    (results(GREEN, target=SIMULATED), 3),
]


@pytest.mark.parametrize(("found", "code"), ANSWERS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_exit_code_is_the_answer_in_either_language(
    stand: Callable[..., list[str]],
    found: form.Results,
    code: int,
    lang: form.Language,
    capsys: Capsys,
    tmp_path: Path,
) -> None:
    summary = tmp_path / "summary.md"
    assert cli.main([*stand(found), "--lang", lang, "--markdown", str(summary)]) == code
    said = capsys.readouterr().out
    answer = next(words[-1] for name, words in decided.ANSWERS.items() if CODES[name] == code)
    assert said.splitlines()[-1] == answer.within(lang)
    text = summary.read_text(encoding="utf-8")
    assert f"**{answer.within(lang)}**" in text
    if lang == "zh":
        plain = re.sub(r"`[^`]*`|rule [A-Z]+-\d+", "", said + text)
        assert not re.search(r"(?:\b[a-z]{2,} ){3,}", plain), plain


def test_the_summary_can_be_printed_instead_and_is_the_same_each_time(
    stand: Callable[..., list[str]], capsys: Capsys
) -> None:
    asked = [*stand(results({**GREEN, "PAIR-02": "FAIL"})), "--markdown", "-", "--lang", "en"]
    assert cli.main(asked) == 1
    once = capsys.readouterr().out
    assert once.startswith("# ❌ May it go out?")
    assert "PAIR-02 rule PAIR-02" in once
    assert cli.main(asked) == 1
    assert capsys.readouterr().out == once


def test_the_example_policy_can_be_used(capsys: Capsys, tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[2] / "docs" / "ci" / "policy.toml"
    subjects = tuple(
        replace(one, id=name)
        for one, name in zip(SUBJECTS, ("com.xiaoyibang.main", "com.xiaoyibang.aux", "x"), strict=True)
    )
    folder = put(tmp_path / "run", results(GREEN, subjects=subjects))
    assert cli.main(["gate", "--policy", str(example), str(folder), "--lang", "en"]) == 0, (
        capsys.readouterr().out
    )


BAD: dict[str, tuple[str, Sequence[str]]] = {
    "an unknown key": (TOML.replace("waivers", "waiver"), ("waiver", "did you mean waivers?")),
    "nobody under test": (TOML.split("[[")[0], ("under_test", "at least one table with party")),
    "a party that is none": (TOML.replace("main app", "main phone"), ("main app, aux app or platform",)),
    "an age of nothing": (TOML.replace("= 14", "= 0"), ("max_age_days", "above 0")),
    "no season": (TOML.replace('["zjcm-2023"]', "[]"), ("seasons", "at least one season")),
    "a kit that is no version": (f'min_kit = "newest"\n{TOML}', ("min_kit", "newest")),
    "a cell of a season that is not asked for": (
        f'{TOML}\n[[cells]]\nseason = "x"',
        ("cells[0].season", "zjcm-2023"),
    ),
    "an empty cell": (f"{TOML}\n[[cells]]", ("cells[0]",)),
    "no TOML": ("edition: 2023.1", ("a TOML document",)),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_policy_with_faults_is_refused_with_all_of_them(
    stand: Callable[..., list[str]], text: str, said: Sequence[str], lang: str, capsys: Capsys
) -> None:
    assert cli.main([*stand(results(GREEN), text=text), "--lang", lang]) == 3
    errors = capsys.readouterr().err
    assert "policy.toml" in errors
    for word in said if lang == "en" else ():
        assert word in errors
    if lang == "zh":
        assert not re.search(r"(?:\b[a-z]{2,} ){3,}", errors.partition("原文")[0]), errors


MISUSE: dict[str, tuple[list[str], str]] = {
    "no policy": (["gate"], "--policy FILE"),
    "a policy that is not there": (["gate", "--policy", "no-such.toml"], "no-such.toml"),
}


@pytest.mark.parametrize(("given_words", "said"), MISUSE.values(), ids=MISUSE.keys())
def test_misuse_is_said(given_words: list[str], said: str, capsys: Capsys) -> None:
    assert cli.main([*given_words, "--lang", "en"]) == 3
    assert said in capsys.readouterr().err


def test_a_summary_that_cannot_be_written_is_said(
    stand: Callable[..., list[str]], capsys: Capsys, tmp_path: Path
) -> None:
    assert cli.main([*stand(results(GREEN)), "--markdown", str(tmp_path), "--lang", "en"]) == 3
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("more", [[], ["--markdown", "-"]])
def test_hostile_names_do_nothing(
    stand: Callable[..., list[str]], name: str, more: list[str], capsys: Capsys
) -> None:
    waiver = form.Waiver(rule="PAIR-02", reason=Text(name, name), approver=name, expires="2099-01-01")
    found = results(
        {"PAIR-01": "PASS", "PAIR-02": "WAIVED"},
        waivers=(waiver,),
        subjects=with_party("main app", version=name),
    )
    assert cli.main([*stand(found), *more]) == 0
    said = capsys.readouterr().out
    assert not set(said) & {chr(code) for code in (*range(9), 0x1B, 0x7F, 0x202E)}


def test_a_policy_is_read_as_it_is_written(tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[2] / "docs" / "ci" / "policy.toml"
    found = policy.load(example)
    assert found.under_test[0] == Party(party="main app", id="com.xiaoyibang.main")
    assert found.cells == (Cell(main="3.2.*", aux="3.2.*", season="zjcm-2023"),)
    assert (found.waivers, found.min_kit, found.max_age_days) == (False, "0.1.0", 14)
