"""The crowd of a plan: the same from the same seed, in the plan's shares, each phone due when the plan says."""

from collections import Counter
from datetime import timedelta

import pytest

from conformance.load import arriving, plan
from conformance.load.people import FATES, Crowd
from conformance.load.plan import Arrival


def crowd(candidates: int, seed: int = 1, name: str = "day") -> Crowd:
    return Crowd(plan.load(name, candidates=candidates, seed=seed))


def test_the_same_seed_gives_the_same_people_whoever_asks_first() -> None:
    one, other = crowd(50), crowd(50)
    assert list(one) == [other.person(index) for index in reversed(range(50))][::-1]
    assert list(one) != list(crowd(50, seed=2))


def test_shares_are_dealt_out() -> None:
    people = list(crowd(1000))
    did = Counter(trait for person in people for trait in person.traits)
    assert {name: did[name] for name in ("late", "early", "interrupted", "lost")} == {
        "late": 10, "early": 50, "interrupted": 100, "lost": 10,
    }  # fmt: skip
    assert Counter(person.cohort for person in people) == {"good": 800, "slow": 150, "poor": 50}
    assert max(len(person.traits & set(FATES)) for person in people) == 1


def test_a_share_above_nothing_has_somebody() -> None:
    assert {trait for person in crowd(24, name="tiny") for trait in person.traits} >= set(FATES)


def test_no_two_candidates_share_an_account_or_a_phone() -> None:
    people = list(crowd(300))
    assert len({person.account for person in people}) == 300
    phones = [phone for person in people for phone in (person.main, *person.aux)]
    assert len(set(phones)) == len(phones)


def test_who_is_cut_off_is_back_in_time_and_who_is_lost_is_not() -> None:
    there = crowd(1000)
    limit = timedelta(seconds=there.season.limit("interruption_seconds"))
    for person in there:
        lengths = [cut.back - cut.at for cut in person.cuts]
        assert all(length > limit for length in lengths) is ("lost" in person.traits or not lengths)
        assert all(there.instants.starts < cut.at < cut.back < there.instants.ends for cut in person.cuts)
        ordered = [at for cut in person.cuts for at in (cut.at, cut.back)]
        assert ordered == sorted(ordered)


def test_who_is_late_comes_after_the_start_and_all_others_before() -> None:
    there = crowd(1000)
    for person in there:
        assert (person.due["enter"] >= there.instants.closes) is ("late" in person.traits)
        assert (person.due["submit"] >= there.instants.photos_end) is ("misses" in person.traits)


@pytest.mark.parametrize(
    ("shape", "first_fifth"), [("even", 0.2), ("front", 0.632), ("back", 0.012), ("instant", 1.0)]
)
def test_a_shape_says_where_most_arrive(shape: str, first_fifth: float) -> None:
    there = crowd(1).instants
    arrival = Arrival(shape=shape, after="starts", seconds=-100, within=100)
    draws = [arriving.due(arrival, there, share / 10_000) for share in range(10_000)]
    early = sum(at < there.starts - timedelta(seconds=80) for at in draws) / len(draws)
    assert early == pytest.approx(first_fifth, abs=0.01)
    assert min(draws) >= there.starts - timedelta(seconds=100)
    assert max(draws) <= there.starts


@pytest.mark.parametrize(("name", "apart"), [("storm-2019", 0), ("staggered", 1800)])
def test_in_a_storm_the_schools_candidates_come_when_theirs_opens(name: str, apart: int) -> None:
    there = crowd(100, name=name)
    assert Counter(person.major for person in there) == {"composition": 50, "design": 50}
    late = {"composition": 0, "design": apart}
    for person in there:
        opens = there.confirmation + timedelta(seconds=late[person.major])
        assert timedelta(0) <= opens - person.due["look"] <= timedelta(seconds=20)
        assert person.due["login"] < person.due["look"]


def test_who_is_late_does_not_come_early_too() -> None:
    people = [person for person in crowd(1000) if "late" in person.traits]
    assert people
    assert not any("early" in person.due for person in people)
