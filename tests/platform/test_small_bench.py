"""The bench of a platform alone, over its own port, held against its own document."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import urllib3
import yaml
from hypothesis import HealthCheck, Phase, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

import contracts
from simulators.core.instants import parse
from simulators.platform.alone.bench import CONTROLS

ROOT = Path(__file__).parents[2]
NOW = "2023-01-12T09:00:00.000+08:00"
TOKEN = "a token for tests"
DOCUMENT: dict[str, Any] = yaml.safe_load(contracts.text("alone.openapi.yaml"))
PEOPLE = [
    {"account": f"1390000{n:04d}", "password": "pw", "name": "王芳", "majors": ["composition"]}
    for n in range(3)
]


class Bench:
    """Asks; every answer fits the document."""

    def __init__(self, told: dict[str, str], process: subprocess.Popen[str]) -> None:
        self.platform, self.url, self.told, self.process = told["platform"], told["bench"], told, process
        self._http = urllib3.PoolManager(retries=False, timeout=60)

    def ask(self, method: str, path: str, body: Any = None, token: str = TOKEN) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {token}"}
        raw = None if body is None else json.dumps(body).encode()
        answer = self._http.request(method, self.url + path, body=raw, headers=headers)
        payload = json.loads(answer.data)
        operation = DOCUMENT["paths"].get(path.partition("?")[0], {}).get(method.lower())
        schema: dict[str, Any] = {"$ref": "#/components/schemas/Error"}
        if answer.status < 400:
            schema = operation["responses"][str(answer.status)]["content"]["application/json"]["schema"]
        Draft202012Validator({**schema, "components": DOCUMENT["components"]}).validate(payload)
        return answer.status, payload

    def get(self, path: str) -> Any:
        status, payload = self.ask("GET", path)
        assert status == 200, payload
        return payload

    def close(self) -> None:
        self._http.clear()


@contextmanager
def alone(root: Path, *more: str, token: str = TOKEN) -> Iterator[Bench]:
    command = [sys.executable, "-m", "simulators.platform", "--db", str(root / "exam.sqlite")]
    command += ["--bench", "--token-from-env", "BENCH", "--password-cost", "4", "--until-eof", *more]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    named = {**os.environ, "BENCH": token}
    with subprocess.Popen(command, cwd=ROOT, env=named, text=True, **pipes) as process:  # type: ignore[call-overload]
        try:
            line = process.stdout.readline()
            assert line, process.stderr.read()
            bench = Bench(json.loads(line), process)
            yield bench
            bench.close()
        finally:
            process.kill()


def test_the_table_and_the_document_say_the_same() -> None:
    rows = sorted((row.method, row.path, row.status) for row in CONTROLS)
    told = sorted(
        (method.upper(), path, int(next(iter(operation["responses"]))))
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
    )
    assert rows == told


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with alone(tmp_path_factory.mktemp("asked"), "--now", NOW) as bench:
        yield bench


@schemathesis.openapi.from_dict(
    DOCUMENT | {"servers": [{"url": "http://127.0.0.1:1/bench/v1"}]}
).parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_the_answer_fits_the_document(case: Any, asked: Bench) -> None:
    answer = case.call(base_url=asked.url, headers={"Authorization": f"Bearer {TOKEN}"})
    case.validate_response(
        answer, checks=(not_a_server_error, content_type_conformance, response_schema_conformance)
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_as_asked(tmp_path: Path, number: signal.Signals) -> None:
    with alone(tmp_path, "--now", NOW) as bench:
        bench.process.send_signal(number)
        _, said = bench.process.communicate(timeout=60)
        assert (bench.process.returncode, said) == (0, "")


def test_candidates_come_as_a_list_and_can_log_in(tmp_path: Path) -> None:
    with alone(tmp_path, "--now", NOW) as bench:
        status, payload = bench.ask("POST", "/candidates", PEOPLE)
        assert status == 201
        assert [one["account"] for one in payload["candidates"]] == [one["account"] for one in PEOPLE]
        headers = {"X-Device": "main-1"}
        login = {"account": PEOPLE[1]["account"], "password": "pw"}
        answer = urllib3.request("POST", bench.platform + "/login", json=login, headers=headers)
        token = answer.json()["token"]
        headers |= {"Authorization": f"Bearer {token}"}
        listed = urllib3.request("GET", bench.platform + "/exams", headers=headers).json()["exams"][0]
        assert {one["sitting"] for one in listed["sittings"]} == {
            one["sitting"] for one in payload["candidates"][1]["sittings"]
        }
        again, refused = bench.ask("POST", "/candidates", PEOPLE[2:])
        assert (again, PEOPLE[2]["account"] in refused["error"]["message"]) == (409, True)


def test_records_come_page_by_page(tmp_path: Path) -> None:
    with alone(tmp_path, "--now", NOW) as bench:
        bench.ask("POST", "/candidates", PEOPLE)
        whole = bench.get("/records")
        pages, last = [], 0
        while found := bench.get(f"/records?since={last}&limit=7")["records"]:
            assert len(found) <= 7
            pages += found
            last = found[-1]["seq"]
        assert pages == whole["records"]
        assert [row["seq"] for row in pages] == list(range(1, len(pages) + 1))
        for query in ("since=-1", "limit=0", "limit=x", "since=" + "9" * 40):
            assert bench.ask("GET", f"/records?{query}")[0] == 400


def test_the_clock_goes_at_the_rate_that_was_asked_for_and_through_an_outage(tmp_path: Path) -> None:
    with alone(tmp_path, "--now", NOW, "--clock", "x60") as bench:
        first = bench.get("/clock")
        assert first["rate"] == 60
        assert parse(first["now"]) >= parse(NOW)
        status, faster = bench.ask("POST", "/clock", {"rate": 3600})
        assert (status, faster["rate"]) == (200, 3600)
        bench.process.kill()
    with alone(tmp_path, "--now", NOW, "--clock", "x60") as bench:
        later = bench.get("/clock")
        assert later["rate"] == 3600
        # A process takes longer to start than a hundredth of a second.
        assert (parse(later["now"]) - parse(faster["now"])).total_seconds() > 36
        assert bench.get("/controls")["clock"] == "x3600"
        bench.process.stdin.close()  # type: ignore[union-attr]
        assert bench.process.wait(timeout=30) == 0
        said = bench.process.stderr.read()  # type: ignore[union-attr]
    assert "--clock x60 is for a new store" in said
    assert "--now" not in said


def test_who_asks_otherwise_of_a_clock_that_goes_is_told(tmp_path: Path) -> None:
    with alone(tmp_path, "--now", NOW):
        pass
    with alone(tmp_path, "--now", "2023-01-12T10:00:00.000+08:00") as bench:
        assert bench.get("/clock")["now"] < "2023-01-12T10:00"
        bench.process.kill()
        assert "--now 2023-01-12T10:00:00.000+08:00 is for a new store" in bench.process.stderr.read()  # type: ignore[union-attr]


@pytest.mark.parametrize("rate", [0, -1, 3601, "60", None])
def test_a_rate_that_cannot_be_is_refused(tmp_path: Path, rate: Any) -> None:
    with alone(tmp_path, "--now", NOW) as bench:
        status, payload = bench.ask("POST", "/clock", {"rate": rate})
        assert (status, payload["error"]["field"]) == (400, "rate")
        assert bench.get("/clock")["rate"] == 1


def test_only_the_token_opens_and_the_rest_is_not_offered(tmp_path: Path) -> None:
    with alone(tmp_path, "--now", NOW, "--heartbeat", "60") as bench:
        for row in CONTROLS:
            assert bench.ask(row.method, row.path, token="another")[0] == 401
        status, payload = bench.ask("POST", "/worlds", {})
        assert (status, payload["error"]["control"]) == (501, "worlds")
        assert bench.get("/controls")["heartbeat_seconds"] == 60
        assert "token" not in bench.told


def test_a_release_with_a_defect_says_so(tmp_path: Path) -> None:
    with alone(tmp_path, "--now", NOW, "--defect", "mock-exam-without-a-countdown") as bench:
        assert bench.get("/controls")["product"]["version"].endswith("+mock-exam-without-a-countdown")


WRONG = [
    (["--clock", "fast"], "write real, or x60"),
    (["--clock", "x0"], "write real, or x60"),
    (["--heartbeat", "0"], "more than 0"),
    (["--defect", "no-such"], "no-such"),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG, ids=lambda value: str(value))
def test_a_wrong_word_is_told(tmp_path: Path, words: list[str], sentence: str) -> None:
    command = [sys.executable, "-m", "simulators.platform", "--db", str(tmp_path / "x.sqlite"), *words]
    ended = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert sentence in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_token_that_is_named_and_missing_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "simulators.platform", "--db", str(tmp_path / "x.sqlite"), "--bench"]
    command += ["--token-from-env", "NOT_SET_ANYWHERE"]
    ended = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False, timeout=60)
    assert ended.returncode == 3
    assert "NOT_SET_ANYWHERE" in ended.stderr
