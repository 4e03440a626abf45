"""What can be guessed is guessed at slowly, and no stranger's guesses keep a candidate out."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.platform.rates import MOST_BUCKETS, RATES, Rates
from simulators.platform.refusals import Refusal
from tests.platform.exam import ACCOUNT, PASSWORD, Reply, World, portrait
from tests.platform.signing import PHONE, Office
from tests.platform.two import OTHER, two

NOW = datetime(2023, 1, 12, tzinfo=UTC)


def post(world: World, path: str, payload: Any, device: str) -> Reply:
    headers = {"X-Device": device, "Content-Type": "application/json"}
    return world.http("POST", path, json.dumps(payload).encode(), headers)


def log_in(world: World, device: str, password: str = PASSWORD, account: str = ACCOUNT) -> Reply:
    return post(world, "/login", {"account": account, "password": password}, device)


def wait(world: World, reply: Reply) -> None:
    world.clock.advance(world.clock.now() + timedelta(seconds=int(reply.headers["retry-after"])))


def until_refused(ask: Callable[[], Reply], most: int = 300) -> tuple[int, Reply]:
    """How many were answered before one came too often, and that one's answer."""
    for count in range(most):
        reply = ask()
        if reply.status == 429:
            return count, reply
    raise AssertionError(f"{most} in a row were answered")


class TestBuckets:
    @pytest.mark.parametrize("name", RATES)
    def test_a_burst_and_then_one_after_each_while(self, name: str) -> None:
        rate, rates = RATES[name], Rates()
        for _ in range(rate.burst):
            rates.take(NOW, (name, "k"))
        for elapsed in (timedelta(0), rate.every - timedelta(milliseconds=1)):
            with pytest.raises(Refusal) as refused:
                rates.take(NOW + elapsed, (name, "k"))
            assert refused.value.wait >= 1
        rates.take(NOW + rate.every, (name, "k"))
        rates.take(NOW, (name, "another"))

    @given(st.lists(st.tuples(st.integers(0, 20_000), st.booleans()), max_size=80))
    def test_never_more_than_the_burst_and_what_time_gave_since(self, steps: list[tuple[int, bool]]) -> None:
        rate, rates, at, taken = RATES["password of a phone"], Rates(), NOW, []
        for elapsed, ordered in steps:
            at += timedelta(milliseconds=elapsed)
            stamp = at if ordered else at - timedelta(milliseconds=50)
            try:
                rates.take(stamp, ("password of a phone", "k"))
            except Refusal:
                continue
            taken.append(stamp)
        for first in range(len(taken)):
            span = max(taken[first:]) - min(taken[first:])
            assert len(taken) - first <= rate.burst + span / rate.every + 1

    def test_the_wait_that_is_told_is_enough(self) -> None:
        rates, bucket = Rates(), ("texts to a number", "k")
        for _ in range(RATES[bucket[0]].burst):
            rates.take(NOW, bucket)
        with pytest.raises(Refusal) as refused:
            rates.take(NOW, bucket)
        rates.take(NOW + timedelta(seconds=refused.value.wait), bucket)

    def test_where_one_is_empty_nothing_is_taken_of_the_others(self) -> None:
        rates = Rates()
        empty, other = ("password of a phone", "k"), ("face", "k")
        for _ in range(RATES[empty[0]].burst):
            rates.take(NOW, empty)
        for _ in range(100):
            with pytest.raises(Refusal):
                rates.take(NOW, other, empty)
        rates.take(NOW, other)

    def test_what_is_given_back_was_never_taken(self) -> None:
        rates, bucket = Rates(), ("face", "k")
        for _ in range(500):
            rates.take(NOW, bucket)
            rates.give_back(bucket)

    def test_memory_has_an_end(self) -> None:
        rates = Rates()
        for number in range(MOST_BUCKETS + 50):
            rates.take(NOW, ("face", str(number)))
        assert len(rates._taken) == MOST_BUCKETS


class TestPasswords:
    def test_guessing_from_one_phone_comes_to_an_end_and_goes_on_slowly(self, world: World) -> None:
        count, reply = until_refused(lambda: log_in(world, "thief", "guess"))
        assert (count, reply.cause) == (RATES["password of a phone"].burst, "too_often")
        assert log_in(world, "thief").status == 429, "the right one would be a guess as well"
        wait(world, reply)
        assert log_in(world, "thief", "guess").status == 401

    def test_a_stranger_with_many_phones_does_not_keep_the_candidate_out(self, world: World) -> None:
        numbers = iter(range(1000))
        count, _ = until_refused(lambda: log_in(world, f"thief-{next(numbers)}", "guess"))
        assert count == RATES["password of strangers"].burst
        for _ in range(50):
            assert log_in(world, "main-1").status == 200
            assert log_in(world, f"thief-{next(numbers)}", "guess").status == 429

    def test_on_a_phone_of_hers_that_is_new_she_waits_for_one_guess(self, world: World) -> None:
        numbers = iter(range(1000))
        _, reply = until_refused(lambda: log_in(world, f"thief-{next(numbers)}", "guess"))
        assert int(reply.headers["retry-after"]) <= RATES["password of strangers"].every.total_seconds()
        wait(world, reply)
        assert log_in(world, "borrowed").status == 200

    def test_one_phone_does_not_try_a_password_with_everybody(self, world: World) -> None:
        numbers = iter(range(1000))
        count, _ = until_refused(lambda: log_in(world, "thief", "123456", f"138{next(numbers):08d}"))
        assert count == RATES["passwords by a phone"].burst
        assert log_in(world, "main-1").status == 200

    def test_right_passwords_are_never_too_often(self, world: World) -> None:
        """A family with five phones that all try again and again at the rush."""
        for number in range(200):
            assert log_in(world, f"family-{number % 5}").status == 200

    def test_nothing_is_recorded_of_what_came_too_often(self, world: World) -> None:
        until_refused(lambda: log_in(world, "thief", "guess"))
        before = len(world.platform.records())
        for _ in range(50):
            assert log_in(world, "thief", "guess").status == 429
        assert len(world.platform.records()) == before


class TestCodes:
    def test_a_number_is_not_sent_text_after_text(self, place: Office) -> None:
        person = place.person()
        sent = [person.send_code().status for _ in range(RATES["texts to a number"].burst + 3)]
        assert sent == [204] * RATES["texts to a number"].burst + [429] * 3
        assert len(place.sent) == RATES["texts to a number"].burst
        place.clock.advance(place.clock.now() + RATES["texts to a number"].every)
        assert person.send_code().status == 204

    def test_one_phone_does_not_have_texts_sent_to_everybody(self, place: Office) -> None:
        answers = [place.person(f"138{number:08d}", "thief").send_code().status for number in range(30)]
        assert answers.count(204) == RATES["texts by a phone"].burst
        assert place.person().send_code().status == 204

    def test_phones_that_do_not_name_themselves_do_not_stand_for_one_another(self, place: Office) -> None:
        answers = [place.person(f"138{number:08d}", "").send_code().status for number in range(60)]
        assert answers == [204] * 60

    def test_six_digits_are_not_tried_out(self, place: Office) -> None:
        person = place.person()
        person.send_code()
        wrong = "000000" if place.code(PHONE) != "000000" else "000001"
        answers = [person.create(wrong).cause for _ in range(RATES["code of a number"].burst + 2)]
        assert answers == ["code_wrong"] * RATES["code of a number"].burst + ["too_often"] * 2
        assert person.create().status == 429
        place.clock.advance(place.clock.now() + RATES["code of a number"].every)
        assert person.create().status == 201


class TestPairing:
    def test_wrong_codes_come_to_an_end_and_the_right_one_never_waits(self, world: World) -> None:
        world.to_exam_page()
        wrong = {"code": f"XYB1:{world.seat.sitting}:{'A' * 16}"}
        count, reply = until_refused(lambda: world.pair("aux-1", wrong))
        assert count == RATES["pairing by a phone"].burst
        assert int(reply.headers["retry-after"]) >= 1
        assert world.pair("aux-1").status == 200

    def test_nobody_uses_up_a_sittings_code_for_its_candidate(self, world: World) -> None:
        world.to_exam_page()
        for name, wrong in {
            "scanned": {"code": f"XYB1:{world.seat.sitting}:{'A' * 16}"},
            "typed": {"exam_code": "AAAAAAAA", "account": ACCOUNT},
        }.items():
            numbers = iter(range(1000))
            count, _ = until_refused(lambda w=wrong, n=numbers: world.pair(f"thief-{next(n)}", w))  # type: ignore[misc]
            assert count == RATES["pairing with a sitting"].burst, name
        assert world.pair("aux-1").status == 200
        typed = {"exam_code": world.seat.exam_code, "account": ACCOUNT}
        assert world.pair("aux-2", typed).status == 200

    def test_the_record_holds_so_many_wrong_codes_and_no_more(self, world: World) -> None:
        world.to_exam_page()
        before = len(world.platform.records())
        for number in range(400):
            world.pair(f"thief-{number}", {"code": f"no code {number}"})
        assert len(world.platform.records()) - before == RATES["pairing with a sitting"].burst


class TestRecords:
    def test_strangers_do_not_fill_the_record_and_who_is_known_stands_in_it(self, world: World) -> None:
        world.to_exam_page()
        before = len(world.platform.records())
        most = RATES["records of nobody"].burst
        for number in range(most + 200):
            post(world, "/accounts/code", {"phone": f"no number {number}"}, f"thief-{number}")
        assert len(world.platform.records()) - before == most
        assert world.main("photos/1", method="PUT", body=b"x").status == 409
        for number in range(8):
            world.pair(f"aux-{number}")
        assert len(world.records("refused")) == 1 + 8 - world.seat.schedule.phones_per_code


class TestFaces:
    def test_a_phone_that_sends_one_after_another_waits(self, world: World) -> None:
        world.to_face_check()
        count, reply = until_refused(lambda: world.main("face", body=b"no picture"))
        assert count == RATES["face"].burst
        wait(world, reply)
        assert world.main("face", body=portrait()).json["passed"]

    def test_one_candidates_pictures_are_nobody_elses(self, world: World) -> None:
        with two(world.root / "two", world.season, submitted=False) as made:
            house = made.first.platform._house
            at = made.first.clock.now()
            for _ in range(RATES["face"].burst):
                house.rates.take(at, ("face", ACCOUNT))
            house.rates.take(at, ("face", OTHER))
