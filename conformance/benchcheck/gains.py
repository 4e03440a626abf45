"""What a control gains: how many rules of the vendor's can be judged with it and not without it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from conformance import catalogue
from conformance.declaring.controls import CONTROLS, offered
from conformance.plan import Plan


@dataclass(frozen=True, slots=True)
class Gains:
    """`needs`: for each rule, the needs of each of its scenarios."""

    needs: Mapping[str, tuple[frozenset[str], ...]]

    def whole(self, controls: Collection[str]) -> frozenset[str]:
        """The rules all of whose scenarios can be run with these controls."""
        return frozenset(
            rule for rule, cases in self.needs.items() if all(_met(case, controls) for case in cases)
        )

    def part(self, controls: Collection[str]) -> frozenset[str]:
        """Those of which a scenario at least can be run."""
        return frozenset(
            rule for rule, cases in self.needs.items() if any(_met(case, controls) for case in cases)
        )

    def of(self, control: str, controls: Collection[str]) -> int:
        """How many rules can be judged whole with a control and not without it, all others being as they are."""
        with_it, without = {*controls, control}, set(controls) - {control}
        return len(self.whole(with_it)) - len(self.whole(without))

    def next_ones(self, controls: Collection[str], most: int = 5) -> list[tuple[frozenset[str], int]]:
        """What would gain most: the smallest sets of missing controls that open a rule, with how many each opens."""
        now = self.whole(controls)
        lacking = {
            frozenset(need for case in cases for need in case if not offered(need, controls))
            for rule, cases in self.needs.items()
            if rule not in now
        }
        opened = {one: len(self.whole({*controls, *_named(one)}) - now) for one in lacking}
        return sorted(opened.items(), key=lambda one: (-one[1] / len(one[0]), len(one[0]), sorted(one[0])))[
            :most
        ]


def gains(plan: Plan) -> Gains:
    """Of the rules that count for the vendor in a season; steps are not read, needs stand in the features."""
    vendors = [
        row.id
        for row in plan.catalogue.rows
        if row.answers_for == "vendor" and catalogue.applies(row, plan.season)
    ]
    cases = plan.suite.cases()
    found = {
        rule: tuple(frozenset(case.scene.needs) for case in cases if rule in case.scene.rules)
        for rule in vendors
    }
    return Gains({rule: needs for rule, needs in found.items() if needs})


def _met(needs: Iterable[str], controls: Collection[str]) -> bool:
    return all(offered(need, controls) for need in needs)


def _named(needs: Iterable[str]) -> set[str]:
    """Controls that meet some needs."""
    return {control for control in CONTROLS for need in needs if offered(need, (control,))} | set(needs)
