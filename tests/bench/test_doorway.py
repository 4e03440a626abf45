"""Who is let in, and what is said to whoever asks wrongly."""

import http.client
import socket

import pytest

from simulators.bench.controls import CONTROLS
from simulators.door.doorway import MOST_BYTES
from tests.bench.client import Client

DOORS = sorted({(row.method, row.path.replace("{udid}", "x")) for row in CONTROLS})
BARE = {"/platform/restart"}
"""What is told nothing: a body is passed over there."""
WITH_BODY = [(method, path) for method, path in DOORS if method in ("POST", "PUT") and path not in BARE]


@pytest.mark.parametrize(("method", "path"), DOORS)
@pytest.mark.parametrize("token", ["", "a token", "a token for tests!", "令牌"])
def test_only_the_token_opens(bench: Client, method: str, path: str, token: str) -> None:
    address = bench.simulation.bench
    connection = http.client.HTTPConnection("127.0.0.1", address.port)
    connection.request(method, f"/bench/v1{path}", headers={"Authorization": f"Bearer {token}".encode()})
    assert connection.getresponse().status == 401
    connection.close()


def test_without_any_token_nothing_opens(bench: Client) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", bench.simulation.bench.port)
    connection.request("GET", "/bench/v1/controls")
    assert connection.getresponse().status == 401
    connection.close()


@pytest.mark.parametrize(
    "path", ["/frobnicate", "/phones/x/fingerprint", "/clock/backwards", "/worlds/2", ""]
)
def test_what_is_not_offered_answers_501_with_its_name(bench: Client, path: str) -> None:
    status, payload = bench.send("POST", f"/bench/v1{path}", b"{}")
    assert status == 501
    assert payload["error"]["control"] == (path.strip("/") or "/bench/v1")


def test_a_control_knows_its_methods(bench: Client) -> None:
    status, payload = bench.send("PATCH", "/bench/v1/clock", b"{}")
    assert status == 405
    assert "takes GET, POST" in payload["error"]["message"]


NONSENSE = [b"", b"[", b"[]", b'"x"', b"\xff\xfe", b"null", b'{"zzz": {"a": [1]}}', b"[" * 100_000]


@pytest.mark.parametrize(("method", "path"), WITH_BODY)
def test_a_wrong_body_is_told_and_changes_nothing(bench: Client, method: str, path: str) -> None:
    bench.world()
    udid = next(iter(bench.there.handsets))
    before = bench.get(f"/phones/{udid}")
    for body in NONSENSE:
        status, payload = bench.send(method, f"/bench/v1{path.replace('/x', f'/{udid}')}", body)
        assert status == 400
        assert payload["error"]["message"]
    assert bench.get(f"/phones/{udid}") == before


def test_a_body_has_an_end(bench: Client) -> None:
    status, payload = bench.send("POST", "/bench/v1/clock", b" " * (MOST_BYTES + 1))
    assert status == 413
    assert str(MOST_BYTES) in payload["error"]["message"]


def test_without_a_world_most_things_cannot_be_done(bench: Client) -> None:
    bench.ask("DELETE", "/worlds/current")
    for method, path in (
        ("GET", "/clock"),
        ("GET", "/records"),
        ("GET", "/worlds/current"),
        ("GET", "/phones/x"),
    ):
        status, payload = bench.ask(method, path)
        assert status == 409
        assert "POST /bench/v1/worlds" in payload["error"]["message"]
    assert bench.ask("DELETE", "/worlds/current")[0] == 204


def test_the_bench_listens_on_the_loopback_only(bench: Client) -> None:
    others = {str(row[4][0]) for row in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {
        "127.0.0.1"
    }
    for host in others:
        with pytest.raises(OSError), socket.create_connection((host, bench.simulation.bench.port), 5):
            pass


def test_controls_say_what_this_is(bench: Client) -> None:
    told = bench.get("/controls")
    assert told["simulated"] is True
    assert told["clock"] == "driven"
    assert told["resolution_ms"] == 1
    assert told["basis"]["screens"] > 0
    assert "clock" in told["controls"]
    assert "probes/together" in told["controls"]
