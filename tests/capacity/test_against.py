"""The simulation held against a run's own uploads."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from conformance.capacity import against
from conformance.saying import Stopped

BEGAN = datetime.fromisoformat("2023-01-12T11:05:00+08:00")
FACTOR = 30
CHUNK = 65_536


def line(op: str, wall: float, ms: float, cohort: str, status: int, **detail: Any) -> str:
    sent = BEGAN + timedelta(seconds=wall * FACTOR)
    told = {
        "user": "k000001/main",
        "cohort": cohort,
        "op": op,
        "sent": sent.isoformat(timespec="milliseconds"),
        "answered": (sent + timedelta(milliseconds=ms * FACTOR)).isoformat(timespec="milliseconds"),
        "ms": ms,
        "status": status,
        "detail": detail,
    }
    return json.dumps(told, separators=(",", ":"))


def a_run(folder: Path, slower: float = 1.0) -> Path:
    """Ten phones over 100 kB/s and ten over 400, a file of a megabyte each, piece by piece as their network lets them."""
    lines = []
    for number in range(20):
        cohort, rate = ("slow", 100_000) if number % 2 else ("good", 400_000)
        at, length = number * 0.1, 1_048_576
        lines.append(line("uploadCreate", at, 4.0, cohort, 201, upload=f"u{number}", length=length))
        at += 0.004
        for offset in range(CHUNK, length + 1, CHUNK):
            took = (CHUNK / rate + 0.004) * slower
            lines.append(
                line(
                    "uploadBytes",
                    at,
                    took * 1000,
                    cohort,
                    204,
                    upload=f"u{number}",
                    length=length,
                    offset=offset,
                )
            )
            at += took
    (folder / "users-0.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    slow = {"type": "bandwidth", "stream": "upstream", "attributes": {"rate": 100}}
    good = {"type": "bandwidth", "stream": "upstream", "attributes": {"rate": 400}}
    plan = {
        "files": {"chunk_bytes": CHUNK},
        "network": {"slow": {"toxics": [slow]}, "good": {"toxics": [good]}},
    }
    (folder / "load.json").write_text(json.dumps({"plan": plan}), encoding="utf-8")
    return folder


def test_a_run_that_goes_as_its_networks_let_it_is_simulated_without_an_error(tmp_path: Path) -> None:
    found = against.held(a_run(tmp_path))
    assert (found.uploads, found.bytes) == (20, 20 * 1_048_576)
    assert found.error_last == pytest.approx(0, abs=0.01)
    assert found.error_median == pytest.approx(0, abs=0.01)
    assert found.measured_s == pytest.approx(1.9 + 10.55, rel=0.01)


def test_a_run_that_took_longer_is_told_by_how_much(tmp_path: Path) -> None:
    found = against.held(a_run(tmp_path, slower=1.25))
    assert found.error_median == pytest.approx(-0.2, abs=0.01)


def test_a_folder_of_no_run_and_a_run_without_uploads_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="no load run"):
        against.held(tmp_path)
    a_run(tmp_path)
    (tmp_path / "users-0.jsonl").write_text(
        line("uploadCreate", 0, 4, "slow", 201, upload="u", length=9) + "\n"
    )
    with pytest.raises(Stopped, match="no upload"):
        against.held(tmp_path)
