"""Candidates have real names, the same for the same seed, each once."""

from simulators.core.chance import Chance
from simulators.world.people import person


def people(seed: int, number: int) -> list[str]:
    names: list[str] = []
    for count in range(number):
        names.append(person(Chance(seed), count, names).name)
    return names


def test_the_same_seed_draws_the_same_people() -> None:
    assert person(Chance(1), 1) == person(Chance(1), 1)
    assert person(Chance(1), 1) != person(Chance(2), 1)


def test_no_two_people_of_a_world_have_the_same_name_or_account() -> None:
    assert len(set(people(5, 300))) == 300
    assert len({person(Chance(5), count).account for count in range(300)}) == 300


def test_a_name_that_is_given_stays_and_changes_nothing_else() -> None:
    one, other = person(Chance(1), 1), person(Chance(1), 1, name="王芳")
    assert other.name == "王芳"
    assert (other.account, other.password, other.id_number) == (one.account, one.password, one.id_number)
