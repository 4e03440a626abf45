"""`examgate run --failed`: a run of its own of what did not pass in another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conformance import cli
from tests.conformance.conftest import Examgate, Ran
from tests.conformance.test_run import VERDICTS

Tiny = Callable[..., Path]


def failed_of(ran: Ran, examgate: Examgate, target: Path, *words: str) -> Ran:
    return examgate(target, "-n", "1", "--failed", *words)


def test_it_repeats_what_did_not_pass_and_says_of_which_run(tiny: Tiny, examgate: Examgate) -> None:
    target = tiny()
    first = examgate(target, "-n", "1", "--seed", "7")
    (name,) = (path.name for path in first.out.iterdir() if path.name != "latest")
    again = failed_of(first, examgate, target)
    assert again.code == 1, again.errors
    assert set(again.scenarios) == {name for name, (verdict, _) in VERDICTS.items() if verdict != "PASS"}
    assert again.results["scope"] == {"full": False, "rules": [], "failed_only": True, "repeats": name}
    assert again.results["seed"] == 7
    assert name in (again.out / "latest" / "index.html").read_text(encoding="utf-8")
    named = examgate(target, "-n", "1", "--failed", str(first.out / name), "--seed", "8")
    assert set(named.scenarios) == set(again.scenarios)
    assert named.results["seed"] == 8


def test_where_everything_passed_there_is_nothing_to_repeat(tiny: Tiny, examgate: Examgate) -> None:
    target = tiny()
    first = examgate(target, "-n", "1", "--rules", "TINY-01")
    again = failed_of(first, examgate, target)
    assert again.code == 3
    assert "every scenario passed" in again.errors


@pytest.mark.parametrize("word", ["--rules", "--scenario"])
def test_it_chooses_by_itself(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["run", "--failed", word, "x"]) == 3
    assert f"--failed and {word} exclude each other" in capsys.readouterr().err


def test_a_folder_without_a_run_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["run", "--failed", str(tmp_path)]) == 3
    assert f"{tmp_path} holds no results" in capsys.readouterr().err


def test_a_run_without_its_journal_cannot_be_repeated(
    tiny: Tiny, examgate: Examgate, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = examgate(tiny(), "-n", "1", "--rules", "TINY-02")
    bare = shutil.copytree(ran.out / "latest", ran.out.parent / "bare")
    (bare / "journal.jsonl").unlink()
    assert cli.main(["run", "--failed", str(bare)]) == 3
    assert "cannot be repeated" in capsys.readouterr().err
