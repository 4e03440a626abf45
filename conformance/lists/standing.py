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
    counted = {rule.id for rule in results.rules if rule.counted}
    for waiver in results.waivers:
        if waiver.rule in counted and waiver.standing == "applied" and over(waiver, today):
            yield Text(
                f"{waiver.rule} was waived until {waiver.expires} only; its waiver has run out",
                f"{waiver.rule} 的豁免有效期至 {waiver.expires}，现已到期",
            )


def _known_to_fail(results: Results) -> Iterator[Text]:
    """A stale entry is told by the run; what it names does not fail."""
    for known in results.known_failures:
        for rule in results.rules:
            named = rule.id == known.rule or (known.scenario and known.scenario in rule.scenarios)
            if named and rule.counted and not known.stale:
                yield Text(
                    f"{rule.id} is listed as known to fail, since {known.since} ({known.owner})",
                    f"{rule.id} 自 {known.since} 起列入已知不通过清单（{known.owner}）",
                )
