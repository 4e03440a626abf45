"""The platform alone, killed with SIGKILL at many moments: whatever it has acknowledged is there afterwards."""

import base64
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
import urllib3

from simulators.core.chance import Chance
from tests.platform.exam import ACCOUNT, PASSWORD, a_file, picture, tus_metadata

ROOT = Path(__file__).parents[2]
CANDIDATE = {"account": ACCOUNT, "password": PASSWORD, "name": "王芳", "majors": ["composition"]}
OPENING, READY = "2023-01-12T09:50:00.000+08:00", "2023-01-12T11:01:00.000+08:00"
DATA = Chance(5).bytes(40_000)
FILE = a_file("main.mp4", DATA)
LOST = (urllib3.exceptions.HTTPError, OSError)
"""What a client sees of a server that is killed."""


@contextmanager
def running(root: Path, now: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The platform as a process of its own on one store; killed at the end where it still runs."""
    (root / "candidates.json").write_text(json.dumps([CANDIDATE]), encoding="utf-8")
    command = [sys.executable, "-m", "simulators.platform", "--db", str(root / "exam.sqlite"), "--now", now]
    command += ["--candidates", str(root / "candidates.json"), "--password-cost", "4", "--until-eof"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())["platform"]
        finally:
            process.kill()


@dataclass
class Phone:
    """Sends requests and remembers what was acknowledged."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    http: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(retries=False, timeout=20))

    def __enter__(self) -> "Phone":
        return self

    def __exit__(self, *_: object) -> None:
        self.http.clear()

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> urllib3.BaseHTTPResponse:
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return self.http.request(method, self.url + path, body=data, headers=self.headers | named)

    def log_in(self, device: str) -> None:
        reply = self("POST", "/login", {"account": ACCOUNT, "password": PASSWORD}, X_Device=device)
        self.headers = {"Authorization": f"Bearer {reply.json()['token']}", "X-Device": device}

    def sitting(self, subject: str = "song") -> str:
        rows = self("GET", "/exams").json()["exams"][0]["sittings"]
        return next(
            str(row["sitting"])
            for row in rows
            if (row["subject"]["id"], row["session"]) == (subject, "formal")
        )


@pytest.mark.parametrize("seed", range(6))
def test_acknowledged_pairings_survive(tmp_path: Path, seed: int) -> None:
    """Phones pair and record one after another until the platform is gone in the middle of a request."""
    acknowledged: list[tuple[str, str, bool]] = []
    with running(tmp_path, OPENING) as (process, url), Phone(url) as phone:
        phone.log_in("main-1")
        sitting = phone.sitting()
        code = phone("POST", f"/sittings/{sitting}/open").json()["code"]["payload"]
        Timer(Chance(seed).random.uniform(0, 0.03), process.kill).start()
        try:
            for number in range(3):
                device = f"aux-{number}"
                bound = phone("POST", "/pair", {"code": code}, X_Device=device).json()
                acknowledged.append((device, bound["binding"], False))
                phone.headers = {"Authorization": f"Bearer {bound['token']}", "X-Device": device}
                for _ in range(20):
                    phone("POST", f"/bindings/{bound['binding']}/record")
                    acknowledged[-1] = (device, bound["binding"], True)
                    phone("POST", f"/bindings/{bound['binding']}/stop", {"cause": "accident"})
        except LOST:
            process.wait(timeout=20)
    with running(tmp_path, OPENING) as (_, url), Phone(url) as phone:
        phone.log_in("main-1")
        view = phone("GET", f"/sittings/{sitting}").json()
        assert view["code"]["payload"] == code
        assert view["aux"]["phones"] in (len(acknowledged), min(len(acknowledged) + 1, 3))
        for device, binding, recorded in acknowledged:
            again = phone("POST", "/pair", {"code": code}, X_Device=device).json()
            assert again["binding"] == binding
            assert not recorded or again["view"]["state"] in ("recording", "broken")


def prepare(root: Path) -> str:
    """A sitting that is about to be submitted, as a past given as data."""
    from conformance.season import load
    from simulators.core.clock import DrivenClock
    from simulators.core.instants import parse
    from simulators.platform.past import Candidate
    from simulators.platform.platform import Platform

    clock = DrivenClock(parse(OPENING))
    platform = Platform(load("zjcm-2023"), clock, root / "exam.sqlite", Chance(3))
    platform.register(Candidate(ACCOUNT, PASSWORD, "王芳", majors=("composition",)))
    seat = next(
        seat
        for seat in platform.sittings_of(ACCOUNT)
        if (seat.subject.id, seat.session) == ("song", "formal")
    )
    words = ("opened", "entered", "face_passed")
    platform.append(
        [{"at": clock.now(), "sitting": seat.sitting, "device": "main-1", "what": word} for word in words]
    )
    platform.close()
    return seat.sitting


@pytest.mark.parametrize("seed", range(8))
def test_acknowledged_photos_submission_and_bytes_survive(tmp_path: Path, seed: int) -> None:
    sitting = prepare(tmp_path)
    chance = Chance(f"kill {seed}").random
    pages, submitted, place, offset = 0, None, "", 0
    with running(tmp_path, READY) as (process, url), Phone(url) as phone:
        phone.log_in("main-1")
        Timer(chance.uniform(0, 0.12), process.kill).start()
        try:
            for page in (1, 2):
                phone("PUT", f"/sittings/{sitting}/photos/{page}", picture(shade=page))
                pages = page
            handed_in = {"idempotency_key": "k", "files": [FILE]}
            submitted = phone("POST", f"/sittings/{sitting}/submit", handed_in).json()["submitted_at"]
            place = create(phone, sitting)
            while offset < len(DATA):
                offset = append(phone, place, offset, chance.randrange(1, 1500))
        except LOST:
            process.wait(timeout=20)
    with running(tmp_path, READY) as (_, url), Phone(url) as phone:
        phone.log_in("main-1")
        view = phone("GET", f"/sittings/{sitting}").json()
        assert len(view["pages"]["accepted"]) >= pages
        assert submitted in (None, view["submitted_at"])
        if not place:
            return
        kept = int(phone("HEAD", place, Tus_Resumable="1.0.0").headers["Upload-Offset"])
        assert kept >= offset
        while kept < len(DATA):
            kept = append(phone, place, kept, 4096)
        (row,) = phone("GET", f"/sittings/{sitting}/submission").json()["files"]
        assert (row["state"], row["received"]) == ("done", len(DATA))
    stored = next((tmp_path / "exam.sqlite.files" / "uploads").iterdir())
    assert hashlib.sha256(stored.read_bytes()).hexdigest() == FILE["sha256"]


def create(phone: Phone, sitting: str) -> str:
    told = {key: str(FILE[key]) for key in ("name", "sha256", "kind")}
    reply = phone(
        "POST",
        "/uploads",
        Tus_Resumable="1.0.0",
        Upload_Length=str(len(DATA)),
        Upload_Metadata=tus_metadata(sitting=sitting, **told),
    )
    return reply.headers["Location"].removeprefix("/api/v1")


def append(phone: Phone, place: str, offset: int, size: int) -> int:
    piece = DATA[offset : offset + size]
    digest = base64.b64encode(hashlib.sha1(piece).digest()).decode()
    reply = phone(
        "PATCH",
        place,
        piece,
        Tus_Resumable="1.0.0",
        Upload_Offset=str(offset),
        Upload_Checksum=f"sha1 {digest}",
        Content_Type="application/offset+octet-stream",
    )
    return int(reply.headers["Upload-Offset"])


def test_it_ends_when_its_input_ends(tmp_path: Path) -> None:
    with running(tmp_path, OPENING) as (process, _):
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--season", "no-such-season"),
        ("--port", "taken"),
        ("--db", "taken"),
        ("--candidates", "pyproject.toml"),
        ("--frobnicate", "x"),
    ],
)
def test_it_says_why_it_cannot_start(tmp_path: Path, option: str, value: str) -> None:
    with running(tmp_path, OPENING) as (_, url):
        port, db = url.split(":")[2].split("/")[0], str(tmp_path / "exam.sqlite")
        given = {"--db": str(tmp_path / "other.sqlite"), "--season": "zjcm-2023"}
        given[option] = {"--port": port, "--db": db}.get(option, value)
        command = [sys.executable, "-m", "simulators.platform"]
        command += [word for pair in given.items() for word in pair]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 3
    assert ended.stderr.startswith("simulators.platform: ")
    assert ended.stderr.count("\n") == 1
    assert option in ended.stderr or given[option] in ended.stderr
