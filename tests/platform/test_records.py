"""Records, logging in, and a past given as data."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from conformance.season import Season
from simulators.core.instants import iso
from simulators.core.machine import Refused
from simulators.platform.events import VOCABULARY
from simulators.platform.opening import StoreError
from simulators.platform.past import Candidate
from tests.platform.exam import ACCOUNT, PASSWORD, Reply, World


def login(world: World, account: str = ACCOUNT, password: str = PASSWORD) -> Reply:
    payload = json.dumps({"account": account, "password": password}).encode()
    return world.http("POST", "/login", payload, {"X-Device": "main-1"})


@pytest.mark.parametrize("account", [ACCOUNT, "330100200001010000"])
def test_login_by_phone_or_id_number(world: World, account: str) -> None:
    reply = login(world, account)
    assert reply.json == {"token": world.token, "candidate": {"account": ACCOUNT, "name": "王芳"}}
    recorded = world.platform.records()[-1]
    assert (recorded["what"], recorded["account"], recorded["device"]) == ("logged_in", ACCOUNT, "main-1")


@pytest.mark.parametrize(("account", "password"), [(ACCOUNT, "wrong"), ("nobody", PASSWORD), ("", "")])
def test_wrong_credentials_say_no_more(world: World, account: str, password: str) -> None:
    before = world.platform.records()
    reply = login(world, account, password)
    assert (reply.status, reply.cause) == (401, "wrong_credentials")
    assert world.platform.records() == before


def test_no_password_and_no_token_is_kept_in_clear(world: World) -> None:
    world.to_paired()
    kept = b"".join(path.read_bytes() for path in world.root.glob("exam.sqlite*") if path.is_file())
    assert PASSWORD.encode() not in kept
    assert world.token.encode() not in kept
    assert world.bindings["aux-1"][1].encode() not in kept


def test_tokens_and_codes_survive_a_restart(world: World) -> None:
    world.to_paired()
    code = world.seat.code
    world.reopen()
    assert world.view()["code"]["payload"] == code
    assert world.aux("", method="GET").status == 200
    assert login(world).json["token"] == world.token


def test_the_exam_list_has_one_record_a_major(world: World) -> None:
    exams = world.http("GET", "/exams", b"", {"Authorization": f"Bearer {world.token}"}).json
    assert exams["server_time"] == iso(world.clock.now())
    (record,) = exams["exams"]
    assert record["major"]["id"] == "composition"
    assert [(row["subject"]["id"], row["session"]) for row in record["sittings"]] == [
        (subject, session)
        for subject in ("song", "harmony")
        for session in ("mock-1", "mock-2", "mock-3", "formal")
    ]


def test_records_go_on_from_a_number(world: World) -> None:
    world.to_paired()
    first = world.platform.records()
    world.to_waiting()
    assert world.platform.records(first[-1]["seq"]) == world.platform.records()[len(first) :]
    assert {row["what"] for row in world.platform.records()} <= VOCABULARY


def test_who_never_came_has_given_up_the_formal_exam_and_no_mock(world: World) -> None:
    world.at(timedelta(days=1))
    given_up = [row for row in world.platform.records() if row["what"] == "forfeited"]
    formal = {world.seat_of(subject, "formal").sitting for subject in ("song", "harmony")}
    assert {row["sitting"] for row in given_up} == formal
    assert {row["at"] for row in given_up} == {
        iso(world.seat_of(subject, "formal").schedule.start) for subject in ("song", "harmony")
    }


def test_two_platforms_do_not_share_a_file(tmp_path: Path, season: Season) -> None:
    world = World(tmp_path, season)
    with pytest.raises(StoreError, match="in use by process"):
        world.open_store()
    world.close()


class TestPrefix:
    def past(self, world: World, *words: str, device: str = "main-1") -> list[dict[str, object]]:
        at = world.seat.schedule.start - timedelta(minutes=10)
        told = {"at": at, "sitting": world.seat.sitting, "device": device}
        return [{**told, "what": word} for word in words]

    def test_a_past_given_as_data_is_the_past(self, world: World) -> None:
        rows = [
            *self.past(world, "opened"),
            *self.past(world, "paired", "aux_recording", device="aux-1"),
            *self.past(world, "entered", "face_passed"),
        ]
        world.platform.append(rows)
        world.at(timedelta(minutes=-10))
        world.bindings["aux-1"] = world.platform.binding_of(world.seat.sitting, "aux-1")
        view = world.view()
        assert (view["state"], view["aux"]) == ("waiting", {"recording": True, "phones": 1})
        assert world.aux("", method="GET").json["recording"] is True
        world.at(timedelta(0))
        assert world.words()[-1] == "started"

    def test_a_past_equals_the_way_that_was_walked(self, world: World, sheetless: World) -> None:
        walked = world.to_ready().records()
        rows = [row for row in walked if row["what"] not in ("started", "displayed", "photos_opened")]
        view = world.view()
        world.close()
        again = World(world.root / "again", world.season)
        again.platform.append(rows)
        again.clock.advance(world.clock.now())
        assert again.view() == view
        assert sorted((row["at"], row["what"]) for row in again.records()) == sorted(
            (row["at"], row["what"]) for row in walked
        )
        again.close()
        world.open_store()

    def test_an_impossible_past_is_refused_whole(self, world: World) -> None:
        before = world.platform.records()
        with pytest.raises(Refused):
            world.platform.append(self.past(world, "opened", "face_passed"))
        with pytest.raises(ValueError, match="no word"):
            world.platform.append([{"at": world.clock.now(), "what": "invented"}])
        with pytest.raises(ValueError, match="no sitting"):
            world.platform.append([{"at": world.clock.now(), "what": "opened", "sitting": "x"}])
        assert world.platform.records() == before


def test_a_candidate_of_several_majors_has_a_number_for_each(world: World) -> None:
    world.platform.register(Candidate("1", "x", "李强", majors=("composition", "arttech")))
    seats = world.platform.sittings_of("1")
    assert len(seats) == 12
    assert len({seat.admission_number for seat in seats}) == 2
