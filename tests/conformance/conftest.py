"""Runs of the tiny suite: `examgate run` as a user starts it, against a target of our own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TINY = Path(__file__).with_name("tiny")
collect_ignore = ["canary", "tiny"]
SUITE = ["--catalogue", str(TINY / "rules"), "--steps", "tinysteps"]


@dataclass(frozen=True)
class Ran:
    """An examgate that has ended: its exit code, what it said, and where it wrote."""

    code: int
    said: str
    errors: str
    out: Path

    @property
    def results(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(
            (self.out / "latest" / "results.json").read_text(encoding="utf-8")
        )
        return content

    @property
    def rules(self) -> dict[str, Any]:
        return {rule["id"]: rule for rule in self.results["rules"]}

    @property
    def scenarios(self) -> dict[str, Any]:
        return {scenario["name"]["en"]: scenario for scenario in self.results["scenarios"]}


Examgate = Callable[..., Ran]


def environment(**more: str) -> dict[str, str]:
    path = {"PYTHONPATH": f"{ROOT}:{TINY}", "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith("PYTEST")},
        **path,
        **more,
    }


def command(target: Path, out: Path, features: str = "features", *words: str) -> list[str]:
    where = ["--target", str(target), "--features", str(TINY / features), "--out", str(out)]
    return [sys.executable, "-m", "conformance", "run", *where, *SUITE, *words]


@pytest.fixture
def tiny(tmp_path: Path) -> Callable[..., Path]:
    """A target file for the tiny target, with the words that make it misbehave."""

    def make(*mischief: str, kind: str = "device", timeout: int = 20) -> Path:
        start = json.dumps(["{python}", str(TINY / "target.py"), *mischief])
        text = (TINY / "tiny.toml").read_text(encoding="utf-8")
        text = text.replace('["{python}", "TARGET"]', start).replace('kind = "device"', f'kind = "{kind}"')
        path = tmp_path / "tiny.toml"
        path.write_text(
            text.replace("start_timeout_s = 10", f"start_timeout_s = {timeout}"), encoding="utf-8"
        )
        return path

    return make


@pytest.fixture
def examgate(tmp_path: Path) -> Examgate:
    """Run the tiny suite to its end."""

    def run(target: Path, *words: str, features: str = "features", **more: str) -> Ran:
        out = tmp_path / "out"
        done = subprocess.run(
            command(target, out, features, *words),
            capture_output=True,
            text=True,
            check=False,
            env=environment(**more),
            cwd=tmp_path,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr, out)

    return run
