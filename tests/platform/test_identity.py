"""The identity check: what a photo shows, what is typed in, whose it is, and the appeal (R320 to R328)."""

import base64
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from conformance.season import Season
from simulators.platform import id_numbers
from tests.platform.exam import BASE, picture, served
from tests.platform.signing import NAME, PHONE, Office, Person, card, id_number, office

OTHER = "13800000002"


def test_both_sides_are_read_from_their_photos(place: Office) -> None:
    person = place.person().logged_in()
    assert person.show("portrait").json["identity"]["sides"] == {"portrait": True, "emblem": False}
    assert person.state == "id_in_progress"
    assert person.show("emblem").json["identity"]["state"] == "in_progress"
    assert person.verify().json == {"name": NAME, "id_number": id_number()}
    shown = person.account
    assert (shown["state"], shown["name"]) == ("id_verified", NAME)
    assert shown["id_number"] == f"3301{'*' * 10}{id_number()[-4:]}"
    assert shown["bars"] == {"blue": True, "red": False}


@pytest.mark.parametrize("scene", [{"darkness": 0.97}, {"blur": 1.0}, {"distance_cm": 120.0}], ids=str)
def test_a_photo_that_cannot_be_read_is_not_recognised_and_may_be_taken_again(
    place: Office, scene: dict[str, Any]
) -> None:
    person = place.person().logged_in()
    person.show("portrait", card("portrait", **scene))
    person.show("emblem")
    assert person.verify().cause == "not_recognised"
    person.show("portrait")
    assert person.verify().status == 200


def test_sides_must_be_what_they_are_called(place: Office) -> None:
    person = place.person().logged_in()
    person.show("portrait", card("emblem"))
    person.show("emblem", card("portrait"))
    assert person.verify().cause == "not_recognised"


@pytest.mark.parametrize("shown", [(), ("portrait",), ("emblem",)], ids=str)
def test_one_side_is_not_enough(place: Office, shown: tuple[str, ...]) -> None:
    person = place.person().logged_in()
    for side in shown:
        person.show(side)
    assert person.verify().cause == "not_recognised"


@pytest.mark.parametrize("photo", [b"", b"GIF89a", card("portrait")[:-40]], ids=["nothing", "gif", "cut"])
def test_what_is_no_picture_is_not_taken(place: Office, photo: bytes) -> None:
    person = place.person().logged_in()
    assert person.show("portrait", photo).cause == "not_an_image"
    assert person.state == "unauthenticated"


def test_a_card_has_two_sides(place: Office) -> None:
    assert place.person().logged_in().show("edge", picture()).status == 404


WRONG = (
    "33010620040901001",
    id_number()[:-1] + ("1" if id_number()[-1] != "1" else "2"),
    "33010620040231001X",
    "x" * 18,
)


@pytest.mark.parametrize("number", WRONG)
def test_a_number_that_cannot_be_is_told(place: Office, number: str) -> None:
    person = place.person().logged_in()
    assert person.type_in(number=number).cause == "id_number_invalid"
    assert person.state == "unauthenticated"


def test_typing_is_forgiven_and_a_name_is_needed(place: Office) -> None:
    person = place.person().logged_in()
    assert person.type_in(" \t ").cause == "not_recognised"
    spaced = f"{id_number()[:6]} {id_number()[6:14]} {id_number()[14:]}".lower()
    assert person.type_in(f" {NAME} ", spaced).json == {"name": NAME, "id_number": id_number()}


def test_a_verified_identity_is_not_changed(place: Office) -> None:
    person = place.person().identified()
    for again in (person.type_in(number=id_number(2)), person.show("portrait"), person.verify()):
        assert again.cause == "identity_locked"
    assert person.ask("POST", "/identity/appeal").cause == "identity_locked"


# --- taken ---


def taken(place: Office) -> tuple[Person, Person]:
    """Who has verified the ID number, and who finds it taken."""
    owner = place.person().authenticated()
    finder = place.person(OTHER, "main-2").logged_in()
    assert finder.type_in().cause == "identity_taken"
    return owner, finder


def test_an_identity_is_one_accounts(place: Office) -> None:
    _, finder = taken(place)
    assert (finder.state, finder.account["identity"]["appeal"]) == ("id_taken", "possible")
    assert finder.lock().cause == "identity_needed"
    assert finder.type_in(number=id_number(2)).status == 200
    assert finder.account["identity"] == {
        "state": "verified",
        "appeal": "none",
        "due": "2023-01-09T00:00:00.000+08:00",
        "sides": {"portrait": False, "emblem": False},
    }


def open_case(place: Office, kind: str) -> str:
    (case,) = place.platform.reviews()
    assert case["kind"] == kind
    return str(case["id"])


def test_a_granted_appeal_moves_the_identity(place: Office) -> None:
    owner, finder = taken(place)
    assert finder.ask("POST", "/identity/appeal").json["identity"]["appeal"] == "pending"
    assert finder.ask("POST", "/identity/appeal").cause == "appeal_pending"
    assert finder.type_in(number=id_number(2)).cause == "appeal_pending"
    place.platform.review(open_case(place, "identity_appeal"), "approve", "周老师")
    assert (finder.state, owner.state) == ("id_in_progress", "unauthenticated")
    assert (owner.account["name"], owner.account["profile"]) == (None, None)
    assert finder.type_in().status == 200
    assert owner.type_in().cause == "identity_taken"
    assert place.platform.reviews() == []
    decided = next(row for row in place.platform.records() if row["what"] == "appeal_approved")
    assert (decided["account"], decided["detail"]["reviewer"]) == (OTHER, "周老师")


def test_a_refused_appeal_leaves_everything_and_may_be_made_again(place: Office) -> None:
    owner, finder = taken(place)
    finder.ask("POST", "/identity/appeal")
    place.platform.review(open_case(place, "identity_appeal"), "reject", "周老师")
    assert (finder.state, owner.state) == ("id_taken", "authenticated")
    assert finder.account["identity"]["appeal"] == "rejected"
    assert finder.ask("POST", "/identity/appeal").json["identity"]["appeal"] == "pending"
    with pytest.raises(KeyError):
        place.platform.review("0", "approve", "周老师")


def test_what_was_decided_of_one_card_is_not_said_of_the_next(place: Office) -> None:
    _, finder = taken(place)
    finder.ask("POST", "/identity/appeal")
    place.platform.review(open_case(place, "identity_appeal"), "reject", "周老师")
    assert finder.type_in().cause == "identity_taken"
    assert finder.account["identity"]["appeal"] == "possible"


def test_an_appeal_needs_something_to_appeal_against(place: Office) -> None:
    person = place.person().logged_in()
    reply = person.ask("POST", "/identity/appeal")
    assert (reply.cause, reply.json["refused"]["message"]["zh"]) == (
        "not_possible",
        "当前步骤不能进行此操作。",
    )


def test_of_two_accounts_at_the_same_moment_one_verifies(place: Office) -> None:
    people = [place.person(f"1380000000{n}", f"main-{n}").logged_in() for n in range(6)]
    barrier = Barrier(len(people))
    body = f'{{"method": "manual", "name": "{NAME}", "id_number": "{id_number()}"}}'.encode()

    def verify(person: Person) -> int:
        barrier.wait(20)
        headers = {"Authorization": f"Bearer {person.token}", "X-Device": person.device}
        return urllib3.request(
            "POST", f"{url}{BASE}/identity", body=body, headers=headers, retries=False
        ).status

    with served(place.platform) as url, ThreadPoolExecutor(len(people)) as threads:
        statuses = list(threads.map(verify, people))
    assert sorted(statuses) == [200, *[409] * 5]
    words = place.words()
    assert (words.count("identity_verified"), words.count("identity_taken")) == (1, 5)


# --- numbers ---


@given(st.integers(1, 10**17 - 1))
def test_one_check_character_belongs_to_each_number(number: int) -> None:
    first = f"{number:017d}"
    fitting = [last for last in "0123456789X" if id_numbers.check_character(first) == last]
    assert len(fitting) == 1


@given(st.integers(0, 16), st.integers(1, 9), st.integers(0, 999))
def test_a_wrong_digit_is_always_found(place_: int, more: int, order: int) -> None:
    right = id_number(order)
    wrong = right[:place_] + str((int(right[place_]) + more) % 10) + right[place_ + 1 :]
    assert id_numbers.valid(right)
    assert not id_numbers.valid(wrong)


def test_the_example_of_the_standard_is_right() -> None:
    assert id_numbers.valid("11010519491231002X")
    assert id_numbers.valid("440524188001010014")


@pytest.mark.parametrize("text", ["", "1", "1234567", "a" * 30])
def test_a_masked_number_shows_its_ends_at_most(text: str) -> None:
    assert len(id_numbers.masked(text)) == len(text)
    assert sum(one != "*" for one in id_numbers.masked(text)) <= 8


def test_a_photo_of_the_candidate_goes_with_the_information(place: Office) -> None:
    person = place.person(PHONE).identified()
    assert person.lock(photo="no base64!").cause == "not_an_image"
    assert person.lock(photo=base64.b64encode(b"no picture").decode()).cause == "not_an_image"
    assert "picture" not in person.lock(photo=base64.b64encode(picture()).decode()).json["profile"]


def test_without_a_deadline_nothing_is_due(tmp_path: Path, season: Season) -> None:
    with office(tmp_path / "office", replace(season, dates={})) as place:
        assert place.person().logged_in().account["identity"]["due"] is None
