"""A world is made fresh, is the same for the same seed, and ends wholly."""

import threading
from pathlib import Path

import pytest
import urllib3

from simulators.stages import STAGES
from tests.bench.client import Client


@pytest.mark.parametrize("stage", STAGES)
def test_a_world_stands_where_its_stage_says(bench: Client, stage: str) -> None:
    world = bench.world(stage)
    assert world["stage"] == stage
    assert world["now"] == bench.get("/clock")["now"]
    assert len(world["phones"]) == 2
    assert bench.get("/worlds/current") == world


def test_the_same_seed_gives_the_same_world_and_another_another(bench: Client) -> None:
    one, again, other = (bench.world("waiting", seed=seed) for seed in (7, 7, 8))
    assert one["world"] != again["world"]
    assert {**one, "world": ""} == {**again, "world": ""}
    assert one["candidates"][0]["account"] != other["candidates"][0]["account"]
    assert one["phones"] != other["phones"]


def test_records_of_the_same_seed_are_the_same(bench: Client) -> None:
    records = []
    for _ in range(2):
        bench.world("answering", seed=3)
        bench.post("/clock", by_ms=60_000)
        records.append(bench.get("/records"))
    assert records[0] == records[1]


def test_nothing_of_the_old_world_is_left(bench: Client) -> None:
    bench.world("waiting")
    old = bench.there
    token = old.platform.token_for(next(iter(old.seats)), next(iter(old.handsets)))
    room, udid = old.room, next(iter(old.handsets))
    bench.world("registered", seed=2)
    assert not room.exists()
    assert bench.ask("GET", f"/phones/{udid}")[0] == 404
    answer = urllib3.request(
        "GET",
        f"{bench.simulation.platform.url}/api/v1/exams",
        headers={"Authorization": f"Bearer {token}", "X-Device": udid},
        retries=False,
    )
    assert answer.status == 401


def test_worlds_leave_no_threads_files_or_sockets(bench: Client) -> None:
    bench.world("waiting")
    fewest = len(list(Path("/proc/self/fd").iterdir()))
    threads = threading.active_count()
    for seed in range(10):
        bench.world("waiting", seed=seed)
    assert len(list(Path("/proc/self/fd").iterdir())) <= fewest + 2
    assert threading.active_count() <= threads + 1


def test_people_have_the_names_that_they_are_given(bench: Client) -> None:
    world = bench.world(candidates=[{"name": "王芳"}, {"name": "李强", "account": "liqiang-1"}, {}])
    people = world["candidates"]
    assert [person["name"] for person in people][:2] == ["王芳", "李强"]
    assert people[1]["account"] == "liqiang-1"
    assert len({person["account"] for person in people}) == 3
    assert len({phone["udid"] for phone in world["phones"]}) == 6


def test_candidates_may_differ_in_subject_and_stage(bench: Client) -> None:
    wish = [{"stage": "waiting"}, {"subject": "design-general", "stage": "paired"}]
    world = bench.world("waiting", candidates=wish)
    assert [person["major"] for person in world["candidates"]] == ["composition", "design"]
    records = [record for record in bench.get("/records")["records"] if record["what"] != "resource"]
    what = {record["account"]: record["what"] for record in records}
    assert set(what.values()) == {"face_passed", "aux_recording"}


def test_a_candidate_may_come_later(bench: Client) -> None:
    bench.world("paired")
    added = bench.post("/candidates", name="赵敏", stage="confirmed")
    assert added["name"] == "赵敏"
    assert added["account"] in [person["account"] for person in bench.get("/worlds/current")["candidates"]]


WRONG_WORLDS = [
    ({"season": "zjcm-1999"}, "season", "zjcm-2023"),
    ({"subject": "chemistry"}, "subject", "song"),
    ({"session": "mock-9"}, "session", "mock-1"),
    ({"candidates": [{}, {"subject": "chemistry"}]}, "candidates[1].subject", "song"),
]


@pytest.mark.parametrize(("wish", "field", "hint"), WRONG_WORLDS)
def test_a_wrong_wish_is_told_and_the_world_stays(
    bench: Client, wish: dict[str, object], field: str, hint: str
) -> None:
    before = bench.world()
    status, payload = bench.ask("POST", "/worlds", **wish)
    assert (status, payload["error"]["field"]) == (400, field)
    assert hint in payload["error"]["expected"]
    assert bench.get("/worlds/current") == before


def test_a_stage_ahead_and_a_taken_account_are_refused(bench: Client) -> None:
    world = bench.world("confirmed")
    status, payload = bench.ask("POST", "/candidates", stage="waiting")
    assert status == 409
    assert "stage waiting of song stands at 2023-01-12T09:50" in payload["error"]["message"]
    account = world["candidates"][0]["account"]
    assert bench.ask("POST", "/candidates", account=account)[0] == 409


def test_two_candidates_with_one_account_make_no_world(bench: Client) -> None:
    bench.world()
    status, _ = bench.ask("POST", "/worlds", candidates=[{"account": "abc"}, {"account": "abc"}])
    assert status == 409
    assert bench.ask("GET", "/worlds/current")[0] == 409


def test_a_candidates_phones_are_of_the_models_that_are_wished(bench: Client) -> None:
    world = bench.world("waiting", candidates=[{"models": {"main": "huawei-mate-50"}}])
    main, aux = world["phones"]
    assert [main["model_id"], main["os"], main["model"]] == ["huawei-mate-50", "HarmonyOS", "Mate 50"]
    assert aux["model_id"] == "oppo-a55-5g"
    more = bench.post("/candidates", models={"main": "xiaomi-13", "aux": "vivo-x90"})
    phones = {phone["udid"]: phone["model_id"] for phone in bench.get("/worlds/current")["phones"]}
    assert [phones[more["phones"][role]] for role in ("main", "aux")] == ["xiaomi-13", "vivo-x90"]


def test_the_main_phones_number_is_the_account(bench: Client) -> None:
    world = bench.world()
    pair = world["candidates"][0]["phones"]
    numbers = [bench.get(f"/phones/{udid}")["info"]["number"] for udid in pair.values()]
    assert numbers[0] == world["candidates"][0]["account"] != numbers[1]


def test_an_unknown_model_is_refused_with_the_list_and_the_present_world_stays(bench: Client) -> None:
    there = bench.world()["world"]
    for path, body, field in (
        ("/worlds", {"candidates": [{}, {"models": {"aux": "fridge"}}]}, "candidates[1].models.aux"),
        ("/candidates", {"models": {"main": "fridge"}}, "models.main"),
        ("/phones", {"role": "aux", "model": "fridge"}, "model"),
    ):
        status, payload = bench.ask("POST", path, **body)
        assert (status, payload["error"]["field"]) == (400, field)
        assert "huawei-mate-50" in payload["error"]["expected"]
    assert bench.get("/worlds/current")["world"] == there


def test_a_phone_without_an_android_layer_has_no_app_and_says_why(bench: Client) -> None:
    world = bench.world(candidates=[{"models": {"main": "huawei-mate-70-pro"}}])
    assert [phone["app"] for phone in world["phones"]] == [None, "com.xiaoyibang.aux"]
    info = bench.get(f"/phones/{world['phones'][0]['udid']}")["info"]
    assert (info["platform"], info["runs"]) == ("HarmonyOS", "hap")
    assert "com.xiaoyibang.main" not in info["apps"]
    assert "no Android layer" in info["why_no_app"]
    status, payload = bench.ask("PUT", f"/phones/{info['udid']}/app", install="com.xiaoyibang.main")
    assert status == 409
    assert "no Android layer" in payload["error"]["message"]
    status, payload = bench.ask(
        "POST", "/worlds", stage="waiting", candidates=[{"models": {"main": "huawei-mate-70-pro"}}]
    )
    assert (status, payload["error"]["field"]) == (400, "candidates[0].models.main")
    assert "no Android layer" in payload["error"]["expected"]
