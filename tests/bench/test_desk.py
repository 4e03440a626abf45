"""The people at the platform, as the bench plays them: the review desk, and who publishes apps."""

import urllib3

from tests.bench.client import Client


def second_phone(bench: Client) -> str:
    """A second aux phone pairs: admitted, and for a person to look at."""
    account = bench.world("paired")["candidates"][0]["account"]
    phone = bench.post("/phones", role="aux")["udid"]
    assert bench.post("/probes/pair", udid=phone, account=account)["accepted"]
    (open_case,) = bench.get("/reviews")["reviews"]
    assert (open_case["kind"], open_case["account"]) == ("flag", account)
    return str(open_case["id"])


def test_nothing_waits_in_a_world_that_has_just_begun(bench: Client) -> None:
    bench.world("waiting")
    assert bench.get("/reviews") == {"reviews": []}


def test_a_case_is_decided_once_and_recorded_with_who_decided_it(bench: Client) -> None:
    name = second_phone(bench)
    bench.post(f"/reviews/{name}", decision="reject", reviewer="周老师")
    assert bench.get("/reviews") == {"reviews": []}
    seen = bench.get("/records")["records"][-1]
    assert (seen["what"], seen["detail"]) == (
        "flag_seen",
        {"review": int(name), "decision": "reject", "reviewer": "周老师"},
    )
    assert bench.ask("POST", f"/reviews/{name}", decision="approve")[0] == 404


def test_a_case_that_is_not_open_is_told_with_those_that_are(bench: Client) -> None:
    name = second_phone(bench)
    status, payload = bench.ask("POST", "/reviews/0", decision="approve")
    assert status == 404
    assert f"there are {name}" in payload["error"]["message"]


def test_a_decision_is_one_of_two(bench: Client) -> None:
    status, payload = bench.ask("POST", f"/reviews/{second_phone(bench)}", decision="perhaps")
    assert (status, payload["error"]["field"]) == (400, "decision")


def newest(bench: Client, app: str) -> str:
    url = f"{bench.simulation.platform.url}/api/v1/releases/{app}"
    return str(urllib3.request("GET", url, retries=False).json()["latest"])


def test_a_release_is_the_newest_from_then_on(bench: Client) -> None:
    bench.world()
    assert newest(bench, "main") == newest(bench, "aux") == "1.0.0"
    bench.post("/releases", app="main", version="1.10.0", notes="修复已知问题。")
    bench.post("/releases", app="main", version="1.9.0")
    assert (newest(bench, "main"), newest(bench, "aux")) == ("1.10.0", "1.0.0")


def test_what_is_no_version_is_not_published(bench: Client) -> None:
    bench.world()
    for version in ("", "next", "1.2.3.4.5", "1.x", "-1", "1234567"):
        status, payload = bench.ask("POST", "/releases", app="main", version=version)
        assert (status, payload["error"]["field"]) == (400, "version")


ITEM = {"id": "hat", "rule": "COND-01", "en": "a hat", "zh": "帽子", "classes": ["violation"]}


def lying(bench: Client) -> str:
    """A sitting under way with a checklist in force; its id."""
    there = bench.world("answering")["candidates"][0]
    assert bench.ask("PUT", "/desk/checklist", items=[ITEM])[0] == 204
    return str(next(one["sitting"] for one in there["sittings"] if one["session"] == "formal"))


def test_a_sitting_lies_on_the_desk_and_takes_findings(bench: Client) -> None:
    sitting = lying(bench)
    made = bench.post("/desk/findings", sitting=sitting, item="hat", reviewer="周老师", phone="main")
    bench.post(f"/desk/findings/{made['finding']}", decision="settle", reviewer="李老师")
    told = bench.get(f"/desk/sittings/{sitting}")
    assert (told["effect"], told["ruling"]["gravest"]) == ("none", "violation")
    assert [step["by"] for step in told["findings"][0]["history"]] == ["周老师", "李老师"]
    assert told["page"].startswith("http://127.0.0.1:")


def test_the_desk_says_what_it_cannot_do(bench: Client) -> None:
    sitting = lying(bench)
    number = bench.post("/desk/findings", sitting=sitting, item="hat", reviewer="周老师")["finding"]
    wrong = {
        404: ("POST", "/desk/findings/0", {"decision": "settle", "reviewer": "周老师"}),
        409: ("POST", f"/desk/findings/{number}", {"decision": "settle", "reviewer": " "}),
        400: ("POST", f"/desk/findings/{number}", {"decision": "forget", "reviewer": "周老师"}),
    }
    for status, (method, path, body) in wrong.items():
        assert bench.ask(method, path, **body)[0] == status
    assert bench.ask("POST", "/desk/findings", sitting=sitting, item="dragon", reviewer="周老师")[0] == 409
    assert bench.ask("GET", "/desk/sittings/none")[0] == 404
    assert bench.ask("PUT", "/desk/checklist", items=[ITEM, ITEM])[0] == 409


def test_what_is_around_a_phone_is_of_the_tables(bench: Client) -> None:
    phone = bench.world("answering")["candidates"][0]["phones"]["main"]
    assert bench.ask("PUT", f"/phones/{phone}/surroundings", seen=["hat"], heard="talk")[0] == 200
    for body in ({"seen": ["dragon"]}, {"heard": "thunder"}):
        status, payload = bench.ask("PUT", f"/phones/{phone}/surroundings", **body)
        assert status == 409
        assert "there are" in payload["error"]["message"]
