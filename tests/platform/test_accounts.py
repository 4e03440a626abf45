"""Signing up, logging in, on which phone and by which name."""

from datetime import timedelta

import pytest

from simulators.platform.account_fold import CODE_MINUTES
from tests.platform.exam import MS
from tests.platform.signing import PASSWORD, PHONE, Office, id_number


def test_a_code_an_account_a_login(place: Office) -> None:
    person = place.person()
    assert person.send_code().status == 204
    ((number, text),) = place.sent
    assert number == PHONE
    assert place.code() in text
    assert person.create().json == {}
    assert person.ask("GET", "/account").status == 401
    assert person.log_in().json["candidate"] == {"account": PHONE, "name": ""}
    assert place.words() == ["code_sent", "account_created", "logged_in"]
    shown = person.account
    assert (shown["state"], shown["bars"]) == ("unauthenticated", {"blue": True, "red": False})
    assert (shown["name"], shown["profile"], shown["identity"]["state"]) == (None, None, "needed")


@pytest.mark.parametrize(
    "number",
    [
        "",
        "1380000000",
        "138000000011",
        "23800000001",
        "+8613800000001",
        "1380000000x",
        "\uff11" + "3" * 10,
    ],
)
def test_what_is_no_phone_number_gets_no_code(place: Office, number: str) -> None:
    assert place.person(number).send_code().cause == "phone_invalid"
    assert place.sent == []


def test_a_number_with_an_account_gets_no_code_and_no_second_account(place: Office) -> None:
    person = place.person().registered()
    assert person.send_code().cause == "account_exists"
    assert person.create().cause == "account_exists"


def test_no_account_without_a_code(place: Office) -> None:
    assert place.person().create("000000").cause == "code_wrong"


def test_a_wrong_code_is_refused_and_the_right_one_still_counts(place: Office) -> None:
    person = place.person()
    person.send_code()
    wrong = f"{(int(place.code()) + 1) % 10**6:06d}"
    assert person.create(wrong).cause == "code_wrong"
    assert person.create().status == 201


@pytest.mark.parametrize(
    ("offset", "cause"), [(-MS, None), (timedelta(0), "code_expired"), (MS, "code_expired")]
)
def test_a_code_lives_five_minutes(place: Office, offset: timedelta, cause: str | None) -> None:
    person = place.person()
    person.send_code()
    place.clock.advance(place.clock.now() + timedelta(minutes=CODE_MINUTES) + offset)
    assert person.create().cause == cause


def test_only_the_last_of_two_codes_counts(place: Office) -> None:
    person = place.person()
    person.send_code()
    first = place.code()
    person.send_code()
    assert place.code() != first
    assert person.create(first).cause == "code_wrong"
    assert person.create().status == 201


def test_another_numbers_code_does_not_count(place: Office) -> None:
    one, other = place.person(), place.person("13800000002")
    one.send_code()
    other.send_code()
    assert one.create(place.code(other.number)).cause == "code_wrong"


@pytest.mark.parametrize(
    ("password", "cause"), [("", "password_weak"), ("12345", "password_weak"), ("123456", None)]
)
def test_a_password_has_six_characters(place: Office, password: str, cause: str | None) -> None:
    person = place.person()
    person.send_code()
    assert person.create(password=password).cause == cause


def test_neither_code_nor_password_is_kept_or_recorded(place: Office) -> None:
    place.person().registered()
    kept = b"".join(path.read_bytes() for path in place.root.glob("exam.sqlite*") if path.is_file())
    assert PASSWORD.encode() not in kept
    assert place.code() not in str(place.platform.records())


# --- by which name ---


def test_an_id_number_logs_in_after_the_identity_check_only(place: Office) -> None:
    person = place.person().logged_in()
    assert person.log_in(id_number()).cause == "id_login_not_yet"
    person.type_in()
    assert person.log_in(f" {id_number()[:6]} {id_number()[6:].lower()}").status == 200
    assert person.log_in(id_number(), "wrong password").cause == "wrong_credentials"


def test_an_address_logs_in_once_it_is_bound(place: Office) -> None:
    person = place.person().logged_in()
    assert person.log_in("fang@example.cn").cause == "wrong_credentials"
    assert (
        person.ask("PUT", "/account/email", {"email": "Fang@Example.cn "}).json["email"] == "fang@example.cn"
    )
    assert person.log_in("FANG@example.cn").status == 200
    other = place.person("13800000002", "main-2").logged_in()
    assert other.ask("PUT", "/account/email", {"email": "fang@example.cn"}).cause == "email_taken"
    assert person.ask("PUT", "/account/email", {"email": "fang@example.cn"}).status == 200
    assert place.words().count("email_bound") == 1


@pytest.mark.parametrize(
    "email", ["", "fang", "@example.cn", "fang@", "fang@example", "a@b@example.cn", "fang@ex.\n"]
)
def test_what_is_no_address_is_not_bound(place: Office, email: str) -> None:
    person = place.person().logged_in()
    assert person.ask("PUT", "/account/email", {"email": email}).cause == "email_invalid"


# --- on which phone ---


def test_a_login_on_another_phone_ends_the_first(place: Office) -> None:
    first = place.person().logged_in()
    second = place.person(device="main-2")
    second.log_in()
    assert (first.ask("GET", "/account").status, first.ask("GET", "/exams").cause) == (
        401,
        "logged_in_elsewhere",
    )
    assert second.state == "unauthenticated"
    place.reopen()
    first.office = second.office = place
    assert first.ask("GET", "/account").cause == "logged_in_elsewhere"
    old = first.token
    first.log_in()
    assert first.token != old
    assert (first.state, second.ask("GET", "/account").cause) == ("unauthenticated", "logged_in_elsewhere")
    assert place.platform.token_for(PHONE, "main-1") == first.token
    assert place.platform.token_for(PHONE, "main-2") == second.token


def test_the_same_phone_keeps_its_token(place: Office) -> None:
    person = place.person().logged_in()
    before = person.token
    person.log_in()
    assert person.token == before


def test_an_account_survives_a_restart(place: Office) -> None:
    person = place.person().authenticated()
    shown = person.account
    place.reopen()
    assert person.account == shown
    assert person.log_in(id_number()).status == 200
