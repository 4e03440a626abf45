"""A platform in a process of its own that is ill-treated, and candidates who go on whatever becomes of it."""

import base64
import hashlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import urllib3

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.instants import parse
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from tests.platform.exam import PASSWORD, a_file, portrait, tus_metadata

ROOT = Path(__file__).parents[2]
OPENING, CLOSING = "2023-01-12T09:46:00.000+08:00", "2023-01-12T11:01:00.000+08:00"
"""In the time of the waiting room, and of the photo countdown."""
TOKEN = "crowd"
LOST = (urllib3.exceptions.HTTPError, OSError)
"""What a client sees of a server that is killed."""
AGAIN = (503, 507)
"""Answers of which nothing was kept."""
PAUSE_S, TRIES = 0.02, 1500


@dataclass
class Host:
    """One store and one port; the process that serves them may end and be started anew."""

    root: Path
    now: str
    port: int = 0
    process: subprocess.Popen[str] | None = None
    url: str = ""

    def start(self) -> None:
        command = [sys.executable, "-m", "simulators.platform", "--db", str(self.root / "exam.sqlite")]
        command += ["--now", self.now, "--port", str(self.port), "--password-cost", "4", "--bench"]
        command += ["--token-from-env", "EXAMGATE_BENCH_TOKEN", "--until-eof"]
        environment = {**os.environ, "EXAMGATE_BENCH_TOKEN": TOKEN}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.url = json.loads(self.process.stdout.readline())["platform"]

    def kill(self) -> None:
        """SIGKILL: nothing of the process is asked, nothing of it runs any more."""
        assert self.process is not None
        self.process.kill()
        self.process.communicate()

    @property
    def bench(self) -> str:
        return self.url.replace("/api/v1", "/bench/v1")


@contextmanager
def hosted(root: Path, now: str) -> Iterator[Host]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    host = Host(root, now, port)
    host.start()
    try:
        yield host
    finally:
        host.kill()


@dataclass
class Told:
    """An answer that said that something is kept."""

    what: str
    sitting: str
    at: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass
class Caller:
    """One phone. What is not answered, or not kept, is asked again; `told` holds what was acknowledged."""

    host: Host
    headers: dict[str, str]
    pool: urllib3.PoolManager
    told: list[Told] = field(default_factory=list)

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> urllib3.BaseHTTPResponse:
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        named = self.headers | {key.replace("_", "-"): value for key, value in headers.items()}
        pause = Event()
        for _ in range(TRIES):
            try:
                reply = self.pool.request(method, self.host.url + path, body=data, headers=named, timeout=20)
            except LOST:
                reply = None
            if reply is not None and reply.status not in AGAIN:
                return reply
            pause.wait(PAUSE_S)
        raise TimeoutError(f"{method} {path} was not answered")

    def must(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        reply = self(method, path, body, **headers)
        assert reply.status < 300, (method, path, reply.status, reply.data[:300])
        return reply.json() if reply.data else {}

    def upload(self, sitting: str, name: str, data: bytes, piece: int) -> None:
        """A file that the submission has announced, piece by piece, from where the platform says that it stands."""
        file = a_file(name, data)
        told = {key: str(file[key]) for key in ("name", "sha256", "kind")}
        length, metadata = str(len(data)), tus_metadata(sitting=sitting, **told)
        made = self("POST", "/uploads", Tus_Resumable="1.0.0", Upload_Length=length, Upload_Metadata=metadata)
        place, safe = made.headers["Location"].removeprefix("/api/v1"), 0
        while safe < len(data):
            stands = int(self("HEAD", place, Tus_Resumable="1.0.0").headers["Upload-Offset"])
            assert stands >= safe, f"{safe} bytes of {name} were acknowledged, {stands} are there"
            safe = stands
            if safe < len(data):
                safe = self._append(place, safe, data[safe : safe + piece])
        self.told.append(Told("upload_done", sitting, "", {"name": name}))

    def _append(self, place: str, offset: int, piece: bytes) -> int:
        digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        headers = {"Upload-Offset": str(offset), "Upload-Checksum": f"sha256 {digest}"}
        headers |= {"Content-Type": "application/offset+octet-stream"}
        reply = self("PATCH", place, piece, Tus_Resumable="1.0.0", **headers)
        # 409: the piece before was kept although its answer was lost
        return int(reply.headers["Upload-Offset"]) if reply.status == 204 else offset


@dataclass
class Crowd:
    """Candidates of one platform, each with a main and an auxiliary phone, each in a thread of its own."""

    host: Host
    accounts: list[str]
    subject: str = "song"
    told: list[Told] = field(default_factory=list)

    @classmethod
    def of(cls, host: Host, number: int) -> "Crowd":
        accounts = [f"137{one:08d}" for one in range(number)]
        rows = [
            {"account": one, "password": PASSWORD, "name": "王芳", "majors": ["composition"]}
            for one in accounts
        ]
        with urllib3.PoolManager() as pool:
            bench = Caller(host, {"Authorization": f"Bearer {TOKEN}"}, pool)
            reply = pool.request(
                "POST", f"{host.bench}/candidates", body=json.dumps(rows), headers=bench.headers
            )
        assert reply.status == 201, reply.data
        return cls(host, accounts)

    def all_do(self, act: Callable[["Crowd", urllib3.PoolManager, str], list[Told]]) -> None:
        number = len(self.accounts)
        with (
            urllib3.PoolManager(maxsize=number, retries=False) as pool,
            ThreadPoolExecutor(number) as threads,
        ):
            for told in threads.map(lambda account: act(self, pool, account), self.accounts):
                self.told += told

    def records(self) -> list[dict[str, Any]]:
        with urllib3.PoolManager() as pool:
            headers = {"Authorization": f"Bearer {TOKEN}"}
            reply = pool.request("GET", f"{self.host.bench}/records?since=0", headers=headers)
        rows: list[dict[str, Any]] = reply.json()["records"]
        return rows


def log_in(crowd: Crowd, pool: urllib3.PoolManager, account: str) -> tuple[Caller, str]:
    """The main phone of an account, and its sitting."""
    main = Caller(crowd.host, {"X-Device": f"main-{account}"}, pool)
    token = main.must("POST", "/login", {"account": account, "password": PASSWORD})["token"]
    main.headers["Authorization"] = f"Bearer {token}"
    rows = main.must("GET", "/exams")["exams"][0]["sittings"]
    wanted = (crowd.subject, "formal")
    return main, next(str(row["sitting"]) for row in rows if (row["subject"]["id"], row["session"]) == wanted)


def come_in(crowd: Crowd, pool: urllib3.PoolManager, account: str) -> list[Told]:
    """From the log-in to the waiting room, both phones."""
    main, sitting = log_in(crowd, pool, account)
    place = f"/sittings/{sitting}"

    def step(what: str, view: dict[str, Any], **detail: Any) -> None:
        main.told.append(Told(what, sitting, view["server_time"], detail))

    opened = main.must("POST", f"{place}/open")
    step("opened", opened)
    aux = Caller(crowd.host, {"X-Device": f"aux-{account}"}, pool)
    paired = aux.must("POST", "/pair", {"code": opened["code"]["payload"]})
    step("paired", paired["view"], binding=paired["binding"])
    aux.headers["Authorization"] = f"Bearer {paired['token']}"
    step("aux_recording", aux.must("POST", f"/bindings/{paired['binding']}/record"))
    step("entered", main.must("POST", f"{place}/enter"))
    reply = main("POST", f"{place}/face", portrait())
    if reply.status == 200:  # else it was passed, and the answer was lost
        step("face_passed", reply.json()["view"])
    assert main.must("GET", place)["state"] == "waiting"
    main.must("POST", f"{place}/heartbeat", {})
    return main.told


def about_to_hand_in(root: Path, season: Season, number: int) -> list[str]:
    """So many candidates who have sat the exam, as a past given as data; their accounts."""
    clock = DrivenClock(parse(OPENING))
    platform = Platform(season, clock, root / "exam.sqlite", Chance(3), password_cost=4)
    accounts = [f"136{one:08d}" for one in range(number)]
    made = platform.register_all(
        Candidate(one, PASSWORD, "王芳", majors=("composition",)) for one in accounts
    )
    wanted = ("song", "formal")
    for one, seats in made.items():
        sitting = next(seat.sitting for seat in seats if (seat.subject.id, seat.session) == wanted)
        words = ("opened", "entered", "face_passed")
        device = f"main-{one.account}"
        platform.append(
            [{"at": clock.now(), "sitting": sitting, "device": device, "what": word} for word in words]
        )
    platform.close()
    return accounts
