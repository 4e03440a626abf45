"""What a run has found so far, whichever of its starts found it: kept in the journal, told to the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from conformance.bench.forms import Controls
from conformance.journal import Read, Writer
from conformance.lab.installed import Found
from conformance.running.progress import Progress
from reports.form import Scenario

FOUND, PHONES = "found", "phones"
"""The words of notes that hold what a lab told of what is judged."""


class Ledger:
    """The results by scenario; one that comes twice replaces the first. `controls`: what the bench told of itself."""

    def __init__(self, journal: Writer, kept: Read, progress: Progress) -> None:
        self.journal, self._progress = journal, progress
        self._tries = kept.tries
        self.scenarios = {name: msgspec.convert(one, Scenario) for name, one in kept.scenarios.items()}
        self.controls = msgspec.convert(kept.target, Controls) if kept.target else None
        self.found = [msgspec.json.decode(text, type=Found) for text in kept.notes(FOUND)]
        told = kept.notes(PHONES)
        self.phones = msgspec.json.decode(told[0], type=dict[str, bool | None]) if told else None

    def keep(self, scenario: Scenario) -> None:
        """One more result."""
        tries = self._tries[scenario.id] = self._tries.get(scenario.id, 0) + 1
        whole = replace(scenario, tries=tries)
        self.scenarios[whole.id] = whole
        self.journal.scenario(msgspec.to_builtins(whole))
        self._progress.scenario(whole)

    def same_product(self, controls: Controls) -> bool:
        """Whether the bench drives what it drove all along; the first time it is written down."""
        if self.controls is None:
            self.controls = controls
            self.journal.target(msgspec.to_builtins(controls))
        return self.controls.product == controls.product

    def phones_have(self, features: Mapping[str, bool | None]) -> None:
        """Which features the target's phones have, as the first worker told."""
        if self.phones is None:
            self.phones = dict(features)
            self.journal.note(PHONES, msgspec.json.encode(features).decode())

    def find(self, found: Found) -> None:
        """What was read of what is judged, at an end of a start of the run."""
        self.found.append(found)
        self.journal.note(FOUND, msgspec.json.encode(found).decode())

    @property
    def lost_by_the_lab(self) -> list[str]:
        """The scenarios that ended because something of the lab was lost: nothing was learnt about the product."""
        return [name for name, one in self.scenarios.items() if one.fault == "lab"]
