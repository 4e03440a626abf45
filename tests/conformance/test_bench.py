"""The bench's client: every request fits the published contract, every failure says who is to blame."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from conformance.bench import Bench, Operation
from conformance.bench.forms import Candidate, Controls, Item, Pair, Product, SittingName
from conformance.outcome import ControlMissing, KitFault, NotMet, Outcome, RefusedWhen, TransportLost

CONTRACT = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "contracts" / "bench.openapi.yaml").read_text(encoding="utf-8")
)
AT = "2023-01-12T09:45:00.000+08:00"
INSTANT = datetime.fromisoformat(AT)
PHONE = {"udid": "u", "owner": None, "role": "aux", "model": "m"}
CANDIDATE = {
    "account": "1",
    "password": "p",
    "name": "王芳",
    "admission_number": "n",
    "major": "composition",
    "phones": {"main": "m", "aux": "a"},
    "sittings": [{"sitting": "s1", "subject": "song", "session": "formal"}],
}
DOSSIER = {
    "sitting": "s1",
    "now": AT,
    "plan": {"end": AT},
    "effect": "none",
    "ruling": {"classes": [], "gravest": None, "by": []},
    "findings": [],
    "checklist": [],
    "recordings": [],
    "photos": [],
    "timeline": [],
    "page": "",
}
PROBED = {"accepted": False, "status": 409, "cause": "too_early", "at": AT}
ANSWERS: dict[str, Any] = {
    "controls": {
        "controls": ["clock", "phones/network"],
        "resolution_ms": 1,
        "clock": "driven",
        "product": {"name": "p", "version": "1"},
    },
    "worlds": {
        "world": "w",
        "stage": "waiting",
        "now": AT,
        "platform_url": "",
        "subject": "song",
        "session": "formal",
        "season": "s",
        "candidates": [CANDIDATE],
        "phones": [PHONE],
    },
    "clock": {"now": AT},
    "candidates": CANDIDATE,
    "phones": PHONE,
    "school": {
        "logged_in": True,
        "refused": None,
        "offered": [],
        "files": [],
        "corrected": ["name"],
        "candidate": CANDIDATE,
    },
    "official-site": {"address": "a", "codes": []},
    "support": {"query": 3, "received_at": AT, "answered_at": None, "answer": None, "referred_to": None},
    "post": {"parcel": 1, "stamp": "s", "carrier": "c", "mail": []},
    "uploads": {
        "files": [
            {"name": "f", "kind": "video", "phone": "main", "bytes": 2, "received": 1, "state": "uploading"}
        ]
    },
    "records": {"records": [{"seq": 1, "at": AT, "what": "opened"}], "last": 1},
    "reviews": {
        "reviews": [{"id": "12", "kind": "flag", "account": "1", "sitting": "s1", "since": AT, "detail": {}}]
    },
    "desk": {"finding": 7, **DOSSIER},
    "probes": PROBED,
    "files": {},
}
CALLS: dict[str, Callable[[Bench], object]] = {
    "controls": lambda b: b.controls(),
    "open_world": lambda b: b.open_world(
        season="zjcm-2023", seed=1, stage="waiting", candidates=[{"name": "王芳"}]
    ),
    "world": lambda b: b.world(),
    "end_world": lambda b: b.end_world(),
    "now": lambda b: b.now(),
    "move_to": lambda b: b.move_to(INSTANT),
    "move_by": lambda b: b.move_by(timedelta(seconds=1, microseconds=999)),
    "add_candidate": lambda b: b.add_candidate(name="李静", subject="harmony", stage="paired"),
    "add_phone": lambda b: b.add_phone("aux", owner="1", model="m"),
    "next_face_checks": lambda b: b.next_face_checks("1", [False, True]),
    "approve_face": lambda b: b.approve_face("s1"),
    "reviews": lambda bench: bench.reviews(),
    "decide": lambda bench: bench.decide("12", "reject", reviewer="周老师"),
    "adopt_checklist": lambda b: b.adopt_checklist([Item("hat", "COND-01", "a hat", "帽子", ("violation",))]),
    "dossier": lambda b: b.dossier("s1"),
    "make_finding": lambda b: b.make_finding(
        "s1", "hat", "周老师", phone="main", begins=INSTANT, ends=INSTANT
    ),
    "decide_finding": lambda b: b.decide_finding(7, "settle", "周老师", classes=["violation"]),
    "surround": lambda b: b.surround("u", seen=["hat"], words="王芳", heard="talk"),
    "publish": lambda bench: bench.publish("aux", "1.2.0", "修复已知问题。"),
    "phone": lambda b: b.phone("u"),
    "set_storage": lambda b: b.set_storage("u", 0),
    "set_battery": lambda b: b.set_battery("u", percent=3.5, plugged=False),
    "set_network": lambda b: b.set_network(
        "u", up=False, kind="wifi", bytes_per_second=1, latency_ms=0, loss=0.5
    ),
    "call": lambda b: b.call("u"),
    "hang_up": lambda b: b.hang_up("u"),
    "set_settings": lambda b: b.set_settings("u", {"do_not_disturb": True}),
    "set_phone_clock": lambda b: b.set_phone_clock(
        "u", offset=timedelta(minutes=-20), drift_ppm=20000, zone="+09:00"
    ),
    "point_camera": lambda b: b.point_camera("u", {"screen": "v"}, distance_cm=200, blur=0.5),
    "set_power": lambda b: b.set_power("u", False),
    "set_lock": lambda b: b.set_lock("u", True, automatic=True),
    "app": lambda b: b.app("u", "crash", "com.xiaoyibang.main"),
    "install": lambda b: b.install("u", "com.xiaoyibang.aux", version="1.0.0"),
    "update": lambda b: b.update("u", "com.xiaoyibang.aux", "1.1.0"),
    "set_permissions": lambda b: b.set_permissions("u", "com.xiaoyibang.aux", granted=False),
    "capture": lambda b: b.capture("u", "screen_recording", on=False),
    "clean": lambda b: b.clean("u", "com.xiaoyibang.aux"),
    "set_alarms": lambda b: b.set_alarms("u", {"07:30": "起床"}),
    "send_message": lambda b: b.send_message("u", "10690001", "验证码 123456"),
    "records": lambda b: b.records(3),
    "uploads": lambda b: b.uploads("s1"),
    "restart_platform": lambda b: b.restart_platform(),
    "file": lambda b: b.file("0" * 64),
    "scan_and_install": lambda b: b.scan_and_install("u", granted=False),
    "download_sheets": lambda b: b.download_sheets("13800000000", ["song"], password="wrong"),
    "contact_school": lambda b: b.contact_school("13800000000", "姓名有误"),
    "official_site": lambda b: b.official_site(),
    "ask_support": lambda b: b.ask_support("wechat", "服务号", "operation", ["客服"]),
    "query": lambda b: b.query(3),
    "post_sheets": lambda b: b.post_sheets(
        "13800000000", ["song"], carrier="邮政", label={"recipient": "招生办", "mailing": "文一西路1号"}
    ),
    "mail_room": lambda b: b.mail_room(),
    "probe": lambda b: b.probe("photo", "u", page=1, image="text"),
    "probe_together": lambda b: b.probe_together([{"operation": "pair", "udid": "u", "code": "c"}]),
    "fault": lambda b: b.fault("u", "dribble", until=INSTANT),
}


class Stand:
    """A bench that writes down what it is asked and answers what it is told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Any]] = []
        self.status, self.content = 0, b""
        stand = self

        class Door(BaseHTTPRequestHandler):
            def log_message(self, *_args: Any) -> None:
                """Say nothing."""

            def take(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                path = self.path.removeprefix("/bench/v1")
                stand.asked.append((self.command.lower(), path, json.loads(body) if body else None))
                content = stand.content or json.dumps(answer(path)).encode()
                self.send_response(stand.status or 200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_DELETE = take  # noqa: N815

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.bench = Bench(f"http://127.0.0.1:{self._server.server_address[1]}/bench/v1", "token")

    def answers(self, status: int, content: object) -> None:
        self.status, self.content = status, json.dumps(content).encode()

    def close(self) -> None:
        self.bench.close()
        self._server.shutdown()
        self._server.server_close()


def answer(path: str) -> object:
    if path == "/probes/together":
        return {"results": [PROBED]}
    return ANSWERS.get(path.strip("/").split("/")[0].split("?")[0], {})


@pytest.fixture
def stand() -> Iterator[Stand]:
    made = Stand()
    yield made
    made.close()


@pytest.mark.parametrize("name", CALLS)
def test_every_request_fits_the_contract(stand: Stand, name: str) -> None:
    CALLS[name](stand.bench)
    ((method, path, body),) = stand.asked
    operation = CONTRACT["paths"][template(path)][method]
    wanted = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    assert (wanted is None) == (body is None)
    if wanted:
        Draft202012Validator({**wanted, "components": CONTRACT["components"]}).validate(body)


SUBJECTS: list[Any] = [
    "desk",
    {"screen": "v"},
    {"picture": "aGVsbG8="},
    {"id_card": {"side": "emblem", "name": "王芳", "id_number": "33010620050317123X"}},
    {"id_card": {"side": "portrait", "candidate": "1"}},
    {"sheet": {"page": 2}},
]


@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_whatever_a_camera_is_pointed_at_fits_the_contract(stand: Stand, subject: Any) -> None:
    stand.bench.point_camera("u", subject, darkness=0.2, overexposure=0.5)
    ((_, _, body),) = stand.asked
    schema = {**CONTRACT["components"]["schemas"]["Camera"], "components": CONTRACT["components"]}
    Draft202012Validator(schema).validate(body)


def template(path: str) -> str:
    parts = path.partition("?")[0].split("/")
    named = {"phones": "{udid}", "reviews": "{review}", "files": "{sha256}", "uploads": "{sitting}"}
    if parts[1] == "desk" and len(parts) > 3:
        parts[3] = {"sittings": "{sitting}", "findings": "{finding}"}[parts[2]]
    if parts[1] == "support" and len(parts) > 3:
        parts[3] = "{query}"
    if parts[1] in named and len(parts) > 2:
        parts[2] = named[parts[1]]
    return "/".join(parts)


def test_every_control_of_the_contract_has_a_method(stand: Stand) -> None:
    for call in CALLS.values():
        call(stand.bench)
    for operation in set(get_args(Operation)) - {"photo"}:
        stand.bench.probe(operation, "u")
    asked = {(template(path), method) for method, path, _ in stand.asked}
    there = {
        (path, method) for path, row in CONTRACT["paths"].items() for method in row if method != "parameters"
    }
    assert asked == there
    assert set(CALLS) | {"close"} == {name for name in dir(Bench) if not name.startswith("_")}


def test_answers_are_typed(stand: Stand) -> None:
    assert stand.bench.now() == INSTANT
    world = stand.bench.world()
    assert world.candidate("王芳") == Candidate(
        "1", "p", "王芳", "n", "composition", Pair("m", "a"), (SittingName("s1", "song", "formal"),)
    )
    assert world.candidates[0].sitting("song", "formal") == "s1"
    assert stand.bench.probe("enter", "u").cause == "too_early"
    assert stand.bench.records()[0].at == INSTANT


def test_what_is_not_in_the_world_is_named_with_what_is(stand: Stand) -> None:
    with pytest.raises(LookupError, match="王芳"):
        stand.bench.world().candidate("李静")
    with pytest.raises(LookupError, match="song/formal"):
        stand.bench.world().candidates[0].sitting("harmony", "formal")


BLAME: dict[int, tuple[type[Outcome], str]] = {
    400: (KitFault, "what it said"),
    401: (TransportLost, "token"),
    404: (KitFault, "what it said"),
    409: (RefusedWhen, "what it said"),
    501: (ControlMissing, "phones/storage"),
    507: (TransportLost, "no room"),
    500: (KitFault, "what it said"),
}


@pytest.mark.parametrize("status", BLAME)
def test_every_refusal_says_who_is_to_blame(stand: Stand, status: int) -> None:
    kind, words = BLAME[status]
    stand.answers(status, {"error": {"message": "what it said", "control": "phones/storage"}})
    with pytest.raises(kind, match=words):
        stand.bench.set_storage("u", 0)
    assert len(stand.asked) == 1, "a command is never repeated"


def test_a_file_that_is_on_record_and_not_there_is_the_platforms_loss(stand: Stand) -> None:
    stand.answers(404, {"error": {"message": "no such file"}})
    with pytest.raises(
        NotMet, match=r"0123456789ab, which is on record; seen: the platform does not have it"
    ):
        stand.bench.file("0123456789abcdef")


def test_an_answer_that_does_not_fit_is_quoted(stand: Stand) -> None:
    stand.answers(200, {"nu": AT})
    with pytest.raises(KitFault, match="does not fit its contract.*nu"):
        stand.bench.now()


def test_a_bench_that_is_gone_is_lost_transport(stand: Stand) -> None:
    stand.close()
    with pytest.raises(TransportLost, match="does not answer"):
        stand.bench.now()


@pytest.mark.parametrize(
    ("need", "offered"),
    [("clock", True), ("phones", True), ("phones/network", True), ("probes", False), ("phone", False)],
)
def test_a_need_is_a_control_or_the_first_words_of_one(need: str, offered: bool) -> None:
    controls = Controls(("clock", "phones/network"), 1, "driven", Product("p", "1"))
    assert controls.offers(need) is offered
