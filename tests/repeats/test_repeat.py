"""`examgate repeat`: what comes and goes is named with its seed and the command that shows it; what always fails does not waver."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import contracts
from conformance import cli
from conformance.faults import FileError
from conformance.lists import Files
from conformance.repeats import forms
from tests.conformance.conftest import SUITE, TINY, environment
from tests.conformance.conftest import tiny as tiny

Tiny = Callable[..., Path]
WAVERS = "wavers/wavers.feature#all-is-well-but-the-second-time"


@dataclass(frozen=True)
class Repeated:
    code: int
    said: str
    errors: str
    out: Path

    @property
    def found(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads((self.out / "repeat.json").read_text(encoding="utf-8"))
        return content


@pytest.fixture
def repeat(tiny: Tiny, tmp_path: Path) -> Callable[..., Repeated]:
    def run(features: str, *words: str) -> Repeated:
        where = ["--target", str(tiny()), "--features", str(TINY / features), "--out", str(tmp_path / "out")]
        counts = tmp_path / "counts"
        counts.mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "conformance", "repeat", *where, *SUITE, "-n", "1", *words],
            capture_output=True,
            text=True,
            check=False,
            env=environment(TINY_COUNTS=str(counts)),
            cwd=tmp_path,
            timeout=120,
        )
        return Repeated(done.returncode, done.stdout, done.stderr, tmp_path / "out")

    return run


def test_what_comes_and_goes_is_named_measured_and_can_be_listed(repeat: Callable[..., Repeated]) -> None:
    ran = repeat("wavers", "--seeds", "5", "--seed", "3")
    assert ran.code == 1, ran.errors
    Draft202012Validator(contracts.schema("repeat")).validate(ran.found)
    assert [(one["seed"], one["workers"]) for one in ran.found["rounds"]] == [
        (3, 1),
        (4, 2),
        (5, 1),
        (6, 2),
        (7, 1),
    ]
    assert [one["differing"] for one in ran.found["rounds"]] == [0, 1, 0, 0, 0]
    (one,) = ran.found["wavering"]
    assert (one["scenario"], one["runs"], one["rate"], one["usual"]) == (WAVERS, 5, 0.2, "PASS")
    (other,) = one["otherwise"]
    assert (other["seed"], other["verdict"], other["steps"]) == (4, "FAIL", ["passed", "not_met"])
    assert f"--scenario '{WAVERS}' --seed 4" in other["rerun"]
    assert other["rerun"] in ran.said
    rows = tomllib.loads((ran.out / "flaky.toml").read_text(encoding="utf-8"))["flaky"]
    assert [(row["scenario"], row["runs"], row["rate"]) for row in rows] == [(WAVERS, 5, 0.2)]


def test_the_list_is_accepted_once_it_has_been_filled_in(repeat: Callable[..., Repeated]) -> None:
    from conformance import lists

    path = repeat("wavers").out / "flaky.toml"
    text = path.read_text(encoding="utf-8")
    with pytest.raises(FileError):
        lists.read(Files("", "", str(path)), (), [WAVERS])
    for key, value in {"reason": "the lab's clock", "owner": "王老师", "expires": "2099-01-01"}.items():
        text = text.replace(f'{key} = ""', f'{key} = "{value}"')
    path.write_text(text, encoding="utf-8")
    (one,) = lists.read(Files("", "", str(path)), (), [WAVERS]).flaky
    assert (one.scenario, one.runs, one.rate) == (WAVERS, 5, 0.2)


def test_what_always_fails_does_not_waver(repeat: Callable[..., Repeated]) -> None:
    ran = repeat("wavers", "--seeds", "1")
    assert ran.code == 0, ran.errors
    assert ran.found["usual"] == {"FAIL": 1, "PASS": 2}
    assert "The same verdicts in all 1 rounds" in ran.said
    assert not (ran.out / "flaky.toml").exists()


def test_with_few_rounds_nothing_is_measured(repeat: Callable[..., Repeated]) -> None:
    ran = repeat("wavers", "--seeds", "2")
    assert ran.code == 1, ran.errors
    assert not (ran.out / "flaky.toml").exists()


def test_a_part_is_a_part(repeat: Callable[..., Repeated]) -> None:
    ran = repeat("wavers", "--seeds", "1", "--part", "3/3")
    assert ran.found["part"] == "3/3"
    assert ran.found["usual"] == {"FAIL": 1}


def test_where_the_lab_is_lost_nothing_can_be_said(repeat: Callable[..., Repeated]) -> None:
    ran = repeat("losses", "--seeds", "1")
    assert ran.code == 3
    assert "losses/loss/loss.feature" in ran.errors or "loss/loss.feature#" in ran.errors


def test_the_published_schema_is_the_forms_own() -> None:
    assert contracts.schema("repeat") == forms.schema()


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--seeds", "0"], "--seeds 0"), (["--part", "4/3"], "--part '4/3'"), (["x"], "one word too many")],
)
def test_words_that_do_not_fit_are_refused(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["repeat", *words]) == 3
    assert said in capsys.readouterr().err
