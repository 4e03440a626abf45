"""The command line keeps its promises about exit codes: 3 for whatever keeps a run from starting, with a reason."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CALL = "import sys; sys.argv[0] = 'examgate'; from conformance.cli import main; sys.exit(main())"
COMMANDS = ("run", "test", "simulate", "rules", "screens", "keys", "certify", "verify")
BAD = {
    "a command that is none": ["judge"],
    "an option that is none": ["run", "--no-such-option"],
    "a season that is none": ["run", "--season", "no-such-season"],
    "a target that is none": ["run", "--target", "no-such-target"],
    "rules that match nothing": ["run", "--rules", "NONE-*"],
    "a rule that is none": ["rules", "NONE-99"],
    "a phone model that is none": ["screens", "--model", "no-such-phone"],
    "a seed that is no number": ["run", "--seed", "many"],
}


def examgate(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", CALL, *words]
    english = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=cwd, env=english, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_names_what_there_is(command: str, tmp_path: Path) -> None:
    answer = examgate(*([command] if command else []), "--help", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert "examgate" in answer.stdout
    if not command:
        assert all(name in answer.stdout for name in COMMANDS)


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_bad_input_is_3_with_a_reason_and_no_traceback(words: list[str], tmp_path: Path) -> None:
    answer = examgate(*words, cwd=tmp_path)
    said = answer.stdout + answer.stderr
    assert answer.returncode == 3, said
    assert words[-1] in said, "the offending word is shown"
    assert "Traceback" not in said


def test_one_rule_is_shown_with_its_source(tmp_path: Path) -> None:
    answer = examgate("rules", "WAIT-01", cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert "WAIT-01" in answer.stdout
