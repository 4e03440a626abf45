"""`examgate mutants` as a user starts it: what is caught, what is not, and what is no catch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
FURTHER = Path(__file__).with_name("further.toml")


@dataclass(frozen=True)
class Proof:
    code: int
    said: str
    errors: str
    out: Path

    @property
    def matrix(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads((self.out / "matrix.json").read_text(encoding="utf-8"))
        return content

    @property
    def states(self) -> dict[str, str]:
        return {one["defect"]: one["state"] for one in self.matrix["findings"]}


def prove(out: Path, *words: str, lang: str = "en") -> Proof:
    command = [sys.executable, "-m", "conformance", "mutants", "--defects", str(FURTHER), "--out", str(out)]
    ended = subprocess.run(
        [*command, "--lang", lang, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=out.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
    )
    return Proof(ended.returncode, ended.stdout, ended.stderr, out)


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    ids = [word for name in ("seen", "unseen", "crashing", "dead") for word in ("--defect", name)]
    return prove(tmp_path_factory.mktemp("proof") / "out", *ids, "-n", "2")


def test_a_defect_is_caught_survives_or_is_no_catch(proof: Proof) -> None:
    assert proof.states == {"seen": "caught", "unseen": "survived", "crashing": "broken", "dead": "broken"}
    (dead,) = (one for one in proof.matrix["findings"] if one["defect"] == "dead")
    assert dead["ran"] == 1, "what cannot be started is not tried again"
    assert proof.code == 1
    assert "4 defects" in proof.said
    assert "caught 1, others blamed wrongly 0, survived 1, cannot be judged 2" in proof.said.replace(
        "\n", " "
    )


def test_those_that_were_not_caught_are_named_with_what_they_are(proof: Proof) -> None:
    assert "The same is counted in another way." in proof.said
    assert "PAIR-06 missed" in proof.said
    assert "ZeroDivisionError" in proof.said
    assert "IndentationError" in proof.said
    assert proof.said.count("seen  PAIR-06") == 1


def test_the_matrix_says_by_which_scenario_a_rule_noticed(proof: Proof) -> None:
    (seen,) = (one for one in proof.matrix["findings"] if one["defect"] == "seen")
    assert seen["cells"]["PAIR-06"] == "caught"
    assert seen["ran"] + seen["apart"] > 40  # its own, and the sentinel
    witness = seen["witnesses"]["PAIR-06"]
    assert witness["scenario"].startswith("pairing/pairing.feature#")
    assert "turned away as the code is full" in witness["then"]
    assert witness["expected"]
    assert witness["seen"]


def test_a_proof_goes_on_where_it_was_broken_off(tmp_path: Path, proof: Proof) -> None:
    out = tmp_path / "out"
    out.mkdir()
    kept = (proof.out / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (out / "journal.jsonl").write_bytes(b"".join(kept[:4]))
    ids = [word for name in ("seen", "unseen", "crashing", "dead") for word in ("--defect", name)]
    resumed = prove(out, *ids, "--resume")
    assert resumed.states == proof.states
    assert resumed.said.count("4/4") == 1
    assert "1/4" not in resumed.said
    left = (out / "journal.jsonl").read_bytes().splitlines()[4:]
    run = {json.loads(line)["finding"]["defect"] for line in left}
    assert {"crashing", "dead"} <= run, "what could not be judged is run once more"
    assert len(run) < 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--defect", "nope"), "no defect 'nope'"),
        (("--rules", "NONE-*"), "no seeded defect is chosen"),
        (("--part", "0"), "expected a part of so many, such as 1/3"),
        (("-n", "0"), "-n 0: expected 1 or more"),
        (("--older-kit",), "--older-kit goes with --resume"),
        (("--defects", "nowhere.toml"), "cannot be listed"),
        (("--defect", "seen", "--season", "nowhere"), "no season or season file 'nowhere'"),
    ],
)
def test_bad_input_is_refused(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    refused = prove(tmp_path / "out", *words)
    assert (refused.code, said in refused.errors) == (3, True), refused.errors
    assert refused.said == ""


SILENT = """
import sys
sys.path.insert(0, {root!r})
from conformance import cli
from conformance.mutants import loop
loop.SILENCE_S = 1.0
raise SystemExit(cli.main(sys.argv[1:]))
"""


def test_a_release_under_which_nothing_ends_is_given_up(tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = [
        "mutants",
        "--defects",
        str(FURTHER),
        "--defect",
        "stuck",
        "--out",
        str(out),
        "--lang",
        "en",
        "-n",
        "1",
    ]
    ended = subprocess.run(
        [sys.executable, "-c", SILENT.format(root=str(ROOT)), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=tmp_path,
    )
    assert ended.returncode == 1, ended.stderr
    assert Proof(1, "", "", out).states == {"stuck": "broken"}
    assert "no scenario has ended for 1 s" in ended.stdout
    left = [one for one in psutil.process_iter(["cmdline"]) if str(FURTHER) in (one.info["cmdline"] or ())]
    assert psutil.wait_procs(left, timeout=60)[1] == []


def test_a_row_that_says_more_of_other_rules_is_judged_again_and_not_run_again(
    tmp_path: Path, proof: Proof
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    head, *lines = (proof.out / "journal.jsonl").read_bytes().splitlines()
    blaming = [line.replace(b'"cells":{', b'"cells":{"JOUR-01":"blamed",') for line in lines]
    (out / "journal.jsonl").write_bytes(b"\n".join([head, *blaming, b""]))
    resumed = prove(out, "--defect", "seen", "--defect", "unseen", "--resume")
    assert "1/2" not in resumed.said
    assert resumed.states == {"seen": "caught", "unseen": "survived"}
    cells = {one["defect"]: one["cells"]["JOUR-01"] for one in resumed.matrix["findings"]}
    assert cells == {"seen": "also", "unseen": "blamed"}


def test_another_seed_s_journal_is_not_taken_up(tmp_path: Path, proof: Proof) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "journal.jsonl").write_bytes((proof.out / "journal.jsonl").read_bytes())
    refused = prove(out, "--defect", "seen", "--seed", "2", "--resume")
    assert refused.code == 3
    assert "begin anew without --resume" in refused.errors


def test_a_journal_that_was_cut_off_is_refused_with_its_line(tmp_path: Path, proof: Proof) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "journal.jsonl").write_bytes((proof.out / "journal.jsonl").read_bytes()[:-5])
    ids = [word for name in ("seen", "unseen", "crashing", "dead") for word in ("--defect", name)]
    refused = prove(out, *ids, "--resume")
    assert refused.code == 3
    assert "line 5 cannot be read" in refused.errors


def test_a_target_without_defects_is_refused(tmp_path: Path) -> None:
    tiny = ROOT / "tests" / "conformance" / "tiny" / "tiny.toml"
    refused = prove(tmp_path / "out", "--target", str(tiny), lang="zh")
    assert refused.code == 3
    assert "没有预置缺陷" in refused.errors
