"""A whole day with a few phones: clean from end to end, through a kill, over workers, and gone when it is interrupted."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from conformance.kit import environment
from conformance.load import told

SHORT = """
[title]
en = "A short day"
zh = "短演练"
[day]
season = "zjcm-2023"
subject = "song"
session = "formal"
candidates = 8
factor = 600
before_minutes = 20
after_minutes = 5
[day.factors]
waiting = 100
closing = 100
[arrivals]
login = {shape = "even", after = "waiting_opens", seconds = -1100, within = 100}
photos = {shape = "even", after = "display_ends", seconds = 5, within = 60}
submit = {shape = "even", after = "display_ends", seconds = 90, within = 60}
[behaviour]
late = 0.1
no_show = 0.1
cut_uploads = 0.2
four_phones = 0.1
spare_phone = 0.1
[retry]
base_ms = 50
cap_ms = 500
attempts = 80
"""
STORM = """
[title]
en = "A small storm"
zh = "小规模集中确认"
[day]
season = "zjcm-2023"
subject = "song"
session = "formal"
candidates = 8
factor = 60
before_minutes = 6
after_minutes = 1
[day.factors]
waiting = 6
[storm]
phones = 3
refresh_seconds = 0.3
schools = [{major = "composition", share = 1, opens_seconds = 0}, {major = "design", share = 1, opens_seconds = 0}]
"""
KILLED = """
[[outages]]
after = "waiting_opens"
seconds = 20
down_ms = 300
[[outages]]
after = "photos_end"
seconds = 30
down_ms = 300
"""
LIMIT_S = 240
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts `examgate load` in a folder of its own."""

    def start_load(*arguments: str, **more: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-m", "conformance", "load", "--lang", "en", *arguments]
        env = {**environment(), **more}
        return subprocess.Popen(
            words, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    return start_load


def written(folder: Path, text: str) -> str:
    file = folder / "short.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def result(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "reports/out/load/latest/load.json").read_text("utf-8"))
    return found


def test_a_day_is_clean_from_the_login_to_the_last_byte(start: Start, tmp_path: Path) -> None:
    process = start("--plan", written(tmp_path, SHORT))
    output, _ = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, output
    found = result(tmp_path)
    assert (found["verdict"], found["audit"]["violations"]) == ("passed", [])
    records = list(told.merged(tmp_path / "reports/out/load/latest"))
    assert len({one.account for one in records}) == 7
    assert {one.op for one in records} >= {
        "login",
        "enter",
        "face",
        "photo",
        "submit",
        "auxSubmit",
        "uploadBytes",
        "uploadOffset",
    }
    refused = {one.cause for one in records if one.status == 409}
    assert {"too_late", "code_full"} <= refused
    uploads = [one for one in records if one.op == "submission"]
    assert uploads
    assert not (tmp_path / "reports/out/load/latest/store").exists()


def test_a_platform_that_is_killed_loses_nothing_and_phones_go_on(start: Start, tmp_path: Path) -> None:
    process = start("--plan", written(tmp_path, SHORT + KILLED))
    output, _ = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, output
    found = result(tmp_path)
    assert found["audit"]["violations"] == []
    assert found["notices"][0]["en"].endswith("killed as the plan has it: 2")
    again = [one for one in told.merged(tmp_path / "reports/out/load/latest") if one.status == 0]
    assert {one.cause for one in again} & {
        "connection_refused",
        "HTTPConnectionClosed",
        "ConnectionResetError",
    }


def test_in_a_storm_phones_put_each_other_out_and_each_candidate_is_confirmed_once(
    start: Start, tmp_path: Path
) -> None:
    process = start("--plan", written(tmp_path, STORM))
    output, _ = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, output
    found = result(tmp_path)
    assert found["audit"]["checked"]["CONF-01"] == 8
    records = list(told.merged(tmp_path / "reports/out/load/latest"))
    assert len({one.account for one in records if one.op == "confirm" and one.accepted}) == 8
    assert any(one.cause == "logged_in_elsewhere" for one in records)


def test_workers_elsewhere_play_their_part_and_send_their_records(start: Start, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    token = {"EXAMGATE_BENCH_TOKEN": "a token that all know"}
    master = start("--plan", written(tmp_path, SHORT), "--master", "2", "--port", port, **token)
    workers = [start("--worker", f"127.0.0.1:{port}", **token) for _ in range(2)]
    output, _ = master.communicate(timeout=LIMIT_S)
    assert master.returncode == 0, output
    assert [(worker.wait(LIMIT_S), worker.communicate()[0]) for worker in workers] == [(0, "")] * 2
    run = tmp_path / "reports/out/load/latest"
    assert sorted(file.name for file in told.files(run)) == ["users-far-0.jsonl", "users-far-1.jsonl"]
    assert len({one.account for one in told.merged(run)}) == 7
    assert result(tmp_path)["processes"] == 2


def test_a_worker_that_dies_leaves_the_run_incomplete(start: Start, tmp_path: Path) -> None:
    process = start("--plan", written(tmp_path, SHORT), "--processes", "2")
    assert process.stdout is not None
    with process.stdout as lines:
        assert any("candidates done" in line for line in lines)
        family = psutil.Process(process.pid).children(recursive=True)
        (worker,) = [one for one in family if one.cmdline()[-1].endswith("order-1.json")]
        worker.kill()
        output = lines.read()
    assert process.wait(LIMIT_S) == 2, output
    assert "1 of 2 workers were lost" in output
    assert result(tmp_path)["verdict"] == "incomplete"


def test_an_interrupt_leaves_nothing_behind(start: Start, tmp_path: Path) -> None:
    process = start("--plan", written(tmp_path, SHORT), "--processes", "2")
    assert process.stdout is not None
    with process.stdout as lines:
        assert any("candidates done" in line for line in lines)
        family = psutil.Process(process.pid).children(recursive=True)
        assert len(family) == 4
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT_S) == 3
    _, alive = psutil.wait_procs(family, 30)
    assert alive == []
