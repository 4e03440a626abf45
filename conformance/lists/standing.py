"""Whether the lists of a run leave room for a signature under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conformance.lists.applying import over
from reports.form import Results, Text


def standing(results: Results, today: date) -> list[Text]:
    """Why these results may not be signed, or released on, today; empty where the lists do not speak against it."""
    return [*_waived_too_long(results, today), *_known_to_fail(results)]


def _waived_too_long(results: Results, today: date) -> Iterator[Text]:
    counted = {rule.id for rule in results.rules if rule.counted and rule.verdict == "WAIVED"}
    for waiver in results.waivers:
        if waiver.rule in counted and waiver.standing == "applied" and over(waiver, today):
            yield Text(
                f"{waiver.rule} was waived until {waiver.expires}, and that day is over",
                f"{waiver.rule} 的豁免已于 {waiver.expires} 到期",
            )


def _known_to_fail(results: Results) -> Iterator[Text]:
    counted = {rule.id for rule in results.rules if rule.counted}
    of = {scenario.id: counted & set(scenario.rules) for scenario in results.scenarios}
    for known in results.known_failures:
        broken = counted & {known.rule} | of.get(known.scenario, set())
        if broken and not known.stale:
            named = known.rule or known.scenario
            yield Text(
                f"{named} is on the list of known failures ({known.owner}, {known.since})",
                f"{named} 列于已知不通过清单（{known.owner}，{known.since}）",
            )
