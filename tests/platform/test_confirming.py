"""Information and confirmation: locked once, matched with the school's roster, major by major, from the opening on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
import urllib3

from conformance.season import Season, load
from simulators.core.instants import iso
from simulators.platform.plan import clash
from simulators.platform.roster import same_province
from tests.platform.exam import BASE, MS, served
from tests.platform.signing import NAME, Office, Person, entry, id_number, office


def at_opening(place: Office, offset: timedelta = timedelta(0)) -> None:
    place.clock.advance(place.opens + offset)


def ready_to_confirm(place: Office, **otherwise: Any) -> Person:
    place.platform.enrol(entry(**otherwise))
    person = place.person().authenticated()
    at_opening(place)
    return person


def test_information_is_locked_once(place: Office) -> None:
    person = place.person().logged_in()
    assert person.lock().cause == "identity_needed"
    person.type_in()
    locked = person.lock().json
    assert (locked["state"], locked["profile"]["kind"]) == ("authenticated", "高考生")
    assert locked["bars"] == {"blue": False, "red": True}
    assert person.lock(province="上海市").cause == "profile_locked"
    assert person.account["profile"]["province"] == "浙江省"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "社会考生"},
        {"province": ""},
        {"candidate_number": "一二三"},
        {"school": ""},
        {"school": None},
    ],
)
def test_information_of_another_form_is_malformed(place: Office, wrong: dict[str, object]) -> None:
    person = place.person().identified()
    assert person.lock(**wrong).cause == "bad_request"
    assert person.state == "id_verified"


@pytest.mark.parametrize(("offset", "cause"), [(-MS, "too_early"), (timedelta(0), None), (MS, None)])
def test_confirmation_opens(place: Office, offset: timedelta, cause: str | None) -> None:
    place.platform.enrol(entry())
    person = place.person().authenticated()
    at_opening(place, offset)
    shown = person.ask("GET", "/confirmations").json
    assert (shown["opens_at"], len(shown["pending"]), shown["trouble"]) == (
        iso(place.opens),
        int(not cause),
        None,
    )
    reply = person.confirm()
    assert reply.cause == cause
    if cause:
        assert reply.json["refused"]["message"]["zh"] == "确认考试尚未开放，请在开放后再确认。"


def test_what_is_confirmed_comes_into_the_list(place: Office) -> None:
    person = ready_to_confirm(place, majors=("composition", "arttech"))
    pending = person.ask("GET", "/confirmations").json["pending"]
    assert [one["major"]["id"] for one in pending] == ["composition", "arttech"]
    assert [one["name"] for one in pending[0]["subjects"]] == ["歌曲写作", "和声写作"]
    assert person.ask("GET", "/exams").json["exams"] == []
    left = person.confirm().json["pending"]
    assert [one["major"]["id"] for one in left] == ["arttech"]
    (exam,) = person.ask("GET", "/exams").json["exams"]
    assert exam["major"]["id"] == "composition"
    assert exam["admission_number"]
    assert person.confirm().status == 200
    assert place.words().count("confirmed") == 1


MISMATCHES = [
    ({"name": "王方"}, "name_mismatch"),
    ({"province": "上海市"}, "province_mismatch"),
    ({"id_number": id_number(2)}, "no_record"),
    ({"majors": ()}, "no_record"),
    ({"name": "王方", "province": "上海市"}, "name_mismatch"),
]


@pytest.mark.parametrize(("otherwise", "cause"), MISMATCHES, ids=str)
def test_a_mismatch_is_told_by_its_field(place: Office, otherwise: dict[str, object], cause: str) -> None:
    person = ready_to_confirm(place, **otherwise)
    shown = person.ask("GET", "/confirmations").json
    assert (shown["pending"], shown["trouble"]["cause"]) == ([], cause)
    reply = person.confirm()
    assert reply.cause == cause
    assert shown["trouble"]["message"] == reply.json["refused"]["message"]


def test_another_major_than_the_registered_one_is_not_found(place: Office) -> None:
    person = ready_to_confirm(place)
    assert person.confirm("choral").cause == "no_record"
    assert person.confirm("painting").status == 404


def test_nobody_confirms_before_the_authentication(place: Office) -> None:
    place.platform.enrol(entry())
    person = place.person().identified()
    at_opening(place)
    assert person.ask("GET", "/confirmations").json["trouble"]["cause"] == "not_authenticated"
    assert person.confirm().cause == "not_authenticated"


def test_a_trouble_is_not_told_before_the_opening(place: Office) -> None:
    place.platform.enrol(entry(name="王方"))
    person = place.person().authenticated()
    assert person.ask("GET", "/confirmations").json["trouble"] is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("浙江", "浙江省", True),
        ("内蒙古", "内蒙古自治区", True),
        ("山西省", "陕西省", False),
        ("", "", False),
    ],
)
def test_a_province_may_be_written_short(one: str, other: str, same: bool) -> None:
    assert same_province(one, other) is same


@pytest.fixture
def always_open(tmp_path: Path, season: Season) -> Iterator[Office]:
    with office(tmp_path / "open", replace(season, dates={})) as made:
        yield made


def test_a_season_that_names_no_opening_is_open_all_along(always_open: Office) -> None:
    always_open.platform.enrol(entry())
    person = always_open.person().authenticated()
    assert person.ask("GET", "/confirmations").json["opens_at"] is None
    assert person.confirm().status == 200


def test_two_confirmations_at_the_same_moment_are_one(place: Office) -> None:
    person = ready_to_confirm(place)
    barrier = Barrier(6)

    def confirm(_: int) -> int:
        barrier.wait(20)
        address = f"{url}{BASE}/confirmations/composition"
        return urllib3.request("POST", address, headers={"Authorization": f"Bearer {person.token}"}).status

    with served(place.platform) as url, ThreadPoolExecutor(6) as threads:
        assert list(threads.map(confirm, range(6))) == [200] * 6
    assert place.words().count("confirmed") == 1


def test_of_two_accounts_created_at_the_same_moment_there_is_one(place: Office) -> None:
    place.person().send_code()
    body = f'{{"phone": "13800000001", "code": "{place.code()}", "password": "secret-1"}}'.encode()
    barrier = Barrier(5)

    def create(_: int) -> int:
        barrier.wait(20)
        return urllib3.request("POST", f"{url}{BASE}/accounts", body=body, retries=False).status

    with served(place.platform) as url, ThreadPoolExecutor(5) as threads:
        assert sorted(threads.map(create, range(5))) == [201, *[409] * 4]
    assert place.words().count("account_created") == 1


def test_an_exam_moves_with_the_identity_to_whom_it_is_granted(place: Office) -> None:
    place.platform.enrol(entry())
    first = place.person().confirmed()
    sitting = first.ask("GET", "/exams").json["exams"][0]["sittings"][0]["sitting"]
    second = place.person("13800000002", "main-2").logged_in()
    second.type_in()
    second.ask("POST", "/identity/appeal")
    place.platform.review(place.platform.reviews()[0]["id"], "approve", "周老师")
    assert first.ask("GET", "/exams").json["exams"] == []
    assert first.ask("GET", f"/sittings/{sitting}").status == 404
    second.type_in()
    second.lock()
    assert second.ask("GET", f"/sittings/{sitting}").cause == "not_confirmed"
    second.confirm()
    assert second.ask("GET", f"/sittings/{sitting}").json["candidate"]["name"] == NAME
    assert first.ask("GET", f"/sittings/{sitting}").status == 404


def test_a_major_that_examines_at_the_same_time_is_named_and_not_refused(place: Office) -> None:
    person = ready_to_confirm(place, majors=("composition", "choral", "arttech"))
    clashes = [one["clashes"] for one in person.ask("GET", "/confirmations").json["pending"]]
    assert clashes == [[], [], []]
    pending = person.confirm().json["pending"]
    named = load("zjcm-2023").major("composition").name
    assert {one["major"]["id"]: one["clashes"] for one in pending} == {"choral": [named], "arttech": [named]}
    assert person.ask("POST", "/confirmations/choral").status == 200


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        ("composition", "choral", True),
        ("composition", "arttech", True),
        ("choral", "arttech", False),
        ("choral", "orchestral", True),
    ],
)
def test_majors_clash_where_their_formal_exams_overlap(one: str, other: str, clashes: bool) -> None:
    season = load("zjcm-2023")
    assert (clash(season, one, other), clash(season, other, one)) == (clashes, clashes)
