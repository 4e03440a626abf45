"""Auxiliary phones and the code (C02): distinct phones take slots, the fourth is refused, who wins a race is one."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import urllib3

from simulators.core.chance import Chance
from simulators.platform.past import Candidate
from tests.platform.exam import ACCOUNT, World, served


def test_the_code_is_the_same_at_every_opening(world: World) -> None:
    assert world.view()["code"] is None
    first = world.main("open").json["code"]
    assert first == world.main("open").json["code"] == world.view()["code"]
    assert world.words() == ["opened"]


def test_three_phones_are_admitted_and_the_fourth_refused(world: World) -> None:
    world.to_exam_page()
    assert [world.pair(f"aux-{n}").status for n in (1, 2, 3)] == [200, 200, 200]
    assert world.pair("aux-4").cause == "code_full"
    assert world.view()["aux"]["phones"] == 3
    paired = world.records("paired")
    assert [row["detail"]["nth"] for row in paired] == [1, 2, 3]
    assert [row["detail"].get("flag") for row in paired] == [None, "another_phone", "another_phone"]
    refused = world.records("refused")[-1]
    assert (refused["device"], refused["detail"]["cause"]) == ("aux-4", "code_full")


def test_the_same_phone_again_takes_no_slot(world: World) -> None:
    world.to_exam_page()
    first = world.pair("aux-1").json
    again = world.pair("aux-1").json
    assert (again["binding"], again["token"]) == (first["binding"], first["token"])
    assert len(world.records("paired")) == 1
    for number in (2, 3):
        world.pair(f"aux-{number}")
    assert world.pair("aux-1").status == 200


def test_the_typed_code_is_its_twin(world: World) -> None:
    world.to_exam_page()
    typed = {"exam_code": world.seat.exam_code.lower(), "account": ACCOUNT}
    assert world.pair("aux-1", typed).status == 200
    assert world.records("paired")[0]["detail"]["by"] == "typed"
    assert world.pair("aux-1").json["binding"] == world.bindings["aux-1"][0]


@pytest.mark.parametrize(
    ("payload", "cause"),
    [
        ({"code": "XYB1:nothing:AAAA"}, "code_unknown"),
        ({"code": ""}, "code_unknown"),
        ({"code": "作弊"}, "code_unknown"),
        ({"exam_code": "AAAAAAAA", "account": ACCOUNT}, "code_unknown"),
        ({"exam_code": "AAAAAAAA", "account": "nobody"}, "account_unknown"),
        ({"exam_code": "AAAAAAAA"}, "bad_request"),
        ({}, "bad_request"),
    ],
    ids=str,
)
def test_wrong_codes(world: World, payload: dict[str, str], cause: str) -> None:
    world.to_exam_page()
    assert world.pair("aux-1", payload).cause == cause


def test_a_code_whose_token_differs_is_unknown(world: World) -> None:
    world.to_exam_page()
    forged = world.seat.code[:-1] + ("A" if world.seat.code[-1] != "A" else "B")
    assert world.pair("aux-1", {"code": forged}).cause == "code_unknown"


def test_the_code_is_unknown_until_the_exam_page_was_opened(world: World) -> None:
    assert world.pair().cause == "code_unknown"


def test_the_code_of_another_candidate_is_not_bound_to_this_account(world: World) -> None:
    world.to_exam_page()
    world.platform.register(Candidate("13900000009", "x", "李强", majors=("composition",)))
    theirs = world.seat_of("song", "formal", "13900000009")
    assert world.pair("aux-1", {"exam_code": theirs.exam_code, "account": ACCOUNT}).cause == "code_unknown"


def test_the_code_is_closed_with_the_sitting(world: World) -> None:
    world.to_submitted()
    assert world.pair("aux-2").cause == "code_closed"
    assert world.pair("aux-1").cause == "code_closed"


def test_each_sitting_has_a_code_of_its_own(world: World) -> None:
    seats = world.platform.sittings_of(ACCOUNT)
    assert len({seat.code for seat in seats}) == len({seat.exam_code for seat in seats}) == len(seats) == 8


def test_two_candidates_may_have_drawn_the_same_code_to_type(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = {(seat.subject.id, seat.session): seat.exam_code for seat in world.platform.sittings_of(ACCOUNT)}

    def drawn(chance: Chance, length: int) -> str:
        _, subject, session = chance.seed.rsplit("/", 2)
        return mine[subject, session] if length == len(world.seat.exam_code) else plain(chance, length)

    plain = Chance.token
    monkeypatch.setattr(Chance, "token", drawn)
    world.platform.register(Candidate("13900000009", "x", "李强", majors=("composition",)))
    monkeypatch.undo()
    code = world.seat_of("song", "formal", "13900000009").exam_code
    assert code == world.seat.exam_code
    world.to_exam_page()
    assert world.pair("aux-2", {"exam_code": code, "account": "13900000009"}).cause == "code_unknown"
    assert world.pair("aux-1", {"exam_code": code, "account": ACCOUNT}).status == 200


def test_an_auxiliary_phone_of_another_sitting_does_not_admit(world: World) -> None:
    world.to_exam_page().at(timedelta(minutes=-10))
    other = World.seat_of(world, "song", "mock-1")
    events = [{"at": other.schedule.opens_at, "what": "opened", "sitting": other.sitting}]
    events += [
        {"at": other.schedule.opens_at, "what": what, "sitting": other.sitting, "device": "aux-1"}
        for what in ("paired", "aux_recording")
    ]
    world.platform.append(events)
    assert world.main("enter").cause == "aux_not_recording"


def test_a_second_phone_may_do_the_recording(world: World) -> None:
    world.to_exam_page().at(timedelta(minutes=-10))
    world.pair("aux-1"), world.pair("aux-2")
    assert world.main("enter").cause == "aux_not_recording"
    world.aux("record", device="aux-2")
    assert world.main("enter").status == 200


@pytest.mark.parametrize("round_", range(5))
def test_two_phones_at_once_for_the_last_slot(world: World, round_: int) -> None:
    world.to_exam_page()
    for number in (1, 2):
        world.pair(f"aux-{number}")
    phones = [f"late-{number}" for number in range(6)]
    together = Barrier(len(phones))
    with served(world.platform) as url, ThreadPoolExecutor(len(phones)) as pool:

        def scan(phone: str) -> int:
            with urllib3.PoolManager() as http:
                body, headers = json.dumps({"code": world.seat.code}), {"X-Device": phone}
                together.wait(timeout=20)
                reply = http.request("POST", f"{url}/api/v1/pair", body=body, headers=headers, retries=False)
                return reply.status

        statuses = list(pool.map(scan, phones))
    assert sorted(statuses) == [200, 409, 409, 409, 409, 409]
    assert world.view()["aux"]["phones"] == 3
    assert len(world.records("paired")) == 3
    assert len(world.records("refused")) == 5
