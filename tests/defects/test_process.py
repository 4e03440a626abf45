"""A process that is started with a defect is the release that has it, and says so."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from simulators import defects

ROW = defects.every()[0].id


def started(*words: str) -> subprocess.CompletedProcess[str]:
    """The simulated world with its standard input at its end, so that it ends as soon as it has begun."""
    command = [sys.executable, "-m", "simulators", "--json", "--until-eof", *words]
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_release_with_a_defect_starts_and_the_clean_one_too() -> None:
    for words in ((), ("--defect", ROW), ("--defect", "")):
        ended = started(*words)
        assert ended.returncode == 0, ended.stderr
        assert json.loads(ended.stdout)["bench"]


def test_an_unknown_defect_starts_nothing() -> None:
    ended = started("--defect", "nope")
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert ended.stderr == "simulators: no defect 'nope'; python -m simulators.defects lists them\n"


def test_the_list_is_json_with_further_files(tmp_path: Path) -> None:
    further = tmp_path / "mine.toml"
    further.write_text(
        '[[defect]]\nid = "mine"\nlayer = "platform"\nen = "e"\nzh = "z"\nbreaks = { PAIR-01 = "x" }\n'
        '[[defect.change]]\nmodule = "simulators.platform.pairing"\nwas = "a"\nnow = "b"\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "simulators.defects"]
    shipped = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    more = json.loads(subprocess.run([*command, str(further)], capture_output=True, check=True).stdout)
    assert [one["id"] for one in more] == [*(one["id"] for one in shipped), "mine"]
    refused = subprocess.run(
        [*command, str(tmp_path / "nowhere.toml")], capture_output=True, text=True, check=False
    )
    assert refused.returncode == 3
    assert "cannot be read" in refused.stderr
