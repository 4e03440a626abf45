"""A whole run, from the command line to the files it leaves: each outcome of a step becomes its verdict."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from jsonschema import Draft202012Validator

import contracts
from conformance import journal
from tests.conformance.conftest import ROOT, Examgate, command, environment

Tiny = Callable[..., Path]

VERDICTS = {
    "What is expected is seen": ("PASS", ["passed", "passed", "passed"]),
    "Something else is seen [1]": ("FAIL", ["passed", "not_met", "not_run"]),
    "Something else is seen [2]": ("PASS", ["passed", "passed", "passed"]),
    "The state is not reached": ("INCONCLUSIVE", ["unreached", "not_run"]),
    "A control is missing and known to be": ("INCONCLUSIVE", ["control_missing", "not_run"]),
    "A control is missing when it is used": ("INCONCLUSIVE", ["passed", "control_missing", "not_run"]),
    "What is done is refused": ("INCONCLUSIVE", ["passed", "refused", "not_run"]),
    "The kit fails": ("ERROR", ["passed", "error", "not_run"]),
    "One of several behaviours is seen [1]": ("PASS", ["passed", "passed"]),
    "One of several behaviours is seen [2]": ("PASS", ["passed", "passed"]),
    "One of several behaviours is seen [3]": ("FAIL", ["passed", "not_met"]),
}


def test_each_outcome_becomes_its_verdict_and_everything_is_written(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1")
    assert ran.code == 1, ran.errors
    assert ran.results["verdict"] == "non-conformant"
    found = {
        name: (one["verdict"], [step["status"] for step in one["steps"]])
        for name, one in ran.scenarios.items()
    }
    assert found == VERDICTS
    Draft202012Validator(contracts.schema("results")).validate(ran.results)
    for name in ("index.html", "junit.xml", "results.json", "journal.jsonl"):
        assert (ran.out / "latest" / name).read_bytes()
    kept = journal.read(ran.out / "latest" / "journal.jsonl")
    assert kept.finished
    assert not kept.missing
    assert [path.name for path in ran.out.glob("*.part")] == []


def test_a_failed_check_says_what_was_expected_and_what_was_seen(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1", "--rules", "TINY-02")
    step = ran.scenarios["Something else is seen [1]"]["steps"][1]
    assert step["expected"] == {"en": "one", "zh": "一"}
    assert step["seen"] == {"en": "two", "zh": "二"}
    assert step["text"] == {"en": "a number is off", "zh": "数字不符"}
    assert step["at"] == "2023-01-12T09:50:00.000+08:00"
    evidence = ran.out / "latest" / ran.scenarios["Something else is seen [1]"]["evidence"]
    assert evidence.is_file()


def test_without_evidence_the_verdicts_are_the_same(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1", "--evidence", "none")
    assert {name: one["verdict"] for name, one in ran.scenarios.items()} == {
        name: verdict for name, (verdict, _) in VERDICTS.items()
    }
    assert not (ran.out / "latest" / "evidence").exists()
    kept = [one["evidence"] or one["timeline"] for one in ran.results["scenarios"]]
    assert not any(kept)


def test_a_check_that_holds_says_so_too(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1", "--rules", "TINY-01")
    step = ran.scenarios["What is expected is seen"]["steps"][2]
    assert (step["status"], step["expected"]["zh"], step["seen"]["zh"]) == ("passed", "二", "二")


SEVERAL = "tiny/tiny.feature#one-of-several-behaviours-is-seen"


def test_a_rule_that_accepts_several_behaviours_says_which_were_seen(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1", "--scenario", f"{SEVERAL}[1]", "--scenario", f"{SEVERAL}[2]")
    rule = ran.rules["TINY-07"]
    assert rule["verdict"] == "PASS"
    assert all(said in rule["reason"]["en"] for said in ("it turns left", "it turns right"))
    assert all(said in rule["reason"]["zh"] for said in ("向左", "向右"))


def test_a_behaviour_that_a_rule_does_not_accept_fails_beside_those_that_it_does(
    tiny: Tiny, examgate: Examgate
) -> None:
    ran = examgate(tiny(), "-n", "1", "--scenario", f"{SEVERAL}[3]")
    step = ran.scenarios["One of several behaviours is seen [3]"]["steps"][1]
    assert step["expected"]["zh"] == "下列情形之一：向左；向右"
    assert step["seen"]["zh"] == "向后"


def test_missing_controls_are_named_and_what_is_not_reached_says_why(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "1", "--rules", "TINY-0[345]")
    assert ran.code == 2
    assert ran.results["verdict"] == "incomplete"
    reasons = {name: one["reason"]["en"] for name, one in ran.scenarios.items()}
    assert "'face-checks'" in reasons["A control is missing and known to be"]
    assert "storage" in reasons["A control is missing when it is used"]
    assert "TINY-01" in reasons["The state is not reached"]
    assert "候考倒计时" in reasons["What is done is refused"]


def test_a_green_part_is_partial_and_no_more(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "--rules", "TINY-01")
    assert ran.code == 0, ran.errors
    assert ran.results["verdict"] == "partial"
    assert ran.results["scope"] == {"full": False, "rules": ["TINY-01"], "failed_only": False, "repeats": ""}


def test_the_printed_command_runs_that_scenario_alone(tiny: Tiny, examgate: Examgate, tmp_path: Path) -> None:
    ran = examgate(tiny(), "-n", "1")
    first = ran.scenarios["Something else is seen [1]"]
    words = shlex.split(first["rerun"])
    assert words[:2] == ["./examgate", "run"]
    again = subprocess.run(
        [sys.executable, "-m", "conformance.cli", *words[1:], "--out", str(tmp_path / "again")],
        env=environment(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert again.returncode == 1, again.stderr
    results = json.loads((tmp_path / "again" / "latest" / "results.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in results["scenarios"]] == [first["id"]]
    assert results["scenarios"][0]["verdict"] == first["verdict"]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_lost_target_is_an_error_of_the_lab(tiny: Tiny, examgate: Examgate, workers: str) -> None:
    ran = examgate(tiny(), "-n", workers, features="losses")
    assert ran.code == 3, ran.errors
    (one,) = ran.results["scenarios"]
    assert one["verdict"] == "ERROR"
    assert [step["status"] for step in one["steps"]] == ["passed", "transport_lost", "not_run"]
    assert (one["fault"], one["tries"]) == ("lab", 4)
    assert [attempt["why"] for attempt in ran.results["attempts"]] == ["begun", "lab", "lab", "lab"]


def test_a_crashed_worker_is_an_error_of_its_scenario_alone(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "-n", "2", features="crashes")
    assert ran.code == 3, ran.errors
    found = {name: one["verdict"] for name, one in ran.scenarios.items()}
    assert found == {"The worker crashes": "ERROR", "Another goes on": "PASS"}
    assert "lost" in ran.scenarios["The worker crashes"]["reason"]["en"]


UNFIT = {
    "open-door": "wrong token",
    "says-yes": "accepts a code that nobody was given",
    "wrong-clock": "disagree",
    "blind": "shows nothing",
    "dies": "does not start",
    "garbled": "does not start",
}


@pytest.mark.parametrize(("mischief", "words"), UNFIT.items(), ids=UNFIT)
def test_nothing_is_judged_on_a_target_that_is_unfit(
    tiny: Tiny, examgate: Examgate, mischief: str, words: str
) -> None:
    ran = examgate(tiny(mischief), "-n", "1")
    assert ran.code == 3
    assert words in ran.errors
    assert not (ran.out / "latest").exists()
    (part,) = ran.out.glob("*.part")
    footer = journal.read(part / "journal.jsonl").footer
    assert footer is not None
    assert footer["verdict"] == "not-judged"


def test_a_silent_target_is_given_up(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny("silent", timeout=1), "-n", "1")
    assert ran.code == 3
    assert "no line within 1 s" in ran.errors


FIRST_FINISHES = "2"
"""With this seed the scenario that ends comes before the one that does not."""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_killed_run_leaves_a_journal_that_can_be_read_and_no_process(
    tiny: Tiny, tmp_path: Path, workers: str
) -> None:
    out = tmp_path / "out"
    running = subprocess.Popen(
        command(tiny(), out, "slow", "-n", workers, "--seed", FIRST_FINISHES),
        env=environment(),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    try:
        kept = wait_for(lambda: finished_one(out))
        children = psutil.Process(running.pid).children(recursive=True)
    finally:
        running.kill()
        running.wait()
    assert children
    _, alive = psutil.wait_procs(children, timeout=20)
    assert not alive
    assert not kept.finished
    assert list(kept.scenarios) == ["slow/slow.feature#one-is-finished"]
    assert kept.missing == ["slow/slow.feature#one-waits-for-ever"]


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("everybody", [False, True], ids=["by kill", "by Ctrl-C"])
def test_an_interrupted_run_says_so_and_leaves_no_process(
    tiny: Tiny, tmp_path: Path, workers: str, everybody: bool
) -> None:
    out = tmp_path / "out"
    running = subprocess.Popen(
        command(tiny(), out, "slow", "-n", workers, "--seed", FIRST_FINISHES),
        env=environment(),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell lets what it starts in the background ignore Ctrl-C, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        wait_for(lambda: finished_one(out))
        children = psutil.Process(running.pid).children(recursive=True)
        if everybody:
            os.killpg(running.pid, signal.SIGINT)
        else:
            running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=60)
    finally:
        running.kill()
        running.wait()
    assert running.returncode == 3
    assert re.fullmatch(
        r"examgate: interrupted; nothing is judged; 1 of 2 scenarios have a result and are kept\. "
        r"To go on: \./examgate run --resume \S+\.part\n",
        errors,
    )
    _, alive = psutil.wait_procs(children, timeout=20)
    assert not alive


def test_a_scenario_that_nothing_runs_is_an_error(tiny: Tiny, examgate: Examgate) -> None:
    """Its feature is there, but no module hands it to pytest."""
    ran = examgate(tiny(), "-n", "1", features="unheard")
    assert ran.code == 3, ran.errors
    (one,) = ran.results["scenarios"]
    assert one["verdict"] == "ERROR"
    assert one["reason"]["en"] == "this scenario was expected and has no result"


def test_chinese_output_holds_no_english_sentence(tiny: Tiny, examgate: Examgate) -> None:
    ran = examgate(tiny(), "--lang", "zh", "-n", "1", "--rules", "TINY-0[1-5]")
    sentences = re.compile(r"(?:\b[A-Za-z]{2,} ){3,}")
    lines = [line for line in ran.said.splitlines() if "$ " not in line and "原文" not in line]
    assert [line for line in lines if sentences.search(line)] == []
    assert ran.errors == ""
    assert ran.results["language"] == "zh"


def finished_one(out: Path) -> journal.Read | None:
    for path in out.glob("*/journal.jsonl"):
        if path.read_bytes().count(b"\n") > 1 and (kept := journal.read(path)).scenarios:
            return kept
    return None


def wait_for(look: Callable[[], journal.Read | None]) -> journal.Read:
    """What `look` finds, within a minute."""
    pause = threading.Event()
    for _ in range(600):
        found = look()
        if found:
            return found
        pause.wait(0.1)
    raise AssertionError("nothing came within a minute")


def test_the_project_root_holds_the_plugin_loader() -> None:
    assert "conformance.plugin" in (ROOT / "conftest.py").read_text(encoding="utf-8")


def test_what_the_season_does_not_have_is_left_out_and_its_rule_says_why(
    tiny: Tiny, examgate: Examgate
) -> None:
    ran = examgate(tiny(), "-n", "1", features="seasonal")
    assert (ran.code, ran.results["verdict"]) == (0, "conformant"), ran.errors
    assert list(ran.scenarios) == [
        "Some of it is there in every season [1]",
        "Some of it is there in every season [3]",
    ]
    assert ran.rules["TINY-02"]["verdict"] == "NOT_APPLICABLE"
    assert ran.rules["TINY-02"]["reason"]["en"] == "the season has an auxiliary phone"
