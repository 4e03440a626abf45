"""How fast a day is played: as the plan says, and slower where too many requests would be due at once."""

from itertools import pairwise

from conformance.load import pace, plan
from conformance.load.people import Crowd


def parts(candidates: int) -> dict[str, pace.Part]:
    return {part.name: part for part in pace.parts(Crowd(plan.load("day", candidates=candidates)))}


def test_the_parts_follow_each_other_without_a_gap() -> None:
    found = list(parts(10).values())
    assert tuple(part.name for part in found) == plan.PARTS
    assert all(one.ends == other.begins for one, other in pairwise(found))
    assert all(part.begins < part.ends for part in found)


def test_a_few_candidates_are_played_as_fast_as_the_plan_says() -> None:
    found = parts(10)
    assert {name: part.factor for name, part in found.items()} == {
        "before": 60, "waiting": 30, "exam": 60, "closing": 30, "after": 60,
    }  # fmt: skip


def test_many_candidates_slow_the_day_down_until_a_wall_second_can_bear_it() -> None:
    few, many = parts(10), parts(100_000)
    assert {name for name in many if many[name].factor < few[name].factor} == {
        "before",
        "waiting",
        "exam",
        "closing",
    }
    assert many["exam"].seconds > few["exam"].seconds
