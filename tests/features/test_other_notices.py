"""What other notices add, judged in seasons that have all of it: nothing else runs these scenarios."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEASONS = ROOT / "conformance" / "mutants" / "seasons"
A_LONG_TIME = 900


@pytest.mark.parametrize("season", ["guided", "free"])
def test_every_rule_of_other_notices_is_kept(season: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "conformance", "run", "--rules", "VAR-*", "-n", "1", "--lang", "en"]
    where = ["--season", str(SEASONS / f"{season}.toml"), "--out", str(tmp_path)]
    run = subprocess.run(
        [*command, *where], capture_output=True, text=True, timeout=A_LONG_TIME, cwd=ROOT, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
