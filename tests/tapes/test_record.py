"""A run is recorded, masked, replayed without its target, and held against a recording that is otherwise."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from conformance import cli
from conformance.kit import ROOT
from conformance.tapes import forms
from conformance.tapes.forms import LAB, Tape

RULE = "PAIR-06"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("recorded")
    words = ["record", "--rules", RULE, "-n", "1", "--lang", "en", "--out", str(out)]
    said = subprocess.run([str(ROOT / "examgate"), *words], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    return out / "latest"


def test_each_scenario_has_a_tape_and_the_lab_has_one(recorded: Path) -> None:
    tapes = forms.load(recorded)
    assert LAB in tapes
    assert len(tapes) > 1
    assert {one.door for tape in tapes.values() for one in tape.exchanges} == {"phone", "bench"}


def test_nothing_of_a_person_is_on_a_tape(recorded: Path) -> None:
    for tape in forms.load(recorded).values():
        for one in tape.exchanges:
            for key in ("account", "id_number", "password"):
                told = _values(one.answer, key)
                assert all("*" in value for value in told), (tape.scenario, key)


def _values(data: object, key: str) -> list[str]:
    if isinstance(data, dict):
        mine = [value for name, value in data.items() if name == key and isinstance(value, str) and value]
        return [*mine, *(found for value in data.values() for found in _values(value, key))]
    return [found for value in data for found in _values(value, key)] if isinstance(data, list) else []


def test_replayed_every_scenario_ends_as_it_did(recorded: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["replay", str(recorded), "--lang", "en"]) == 0
    assert "end as they did when they were recorded" in capfd.readouterr().out


def test_what_another_phone_says_otherwise_is_listed(
    recorded: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(recorded, other)
    for tape in forms.load(other).values():
        forms.dump(_otherwise(tape), other)
    assert cli.main(["replay", str(recorded), "--against", str(recorded)]) == 0
    capfd.readouterr()
    assert cli.main(["replay", str(recorded), "--against", str(other), "--json"]) == 1
    found = msgspec.json.decode(capfd.readouterr().out)
    assert {row["where"] for row in found} == {"long-clickable"}
    assert {row["there"] for row in found} == {"-"}


def _otherwise(tape: Tape) -> Tape:
    """The same phone with a driver that does not tell of long clicks."""
    text = msgspec.json.encode(tape).decode()
    for value in ("true", "false"):
        text = text.replace(f' long-clickable=\\"{value}\\"', "")
    return msgspec.json.decode(text, type=Tape)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "this run has no tapes"),
        (["--scenario", "nobody"], "no recorded scenario 'nobody'"),
        (["--serve", "nobody"], "no recorded scenario 'nobody'"),
        (["--against", "nobody"], "no target or target file 'nobody'"),
        (["--serve", "x", "--against", "y"], "exclude each other"),
    ],
)
def test_what_cannot_be_replayed_is_said(
    words: list[str], said: str, recorded: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = recorded if words else tmp_path
    assert cli.main(["replay", str(folder), *words, "--lang", "en"]) == 3
    assert said in capfd.readouterr().err


def test_a_damaged_tape_is_named(recorded: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    shutil.copytree(recorded, other)
    path = other / forms.file_of(LAB)
    path.write_bytes(path.read_bytes()[:-9])
    assert cli.main(["replay", str(other), "--lang", "en"]) == 3
    assert path.name in capfd.readouterr().err


def test_a_recording_is_not_gone_on_with(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["record", "--resume", "--lang", "en"]) == 3
    assert "begun anew" in capfd.readouterr().err
