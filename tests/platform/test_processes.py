"""The platform alone as several processes on one port: real processes, a real database."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
import urllib3

from tests.platform.exam import eventually
from tests.platform.server import Server

pytestmark = pytest.mark.needs_postgres
ROOT = Path(__file__).parents[2]
NOW = "2023-01-12T09:46:00.000+08:00"
ACCOUNTS = [f"1390000{n:04d}" for n in range(6)]
PEOPLE = [
    {"account": account, "password": "pw", "name": "王芳", "majors": ["composition"]} for account in ACCOUNTS
]


@dataclass
class Alone:
    process: subprocess.Popen[str]
    platform: str
    bench: str

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> urllib3.BaseHTTPResponse:
        """On a connection of its own, so that any of the processes may have it."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        url = (self.bench if path in ("/clock", "/records", "/controls") else self.platform) + path
        with urllib3.PoolManager(retries=False, timeout=30) as http:
            return http.request(method, url, json=body, headers=named)

    def log_in(self, account: str, device: str) -> dict[str, str]:
        answer = self.ask("POST", "/login", {"account": account, "password": "pw"}, X_Device=device)
        assert answer.status == 200, answer.data
        return {"Authorization": f"Bearer {answer.json()['token']}", "X_Device": device}

    def clock(self) -> dict[str, Any]:
        told: dict[str, Any] = self.ask("GET", "/clock", Authorization="Bearer t").json()
        return told

    def records(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.ask("GET", "/records", Authorization="Bearer t").json()["records"]
        return rows

    def workers(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children()


@contextmanager
def alone(root: Path, database: str, *more: str) -> Iterator[Alone]:
    (root / "people.json").write_text(json.dumps(PEOPLE), encoding="utf-8")
    command = [sys.executable, "-m", "simulators.platform", "--db", database, "--files", str(root / "files")]
    command += ["--processes", "2", "--bench", "--token-from-env", "T", "--now", NOW, "--password-cost", "4"]
    command += ["--candidates", str(root / "people.json"), "--until-eof", *more]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "T": "t"}, text=True, **pipes) as process:  # type: ignore[call-overload]
        try:
            line = process.stdout.readline()
            assert line, process.stderr.read()
            yield Alone(process, **json.loads(line))
        finally:
            process.kill()


def test_a_race_across_processes_lets_three_phones_in(tmp_path: Path, postgres: Server) -> None:
    with alone(tmp_path, postgres.database()) as there:
        headers = there.log_in(ACCOUNTS[0], "main-1")
        listed = there.ask("GET", "/exams", **headers).json()["exams"][0]["sittings"]
        sitting = next(
            one["sitting"] for one in listed if (one["subject"]["id"], one["session"]) == ("song", "formal")
        )
        code = there.ask("POST", f"/sittings/{sitting}/open", **headers).json()["code"]["payload"]

        def pair(number: int) -> int:
            return there.ask("POST", "/pair", {"code": code}, X_Device=f"aux-{number}").status

        with ThreadPoolExecutor(16) as pool:
            statuses = Counter(pool.map(pair, range(16)))
        assert statuses == {200: 3, 409: 13}
        rows = there.records()
        assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
        assert [row["detail"]["nth"] for row in rows if row["what"] == "paired"] == [1, 2, 3]


def test_a_process_that_is_killed_is_replaced_and_that_is_said(tmp_path: Path, postgres: Server) -> None:
    with alone(tmp_path, postgres.database()) as there:
        before = [worker.pid for worker in there.workers()]
        os.kill(before[0], signal.SIGKILL)
        eventually(
            lambda: len({w.pid for w in there.workers() if w.status() != "zombie"} - set(before)) == 1, 60
        )
        for account in ACCOUNTS:
            there.log_in(account, "main-1")
        there.process.stdin.close()  # type: ignore[union-attr]
        assert there.process.wait(timeout=60) == 0
        said = there.process.stderr.read()  # type: ignore[union-attr]
    assert f"({before[0]}) ended with -9; another one takes its place" in said


def test_a_process_that_cannot_be_replaced_yet_is_replaced_later(tmp_path: Path, postgres: Server) -> None:
    with alone(tmp_path, postgres.database()) as there:
        before = [worker.pid for worker in there.workers()]
        postgres.stop()
        os.kill(before[0], signal.SIGKILL)
        said = there.process.stderr
        assert said is not None
        assert "another one takes its place" in said.readline()
        while "in 5 s once more" not in said.readline():
            pass
        postgres.start()
        eventually(
            lambda: len({w.pid for w in there.workers() if w.status() != "zombie"} - set(before)) == 1, 60
        )
        for account in ACCOUNTS:
            there.log_in(account, "main-1")


def test_what_was_acknowledged_before_a_kill_is_there(tmp_path: Path, postgres: Server) -> None:
    """Phones log in all the while; one of two processes is killed in their midst, and they try again."""
    with alone(tmp_path, postgres.database()) as there:
        acknowledged: list[str] = []

        def log_in(number: int) -> None:
            device = f"main-{number}"
            for _ in range(50):
                try:
                    there.log_in(ACCOUNTS[number % len(ACCOUNTS)], device)
                    acknowledged.append(device)
                    return
                except urllib3.exceptions.HTTPError:
                    continue
            raise AssertionError(f"{device} could not log in")

        with ThreadPoolExecutor(8) as pool:
            done = [pool.submit(log_in, number) for number in range(60)]
            done[20].result()
            os.kill(there.workers()[0].pid, signal.SIGKILL)
            for one in done:
                one.result()
        rows = there.records()
        assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
        assert set(acknowledged) <= {row["device"] for row in rows if row["what"] == "logged_in"}


def test_a_database_that_is_restarted_is_waited_for(tmp_path: Path, postgres: Server) -> None:
    with alone(tmp_path, postgres.database()) as there:
        headers = there.log_in(ACCOUNTS[0], "main-1")
        postgres.stop()
        for _ in range(6):
            answer = there.ask("GET", "/exams", **headers)
            assert (answer.status, answer.json()["refused"]["cause"]) == (503, "try_again")
            assert int(answer.headers["Retry-After"]) >= 1
        assert there.ask("GET", "/records", Authorization="Bearer t").status == 503
        postgres.start()
        for _ in range(6):
            assert there.ask("GET", "/exams", **headers).status == 200
        words = [row["what"] for row in there.records()]
        assert words.count("logged_in") == len(PEOPLE) + 1


def test_all_have_one_clock_and_it_goes_on_later(tmp_path: Path, postgres: Server) -> None:
    database = postgres.database()
    with alone(tmp_path, database, "--clock", "x60") as there:
        assert there.ask("POST", "/clock", {"rate": 3600}, Authorization="Bearer t").status == 200
        told = [there.clock() for _ in range(12)]
        assert {one["rate"] for one in told} == {3600}
        assert [one["now"] for one in told] == sorted(one["now"] for one in told)
    with alone(tmp_path, database, "--clock", "x60") as there:
        later = there.clock()
        assert (later["rate"], later["now"] > told[-1]["now"]) == (3600, True)


def test_nothing_is_left_where_the_first_process_is_killed(tmp_path: Path, postgres: Server) -> None:
    with alone(tmp_path, postgres.database()) as there:
        workers = there.workers()
        there.process.kill()
        gone, left = psutil.wait_procs(workers, timeout=60)
        assert (len(gone), left) == (2, [])


@pytest.mark.parametrize("asked", ["--joins", "--processes 2"])
def test_several_processes_need_a_database(tmp_path: Path, asked: str) -> None:
    command = [
        sys.executable,
        "-m",
        "simulators.platform",
        "--db",
        str(tmp_path / "x.sqlite"),
        *asked.split(),
    ]
    ended = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False, timeout=60)
    assert ended.returncode == 3
    assert f"{asked} needs a database to share" in ended.stderr
