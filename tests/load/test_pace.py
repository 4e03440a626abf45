"""How fast a day is played: as the plan says, and slower where too many requests would be due at once."""

from itertools import pairwise

from conformance.load import pace, plan
from conformance.load.people import Crowd


def parts(candidates: int) -> tuple[pace.Part, ...]:
    return pace.parts(Crowd(plan.load("day", candidates=candidates)))


def lasting(candidates: int, name: str) -> float:
    return sum(part.seconds for part in parts(candidates) if part.name == name)


def test_the_parts_follow_each_other_without_a_gap() -> None:
    found = parts(3000)
    assert tuple(dict.fromkeys(part.name for part in found)) == plan.PARTS
    assert all(one.ends == other.begins for one, other in pairwise(found))
    assert all(part.begins < part.ends for part in found)


def test_a_few_candidates_are_played_as_fast_as_the_plan_says() -> None:
    assert {(part.name, part.factor) for part in parts(10)} == {
        ("before", 60), ("waiting", 30), ("exam", 60), ("closing", 30), ("after", 60),
    }  # fmt: skip


def test_many_candidates_slow_the_day_down_where_much_is_due() -> None:
    slower = {name for name in plan.PARTS if lasting(100_000, name) > 2 * lasting(10, name)}
    assert slower == {"before", "waiting", "exam", "closing"}
    crowd = Crowd(plan.load("day", candidates=10_000))
    first, *later = [part for part in pace.parts(crowd) if part.name == "waiting"]
    assert first.factor < min(part.factor for part in later), "slowest when the waiting room opens"
    assert first.begins < crowd.instants.waiting_opens < first.ends, "and slow already before"


def test_the_clock_turns_seldom() -> None:
    assert len(parts(10_000)) < 30


def test_phones_that_film_are_heard_before_the_waiting_room_opens() -> None:
    crowd = Crowd(plan.load("day", candidates=20_000))
    quiet = [part for part in pace.parts(crowd) if part.name == "before"][-1]
    # three heartbeats are as much as one request
    weight = len(crowd) / crowd.plan.platform.heartbeat_seconds / 3
    most = crowd.plan.day.requests_per_second
    assert most / pace.ALIKE <= quiet.factor * weight <= most < crowd.plan.day.factor * weight
