"""The simulation of uploads: nothing is lost, shares are fair, and it comes to the same as one upload at a time worked out by hand."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.capacity.demand import Cohort, Demand, Way
from conformance.capacity.simulation import Outcome, shared, simulate

FAST, SLOW = Way("main", "fast", 10.0), Way("main", "slow", 2.0)


def one_by_one(demand: Demand, ingest: float, step: float) -> dict[int, float]:
    """When each cohort ends, by going through time in small steps: slow, and nothing like the other way."""
    left = [one.size for one in demand.cohorts]
    ended: dict[int, float] = {}
    now = 0.0
    while len(ended) < len(left):
        under_way = [n for n, one in enumerate(demand.cohorts) if one.at <= now + 1e-12 and n not in ended]
        caps = [
            demand.ways[demand.cohorts[n].way].most for n in under_way for _ in range(demand.cohorts[n].count)
        ]
        level = fair_level(caps, ingest)
        for n in under_way:
            left[n] -= min(level, demand.ways[demand.cohorts[n].way].most) * step
            if left[n] <= 0:
                ended[n] = now + step
        now += step
    return ended


def fair_level(caps: list[float], ingest: float) -> float:
    """The rate that nobody has more than: found by trying."""
    if sum(caps) <= ingest:
        return inf
    low, high = 0.0, max(caps)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(cap, middle) for cap in caps) < ingest else (low, middle)
    return high


COHORTS = st.lists(
    st.builds(
        Cohort,
        at=st.integers(0, 5).map(float),
        size=st.integers(1, 30).map(float),
        count=st.integers(1, 4),
        way=st.integers(0, 1),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None, max_examples=25)
@given(COHORTS, st.sampled_from([3.0, 8.0, 25.0, inf]))
def test_it_comes_to_the_same_as_time_in_small_steps(cohorts: list[Cohort], ingest: float) -> None:
    demand = Demand((FAST, SLOW), tuple(sorted(cohorts, key=lambda one: one.at)))
    wanted = one_by_one(demand, ingest, 0.05)
    found = simulate(demand, ingest)
    assert sorted(one.at for one in found.ended) == pytest.approx(sorted(wanted.values()), abs=0.4, rel=0.02)


@given(COHORTS, st.sampled_from([0.5, 3.0, 25.0, inf]))
def test_every_byte_is_carried_and_never_faster_than_it_may(cohorts: list[Cohort], ingest: float) -> None:
    demand = Demand((FAST, SLOW), tuple(sorted(cohorts, key=lambda one: one.at)))
    found = simulate(demand, ingest)
    assert sum(one.cohort.count for one in found.ended) == demand.files
    carried = sum(
        one.rate * (then.at - one.at) for one, then in zip(found.moments, found.moments[1:], strict=False)
    )
    assert carried == pytest.approx(demand.bytes)
    assert found.peak_rate <= ingest * (1 + 1e-9)
    for one in found.ended:
        assert one.at - one.cohort.at >= one.cohort.size / demand.ways[one.cohort.way].most - 1e-9
    assert found.moments[-1].backlog == 0


@given(COHORTS, st.integers(2, 50))
def test_ten_times_as_many_with_ten_times_the_ingest_end_at_the_same_instants(
    cohorts: list[Cohort], times: int
) -> None:
    few = tuple(sorted(cohorts, key=lambda one: one.at))
    many = tuple(Cohort(one.at, one.size, one.count * times, one.way) for one in few)

    def ends(outcome: Outcome) -> list[float]:
        return sorted(one.at for one in outcome.ended)

    assert ends(simulate(Demand((FAST, SLOW), many), 7.0 * times)) == pytest.approx(
        ends(simulate(Demand((FAST, SLOW), few), 7.0))
    )


def test_one_upload_alone_takes_what_its_uplink_takes() -> None:
    found = simulate(Demand((FAST, SLOW), (Cohort(3.0, 20.0, 1, 1),)), 100.0)
    assert found.last == pytest.approx(13.0)


def test_what_the_slow_ones_leave_goes_to_the_others() -> None:
    """12 bytes a second for two fast and one slow: 2 for the slow one, 5 for each fast one."""
    assert shared([2, 1], [10.0, 2.0], [1, 0], 12.0) == [5.0, 2.0]
    assert shared([2, 1], [10.0, 2.0], [1, 0], inf) == [10.0, 2.0]
    assert shared([2, 1], [10.0, 2.0], [1, 0], 3.0) == [1.0, 1.0]
    assert shared([0, 0], [10.0, 2.0], [1, 0], 3.0) == [0.0, 0.0]


def test_a_day_without_uploads_has_no_moment() -> None:
    assert simulate(Demand((FAST,), ())).moments == []
