"""A whole run in people's hands, from the command line to the results: cut short, gone on with, and judged."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import contracts
from conformance import journal
from conformance.hand.serving import ADDRESSES
from tests.conformance.conftest import ROOT, environment
from tests.hand.operators import NAMES, Operators
from tests.hand.test_pages import picture

WORDS = ["run", "--target", "manual-pair", "--rules", "WAIT-0*", "--rules", "SUBM-0*"]
NO_PHONE = "手机 13812345678 没有收到"


class Run:
    """An examgate that serves its pages."""

    def __init__(self, *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "conformance", *words], cwd=ROOT, env=environment(), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
        self.said: list[str] = []
        self._served = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        assert self._served.wait(120), self.said

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said.append(line)
            if "Platform" in line and "http://" in line:
                self._served.set()
        self._served.set()

    def end(self, *, cut: bool = False) -> int:
        if cut:
            self._process.send_signal(signal.SIGINT)
        code = self._process.wait(120)
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("out")
    left = 20

    def some(_: str, line: Mapping[str, Any]) -> Mapping[str, Any] | None:
        nonlocal left
        left -= 1
        return {"said": line["choices"][0], "note": "", "photos": []} if left > 0 else None

    begun = Run(*WORDS, "--out", str(out))
    (part,) = out.glob("*.part")
    Operators(part, some).work()
    assert begun.end(cut=True) == 3
    assert any("--resume" in line for line in begun.said)
    kept = len(journal.read(part / "journal.jsonl").scenarios)
    assert kept

    going_on = Run("run", "--resume", str(part))
    operators = Operators(part, lambda *_: None)
    name = operators.photograph("platform", picture())
    firsts = {"then": "not_seen", "aux": "undecided"}

    def rest(place: str, line: Mapping[str, Any]) -> Mapping[str, Any]:
        word = firsts.pop("then", "") if line["kind"] == "then" and place == "platform" else ""
        word = word or (firsts.pop("aux", "") if line["kind"] == "then" and place == "aux" else "")
        photos = [name] if word == "not_seen" else []
        return {"said": word or line["choices"][0], "note": NO_PHONE if word else "", "photos": photos}

    operators = Operators(part, rest)
    operators.work()
    assert going_on.end() == 1, going_on.said
    assert operators.refused == []
    assert not (out / "latest" / ADDRESSES).exists()
    assert not (out / "latest" / ".photos").exists()
    found: dict[str, Any] = json.loads((out / "latest" / "results.json").read_text(encoding="utf-8"))
    return {**found, "out": str(out / "latest")}


def test_a_scenario_that_people_carried_out_says_who_said_what_and_when(results: dict[str, Any]) -> None:
    Draft202012Validator(contracts.schema("results")).validate(
        {k: v for k, v in results.items() if k != "out"}
    )
    assert {one["method"] for one in results["scenarios"]} == {"operator"}
    told = [(step, one) for each in results["scenarios"] for step in each["steps"] for one in step["told"]]
    assert {one["place"] for _, one in told} == set(NAMES)
    assert all(one["by"] == NAMES[one["place"]] and one["at"] for _, one in told)
    passed = [one for one in results["scenarios"] if one["verdict"] == "PASS"]
    assert passed
    assert all(step["told"] for one in passed for step in one["steps"])


def test_verdicts_follow_the_truth_table(results: dict[str, Any]) -> None:
    said = {
        one["said"]: step for each in results["scenarios"] for step in each["steps"] for one in step["told"]
    }
    assert said["not_seen"]["status"] == "not_met"
    assert said["undecided"]["status"] == "undecided"
    assert said["not_seen"]["expected"] == said["not_seen"]["text"]
    assert "13812345678" not in json.dumps(results)
    verdicts = {one["verdict"] for one in results["scenarios"]}
    assert {"PASS", "FAIL", "INCONCLUSIVE"} <= verdicts
    assert not results["scope"]["full"]
    assert results["target"]["kind"] == "device"


def test_what_people_cannot_do_says_what_is_missing(results: dict[str, Any]) -> None:
    barred = [one for one in results["scenarios"] if not any(step["told"] for step in one["steps"])]
    assert barred
    statuses = {step["status"] for one in barred for step in one["steps"]}
    assert statuses <= {"control_missing", "precision_missing", "not_run"}
    assert all(one["verdict"] == "INCONCLUSIVE" and one["reason"]["zh"] for one in barred)


def test_photos_are_evidence_and_the_page_shows_them(results: dict[str, Any]) -> None:
    one = next(one for one in results["scenarios"] if one["evidence"])
    out = Path(results["out"])
    assert (out / one["evidence"]).is_file()
    assert "data:image/jpeg;base64," in (out / "index.html").read_text(encoding="utf-8")


def test_versions_are_those_that_operators_told(results: dict[str, Any]) -> None:
    subjects = {
        one["party"]: (one["version"], one["read_from"], one["agreed"]) for one in results["subjects"]
    }
    assert subjects == dict.fromkeys(("main app", "aux app", "platform"), ("3.2.1", "operator", None))
    assert [one["why"] for one in results["attempts"]] == ["begun", "resumed"]
