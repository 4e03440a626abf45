"""Only the bench moves exam time, forward only; records tell what came of it."""

from tests.bench.client import Client


def test_time_moves_to_an_instant_or_by_a_span(bench: Client) -> None:
    bench.world("confirmed")
    assert bench.get("/clock")["now"] == "2023-01-12T09:30:00.000+08:00"
    assert bench.post("/clock", by_ms=1)["now"] == "2023-01-12T09:30:00.001+08:00"
    assert bench.post("/clock", to="2023-01-12T01:40:00Z")["now"] == "2023-01-12T09:40:00.000+08:00"


def test_time_never_goes_back(bench: Client) -> None:
    bench.world("confirmed")
    status, payload = bench.ask("POST", "/clock", to="2023-01-12T09:29:59.999+08:00")
    assert status == 409
    assert "cannot go back to 2023-01-12T09:29:59.999+08:00" in payload["error"]["message"]
    assert bench.get("/clock")["now"] == "2023-01-12T09:30:00.000+08:00"


def test_the_platform_records_what_the_clock_decides(bench: Client) -> None:
    bench.world("waiting")
    before = bench.get("/records")
    assert bench.get(f"/records?since={before['last']}") == {"records": [], "last": before["last"]}
    bench.post("/clock", to="2023-01-12T10:00:00.000+08:00")
    new = bench.get(f"/records?since={before['last']}")["records"]
    assert [(row["what"], row["at"]) for row in new] == [("started", "2023-01-12T10:00:00.000+08:00")]


def test_who_does_not_enter_forfeits_at_the_start(bench: Client) -> None:
    bench.world("paired")
    bench.post("/clock", to="2023-01-12T10:00:00.000+08:00")
    assert bench.whats()[-1] == "forfeited"


def test_since_is_a_number(bench: Client) -> None:
    bench.world()
    for since in ("-1", "x", "1.5"):
        status, payload = bench.ask("GET", f"/records?since={since}")
        assert (status, payload["error"]["field"]) == (400, "since")
