"""Input that no app of ours would send before an exam: a clear 4xx in the refusal's form, and nothing changed."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.platform.exam import Reply
from tests.platform.signing import NAME, Office, Person, entry, id_number
from tests.platform.test_hostile import NAMES, assert_refused

TEXTS = {**NAMES, "numbers": "\uff11\uff12", "newline": "a\r\nb", "format": "{0}%s${jndi:x}"}
FIELDS: list[tuple[str, str, dict[str, Any], str]] = [
    ("POST", "/accounts/code", {"phone": "13800000001"}, "phone"),
    ("POST", "/accounts", {"phone": "13800000001", "code": "000000", "password": "secret"}, "phone"),
    ("POST", "/accounts", {"phone": "13800000001", "code": "000000", "password": "secret"}, "code"),
    ("PUT", "/account/email", {"email": "a@b.cn"}, "email"),
    ("POST", "/identity", {"method": "manual", "name": NAME, "id_number": id_number()}, "id_number"),
    ("POST", "/identity", {"method": "manual", "name": NAME, "id_number": id_number()}, "method"),
    (
        "PUT",
        "/profile",
        {"kind": "高考生", "province": "浙江省", "candidate_number": "1", "school": "一中"},
        "kind",
    ),
    (
        "PUT",
        "/profile",
        {"kind": "高考生", "province": "浙江省", "candidate_number": "1", "school": "一中"},
        "candidate_number",
    ),
    ("POST", "/exams/composition/practice", {"event": "begun"}, "event"),
]


def facts(place: Office) -> list[object]:
    return [row for row in place.platform.records() if row["what"] != "refused"]


def refused_and_unchanged(place: Office, person: Person, reply: Reply, before: tuple[object, object]) -> None:
    assert_refused(reply.status, reply.json)
    assert (facts(place), person.account) == before


@pytest.mark.parametrize("text", TEXTS)
def test_strange_words_in_every_field(place: Office, text: str) -> None:
    person = place.person().logged_in()
    for method, path, good, field in FIELDS:
        before = (facts(place), person.account)
        reply = person.ask(method, path, {**good, field: TEXTS[text]})
        refused_and_unchanged(place, person, reply, before)


def test_accounts_that_are_made_up_are_not_remembered(place: Office) -> None:
    house = place.platform._house
    for number in range(200):
        place.person(f"made up {number}", f"phone-{number}").send_code()
        place.person(f"139{number:08d}", f"phone-{number}").create("000000")
        place.person(f"made up {number}", f"phone-{number}").log_in()
    assert len(house.store._accounts) + len(house.clerk._folded) == 0


BODIES = {
    "broken": b'{"phone": ',
    "not utf-8": b'{"phone": "\xff\xfe"}',
    "a list": b"[]",
    "a number": b"7",
    "nothing": b"",
    "empty": b"{}",
    "wrong types": b'{"phone": 7, "code": [], "password": {}, "email": 7, "method": 7, "kind": 7, "event": 7}',
    "deep": b"[" * 30_000,
    "nulls": b'{"phone": null, "code": null, "password": null, "email": null, "method": null, "kind": null}',
}


@pytest.mark.parametrize("body", BODIES)
def test_malformed_bodies(place: Office, body: str) -> None:
    person = place.person().logged_in()
    for method, path in dict.fromkeys((method, path) for method, path, _, _ in FIELDS):
        before = (facts(place), person.account)
        reply = person.ask(method, path, BODIES[body])
        assert reply.status == 400
        refused_and_unchanged(place, person, reply, before)


@pytest.mark.parametrize("name", ["long", "markup", "right to left", "emoji", "sql"])
def test_a_strange_name_that_is_the_candidates_own_goes_all_the_way(place: Office, name: str) -> None:
    place.platform.enrol(entry(name=NAMES[name]))
    person = place.person().identified(NAMES[name])
    assert person.lock(school=NAMES["markup"]).status == 200
    place.clock.advance(place.opens)
    assert person.confirm().status == 200
    assert person.ask("GET", "/exams").json["candidate"]["name"] == NAMES[name]
    place.reopen()
    assert person.account["name"] == NAMES[name]


@pytest.mark.parametrize(
    "path", ["/confirmations/%00", "/confirmations/..%2Fexams", "/exams/x/pledge", "/exams/x/tasks/y"]
)
def test_strange_majors_do_not_exist(place: Office, path: str) -> None:
    assert place.person().authenticated().ask("POST", path).status == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/account"), ("PUT", "/account/email"), ("PUT", "/identity/portrait"), ("POST", "/identity"),
     ("POST", "/identity/appeal"), ("PUT", "/profile"), ("POST", "/account/face"), ("POST", "/account/face-review"),
     ("GET", "/confirmations"), ("POST", "/confirmations/composition"), ("POST", "/exams/composition/pledge")],
)  # fmt: skip
def test_nothing_of_an_account_without_its_token(place: Office, method: str, path: str) -> None:
    person = place.person()
    person.token = "x" * 32
    reply = person.ask(method, path, b"{}")
    assert (reply.status, reply.cause) == (401, "no_token")


def test_an_auxiliary_phone_does_nothing_with_the_account(place: Office) -> None:
    seats = place.platform.enrol(entry())
    person = place.person().prepared()
    sitting = next(one for one in seats if one.session == "formal")
    person.ask("POST", f"/sittings/{sitting.sitting}/open")
    aux = place.person(device="aux-1")
    aux.token = aux.ask("POST", "/pair", {"code": sitting.code}).json["token"]
    for method, path in (("GET", "/account"), ("POST", "/confirmations/arttech"), ("POST", "/account/face")):
        assert aux.ask(method, path).cause == "wrong_phone"


def test_a_picture_that_is_too_large_is_not_read(place: Office) -> None:
    person = place.person().logged_in()
    for path in ("/identity/portrait", "/account/face"):
        method = "PUT" if path.startswith("/identity") else "POST"
        reply = person.ask(method, path, b"x" * (20 * 2**20 + 1))
        assert (reply.status, reply.cause) == (413, "too_large")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = ("phone", "code", "password", "email", "method", "name", "id_number", "kind", "province", "event")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=JSON | st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6))
def test_whatever_json_is_sent_there_is_an_answer(place: Office, body: Any) -> None:
    person = place.person("13800000009", "main-9")
    if not place.platform.knows(person.number):
        person.logged_in()
    person.log_in()
    data = json.dumps(body).encode()
    for method, path in dict.fromkeys((method, path) for method, path, _, _ in FIELDS):
        reply = person.ask(method, path, data)
        assert reply.status < 500
        assert reply.status < 300 or set(reply.json["refused"]) == {"operation", "cause", "at", "message"}
