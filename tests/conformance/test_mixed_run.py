"""A mixed run as a user starts it: simulated phones at another process's platform, clean and with a seeded defect."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.conformance.conftest import ROOT, environment

URL = "http://127.0.0.1:8441/bench/v1"
OPENS = "waiting_room/waiting_room.feature#nobody-is-let-in-before-the-waiting-room-opens[1]"


@contextmanager
def vendor(*words: str) -> Iterator[dict[str, str]]:
    """A platform with its bench, in a process of its own."""
    command = [sys.executable, "-m", "simulators", "--json", "--until-eof", *words]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        assert process.stdin is not None
        process.stdin.close()


def run(folder: Path, told: dict[str, str], *words: str) -> tuple[int, dict[str, Any]]:
    shipped = (files("conformance") / "targets" / "mixed-platform.toml").read_text(encoding="utf-8")
    target = folder / "mine.toml"
    target.write_text(shipped.replace(URL, told["bench"]), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "conformance",
        "run",
        "--target",
        str(target),
        "--out",
        str(folder),
        *words,
    ]
    more = environment(EXAMGATE_VENDOR_TOKEN=told["token"])
    ran = subprocess.run(command, cwd=ROOT, env=more, capture_output=True, text=True, check=False)
    results = folder / "latest" / "results.json"
    assert results.is_file(), ran.stdout + ran.stderr
    return ran.returncode, json.loads(results.read_text(encoding="utf-8"))


def test_only_a_rule_of_the_real_party_is_passed_and_results_name_that_party(tmp_path: Path) -> None:
    with vendor() as told:
        code, found = run(tmp_path, told, "--rules", "PAIR-06", "--rules", "WAIT-07")
    assert code == 2
    assert {one["verdict"] for one in found["scenarios"]} == {"PASS"}
    rules = {rule["id"]: (rule["verdict"], rule["reason"]["en"]) for rule in found["rules"]}
    assert rules["PAIR-06"][0] == "PASS"
    assert rules["WAIT-07"][0] == "INCONCLUSIVE"
    assert "is simulated in this run" in rules["WAIT-07"][1]
    assert (found["target"]["kind"], found["target"]["real"]) == ("mixed", ["platform"])


def test_what_the_real_platform_breaks_is_a_failure(tmp_path: Path) -> None:
    with vendor("--defect", "waiting-room-opens-a-minute-early") as told:
        code, found = run(tmp_path, told, "--scenario", OPENS)
    assert code == 1
    assert [rule["verdict"] for rule in found["rules"]] == ["FAIL"]
