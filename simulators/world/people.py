"""Who sits an exam: names from Faker's Chinese lists, the same for the same seed."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from faker import Faker

from simulators.core.chance import Chance
from simulators.platform.id_numbers import check_character

FIRST_ACCOUNT = 10_000_000_000
"""Accounts look like mobile numbers, but no such number is ever given out in China: those begin with 13 to 19."""


PLACES: Mapping[str, str] = {
    "110105": "北京市", "120101": "天津市", "130102": "河北省", "210102": "辽宁省", "310104": "上海市", "320102": "江苏省",
    "330106": "浙江省", "340102": "安徽省", "350102": "福建省", "370102": "山东省", "420106": "湖北省", "430102": "湖南省",
    "440106": "广东省", "450102": "广西壮族自治区", "500103": "重庆市", "510104": "四川省",
}  # fmt: skip
"""Districts by the first six digits of an ID number (GB/T 2260), with the province in which the candidate sits the exam."""

SCHOOLS = ("第一中学", "第二中学", "实验中学", "音乐学校附属中学", "外国语学校")
BORN = (date(2003, 9, 1), 730)
"""The first birthday, and within how many days they lie."""


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate: what the ID card says, and what can be truly filled in."""

    account: str
    password: str
    name: str
    id_number: str
    province: str
    candidate_number: str
    school: str

    @property
    def identity(self) -> dict[str, str]:
        """What the ID card says."""
        return {"name": self.name, "id_number": self.id_number}

    @property
    def information(self) -> dict[str, str]:
        """What is filled in after the identity check."""
        return {
            "province": self.province,
            "candidate_number": self.candidate_number,
            "school": self.school,
        }


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
    digits = FIRST_ACCOUNT + 1_000_000 * number + draws.random.randrange(1_000_000)
    password = draws.token(8)
    place = draws.random.choice(sorted(PLACES))
    order = draws.random.randrange(1000)
    return Person(
        account=account or str(digits),
        password=password,
        name=name or drawn,
        id_number=_id_number(place, _birthday(draws), order),
        province=PLACES[place],
        candidate_number=f"23{place}{number % 1000:03d}{order:03d}",
        school=f"{PLACES[place]}{draws.random.choice(SCHOOLS)}",
    )


def _birthday(draws: Chance) -> date:
    first, days = BORN
    return first + timedelta(days=draws.random.randrange(days))


def _id_number(place: str, born: date, order: int) -> str:
    first = f"{place}{born:%Y%m%d}{order:03d}"
    return first + check_character(first)


@cache
def _faker() -> Faker:
    return Faker("zh_CN")
