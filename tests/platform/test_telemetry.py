"""OpenTelemetry of the platform alone: what a collector of the test's own is told, and what it is never told."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import urllib3

from simulators.platform.alone import telemetry
from tests.collector import collector, told
from tests.platform.test_small_bench import NOW, PEOPLE, Bench, alone

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def log_in(bench: Bench, **headers: str) -> str:
    login = {"account": PEOPLE[0]["account"], "password": "pw"}
    answer = urllib3.request(
        "POST", f"{bench.platform}/login", json=login, headers={"X-Device": "main-1", **headers}
    )
    return str(answer.json()["token"])


def end(bench: Bench) -> int:
    """Let the platform come to its end by itself, so that it sends what it still has."""
    assert bench.process.stdin is not None
    bench.process.stdin.close()
    return bench.process.wait(60)


def test_spans_and_durations_reach_a_collector(tmp_path: Path) -> None:
    with (
        collector() as found,
        alone(tmp_path, "--now", NOW, "--otlp", found.url, "--otlp-share", "1") as bench,
    ):
        _, registered = bench.ask("POST", "/candidates", PEOPLE)
        sitting = registered["candidates"][0]["sittings"][0]["sitting"]
        token = log_in(bench, traceparent=PARENT)
        headers = {"X-Device": "main-1", "Authorization": f"Bearer {token}"}
        assert urllib3.request("GET", f"{bench.platform}/sittings/{sitting}", headers=headers).status == 200
        assert urllib3.request("GET", f"{bench.platform}/nowhere/{sitting}", headers=headers).status == 404
        assert end(bench) == 0
        names = [span.name for span in found.spans]
        assert "GET /api/v1/sittings/{sitting}" in names
        login = next(span for span in found.spans if span.name == "POST /api/v1/login")
        assert login.trace_id.hex() == PARENT.split("-")[1]
        assert told(list(login.attributes))["http.response.status_code"] == 200
        duration = found.metrics["http.server.request.duration"].histogram
        counted = {told(list(one.attributes))["http.route"]: one.count for one in duration.data_points}
        assert counted["/api/v1/login"] == 1
        assert sitting not in f"{found.spans}{found.metrics}", "no identifier leaves the platform"


def test_of_a_share_only_what_is_traced_already_has_a_span_and_all_is_counted(tmp_path: Path) -> None:
    with (
        collector() as found,
        alone(tmp_path, "--now", NOW, "--otlp", found.url, "--otlp-share", "0") as bench,
    ):
        bench.ask("POST", "/candidates", PEOPLE)
        log_in(bench)
        log_in(bench, traceparent=PARENT)
        assert end(bench) == 0
        assert [span.name for span in found.spans] == ["POST /api/v1/login"]
        assert (
            sum(one.count for one in found.metrics["http.server.request.duration"].histogram.data_points) == 3
        )


def test_every_so_and_so_many_th_request_has_a_span_and_a_client_that_records_nothing_has_none() -> None:
    choice = telemetry.Choice(0.25)
    parents = [choice.parent({"headers": []}) for _ in range(12)]
    assert [number for number, parent in enumerate(parents) if parent is not None] == [3, 7, 11]
    unrecorded = PARENT[:-2] + "00"
    assert telemetry.Choice(1.0).parent({"headers": [(b"traceparent", unrecorded.encode())]}) is None


def test_a_collector_that_is_not_there_holds_up_nobody(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        with alone(tmp_path, "--now", NOW, "--otlp", url, "--otlp-share", "1") as bench:
            bench.ask("POST", "/candidates", PEOPLE)
            assert log_in(bench)
            assert end(bench) == 0


@pytest.mark.parametrize(
    ("path", "params", "route"),
    [
        ("/api/v1/exams", {}, "/api/v1/exams"),
        (
            "/api/v1/sittings/s1/photos/2",
            {"sitting": "s1", "page": 2},
            "/api/v1/sittings/{sitting}/photos/{page}",
        ),
        ("/api/v1/identity/front", {"side": "front"}, "/api/v1/identity/{side}"),
    ],
)
def test_a_route_is_told_by_the_names_of_its_places(path: str, params: dict[str, object], route: str) -> None:
    scope = {"path": path, "path_params": params}
    assert telemetry.route_of(scope) == route
    assert telemetry.route_of({"path": path}) == ""
