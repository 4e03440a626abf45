"""Where the catalogue stands against the document and the features: what `examgate rules` ends with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conformance import coverage
from conformance.catalogue import Catalogue
from conformance.coverage import Coverage
from conformance.document import atoms
from conformance.faults import Fault
from conformance.sentences import lint
from conformance.sentences.suite import Suite
from reports.form import NOTHING, Text

BAD_CATALOGUE, INCOMPLETE = 3, 2
"""Exit codes: bad input, and a document that the rows do not hold yet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`scenarios` counts cases, `untested` rows that say why they have none; `faults` is what is wrong, by name.

    `asked` says whether the catalogue is to hold the whole document; one of somebody's own need not.
    """

    covered: Coverage
    rules: int
    scenarios: int
    untested: int
    faults: tuple[Fault, ...]
    asked: bool = True

    @property
    def exit_code(self) -> int:
        """What `examgate rules` ends with: a fault is bad input, an atom in no row makes the catalogue incomplete."""
        if self.faults:
            return BAD_CATALOGUE
        return INCOMPLETE if self.asked and self.covered.never else 0

    @property
    def summary(self) -> Text:
        """One line: atoms, rules, scenarios, and rules that nothing can exercise."""
        named, total = len(self.covered.named), self.covered.total
        atoms = Text(f"{named} of {total} atoms, ", f"条目 {named}/{total}，") if self.asked else NOTHING
        return Text(
            f"{atoms.en}{self.rules} rules, {self.scenarios} scenarios, {self.untested} untested",
            f"{atoms.zh}规则 {self.rules} 条，场景 {self.scenarios} 个，无法测试 {self.untested} 条",
        )

    def missing(self) -> Iterator[Text]:
        """What is missing or wrong, a line each."""
        never = self.covered.never if self.asked else ()
        if never:
            yield Text(
                f"in no rule yet: {' '.join(never)}",
                f"尚未归入规则的条目（{len(never)}）：{'、'.join(never)}",
            )
        for fault in self.faults:
            yield Text(str(fault), fault.zh)


def standing(rules: Catalogue, features: Suite, asked: bool = True) -> Standing:
    """Hold a catalogue against a suite of features and, where it is `asked`, against the document."""
    found = coverage.coverage(rules.rows, atoms())
    exercised = {rule for scene in features.scenes for rule in scene.rules}
    return Standing(
        covered=found,
        rules=len(rules.rows),
        scenarios=len(features.cases()),
        untested=sum(1 for row in rules.rows if row.untested and row.id not in exercised),
        faults=(
            *(one for one in coverage.faults(found, rules.path) if asked and one.key not in found.never),
            *lint.pairing_faults(features, rules),
        ),
        asked=asked,
    )
