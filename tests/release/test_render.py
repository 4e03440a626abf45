"""`examgate render`: every view anew from results that fit the published schema, and a sentence for those that do not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reports
from conformance import cli
from tests.reports.sample import sample

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    sample(folder)
    return folder


def test_every_view_is_made_and_named(run: Path, capsys: Capsys) -> None:
    assert cli.main(["render", str(run), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    for view in reports.VIEWS.values():
        assert (run / view.place).exists()
        assert str(run / view.place) in said.replace("\n", "")


def test_a_results_file_does_as_well_as_its_folder(run: Path) -> None:
    assert cli.main(["render", str(run / "results.json"), "--as", "markdown"]) == 0
    assert (run / "summary.md").is_file()


def test_only_what_is_asked_for_is_made(run: Path, tmp_path: Path) -> None:
    asked = ["--as", "markdown,junit", "--as", "markdown", "--out", str(tmp_path / "views")]
    assert cli.main(["render", str(run), *asked]) == 0
    assert sorted(path.name for path in (tmp_path / "views").iterdir()) == ["junit.xml", "summary.md"]
    assert not (run / "junit.xml").exists()


def test_texts_are_in_the_runs_language_unless_another_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    sample(tmp_path / "run", language="zh")
    assert cli.main(["render", str(tmp_path / "run"), "--as", "markdown"]) == 0
    assert "符合性报告" in (tmp_path / "run" / "summary.md").read_text(encoding="utf-8")
    assert cli.main(["render", str(tmp_path / "run"), "--as", "markdown", "--lang", "en"]) == 0
    assert "Conformance report" in (tmp_path / "run" / "summary.md").read_text(encoding="utf-8")


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def changed(**more: Any) -> Callable[[bytes], bytes]:
    return lambda raw: json.dumps(json.loads(raw) | more).encode()


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut off": (cut, "published schema"),
    "empty": (lambda raw: b"", "published schema"),
    "no JSON": (lambda raw: b"verdict: fine", "published schema"),
    "a list": (lambda raw: b"[]", "published schema"),
    "deep": (lambda raw: b"[" * 100_000, "published schema"),
    "no UTF-8": (lambda raw: b'{"schema": "\xff"}', "published schema"),
    "of another kit": (changed(schema="examgate-results/9"), "use the kit that wrote it"),
    "a verdict that is none": (changed(verdict="splendid"), "$.verdict"),
    "a field too few": (lambda raw: raw.replace(b'"seed"', b'"sead"'), "'seed' is a required property"),
}


@pytest.mark.parametrize(("damage", "said"), DAMAGE.values(), ids=DAMAGE.keys())
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_damaged_results_are_refused_and_nothing_is_written(
    run: Path, damage: Callable[[bytes], bytes], said: str, lang: str, capsys: Capsys
) -> None:
    file = run / "results.json"
    file.write_bytes(damage(file.read_bytes()))
    before = sorted(run.rglob("*"))
    assert cli.main(["render", str(run), "--lang", lang]) == 3
    errors = capsys.readouterr().err
    assert str(file) in errors
    assert said in errors or lang == "zh"
    assert sorted(run.rglob("*")) == before


BAD = {
    "a view that is none": (["--as", "html,junitt"], "did you mean junit?"),
    "no view": (["--as", ""], "no view ''"),
    "a place that cannot be written": (["--out", "/dev/null/views"], "cannot be written"),
}


@pytest.mark.parametrize(("words", "said"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_done_is_said(run: Path, words: list[str], said: str, capsys: Capsys) -> None:
    assert cli.main(["render", str(run), *words, "--lang", "en"]) == 3
    assert said in capsys.readouterr().err
