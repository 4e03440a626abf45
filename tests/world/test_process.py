"""`python -m simulators` starts whole, ends whole, and says in one sentence why it cannot start."""

import json
import signal
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest
import urllib3

from simulators.core.instants import parse
from tests.world.process import COMMAND, ENDS_WITHIN_S, ROOT, refused, simulators, status


def doors(told: dict[str, Any]) -> dict[str, int | None]:
    """What each door answers."""
    token = f"Bearer {told['token']}"
    return {
        "platform": status(f"{told['platform']}/api/v1/exams"),
        "webdriver": status(f"{told['webdriver']}/status"),
        "bench": status(f"{told['bench']}/controls", Authorization=token),
        **{site: status(f"{url}/") for site, url in told["around"].items()},
    }


OPEN = {
    "platform": 401,
    "webdriver": 200,
    "bench": 200,
    "school": 200,
    "vendor": 200,
    "support": 200,
    "post": 404,
}
CLOSED = dict.fromkeys(OPEN)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_all_doors_answer_when_the_line_is_said_and_none_after_the_end(
    tmp_path: Path, end: signal.Signals
) -> None:
    with simulators(rooms=tmp_path) as (process, told):
        assert doors(told) == OPEN
        assert [phone["role"] for phone in told["phones"]] == ["main", "aux"]
        assert len(told["candidates"]) == 1
        assert list(tmp_path.iterdir())
        process.send_signal(end)
        assert process.wait(ENDS_WITHIN_S) == 0
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read() + process.stderr.read() == ""
        assert doors(told) == CLOSED
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("door", ["platform", "webdriver", "bench"])
def test_a_client_that_breaks_off_leaves_no_word(tmp_path: Path, door: str) -> None:
    addresses = {"platform": "/api/v1/login", "webdriver": "/session", "bench": "/bench/v1/worlds"}
    with simulators(rooms=tmp_path) as (process, told):
        head = f"POST {addresses[door]} HTTP/1.1\r\nHost: it\r\nAuthorization: Bearer {told['token']}\r\n"
        with socket.create_connection(("127.0.0.1", urlsplit(told[door]).port or 0)) as client:
            client.sendall(f"{head}Content-Length: 100\r\nExpect: 100-continue\r\n\r\n".encode())
            assert client.recv(100).startswith(b"HTTP/1.1 100")
        assert doors(told) == OPEN
        process.terminate()
        assert process.wait(ENDS_WITHIN_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_it_ends_with_its_stdin_where_that_is_asked_for(tmp_path: Path) -> None:
    with simulators("--until-eof", rooms=tmp_path) as (process, told):
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(ENDS_WITHIN_S) == 0
        assert doors(told) == CLOSED
        assert not list(tmp_path.iterdir())


PARENT = """
import subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(child.pid, child.stdout.readline(), flush=True)
child.wait()
"""


def test_nothing_is_left_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, *COMMAND, "--until-eof"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path)},
    )
    assert parent.stdout is not None
    pid, line = parent.stdout.readline().split(" ", 1)
    child = psutil.Process(int(pid))
    parent.kill()
    parent.communicate()
    child.wait(ENDS_WITHIN_S)
    assert doors(json.loads(line)) == CLOSED
    assert not list(tmp_path.iterdir())


def test_the_token_of_the_environment_is_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMGATE_BENCH_TOKEN", "agreed-before")
    with simulators(rooms=tmp_path) as (_, told):
        assert told["token"] == "agreed-before"
        assert status(f"{told['bench']}/controls", Authorization="Bearer agreed-before") == 200
        assert status(f"{told['bench']}/controls", Authorization="Bearer other") == 401


def test_the_token_differs_from_process_to_process(tmp_path: Path) -> None:
    with simulators(rooms=tmp_path) as (_, one), simulators(rooms=tmp_path) as (_, other):
        assert one["token"] != other["token"]
        assert doors(one) == doors(other) == OPEN


def one_sentence(ended: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert ended.stderr.startswith("simulators: ")
    assert ended.stderr.count("\n") == 1
    for word in words:
        assert word in ended.stderr


@pytest.mark.parametrize("door", ["platform", "around", "webdriver", "bench"])
def test_a_port_in_use_is_said(tmp_path: Path, door: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = refused(f"--port-{door}", str(port), rooms=tmp_path)
    one_sentence(ended, f"port {port}", f"for the {door} is in use", f"--port-{door}")
    assert not list(tmp_path.iterdir())


WRONG = [
    (["--season", "nowhere-1999"], ["season: found 'nowhere-1999'", "zjcm-2023"]),
    (["--stage", "afterwards"], ["afterwards", "registered"]),
    (["--clock", "sundial"], ["sundial", "driven"]),
    (["--seed", "x"], ["--seed", "int"]),
    (["--port-bench", "99999"], ["port 99999", "--port-bench"]),
    (["--frobnicate"], ["--frobnicate", "--help"]),
]


@pytest.mark.parametrize(("options", "words"), WRONG, ids=lambda value: " ".join(value))
def test_a_wrong_word_is_said(tmp_path: Path, options: list[str], words: list[str]) -> None:
    one_sentence(refused(*options, rooms=tmp_path), *words)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    ended = refused(rooms=tmp_path, before="ulimit -f 8;")
    one_sentence(ended, "no room", "TMPDIR")
    assert not list(tmp_path.iterdir())


def test_a_disk_that_fills_up_later_ends_the_world_and_not_the_process(tmp_path: Path) -> None:
    with simulators(rooms=tmp_path, before="ulimit -f 800;") as (_, told):
        headers = {"Authorization": f"Bearer {told['token']}"}
        many = json.dumps({"candidates": [{}] * 200}).encode()
        answer = urllib3.request("POST", f"{told['bench']}/worlds", body=many, headers=headers, timeout=60)
        assert answer.status == 507
        assert "no room" in answer.json()["error"]["message"]
        assert not list(tmp_path.iterdir())
        answer = urllib3.request("POST", f"{told['bench']}/worlds", body=b"{}", headers=headers, timeout=60)
        assert answer.status == 201


@pytest.mark.parametrize("clock", ["real", "x20"])
def test_a_clock_that_follows_the_wall_moves_by_itself_and_cannot_be_set(tmp_path: Path, clock: str) -> None:
    with simulators("--clock", clock, "--stage", "answering", rooms=tmp_path) as (_, told):
        headers = {"Authorization": f"Bearer {told['token']}"}

        def ask(method: str, path: str) -> Any:
            return urllib3.request(method, told["bench"] + path, body=b'{"by_ms": 1}', headers=headers).json()

        assert told["clock"] == clock
        assert ask("POST", "/clock")["error"]["control"] == "clock"
        assert "clock" not in ask("GET", "/controls")["controls"]
        # Longer than a silent phone goes unnoticed: only heartbeats that come by themselves keep it in the exam.
        begun, enough = parse(ask("GET", "/clock")["now"]), timedelta(seconds=6)
        while parse(ask("GET", "/clock")["now"]) < begun + enough:
            assert doors(told) == OPEN
        whats = [record["what"] for record in ask("GET", "/records")["records"]]
        assert "started" in whats
        assert "interrupted" not in whats
