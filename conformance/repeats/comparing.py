"""Holds the rounds against each other: which scenarios came out otherwise, how often, and with which seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from conformance.repeats.forms import Otherwise, Round, Wavering
from conformance.repeats.rounds import Ran
from reports.form import Scenario, Verdict

Outcome = tuple[Verdict, tuple[str, ...]]


def outcome(one: Scenario) -> Outcome:
    """What must be the same under any seed, as `projection.verdicts` has it."""
    return one.verdict, tuple(step.status for step in one.steps)


def wavering(ran: Sequence[Ran]) -> tuple[Wavering, ...]:
    """The scenarios that came out otherwise in some rounds, in the order of the features."""
    found = [_held(name, ran) for name in _names(ran)]
    return tuple(one for one in found if one is not None)


def lost(ran: Sequence[Ran]) -> tuple[str, ...]:
    """The scenarios that the lab lost in some round, whatever was tried."""
    ids = (one.id for each in ran for one in each.results.scenarios if one.fault == "lab")
    return tuple(dict.fromkeys(ids))


def listed(ran: Sequence[Ran], found: Sequence[Wavering]) -> tuple[Round, ...]:
    """The rounds, each with how many scenarios came out otherwise in it."""
    otherwise = Counter((one.seed, one.workers) for each in found for one in each.otherwise)
    return tuple(
        Round(
            seed=each.seed,
            workers=each.workers,
            seconds=each.seconds,
            scenarios=len(each.results.scenarios),
            differing=otherwise[each.seed, each.workers],
        )
        for each in ran
    )


def usual(ran: Sequence[Ran]) -> dict[Verdict, int]:
    """How many scenarios usually have each verdict."""
    verdicts = Counter(_usual(one)[0] for name in _names(ran) if (one := _told(name, ran)))
    return dict(sorted(verdicts.items()))


def _held(name: str, ran: Sequence[Ran]) -> Wavering | None:
    told = _told(name, ran)
    if len({outcome(one) for _, one in told}) < 2:
        return None
    common = _usual(told)
    otherwise = tuple(
        Otherwise(
            seed=each.seed,
            workers=each.workers,
            verdict=one.verdict,
            steps=outcome(one)[1],
            rerun=one.rerun,
        )
        for each, one in told
        if outcome(one) != common
    )
    rate = round(len(otherwise) / len(told), 4)
    return Wavering(scenario=name, runs=len(told), rate=rate, usual=common[0], otherwise=otherwise)


def _names(ran: Sequence[Ran]) -> list[str]:
    return list(dict.fromkeys(one.id for each in ran for one in each.results.scenarios))


def _told(name: str, ran: Sequence[Ran]) -> list[tuple[Ran, Scenario]]:
    """The rounds that say something of a scenario: those in which the lab did not lose it."""
    return [
        (each, one) for each in ran for one in each.results.scenarios if one.id == name and one.fault != "lab"
    ]


def _usual(told: Sequence[tuple[Ran, Scenario]]) -> Outcome:
    """The most frequent outcome; of several, that of the first round."""
    return Counter(outcome(one) for _, one in told).most_common(1)[0][0]
