"""The platform as a process of its own: its roster is a file, and so are the text messages that it sends."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import urllib3

from tests.platform.signing import NAME, NUMBER, PHONE, PROVINCE, SCHOOL, id_number

ROOT = Path(__file__).parents[2]
NOW = "2023-01-10T09:00:00.000+08:00"
ENTRY = {
    "id_number": id_number(),
    "name": NAME,
    "province": PROVINCE,
    "candidate_number": NUMBER,
    "majors": ["composition"],
}


@contextmanager
def alone(
    root: Path, roster: object, *more: str, files: int | None = None
) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """`files`: how many it may have open."""
    file = root / "roster.json"
    file.write_text(json.dumps(roster), encoding="utf-8")
    command = [sys.executable, "-m", "simulators.platform", "--db", str(root / "exam.sqlite"), "--now", NOW]
    command += ["--roster", str(file), "--sms", str(root / "sms.jsonl"), "--until-eof", *more]
    if files is not None:
        command = ["sh", "-c", f'ulimit -n {files}; exec "$@"', "sh", *command]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield process, root / "sms.jsonl"
        finally:
            process.kill()


def test_a_candidate_of_the_roster_signs_up_and_confirms(tmp_path: Path) -> None:
    for _ in range(2):  # the second time the roster is known already
        with alone(tmp_path, [ENTRY], "--password-cost", "4") as (process, sms):
            assert process.stdout is not None
            url = json.loads(process.stdout.readline())["platform"]
            if not sms.read_text(encoding="utf-8"):
                sign_up(url, sms)
            token = ask(url, "POST", "/login", {"account": PHONE, "password": "secret-1"})["token"]
            exams = ask(url, "GET", "/exams", token=token)["exams"]
            assert [one["major"]["id"] for one in exams] == ["composition"]


def sign_up(url: str, sms: Path) -> None:
    ask(url, "POST", "/accounts/code", {"phone": PHONE})
    (message,) = [json.loads(line) for line in sms.read_text(encoding="utf-8").splitlines()]
    assert message["to"] == PHONE
    assert message["at"].startswith("2023-01-10T09:00:0")
    code = message["text"].partition("验证码为")[2][:6]
    ask(url, "POST", "/accounts", {"phone": PHONE, "code": code, "password": "secret-1"})
    token = ask(url, "POST", "/login", {"account": PHONE, "password": "secret-1"})["token"]
    ask(url, "POST", "/identity", {"method": "manual", "name": NAME, "id_number": id_number()}, token)
    information = {"province": PROVINCE, "candidate_number": NUMBER, "school": SCHOOL}
    ask(url, "PUT", "/profile", {"kind": "高考生", **information}, token)
    ask(url, "POST", "/confirmations/composition", token=token)


def ask(url: str, method: str, path: str, payload: object = None, token: str = "") -> Any:
    headers = {"X-Device": "main-1", **({"Authorization": f"Bearer {token}"} if token else {})}
    body = json.dumps(payload).encode() if payload else b""
    answer = urllib3.request(method, url + path, body=body, headers=headers, retries=False, timeout=20)
    assert answer.status < 400, answer.data
    return json.loads(answer.data) if answer.data else None


@pytest.mark.parametrize(
    ("roster", "words"),
    [
        ({}, ["--roster", "expected a JSON list"]),
        ([{"name": "王芳"}], ["--roster", "id_number"]),
        ([{**ENTRY, "majors": ["painting"]}], ["painting", "the season has", "composition"]),
    ],
    ids=["no list", "no number", "no such major"],
)
def test_a_roster_that_cannot_be_used_is_told(tmp_path: Path, roster: object, words: list[str]) -> None:
    with alone(tmp_path, roster) as (process, _):
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (3, "")
    for word in words:
        assert word in err


def _ended(wire: socket.socket) -> bool:
    """Whether the other side has closed it."""
    wire.setblocking(False)
    try:
        return wire.recv(1) == b""
    except BlockingIOError:
        return False


def test_more_connections_come_at_once_than_it_may_have_files(tmp_path: Path) -> None:
    """It did not look while they came. Some of them are let go, and it has nothing to complain of."""
    with alone(tmp_path, [], files=800) as (process, _), ExitStack() as wires:
        assert process.stdout is not None
        assert process.stderr is not None
        there = urlsplit(json.loads(process.stdout.readline())["platform"])
        process.send_signal(signal.SIGSTOP)
        come = [socket.create_connection((there.hostname, there.port), 20) for _ in range(900)]
        for wire in come:
            wires.enter_context(wire)
        process.send_signal(signal.SIGCONT)
        come[-1].sendall(f"GET {there.path}/exams HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert come[-1].recv(1000).startswith(b"HTTP/1.1 401 ")
        gone = [wire for wire in come[:-1] if _ended(wire)]
        assert 100 <= len(gone) < len(come) - 100
        process.kill()
        assert process.stderr.read() == ""
