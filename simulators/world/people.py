"""Who sits an exam: names from Faker's Chinese lists, the same for the same seed."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from faker import Faker

from simulators.core.chance import Chance

FIRST_ACCOUNT = 10_000_000_000
"""Accounts look like mobile numbers, but no such number is ever given out in China: those begin with 13 to 19."""


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate as the platform registers one."""

    account: str
    password: str
    name: str
    id_number: str


def person(
    chance: Chance,
    number: int,
    taken: Container[str] = (),
    name: str | None = None,
    account: str | None = None,
) -> Person:
    """Candidate `number` of a world; what is not given follows from `chance`, and no drawn name is `taken`."""
    draws = chance.child(f"person {number}")
    faker = _faker()
    faker.seed_instance(draws.seed)
    drawn = next(one for one in iter(faker.name, "") if one not in taken)
    return Person(
        account=account or str(FIRST_ACCOUNT + 1_000_000 * number + draws.random.randrange(1_000_000)),
        password=draws.token(8),
        name=name or drawn,
        id_number=faker.ssn(),
    )


@cache
def _faker() -> Faker:
    return Faker("zh_CN")
